"""From a check's intent to the edits that say it, or to nothing and the remedy in words."""

from seawall.check import Add, AddResource, Drop, Intent, Problem, SetTo
from seawall.finding import Fix
from seawall.fixes import cloudformation, terraform
from seawall.fixes.change import edit
from seawall.model.resource import Resource
from seawall.span import Span
from seawall.words import Text, say

_NATIVE = (".tf", ".tofu")
_TEMPLATES = (".json", ".yaml", ".yml", ".template")


def plan(problem: Problem, resource: Resource | None) -> Fix | None:
    """The fix of one problem.

    Offered only where the literal stands in the resource's own block: a value that came through a
    variable or a shared module is shown, not edited.
    """
    intent = problem.fix
    if intent is None or resource is None or resource.trail or not _is_local(intent, resource):
        return None
    source = resource.span.source
    if source.path.endswith(_NATIVE):
        change = terraform.write(intent, resource)
    elif resource.language == "cloudformation" and source.path.endswith(_TEMPLATES):
        change = cloudformation.write(intent, resource)
    else:
        return None
    if change is None or source.text[change.start : change.end] == change.replacement:
        return None
    return Fix(_title(intent), problem.safe, (edit(source, change),))


def _is_local(intent: Intent, resource: Resource) -> bool:
    if isinstance(intent, Add | AddResource):
        return True
    value = intent.value
    span = value.span
    return (
        value.written
        and not value.via
        and span is not None
        and span.source.path == resource.span.source.path
        and _within(span, resource.span)
    )


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _title(intent: Intent) -> Text:
    if isinstance(intent, SetTo):
        to = terraform.literal(intent.to).strip('"')
        return say(f"Set to {to}", f"{to} に変更")
    if isinstance(intent, Drop):
        return say("Take it out", "取り除く")
    if isinstance(intent, Add):
        value = terraform.literal(intent.value)
        return say(f"Add {intent.name} = {value}", f"{intent.name} = {value} を追加")
    return say(f"Add a {intent.kind.replace('-', ' ')}", f"{intent.kind} を追加")
