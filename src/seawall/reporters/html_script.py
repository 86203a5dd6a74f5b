"""The page's script: filters, and nothing that leaves the page."""

SCRIPT = """
(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) return;
  var items = Array.prototype.slice.call(document.querySelectorAll(".findings > li"));
  var live = document.getElementById("shown");
  document.documentElement.classList.add("ready");
  function apply() {
    var severities = {};
    form.querySelectorAll("input[name=severity]").forEach(function (box) {
      severities[box.value] = box.checked;
    });
    var family = form.elements.family.value;
    var owner = form.elements.owner.value;
    var path = form.elements.path.value.trim().toLowerCase();
    var shown = 0;
    items.forEach(function (item) {
      var data = item.dataset;
      var keep = severities[data.severity] &&
        (family === "*" || data.family === family) &&
        (owner === "*" || data.owner === owner) &&
        (!path || data.path.toLowerCase().indexOf(path) >= 0);
      item.hidden = !keep;
      if (keep) shown += 1;
    });
    live.textContent = live.dataset.words.replace("{}", shown).replace("{}", items.length);
  }
  form.addEventListener("input", apply);
  form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
})();
"""
