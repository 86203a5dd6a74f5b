"""CDK's list of assets: which local template a nested stack's URL stands for."""

import re
from posixpath import dirname, join

from seawall.readers.cloudformation.json_nodes import compose
from seawall.readers.cloudformation.tree import child, entries, text_of
from seawall.readers.node import Files

_HASH = re.compile(r"/([0-9a-f]{64})\.json")
_TEMPLATE = ".template.json"


def assets_of(files: Files, template: str) -> dict[str, str]:
    """Paths of the templates among a stack's assets, by their hash; {} for what CDK did not write.

    https://docs.aws.amazon.com/cdk/v2/guide/assets.html
    """
    if not template.endswith(_TEMPLATE) or template.endswith(".nested" + _TEMPLATE):
        return {}
    source = files.source(template.removesuffix(_TEMPLATE) + ".assets.json")
    root = compose(source.text) if source is not None else None
    found = {}
    for name, (_, asset) in entries(child(root, "files")).items():
        path = text_of(child(asset, "source", "path"))
        if path is not None and path.endswith(_TEMPLATE):
            found[name] = join(dirname(template), path)
    return found


def hashes(text: str) -> list[str]:
    """The assets that a text names by URL."""
    return _HASH.findall(text)
