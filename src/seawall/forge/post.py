"""Second half of the pair of workflows for forks: a review from a JSON report, without a checkout.

    python -m seawall.forge.post report.json --head SHA

The report was made under the fork's control, so it is read as hostile input, and the pull request
is the one GitHub names for the commit.
"""

import os
import sys
from collections.abc import Mapping, Sequence

from seawall.errors import SeawallError, UsageError
from seawall.forge.github import Api
from seawall.forge.review import Request, review
from seawall.gate import complain
from seawall.reporters.options import Options
from seawall.reporters.saved import load
from seawall.words import pick

_MOST_BYTES = 10_000_000


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """0 when the review is up to date or there is no pull request for it."""
    try:
        path, head = _parsed(arguments)
        report = load(_read(path), path)
        api = Api(
            environment.get("GITHUB_API_URL", "https://api.github.com"),
            environment["GITHUB_REPOSITORY"],
            environment["GITHUB_TOKEN"],
        )
    except KeyError as error:
        complain(f"seawall: {error.args[0]} is not set")
        return 2
    except SeawallError as error:
        complain(f"seawall: {error}")
        return error.exit_code
    number = _number(api, head)
    if not number:
        complain("seawall: no open pull request has this head")
        return 0
    request = Request(
        number, head, read=lambda path: None, at_head=lambda each: each.commit in ("", head)
    )
    why = review(api, request, report, Options())
    if why is not None:
        complain(f"seawall: {pick(why, 'en')}")
    return 0


def _parsed(arguments: Sequence[str]) -> tuple[str, str]:
    words = list(arguments)
    if len(words) != 3 or words[1] != "--head":
        raise UsageError("usage: python -m seawall.forge.post REPORT.json --head SHA")
    head = words[2]
    if len(head) not in (40, 64) or head.strip("0123456789abcdef"):
        raise UsageError("--head takes a full commit id")
    return words[0], head


def _read(path: str) -> bytes:
    try:
        if os.path.getsize(path) > _MOST_BYTES:
            raise UsageError(f"{path}: larger than {_MOST_BYTES:,} bytes")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None


def _number(api: Api, head: str) -> int:
    """The open pull request whose head this commit is; the event does not name those of forks."""
    for answer in api.pages("pulls?state=open&sort=updated&direction=desc&per_page=100"):
        for each in answer.value if isinstance(answer.value, list) else ():
            found = each.get("head") if isinstance(each, dict) else None
            if isinstance(found, dict) and found.get("sha") == head:
                number = each.get("number")
                return number if isinstance(number, int) else 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], os.environ))
