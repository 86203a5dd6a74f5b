"""Machines with IMDSv1 and a mighty role, joined over instance profiles."""

from collections.abc import Iterator

from seawall.adapters.chain import chains
from seawall.adapters.nodes import Nodes
from seawall.adapters.terraform import compute, iam
from seawall.model.compute import CredentialChain, MetadataService
from seawall.model.iam import Holder
from seawall.model.resource import Bounds

_PROFILE = "aws_iam_instance_profile"


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[CredentialChain]:
    if not any(True for _ in nodes.of(_PROFILE)):
        return  # without a profile no role runs on a machine
    services = [each for each in compute.adapt(nodes, bounds) if isinstance(each, MetadataService)]
    if services:
        holders = (each for each in iam.adapt(nodes, bounds) if isinstance(each, Holder))
        yield from chains(services, holders)
