"""cfn-lint's findings in our form: whether a template is one that CloudFormation will take.

Loaded only when asked for (`--with cfn-lint`): importing it costs most of a second.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any

from cfnlint.config import ConfigMixIn
from cfnlint.decode.decode import decode_str
from cfnlint.runner import Runner

from seawall.finding import Finding, Frame, Subject
from seawall.severity import LOW, MEDIUM, Severity
from seawall.span import Place, Source

FAMILY = "cfn-lint"
# settings of a template's own that reach for files and code beside it
_REFUSED = ("append_rules", "custom_rules", "override_spec", "parameter_files", "registry_schemas")


def findings(
    templates: Iterable[Source],
    *,
    regions: tuple[str, ...] = (),
    mask: Callable[[str], str] = str,
) -> Iterator[Finding]:
    """What cfn-lint says of these templates, under its own ids, in the order of the text.

    Its settings files are not read, so that a scan depends on nothing but the text; a template's
    own ignores are honoured. `mask` goes over every text that is shown.
    """
    runner: Runner | None = None
    for source in templates:
        if runner is None:
            regions_ = list(regions) or ["us-east-1"]
            runner = Runner(ConfigMixIn(["--config-file", os.devnull], regions=regions_))
        for match in sorted(_matches(runner, source), key=_order):
            yield _finding(source, match, mask)


def _matches(runner: Runner, source: Source) -> list[Any]:
    template, errors = decode_str(source.text)
    if errors or template is None:
        return list(errors or ())
    own = template.get("Metadata", {}) if isinstance(template, dict) else {}
    config = own.get("cfn-lint", {}) if isinstance(own, dict) else {}
    config = config.get("config", {}) if isinstance(config, dict) else {}
    for name in _REFUSED if isinstance(config, dict) else ():
        config.pop(name, None)
    return list(runner.validate_template(template))


def _order(match: Any) -> tuple[int, int, str, str]:
    return match.linenumber, match.columnnumber, match.rule.id, match.message


def _finding(source: Source, match: Any, mask: Callable[[str], str]) -> Finding:
    path = [str(step) for step in getattr(match, "path", None) or ()]
    address = path[1] if path[:1] == ["Resources"] and len(path) > 1 else ""
    place = Place(
        source.path,
        match.linenumber,
        match.columnnumber,
        match.linenumberend,
        match.columnnumberend,
    )
    line = source.line_text(place.line)
    return Finding(
        match.rule.id,
        FAMILY,
        _severity(match.rule.id),
        mask(match.message),
        place,
        subject=Subject(address),
        frame=Frame(((place.line, mask(line)),)),
        fingerprint=_fingerprint(match.rule.id, source.path, *path, match.message),
    )


def _severity(rule: str) -> Severity:
    """What CloudFormation would refuse is medium: it stops a deployment, it opens nothing."""
    return MEDIUM if rule.startswith("E") else LOW


def _fingerprint(*parts: str) -> str:
    digest = blake2b(digest_size=10)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()
