"""A template inside a template: the `TemplateBody` of a stack set, with its places."""

from yaml import Node, ScalarNode

from seawall.readers.cloudformation.compose import bare, documents
from seawall.readers.cloudformation.template import Template, is_template
from seawall.readers.cloudformation.tree import child, text_of
from seawall.span import Source


def body_of_stack_set(source: Source, resource: Node) -> Template | None:
    """The inner template where it stands in a block scalar."""
    if text_of(child(resource, "Type")) != "AWS::CloudFormation::StackSet":
        return None
    node = child(resource, "Properties", "TemplateBody")
    text = child(node, "Fn::Sub") or node
    if not isinstance(text, ScalarNode):
        return None
    text = bare(text)
    if not isinstance(text, ScalarNode) or text.style != "|":
        return None
    # everything else is blanked, so that each place in the inner text is its place in the outer
    outer = source.text
    start = outer.find("\n", text.start_mark.index) + 1
    end = text.end_mark.index
    if not 0 < start < end:
        return None
    blank = "".join("\n" if char == "\n" else " " for char in outer[:start])
    roots, _ = documents(blank + outer[start:end])
    found = [root for root in roots if is_template(root)]
    return Template(source, found[0]) if found else None
