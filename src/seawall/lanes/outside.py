"""Other tools' findings, beside ours, where they were asked for."""

from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec

from seawall.errors import UsageError
from seawall.finding import Finding
from seawall.lanes.judged import Judged
from seawall.sources.changes import ChangeSet, Tree
from seawall.span import Source
from seawall.words import say

_PACKAGES = {"cfn-lint": "cfnlint", "detect-secrets": "detect_secrets"}


def require(tool: str) -> None:
    """Raise UsageError where a tool that was asked for is not installed."""
    package = _PACKAGES.get(tool)
    if package is not None and find_spec(package) is None:
        raise UsageError(
            say(
                f"--with {tool}: not installed; pip install 'seawall[{tool}]'",
                f"--with {tool}: 入っていません。pip install 'seawall[{tool}]' を実行してください",
            )
        )


def cfn_lint(
    changes: ChangeSet,
    templates: Iterable[str],
    regions: tuple[str, ...],
    masked: Callable[[str], str],
) -> list[Judged]:
    """What cfn-lint says of these templates after the change and did not say before."""
    require("cfn-lint")
    assert changes.after is not None
    paths = sorted(templates)
    after = _said(changes.after, paths, regions, masked)
    known: Counter[str] = Counter()
    if after and changes.before is not None:
        old = _said(changes.before, paths, regions, masked)
        known = Counter(each.finding.fingerprint for each in old)
    new = []
    for each in after:
        if known[each.finding.fingerprint] > 0:
            known[each.finding.fingerprint] -= 1
        else:
            new.append(each)
    return new


def _said(
    tree: Tree, paths: list[str], regions: tuple[str, ...], masked: Callable[[str], str]
) -> list[Judged]:
    sources = {path: source for path in paths if (source := tree.source(path)) is not None}
    module = import_module("seawall.external.cfn_lint")
    found: Iterable[Finding] = module.findings(sources.values(), regions=regions, mask=masked)
    return [_judged(finding, sources[finding.place.path]) for finding in found]


def _judged(finding: Finding, source: Source) -> Judged:
    place = finding.place
    return Judged(finding, ((place.path, place.line, place.end_line),), (source,))
