"""Which files may be templates: the cheap questions, before any parser is loaded."""

import re

_ENDINGS = (".yaml", ".yml", ".json", ".template", ".cfn", ".cform", ".cloudformation")
_NEVER = ("package.json", "package-lock.json", "tsconfig.json", "composer.json", "tree.json")
_PASSED_OVER = ("node_modules/", ".git/", ".terraform/", ".venv/", "vendor/bundle/")

_VERSION = re.compile(
    r"^[\"']?AWSTemplateFormatVersion[\"']?[ \t]*:|\"AWSTemplateFormatVersion\"\s*:", re.M
)
_RESOURCES = re.compile(r"\bResources[\"']?\s{0,64}:")
_TYPE = re.compile(r"\bType[\"']?\s*:\s*[\"']?(?:AWS|Custom|Alexa)::\w")
_ENGINE = re.compile(r"\{%|\{\{(?!resolve:)|<%[=-]?|\$\{\{")


def may_be_template(path: str) -> bool:
    """Whether a file of this name is worth opening."""
    name = path.rsplit("/", 1)[-1]
    if not name.endswith(_ENDINGS) or name in _NEVER:
        return False
    return not any(each in path for each in _PASSED_OVER)


def holds_resources(data: bytes) -> bool:
    """Whether these bytes speak of resources as templates do; most files stop here."""
    if b"Resources" in data:
        return b"::" in data or b"AWSTemplateFormatVersion" in data
    return b"R\0e\0s\0o\0u\0r\0c\0e\0s" in data  # UTF-16, in either order


def may_have_resources(text: str) -> bool:
    """Whether some mapping of the text has the key `Resources`."""
    return _RESOURCES.search(text) is not None


def is_certain(text: str) -> bool:
    """Whether this can be nothing but a template, even where it does not parse."""
    if _VERSION.search(text):
        return True
    return bool(_RESOURCES.search(text) and _TYPE.search(text))


def other_engine(text: str) -> bool:
    """Whether a templating engine (Jinja, Helm, ERB) has yet to run over this text."""
    return bool(_ENGINE.search(text))
