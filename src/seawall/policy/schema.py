"""What a settings file may say: one schema, from which checking, help and JSON Schema follow."""

from collections.abc import Callable

LEVELS = ("low", "medium", "high", "critical", "never")


class Key:
    """One key: its kind ("text", "level", "texts", "flag", "number", "table", "tables"), what it
    is for, and for tables the keys inside (`any_key` where every name is allowed)."""

    __slots__ = ("about", "any_key", "inside", "kind", "required")

    def __init__(
        self,
        kind: str,
        about: str,
        inside: "dict[str, Key] | None" = None,
        *,
        any_key: "Key | None" = None,
        required: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.about = about
        self.inside = inside or {}
        self.any_key = any_key
        self.required = required


_GATE = Key(
    "table",
    "what blocks at one gate",
    {
        "fail-on": Key("level", "the least severity that blocks here"),
        "push-option-override": Key("flag", "receive only: let `-o seawall.override=REASON` pass"),
    },
)

_OWN_RULE = {
    "id": Key("text", "lower-case words with hyphens"),
    "title": Key("text", "what it finds"),
    "pattern": Key("text", "expression; a group named `secret` marks the secret"),
    "severity": Key("level", "low, medium, high or critical"),
    "keywords": Key("texts", "words of which one must stand near by"),
    "entropy": Key("decimal", "least entropy of the secret in bits a character"),
    "paths": Key("texts", "only in these files (gitignore syntax)"),
    "match": Key("texts", "examples that must be found"),
    "no-match": Key("texts", "examples that must not be found"),
    "revoke": Key("text", "how to revoke what it finds"),
}

SCHEMA: dict[str, Key] = {
    "select": Key("texts", "check ids, families or globs to run (default: all)"),
    "ignore": Key("texts", "check ids, families or globs not to run"),
    "fail-on": Key("level", "the least severity that blocks"),
    "exclude": Key("texts", "paths not to scan (gitignore syntax)"),
    "per-path": Key(
        "table",
        "other choices for some paths (gitignore syntax)",
        any_key=Key(
            "table",
            "choices for these paths",
            {
                "select": Key("texts", "checks to run here"),
                "ignore": Key("texts", "checks not to run here"),
                "severity": Key("table", "severity by check", any_key=Key("level", "severity")),
                "fail-on": Key("level", "the least severity that blocks here"),
            },
        ),
    ),
    "severity": Key("table", "severity by check", any_key=Key("level", "severity")),
    "baseline": Key("text", "the file of known findings"),
    "language": Key("text", "en or ja"),
    "plugins": Key("texts", "Python files with own checks; see `seawall config --trust-plugins`"),
    "salt": Key("text", "keys the digests in fingerprints; made once by `seawall init`"),
    "regions": Key(
        "table",
        "where resources may be",
        {"allowed": Key("texts", "names of AWS regions; an empty list is an error")},
    ),
    "ignores": Key(
        "table",
        "what comments in a text may silence",
        {
            "forbidden": Key("texts", "checks or families that no comment may silence"),
            "max-days": Key("number", "the longest a dated ignore may last; 0 for no limit"),
            "foreign": Key("flag", "honour other tools' comments"),
            "tags": Key("texts", "checks that an exemption by a tag may silence on shared gates"),
        },
    ),
    "deployment": Key(
        "tables",
        "one deployment of a root or template",
        {
            "name": Key("text", "what findings call it"),
            "paths": Key("texts", "roots and templates it deploys (gitignore syntax)"),
            "account": Key("text", "12-digit account id"),
            "account-name": Key("text", "what people call the account"),
            "kind": Key("text", "such as account-baseline"),
            "workspace": Key("text", "terraform.workspace"),
            "var-files": Key("texts", "Terraform variable files"),
            "variables": Key("table", "Terraform variables", any_key=Key("text", "value")),
            "parameters": Key("texts", "CloudFormation parameter files"),
            "regions": Key("texts", "the regions allowed for it"),
        },
        required=("paths",),
    ),
    "exempt": Key(
        "tables",
        "findings that are accepted, with a reason",
        {
            "check": Key("texts-or-text", "checks, families or globs; default: all but secrets"),
            "path": Key("text", "gitignore pattern"),
            "address": Key("text", "glob over the resource's address"),
            "tag": Key("text", "NAME=VALUE"),
            "account": Key("text", "account id or name"),
            "fingerprint": Key("text", "one finding"),
            "reason": Key("text", "why"),
            "owner": Key("text", "who answers for it"),
            "until": Key("date", "the last day it holds"),
        },
        required=("reason",),
    ),
    "secrets": Key(
        "table",
        "the text lane",
        {
            "rule": Key("tables", "an own rule", _OWN_RULE, required=("id", "pattern")),
            "allow": Key("texts", "expressions over the secret or its line that are no secrets"),
            "detect-secrets": Key("flag", "also run detect-secrets' plugins (slow)"),
            "archives": Key("flag", "look into archives"),
        },
    ),
    "ingress": Key(
        "table",
        "open ingress",
        {"trusted": Key("texts", "CIDRs that are your own")},
    ),
    "terraform": Key(
        "table",
        "how Terraform is read",
        {
            "var-files": Key("texts", "variable files for every root"),
            "variables": Key("table", "variables for every root", any_key=Key("text", "value")),
            "installed-modules": Key("flag", "gates also read .terraform/modules"),
        },
    ),
    "cloudformation": Key(
        "table",
        "how CloudFormation is read",
        {
            "parameters": Key("texts", "parameter files for every template"),
        },
    ),
    "gate": Key(
        "table",
        "what blocks where",
        dict.fromkeys(("commit", "message", "push", "receive", "ci", "scan"), _GATE),
    ),
    "git-secrets": Key(
        "table",
        "an existing git-secrets set-up",
        {"honour": Key("flag", "use secrets.* of git's settings and .gitallowed")},
    ),
}


def json_schema() -> dict[str, object]:
    """The JSON Schema of a settings file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "seawall.toml",
        **_as_json(Key("table", "Seawall's settings", SCHEMA)),
    }


def _as_json(key: Key) -> dict[str, object]:
    makers: dict[str, Callable[[], dict[str, object]]] = {
        "text": lambda: {"type": "string"},
        "date": lambda: {"type": "string", "format": "date"},
        "decimal": lambda: {"type": "number"},
        "number": lambda: {"type": "integer", "minimum": 0},
        "flag": lambda: {"type": "boolean"},
        "level": lambda: {"enum": list(LEVELS)},
        "texts": lambda: {"type": "array", "items": {"type": "string"}},
        "texts-or-text": lambda: {
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
        },
        "table": lambda: _table(key),
        "tables": lambda: {"type": "array", "items": _table(key)},
    }
    return {**makers[key.kind](), "description": key.about}


def _table(key: Key) -> dict[str, object]:
    found: dict[str, object] = {
        "type": "object",
        "properties": {name: _as_json(each) for name, each in key.inside.items()},
        "additionalProperties": _as_json(key.any_key) if key.any_key else False,
    }
    if key.required:
        found["required"] = list(key.required)
    return found
