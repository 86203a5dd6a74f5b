"""What a reader hands on: located, evaluated resources of one project, in its language's words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from seawall.finding import Notice
from seawall.span import Source, Span
from seawall.value import Val


class Files(Protocol):
    """The tree a reader reads: the index, a commit, the work tree or a folder.

    Paths are relative to the tree's root, with forward slashes.
    """

    def paths(self) -> Iterable[str]:
        """Every file's path, sorted."""
        ...

    def source(self, path: str) -> Source | None:
        """The file at `path`, None where there is none; never outside the root."""
        ...


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Node:
    """One block or resource as its own engine would see it.

    `kind` is "resource", "data", "provider", "module", "output", "variable", "locals", "backend",
    "parameter", "template", "terraform" (a module's settings); `type` the language's own
    ("aws_s3_bucket", "AWS::S3::Bucket"; of a provider its name, of a module its source). `body` is
    a mapping of attributes; nested blocks are lists of mappings under their type's name; it is
    evaluated when asked for.
    `address` carries modules and instance keys (`module.a["x"].aws_s3_bucket.b[0]`).
    """

    language: str  # "terraform" or "cloudformation"
    kind: str
    type: str
    name: str
    address: str
    span: Span
    head: Span
    body: Val[Any]
    module: str = ""  # the address of the module it stands in, "" for the root
    trail: tuple[Span, ...] = ()  # module calls that lead here, outermost first
    exists: Val[Any] = field(default_factory=lambda: Val(True))
    provider: "Node | None" = None  # the provider configuration in force (Terraform)
    metadata: dict[str, str] = field(default_factory=dict)  # construct path, deployment...

    def at(self, path: str) -> Val[Any]:
        """The attribute under a dotted path; see `Val.at`."""
        return self.body.at(path)

    def blocks(self, name: str) -> tuple[Val[Any], ...]:
        """The nested blocks (or mappings of a list attribute) called `name`; () when none."""
        value = self.body.at(name)
        return (value,) if isinstance(value.value, dict) else value.items()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Reading:
    """One project as read: a Terraform root module with all it calls, or one template.

    `path` is the module's folder or the template's file; `files` every path that was read for it.
    """

    language: str
    path: str
    nodes: tuple[Node, ...]
    notices: tuple[Notice, ...] = ()
    files: frozenset[str] = frozenset()
    deployment: str = ""
    late: list[Notice] = field(default_factory=list)  # `notices`, then what values asked for show


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to evaluate: values given on the command line or by a deployment, and budgets."""

    variables: dict[str, str] = field(default_factory=dict)  # --var NAME=VALUE
    var_files: tuple[str, ...] = ()  # --var-file, paths in the tree
    parameters: dict[str, str] = field(default_factory=dict)  # CloudFormation, by name
    parameter_files: tuple[str, ...] = ()
    workspace: str = "default"
    environment: dict[str, str] = field(default_factory=dict)  # TF_VAR_*, only on request
    installed_modules: bool = False  # may read .terraform/modules
    deployment: str = ""
