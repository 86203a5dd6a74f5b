"""Reads a settings file against the schema; every complaint names file, line and way out."""

import difflib
import re
import tomllib
from datetime import date

from seawall.errors import SettingsError
from seawall.policy.names import is_known
from seawall.policy.own_rules import faults
from seawall.policy.schema import LEVELS, SCHEMA, Key
from seawall.policy.settings import Settings
from seawall.severity import ALL

_HEADER = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]?\]")
_KEY = re.compile(
    r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|[\w-]+))*)\s*="""
)
_REGION = re.compile(r"^[a-z]{2}(-[a-z]+)+-\d$")


def parse(text: str, path: str, known: frozenset[str] | None = None) -> Settings:
    """The settings of one file.

    `path` is what messages call it; of a `pyproject.toml` only `[tool.seawall]` counts. `known`
    are the ids and families that exist, None where they need not be checked. Raises SettingsError.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f"{path}:{at[1]}:{at[2]}" if at else f"{path}:{text.count(chr(10)) + 1}"
        raise SettingsError(f"{where}: not valid TOML: {str(error).split(' (at')[0]}") from None
    except RecursionError:
        raise SettingsError(f"{path}: nested too deeply for settings") from None
    prefix = ""
    if path.rsplit("/", 1)[-1] == "pyproject.toml":
        values = values.get("tool", {}).get("seawall", {})
        prefix = "tool.seawall."
    lines = _lines(text, prefix)
    _check(values, SCHEMA, "", lines, path)
    settings = Settings(values, path, lines)
    _check_meaning(settings, known)
    return settings


def holds_settings(path: str, data: bytes) -> bool:
    """Whether this file is one of ours, cheaply: a pyproject.toml must have our table."""
    return path.rsplit("/", 1)[-1] != "pyproject.toml" or b"tool.seawall" in data


