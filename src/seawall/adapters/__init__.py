"""Door: from located resources to the typed model; all joining of resources happens behind it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seawall.model.resource import Bounds, Cloud
    from seawall.readers.node import Reading

# one module a service, the same names for both languages where both have the service; each has
# `adapt(nodes: Nodes, bounds: Bounds) -> Iterator[subject]`
_SERVICES: dict[str, tuple[str, ...]] = {
    "terraform": (
        "s3",
        "modules_s3",
        "iam",
        "grants",
        "chain",
        "compute",
        "data",
        "delivery",
        "guards",
        "modules_compute",
        "modules_data",
        "modules_network",
        "network",
        "organization",
        "region",
        "services",
    ),
    "cloudformation": (
        "s3",
        "iam",
        "grants",
        "chain",
        "compute",
        "data",
        "delivery",
        "guards",
        "network",
        "organization",
        "region",
        "services",
    ),
}


def build(reading: "Reading", bounds: "Bounds") -> "Cloud":
    """The model of one reading."""
    from_nodes = import_module("seawall.adapters.nodes").Nodes(reading)
    cloud = import_module("seawall.model.resource").Cloud
    return cloud(  # type: ignore[no-any-return]
        subject
        for service in _SERVICES[reading.language]
        for subject in import_module(f"seawall.adapters.{reading.language}.{service}").adapt(
            from_nodes, bounds
        )
    )
