"""What the catalogue holds, as rows for people and machines."""

import difflib

from seawall import catalog
from seawall.words import Text, pick, say


def rows(lang: str) -> list[dict[str, object]]:
    """Every check and rule, by family and id."""
    found: list[dict[str, object]] = [
        {
            "id": each.id,
            "family": each.family,
            "severity": str(each.severity),
            "title": each.title if lang == "en" else each.ja.title,
            "maps": list(each.maps),
            "aliases": list(each.aliases),
            "precision": each.precision,
        }
        for each in catalog.checks()
    ]
    found += [
        {
            "id": each.id,
            "family": "secrets",
            "severity": str(each.severity),
            "title": each.title if lang == "en" else each.ja,
            "maps": [],
            "aliases": list(each.aliases),
            "precision": each.precision,
        }
        for each in catalog.tokens()
    ]
    return sorted(found, key=lambda row: (str(row["family"]), str(row["id"])))


def known_ids() -> list[str]:
    return [str(row["id"]) for row in rows("en")]


def near(check: str) -> Text:
    """The hint behind an unknown id."""
    found = difflib.get_close_matches(check, known_ids(), 1, 0.5)
    if found:
        return say(f"; did you mean '{found[0]}'?", f"。'{found[0]}' のことですか?")
    return say("; `seawall checks` lists them", "。一覧は `seawall checks` で見られます")


def label(text: str, lang: str) -> str:
    return pick(text, lang)
