"""A finding on a line of a pull request, and the diff that shows it."""

from seawall.finding import Edit, Finding, Fix, Verdict
from seawall.severity import HIGH
from seawall.span import Place

TEXT = 'resource "x" "y" {\n  open   = true\n  closed = false\n}\n'
PATCH = "@@ -0,0 +1,4 @@\n" + "\n".join(f"+{line}" for line in TEXT.splitlines())


def finding(
    line: int = 2, *, fingerprint: str = "f1", fix: bool = False, **values: object
) -> Finding:
    start = TEXT.index("true")
    edit = Edit("main.tf", start, start + 4, "false", "")
    return Finding(
        "port-open",
        "open-ingress",
        HIGH,
        "open to @everyone",
        Place("main.tf", line, 12, line, 16),
        fingerprint=fingerprint,
        fix=Fix("close it", True, (edit,)) if fix else None,
        verdict=Verdict(blocks=True),
        **values,  # type: ignore[arg-type]
    )
