"""Conditions: which can hold together, and what that says about parameters."""

from collections.abc import Callable
from itertools import product
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from seawall.readers.cloudformation.choices import as_text
from seawall.readers.cloudformation.compose import bare
from seawall.readers.cloudformation.template import Template
from seawall.readers.cloudformation.tree import child, entries, plain, text_of
from seawall.readers.cloudformation.world import World
from seawall.value import Val

OTHER = "\0other"  # a parameter's value that no condition names
_MOST_CELLS = 16_000  # of one table: rows times conditions
MOST_ROWS = 128  # choices of parameters weighed for one group of conditions

Truth = bool | None
Row = dict[str, str]

_LOGIC = ("And", "Or", "Not", "Equals", "If", "Contains", "EachMemberIn", "EachMemberEquals")
_PSEUDO = ("AWS::Region", "AWS::AccountId", "AWS::StackName", "AWS::Partition", "AWS::URLSuffix")


class Conditions:
    """A table for each group of conditions that share a parameter: rows are choices of the
    parameters, columns what each condition is under them."""

    def __init__(
        self,
        template: Template,
        of: Callable[[], Callable[[Node, World], Val[Any]] | None],
        given: dict[str, Val[Any]],
    ) -> None:
        self._template = template
        self._of_whom = of  # weak: the values hold their conditions
        self._given = given
        self._nodes = {name: value for name, (_, value) in template.conditions.items()}
        self._group_of: dict[str, int] = {}  # of conditions and of parameters
        self._rows: list[list[Row]] = []
        self._usual: list[frozenset[int]] = []  # rows in which every default holds
        self._columns: dict[str, list[Truth]] = {}
        self._open: set[str] = set()
        self.solving = 0
        self.base = World()
        if self._nodes or template.section("Rules") is not None:
            self._group()
            self.base = World(tuple(frozenset(range(len(rows))) for rows in self._rows))

    def _of(self, node: Node, world: World) -> Val[Any]:
        of = self._of_whom()
        return of(node, world) if of is not None else Val.no_idea("asked too late")

    # -- questions -----------------------------------------------------------------------------

    def truth(self, name: str, world: World) -> tuple[Truth, bool]:
        """Whether a condition holds, and whether that is so whatever the parameters are."""
        if name in world.assumed:
            return world.assumed[name], True
        group = self._group_of.get(name)
        if group is None or name not in self._nodes:
            return None, False
        column = self._column(name)
        rows = world.rows[group]
        if (all_of := _uniform(column, rows)) is not None:
            return all_of, True
        usual = rows & self._usual[group]
        return (_uniform(column, usual) if usual else None), False

    def assume(self, world: World, name: str, truth: bool) -> World | None:
        """The world in which the condition is so; None where there is none."""
        if name in world.assumed:
            return world if world.assumed[name] is truth else None
        group = self._group_of.get(name)
        if group is None or name not in self._nodes:
            return world.narrowed(world.rows, name, truth)
        column = self._column(name)
        left = frozenset(row for row in world.rows[group] if column[row] in (truth, None))
        if not left:
            return None
        rows = (*world.rows[:group], left, *world.rows[group + 1 :])
        return world.narrowed(rows, name, truth)

    def choices(self, name: str, world: World) -> list[str] | None:
        """What a parameter may be in this world; None where nothing narrows it."""
        group = self._group_of.get("\0" + name)
        if group is None or group >= len(world.rows):
            return None
        rows = world.rows[group]
        if len(rows) == len(self._rows[group]) > 1:
            return None
        return list(dict.fromkeys(self._rows[group][row][name] for row in sorted(rows)))

    def holds(self, node: Node, world: World) -> Truth:
        """What a condition's expression gives in this world."""
        name, arg = _call(node)
        if name == "Condition":
            return self.truth(text_of(arg) or "", world)[0]
        parts = arg.value if isinstance(arg, SequenceNode) else []
        if name == "Not" and len(parts) == 1:
            inner = self.holds(parts[0], world)
            return None if inner is None else not inner
        if name in ("And", "Or"):
            stop = name == "Or"
            found = [self.holds(each, world) for each in parts]
            if stop in found:
                return stop
            return None if None in found else not stop
        if name == "Equals" and len(parts) == 2:
            return _equal(self._of(parts[0], world), self._of(parts[1], world))
        if name == "If" and len(parts) == 3:
            test = self.truth(text_of(parts[0]) or "", world)[0]
            return None if test is None else self.holds(parts[1 if test else 2], world)
        if name in ("Contains", "EachMemberIn") and len(parts) == 2:
            return self._contains(name, parts, world)
        value = self._of(node, world) if name == "" else None
        return value.value if value is not None and isinstance(value.value, bool) else None

    def _contains(self, name: str, parts: list[Node], world: World) -> Truth:
        one, other = self._of(parts[0], world), self._of(parts[1], world)
        where, what = (one, (other,)) if name == "Contains" else (other, one.items())
        if not where.known or not what:
            return None
        found = [
            any(_equal(item, each) for item in where.items())
            if all(_equal(item, each) is not None for item in where.items())
            else None
            for each in what
        ]
        return False if False in found else (None if None in found else True)

    # -- the tables ----------------------------------------------------------------------------

    def _column(self, name: str) -> list[Truth]:
        if name not in self._columns:
            if name in self._open:  # a condition that needs itself
                return [None] * MOST_ROWS
            self._open.add(name)
            self.solving += 1
            node, group = self._nodes[name], self._group_of[name]
            full = self.base.rows or tuple(frozenset(range(len(each))) for each in self._rows)
            self._columns[name] = [
                self.holds(node, World((*full[:group], frozenset((row,)), *full[group + 1 :])))
                for row in range(len(self._rows[group]))
            ]
            self.solving -= 1
            self._open.discard(name)
        return self._columns[name]

    def _group(self) -> None:
        """Sort conditions into groups that share parameters, and lay out each group's rows."""
        uses = {name: _names(node) for name, node in self._nodes.items()}
        rules = entries(self._template.section("Rules"))
        for name, (_, rule) in rules.items():
            uses["\1" + name] = _names(rule)
        parent: dict[str, str] = {}

        def root(name: str) -> str:
            while parent.setdefault(name, name) != name:
                name = parent[name]
            return name

        variables = {
            name
            for names in uses.values()
            for name in names
            if name in self._template.parameters or name in _PSEUDO
        }
        for name, names in uses.items():
            for each in sorted(names):
                if each in variables:
                    parent[root("\0" + each)] = root(name)
                elif each in self._nodes:
                    parent[root(each)] = root(name)
        groups: dict[str, list[str]] = {}
        for name in sorted(uses):
            groups.setdefault(root(name), []).append(name)
        for number, (top, members) in enumerate(sorted(groups.items())):
            mine = sorted(each for each in variables if root("\0" + each) == top)
            nodes = [
                self._nodes[each] if each in self._nodes else rules[each[1:]][1] for each in members
            ]
            literals = sorted({text for node in nodes for text in _literals(node)})
            domains = {each: self._domain(each, literals) for each in mine}
            rows = _rows(domains)[: max(16, _MOST_CELLS // len(members))]
            usual = {each: self._default(each) for each in mine}
            self._rows.append(rows)
            self._usual.append(
                frozenset(
                    at
                    for at, row in enumerate(rows)
                    if all(value is None or row[each] == value for each, value in usual.items())
                )
            )
            for each in members:
                self._group_of[each] = number
            for each in mine:
                self._group_of["\0" + each] = number

    def _default(self, name: str) -> str | None:
        given = self._given.get(name)
        if given is not None:
            return as_text(given.value) if given.known else None
        pair = self._template.parameters.get(name)
        node = child(pair[1], "Default") if pair else None
        return _spelled(node)

    def _domain(self, name: str, literals: list[str]) -> list[str]:
        """The values that tell conditions apart, the default first."""
        given = self._given.get(name)
        if given is not None and given.known and not given.possible:
            return [OTHER]
        if given is not None:
            texts = [as_text(each.value) if each.known else None for each in given.possible]
            if given.known:
                texts.insert(0, as_text(given.value))
            weighed = [OTHER if text is None else text for text in texts]
            return list(dict.fromkeys(weighed or [*literals, OTHER]))
        pair = self._template.parameters.get(name)
        default = self._default(name)
        allowed = child(pair[1], "AllowedValues") if pair else None
        if isinstance(allowed, SequenceNode) and allowed.value:
            named = [text for each in allowed.value if (text := _spelled(each)) is not None]
        else:
            named = [*literals, OTHER]
        first = [default] if default is not None else []
        return list(dict.fromkeys((*first, *named)))

    def apply_rules(self) -> None:
        """Leave out the choices that a rule of the template refuses."""
        self.solving += 1
        for name, (_, rule) in entries(self._template.section("Rules")).items():
            group = self._group_of.get("\1" + name)
            if group is None:
                continue
            when = child(rule, "RuleCondition")
            listed = child(rule, "Assertions")
            asserted = [
                found
                for each in (listed.value if isinstance(listed, SequenceNode) else ())
                if (found := child(each, "Assert")) is not None
            ]
            rows = self.base.rows
            left = set()
            for row in rows[group]:
                world = World((*rows[:group], frozenset((row,)), *rows[group + 1 :]))
                applies = True if when is None else self.holds(when, world)
                fails = any(self.holds(each, world) is False for each in asserted)
                if not (applies is True and fails):
                    left.add(row)
            if left:
                self.base = World((*rows[:group], frozenset(left), *rows[group + 1 :]))
        self.solving -= 1


def _uniform(column: list[Truth], rows: frozenset[int]) -> Truth:
    found = {column[row] for row in rows}
    return found.pop() if len(found) == 1 else None


def _rows(domains: dict[str, list[str]]) -> list[Row]:
    """Every combination; where there are too many, each value once beside the first ones."""
    size = 1
    for each in domains.values():
        size *= len(each)
    if size <= MOST_ROWS:
        return [dict(zip(domains, row, strict=True)) for row in product(*domains.values())]
    first = {name: values[0] for name, values in domains.items()}
    rows = [first]
    for name, values in domains.items():
        rows.extend({**first, name: value} for value in values[1:])
    return rows[: 4 * MOST_ROWS]


def _equal(one: Val[Any], other: Val[Any]) -> Truth:
    if one.known and other.known:
        left, right = as_text(one.value), as_text(other.value)
        if left is not None and right is not None:
            return left == right
    return None


def _call(node: Node) -> tuple[str, Node]:
    """The logic function a node calls, by its short name, and its argument."""
    if node.tag[0] == "!":
        return node.tag[1:], bare(node)
    if isinstance(node, MappingNode) and len(node.value) == 1:
        key, value = node.value[0]
        name = str(key.value).removeprefix("Fn::")
        if name in _LOGIC or name == "Condition":
            return name, value
    return "", node


def _spelled(node: Node | None) -> str | None:
    return as_text(plain(node)) if isinstance(node, ScalarNode) else None


def _names(node: Node) -> set[str]:
    """Every name of a parameter or condition that an expression may speak of."""
    if isinstance(node, ScalarNode):
        text = str(node.value)
        found = {text}
        while "${" in text:
            text = text.split("${", 1)[1]
            found.add(text.split("}", 1)[0])
        return found
    if isinstance(node, SequenceNode):
        return {name for each in node.value for name in _names(each)}
    return {name for _, value in node.value for name in _names(value)}


def _literals(node: Node) -> set[str]:
    """The texts that are compared with something."""
    name, arg = _call(node)
    if name == "Condition":
        return set()
    if isinstance(arg, ScalarNode):
        text = None if name else _spelled(arg)
        return set() if text is None else {text}
    if isinstance(arg, SequenceNode):
        return {text for each in arg.value for text in _literals(each)}
    return {text for key, value in arg.value if key.value != "Ref" for text in _literals(value)}
