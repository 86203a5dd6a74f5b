"""One review on a pull request: new findings commented, old comments kept or marked as mended."""

from collections.abc import Callable, Mapping

from seawall.finding import Finding, Report
from seawall.forge import comments
from seawall.forge.github import Answer, Api
from seawall.forge.hunks import holds, shown_lines
from seawall.forge.suggest import Suggestion, suggestion
from seawall.reporters.options import Options
from seawall.words import Text, say

MOST = 20

Read = Callable[[str], str | None]
SameLine = Callable[[Finding], bool]


class Request:
    """The pull request: its number and the head that was judged.

    `read` gives a file's text at the head (None: not at hand, so no suggestions). `at_head` tells
    whether a finding's line stands in the head as it does in the finding's commit.
    """

    __slots__ = ("at_head", "head", "number", "read")

    def __init__(self, number: int, head: str, *, read: Read, at_head: SameLine) -> None:
        self.number = number
        self.head = head
        self.read = read
        self.at_head = at_head


def review(api: Api, request: Request, report: Report, options: Options) -> Text | None:
    """Bring the pull request up to date; None, or why that could not be done."""
    pull = api.get(f"pulls/{request.number}")
    if not pull.is_fine:
        return _refused(pull)
    if _head(pull) != request.head:
        return say(
            "a newer push is being judged; its run writes the review",
            "新しい push の判定がレビューを書きます",
        )
    files = _files(api, request.number)
    earlier = _earlier(api, request.number)
    if isinstance(files, Answer):
        return _refused(files)
    if isinstance(earlier, Answer):
        return _refused(earlier)
    findings = _worst_first(report)
    said = {comments.fingerprint_of(body) for body in earlier.values()}
    _close(api, earlier, {each.fingerprint for each in findings}, request, options)
    fresh = [each for each in findings if comments.marked(each.fingerprint) not in _marks(said)]
    new, elsewhere = _sorted_out(fresh, files, request, report, options)
    if not new and not (elsewhere and not said):
        return None
    return _send(api, request, report, new, elsewhere, options)


def _marks(fingerprints: set[str]) -> set[str]:
    return {comments.marked(each) for each in fingerprints}


def _worst_first(report: Report) -> list[Finding]:
    """Each fingerprint once."""
    found: dict[str, Finding] = {}
    for each in sorted(report.active(), key=lambda each: (-each.severity.rank, each.key())):
        found.setdefault(each.fingerprint, each)
    return list(found.values())


def _sorted_out(
    findings: list[Finding],
    files: Mapping[str, tuple[range, ...]],
    request: Request,
    report: Report,
    options: Options,
) -> tuple[list[dict[str, object]], list[Finding]]:
    """Comments for lines in the diff; one outside makes GitHub refuse the whole review."""
    new: list[dict[str, object]] = []
    elsewhere: list[Finding] = []
    for finding in findings:
        stretches = files.get(finding.place.path, ())
        line = finding.place.line
        if len(new) >= MOST or not holds(stretches, line, line) or not request.at_head(finding):
            elsewhere.append(finding)
            continue
        offer = suggestion(finding, report.findings, request.read)
        if offer is not None and not holds(stretches, offer.first, offer.last):
            offer = None
        new.append(_placed(finding, offer, report, options))
    return new, elsewhere


def _placed(
    finding: Finding, offer: Suggestion | None, report: Report, options: Options
) -> dict[str, object]:
    value: dict[str, object] = {
        "path": finding.place.path,
        "body": comments.comment(finding, report, offer, options),
        "line": offer.last if offer else finding.place.line,
        "side": "RIGHT",
    }
    if offer is not None and offer.first < offer.last:
        value["start_line"] = offer.first
        value["start_side"] = "RIGHT"
    return value


def _send(
    api: Api,
    request: Request,
    report: Report,
    new: list[dict[str, object]],
    elsewhere: list[Finding],
    options: Options,
) -> Text | None:
    body: dict[str, object] = {
        "commit_id": request.head,
        "event": "COMMENT",
        "body": comments.review(report, elsewhere, options),
        "comments": new,
    }
    answer = api.post(f"pulls/{request.number}/reviews", body)
    if answer.status == 422 and new:
        # the diff changed under us, or GitHub draws its lines otherwise: say it all in the body
        listed = _worst_first(report)
        body = {**body, "body": comments.review(report, listed, options), "comments": []}
        answer = api.post(f"pulls/{request.number}/reviews", body)
    return None if answer.is_fine else _refused(answer)


def _close(
    api: Api, earlier: Mapping[int, str], present: set[str], request: Request, options: Options
) -> None:
    """Comments whose finding is gone say so, once."""
    marks = _marks(present)
    for id, body in earlier.items():
        mark = comments.marked(comments.fingerprint_of(body))
        if mark not in marks and not comments.is_outdated(body):
            api.patch(
                f"pulls/comments/{id}",
                {"body": comments.outdated(body, request.head, options)},
            )


def _files(api: Api, number: int) -> dict[str, tuple[range, ...]] | Answer:
    """Path to the lines the diff shows; a file too large for a patch shows none."""
    found: dict[str, tuple[range, ...]] = {}
    for answer in api.pages(f"pulls/{number}/files?per_page=100"):
        if not answer.is_fine or not isinstance(answer.value, list):
            return answer
        for each in answer.value:
            if isinstance(each, dict) and isinstance(each.get("filename"), str):
                found[each["filename"]] = shown_lines(str(each.get("patch") or ""))
    return found


def _earlier(api: Api, number: int) -> dict[int, str] | Answer:
    """Our own comments: our mark, written by a bot; a person may quote the mark."""
    found: dict[int, str] = {}
    for answer in api.pages(f"pulls/{number}/comments?per_page=100"):
        if not answer.is_fine or not isinstance(answer.value, list):
            return answer
        for each in answer.value:
            user = each.get("user") if isinstance(each, dict) else None
            if not isinstance(user, dict) or user.get("type") != "Bot":
                continue
            body, id = each.get("body"), each.get("id")
            if isinstance(body, str) and isinstance(id, int) and comments.fingerprint_of(body):
                found[id] = body
    return found


def _head(pull: Answer) -> str:
    value = pull.value
    head = value.get("head") if isinstance(value, dict) else None
    sha = head.get("sha") if isinstance(head, dict) else None
    return sha if isinstance(sha, str) else ""


def _refused(answer: Answer) -> Text:
    if answer.status in (403, 404):
        return say(
            f"no review: the token may not write to this pull request ({answer.message}); "
            "for forks see docs/ci",
            f"レビューなし: トークンに書き込み権限がありません ({answer.message})。"
            "フォークについては docs/ci を参照",
        )
    return say(f"no review: {answer.message}", f"レビューなし: {answer.message}")
