"""Files a template names: nested stacks, applications, includes."""

import re
from posixpath import dirname, join, normpath

from yaml import Node, ScalarNode

from seawall.readers.cloudformation.assets import hashes
from seawall.readers.cloudformation.template import Template
from seawall.readers.cloudformation.tree import child, span_of, text_of

_LINK = re.compile(r"(?:TemplateURL|Location|aws:asset:path)[\"']?\s*:\s*[\"']?([^\s\"',{}]+)")
_WORDS = (b"TemplateURL", b"AWS::Serverless::Application", b"AWS::Include")


def names_files(data: bytes) -> bool:
    """Whether a template may name another file; a cheap question to its bytes."""
    return any(word in data for word in _WORDS)


def mentioned(path: str, text: str) -> set[str]:
    """Every local path that a template may name."""
    found = (resolve(path, match[1]) for match in _LINK.finditer(text))
    return {each for each in found if each is not None}


def resolve(path: str, link: str) -> str | None:
    """A link of the file at `path` as a path in the tree; None for what lies elsewhere."""
    if "://" in link or link.startswith(("/", "$", "!", "\\")) or "${" in link:
        return None
    found = normpath(join(dirname(path), link))
    return None if found.startswith("..") else found


def nested(
    template: Template, resource: Node, assets: dict[str, str]
) -> tuple[str | None, Node | None]:
    """The local template of a nested stack (None for a remote one) and where it is named."""
    kind = text_of(child(resource, "Type"))
    if kind == "AWS::CloudFormation::Stack":
        place = child(resource, "Properties", "TemplateURL")
        asset = text_of(child(resource, "Metadata", "aws:asset:path"))  # as CDK writes it
        link = asset or text_of(place)
        if link is None and place is not None and assets:
            span = span_of(template.source, place)
            known = [assets[name] for name in hashes(span.text) if name in assets]
            if known:
                return known[0], place
    elif kind == "AWS::Serverless::Application":
        place = child(resource, "Properties", "Location")
        link = text_of(place)
    else:
        return None, None
    return (resolve(template.source.path, link) if link else None), place


def included(path: str, location: Node) -> str | None:
    """The local file of an `AWS::Include`."""
    link = text_of(location) if isinstance(location, ScalarNode) else None
    return resolve(path, link) if link else None