def _lines(text: str, prefix: str) -> dict[str, int]:
    """The line of every dotted key; of the n-th table of an array under `name.n`."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            table = re.sub(r"\s*\.\s*", ".", header[1]).replace('"', "")
            if line.lstrip().startswith("[["):
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}.{counts[table]}"
            found.setdefault(table.removeprefix(prefix), number)
            continue
        key = _KEY.match(line)
        if key:
            name = re.sub(r"\s*\.\s*", ".", key[1]).replace('"', "").replace("'", "")
            full = f"{table}.{name}" if table else name
            parts = full.removeprefix(prefix).split(".")
            for length in range(1, len(parts) + 1):
                found.setdefault(".".join(parts[:length]), number)
    return found


def _check(
    values: dict[str, object], schema: dict[str, Key], at: str, lines: dict[str, int], path: str
) -> None:
    for name, value in values.items():
        full = f"{at}{name}"
        key = schema.get(name) or schema.get("")
        if key is None:
            near = difflib.get_close_matches(name, schema, 1, 0.5)
            hint = f"; did you mean '{near[0]}'?" if near else f"; known: {', '.join(schema)}"
            raise SettingsError(f"{_where(path, lines, full)}: unknown key '{name}'{hint}")
        _check_value(value, key, full, lines, path)


def _check_value(value: object, key: Key, full: str, lines: dict[str, int], path: str) -> None:
    def refuse(wanted: str) -> SettingsError:
        return SettingsError(f"{_where(path, lines, full)}: '{full}' must be {wanted}")

    kind = key.kind
    if kind == "text" and not isinstance(value, str):
        raise refuse("a string")
    if kind == "flag" and not isinstance(value, bool):
        raise refuse("true or false")
    if kind == "number" and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise refuse("a whole number, 0 or more")
    if kind == "decimal" and (not isinstance(value, int | float) or isinstance(value, bool)):
        raise refuse("a number")
    if kind == "level" and value not in LEVELS:
        raise refuse(f"one of {', '.join(LEVELS)}")
    if kind == "date":
        try:
            date.fromisoformat(str(value))
        except ValueError:
            raise refuse("a date such as 2027-01-31") from None
    texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if kind == "texts" and not texts:
        raise refuse("a list of strings")
    if kind == "texts-or-text" and not (texts or isinstance(value, str)):
        raise refuse("a string or a list of strings")
    if kind == "table":
        if not isinstance(value, dict):
            raise refuse("a table")
        _check_table(value, key, full, lines, path)
    if kind == "tables":
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise refuse(f"an array of tables: [[{full}]]")
        for number, each in enumerate(value):
            _check_table(each, key, f"{full}.{number}", lines, path)


def _check_table(
    value: dict[str, object], key: Key, full: str, lines: dict[str, int], path: str
) -> None:
    inside = {**key.inside, **({"": key.any_key} if key.any_key else {})}
    _check(value, inside, f"{full}.", lines, path)
    for name in key.required:
        if name not in value:
            raise SettingsError(f"{_where(path, lines, full)}: '{full}' needs '{name}'")


def _check_meaning(settings: Settings, known: frozenset[str] | None) -> None:
    path, lines = settings.path, settings.lines

    def refuse(name: str, words: str) -> SettingsError:
        return SettingsError(f"{_where(path, lines, name)}: {words}")

    if settings.text("language") not in ("", "en", "ja"):
        raise refuse("language", "'language' must be 'en' or 'ja'")
    for level in settings.table("severity").values():
        if level not in [str(each) for each in ALL]:
            raise refuse("severity", "a severity is low, medium, high or critical")
    if "allowed" in settings.table("regions"):
        allowed = settings.texts("regions.allowed")
        if not allowed:
            raise refuse(
                "regions.allowed", "'regions.allowed' is empty: no region would be allowed"
            )
        for region in allowed:
            if not _REGION.match(region):
                raise refuse("regions.allowed", f"'{region}' is no AWS region's name")
    for number, exempt in enumerate(settings.tables("exempt")):
        keys = {"path", "address", "tag", "account", "fingerprint", "check"} & set(exempt)
        if not keys:
            raise refuse(
                f"exempt.{number}",
                "an exemption needs a path, address, tag, account or fingerprint",
            )
        if not str(exempt.get("reason", "")).strip():
            raise refuse(f"exempt.{number}", "an exemption needs a reason")
    for name in ("secrets.rule",):
        seen: set[str] = set()
        for number, rule in enumerate(settings.tables(name)):
            id = str(rule.get("id"))
            if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
                raise refuse(f"{name}.{number}", f"'{id}' is not lower-case words with hyphens")
            if id in seen:
                raise refuse(f"{name}.{number}", f"'{id}' stands twice")
            seen.add(id)
    runaways = faults(settings)
    if runaways:
        raise SettingsError(runaways[0])
    if known is not None:
        check_ids(settings, known)


def named_ids(settings: Settings) -> list[tuple[str, str]]:
    """(key, id) for every check that the settings name."""
    asked = [("select", each) for each in settings.texts("select")]
    asked += [("ignore", each) for each in settings.texts("ignore")]
    asked += [(f"severity.{each}", each) for each in settings.table("severity")]
    asked += [("ignores.forbidden", each) for each in settings.texts("ignores.forbidden")]
    for pattern, table in settings.table("per-path").items():
        if isinstance(table, dict):
            where = f"per-path.{pattern}"
            for name in ("select", "ignore", "severity"):
                asked += [(where, str(each)) for each in table.get(name) or ()]
    return asked


def check_ids(settings: Settings, known: frozenset[str]) -> None:
    """Raise SettingsError for an id that no check, family or own rule has."""
    own = {str(rule.get("id")) for rule in settings.tables("secrets.rule")}
    names = known | own
    for where, each in named_ids(settings):
        if is_known(each, names):
            continue
        near = difflib.get_close_matches(each, names, 1, 0.5)
        hint = f"; did you mean '{near[0]}'?" if near else "; `seawall checks` lists them"
        raise SettingsError(
            f"{_where(settings.path, settings.lines, where)}: unknown check '{each}'{hint}"
        )


def _where(path: str, lines: dict[str, int], full: str) -> str:
    parts = full.split(".")
    for length in range(len(parts), 0, -1):
        line = lines.get(".".join(parts[:length]))
        if line:
            return f"{path}:{line}"
    return path
