"""Door: from files to located, evaluated resources, in whichever language they are written."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seawall.readers.node import Files, Options, Reading

_LANGUAGES = {
    "terraform": "seawall.readers.terraform.project",
    "cloudformation": "seawall.readers.cloudformation.project",
}


def read(
    files: "Files", options: "Options", touched: "frozenset[str] | None" = None
) -> "Iterator[Reading]":
    """Every project of the tree; with `touched` (changed and deleted paths) only those that read
    or used to read one of them."""
    for language, module in _LANGUAGES.items():
        # nothing but Terraform reads these, and the other language's reader is dear to load
        if language == "terraform" or touched is None or not all(map(_only_terraform, touched)):
            yield from import_module(module).read(files, options, touched)


def _only_terraform(path: str) -> bool:
    return path.endswith((".tf", ".tofu", ".tfvars", ".tf.json", ".tfvars.json", ".tftpl"))
