"""From a GitHub event to what has to be judged."""

from collections.abc import Mapping

from seawall.errors import Undecided
from seawall.forge.plan import Plan, is_zero
from seawall.words import say

# https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
FULL_CLONE = "with: fetch-depth: 0   # below uses: actions/checkout"

Json = Mapping[str, object]


def plan(environment: Mapping[str, str], payload: Json) -> Plan:
    """The plan for one event; Undecided for a payload that lacks what the event promises."""
    event = environment.get("GITHUB_EVENT_NAME", "")
    if event.startswith("pull_request") and "pull_request" in payload:
        return _pull_request(event, payload)
    if event == "push":
        return _push(event, payload)
    if event == "merge_group":
        return _merge_group(event, payload)
    return _rest(event, environment, payload)


def _pull_request(event: str, payload: Json) -> Plan:
    request = _table(payload, "pull_request")
    base, head = _table(request, "base"), _table(request, "head")
    number = payload.get("number") or request.get("number")
    home, away = _table(base, "repo").get("id"), _table(head, "repo").get("id")
    return Plan(
        "range",
        system="github",
        event=event,
        base=_id(base, "sha", event),
        head=_id(head, "sha", event),
        policy_at=_id(base, "sha", event),
        pull_request=number if isinstance(number, int) else 0,
        # a fork that was deleted since has no repository at all
        fork=home is None or home != away,
        full_clone=FULL_CLONE,
    )


def _push(event: str, payload: Json) -> Plan:
    ref = _text(payload, "ref")
    if payload.get("deleted") is True or is_zero(_text(payload, "after")):
        why = say(f"{ref} was deleted: nothing new", f"{ref} は削除されました: 対象なし")
        return Plan("nothing", system="github", event=event, why=why)
    before, after = _text(payload, "before"), _id(payload, "after", event)
    default = _text(_table(payload, "repository"), "default_branch")
    branch = ref.removeprefix("refs/heads/") if ref.startswith("refs/heads/") else ""
    trunk = f"refs/remotes/origin/{default}" if default else ""
    if branch and branch == default:
        trunk = ""
    # other branches do not count as seen: two that arrive together would excuse each other
    created = payload.get("created") is True or is_zero(before) or not before or not branch
    return Plan(
        "new" if created else "range",
        system="github",
        event=event,
        base=trunk if created else before,
        head=after,
        policy_at=trunk or ("" if created else before),
        full_clone=FULL_CLONE,
    )


def _merge_group(event: str, payload: Json) -> Plan:
    group = _table(payload, "merge_group")
    base = _id(group, "base_sha", event)
    return Plan(
        "range",
        system="github",
        event=event,
        base=base,
        head=_id(group, "head_sha", event),
        policy_at=base,
        full_clone=FULL_CLONE,
    )


def _rest(event: str, environment: Mapping[str, str], payload: Json) -> Plan:
    """A schedule, a button, whatever else: no range, so everything."""
    default = _text(_table(payload, "repository"), "default_branch")
    ref = environment.get("GITHUB_REF", "")
    policy = f"refs/remotes/origin/{default}"
    if not default or ref in ("", f"refs/heads/{default}"):
        policy = ""
    return Plan("history", system="github", event=event, policy_at=policy, full_clone=FULL_CLONE)


def _table(value: Json, key: str) -> Json:
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def _text(value: Json, key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""


def _id(value: Json, key: str, event: str) -> str:
    """An object id; a payload is input, so nothing that git could take for an option."""
    found = _text(value, key)
    if len(found) not in (40, 64) or found.strip("0123456789abcdef"):
        raise Undecided(
            say(
                f"the {event} event names no commit as {key}",
                f"{event} イベントの {key} がコミットではありません",
            )
        )
    return found
