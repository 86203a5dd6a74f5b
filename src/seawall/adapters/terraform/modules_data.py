"""Public addresses given to registry modules of databases and clusters, not at hand."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, text
from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.model.data import Database
from seawall.model.resource import Bounds
from seawall.model.services import Endpoint
from seawall.readers.node import Node
from seawall.value import Val, walk

_EKS = (
    ("cluster_endpoint_public_access", "cluster_endpoint_public_access_cidrs"),
    ("endpoint_public_access", "endpoint_public_access_cidrs"),
)


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Database | Endpoint]:
    for node in nodes.kinds("module"):
        if node.type.startswith("."):
            continue
        yield from _addresses(node)
        # https://github.com/terraform-aws-modules/terraform-aws-lambda: without a word it is NONE
        if "lambda" in node.type and flag(node.at("create_lambda_function_url")).is_(True):
            word = text(node.at("authorization_type")).or_default("NONE")
            public = word.map(lambda each: each == "NONE")
            yield Endpoint(**shared(node), kind="function", service="Lambda", public=public)
        for name, ranges in _EKS:
            public = flag(node.at(name))
            if public.absent and node.at(ranges).items():
                public = public.or_default(True)  # whoever writes ranges wants the endpoint
            if public.known and public.value is not None:
                yield Endpoint(
                    **shared(node),
                    kind="kubernetes",
                    service="EKS",
                    public=public,
                    sources=node.at(ranges),
                )


def _addresses(node: Node) -> Iterator[Database | Endpoint]:
    """`publicly_accessible` as an input, or inside one, say `instances = { one = {...} }`."""
    source = node.type.lower()
    found = [node.at("publicly_accessible"), node.at("repl_instance_publicly_accessible")]
    found += [
        each.at("publicly_accessible")
        for value in node.body.items()
        for each in walk(value)
        if isinstance(each.value, dict)
    ]
    for each in _under_type(node):
        yield Endpoint(**shared(node), kind="data", service="MSK", public=each)
    for public in found:
        if public.absent:
            continue
        if any(word in source for word in ("rds", "aurora", "database", "/db")):
            yield Database(**shared(node), public=flag(public))
        else:
            yield Endpoint(**shared(node), kind="data", service="the module", public=flag(public))


def _under_type(node: Node) -> Iterator[Val[Any]]:
    """`public_access = { type = "SERVICE_PROVIDED_EIPS" }`, at whatever depth."""
    for value in node.body.items():
        for each in walk(value):
            if isinstance(each.value, dict) and "public_access" in each.value:
                word = each.at("public_access.type")
                if word.is_("SERVICE_PROVIDED_EIPS"):
                    yield word.map(lambda _: True)
