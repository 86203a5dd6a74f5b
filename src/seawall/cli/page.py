"""One check's page in Markdown: what `explain` shows and what docs/checks holds."""

from textwrap import dedent

from seawall import catalog
from seawall.check import Bad, Check, Good
from seawall.token import Token
from seawall.words import pick, say

_WORDS = {
    "severity": say("Severity", "深刻度"),
    "family": say("Family", "系統"),
    "why": say("Why it matters", "なぜ問題か"),
    "remedy": say("What to do", "対処"),
    "bad": say("Reported", "検出される例"),
    "good": say("Not reported", "検出されない例"),
    "maps": say("See also", "対応する基準"),
    "ignore": say("To accept it in one place", "1 か所だけ受け入れる場合"),
    "opens": say("What it opens", "何に使えるか"),
    "source": say("Format", "形式の出典"),
    "aliases": say("Also known as", "別名"),
}


def page(id: str, lang: str) -> str:
    """The page of a check or rule; "" for an id that is none."""
    check = catalog.check(id)
    if check is not None:
        return _check_page(check, lang)
    token = catalog.token(id)
    return _token_page(token, lang) if token is not None else ""


def _check_page(check: Check, lang: str) -> str:
    ja = lang == "ja"
    lines = [
        f"# {check.id}: {check.ja.title if ja else check.title}",
        "",
        _facts(str(check.severity), check.family, lang),
        "",
        *_section("why", check.ja.why if ja else check.why, lang),
        *_section("remedy", check.ja.remedy if ja else check.remedy, lang),
    ]
    lines += _examples(check, lang)
    if check.maps:
        lines += _section("maps", ", ".join(check.maps), lang)
    if check.aliases:
        lines += _section("aliases", ", ".join(check.aliases), lang)
    lines += _ignore(check.id, lang)
    return "\n".join(lines).rstrip() + "\n"


def _token_page(token: Token, lang: str) -> str:
    ja = lang == "ja"
    lines = [
        f"# {token.id}: {token.ja if ja else token.title}",
        "",
        _facts(str(token.severity), "secrets", lang),
        "",
        *_section("opens", token.opens[ja], lang),
        *_section("remedy", token.revoke[ja], lang),
    ]
    if token.source:
        lines += _section("source", token.source, lang)
    lines += _ignore(token.id, lang)
    return "\n".join(lines).rstrip() + "\n"


def _facts(severity: str, family: str, lang: str) -> str:
    return (
        f"{pick(_WORDS['severity'], lang)}: {severity} · {pick(_WORDS['family'], lang)}: {family}"
    )


def _section(name: str, text: str, lang: str) -> list[str]:
    return [f"## {pick(_WORDS[name], lang)}", "", text, ""] if text else []


def _examples(check: Check, lang: str) -> list[str]:
    """The first example of each kind in each language."""
    examples = catalog.examples(check)
    lines: list[str] = []
    for kind, name in ((Bad, "bad"), (Good, "good")):
        for language, fence in (("terraform", "hcl"), ("cloudformation", "yaml")):
            for example in examples:
                text = getattr(example, language)
                if isinstance(example, kind) and text:
                    lines += [f"## {pick(_WORDS[name], lang)} ({language})", ""]
                    lines += [f"```{fence}", dedent(text).strip("\n"), "```", ""]
                    break
    return lines


def _ignore(id: str, lang: str) -> list[str]:
    comment = f"# seawall: ignore[{id}] until DATE -- why"
    return [f"## {pick(_WORDS['ignore'], lang)}", "", f"`{comment}`", ""]
