"""One template taken apart: its sections, parameters, mappings and resources as nodes."""

from yaml import MappingNode, Node

from seawall.readers.cloudformation.tree import Entries, child, entries, text_of
from seawall.span import Source, Span

SAM = "AWS::Serverless-2016-10-31"


class Template:
    """The sections of one template."""

    __slots__ = ("source", "root", "sections", "parameters", "mappings", "conditions", "resources")

    def __init__(self, source: Source, root: Node) -> None:
        self.source = source
        self.root = root
        self.sections: Entries = entries(root)
        self.parameters = self._section("Parameters")
        self.mappings = self._section("Mappings")
        self.conditions = self._section("Conditions")
        self.resources = self._section("Resources")

    def _section(self, name: str) -> Entries:
        pair = self.sections.get(name)
        return entries(pair[1]) if pair is not None else {}

    def section(self, name: str) -> Node | None:
        pair = self.sections.get(name)
        return pair[1] if pair is not None else None

    def transforms(self) -> list[str]:
        """The names of its transforms, in order."""
        node = self.section("Transform")
        if node is None:
            return []
        items = node.value if isinstance(node.value, list) else [node]
        if isinstance(node, MappingNode):
            items = [node]
        names = []
        for each in items:
            name = text_of(child(each, "Name")) if isinstance(each, MappingNode) else text_of(each)
            if name:
                names.append(name)
        return names

    def type_of(self, name: str) -> str:
        pair = self.resources.get(name)
        return (text_of(child(pair[1], "Type")) or "") if pair is not None else ""

    def head(self) -> Span:
        start: int = self.root.start_mark.index
        return Span(self.source, start, len(self.source.text)).first_line()


def is_template(root: Node) -> bool:
    """Whether a composed document is a template: resources with types, or a template's marks."""
    if not isinstance(root, MappingNode):
        return False
    top = entries(root)
    resources = top.get("Resources")
    if resources is None or not isinstance(resources[1], MappingNode):
        return False
    if "AWSTemplateFormatVersion" in top or SAM in _texts(top.get("Transform")):
        return True
    found = entries(resources[1])
    return any(
        "::" in (text_of(child(value, "Type")) or name) for name, (_, value) in found.items()
    )


def inside_serverless(root: Node) -> Node | None:
    """The template under `resources` of a Serverless Framework file."""
    top = entries(root)
    if "service" not in top or "provider" not in top or "resources" not in top:
        return None
    inner = top["resources"][1]
    return inner if is_template(inner) else None


def _texts(pair: tuple[Node, Node] | None) -> list[str]:
    if pair is None:
        return []
    value = pair[1].value
    items = value if isinstance(value, list) else [pair[1]]
    return [text for each in items if isinstance(each, Node) and (text := text_of(each))]
