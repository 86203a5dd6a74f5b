"""Redshift's default followed the provider's version: what a constraint settles, and what not."""

import pytest

from seawall import adapters, readers
from seawall.model.resource import Bounds
from seawall.model.services import Endpoint
from seawall.readers.node import Options
from seawall.span import Source

TEXT = """
terraform {{
  required_providers {{
    aws = {{
      source  = "hashicorp/aws"
      version = "{version}"
    }}
  }}
}}
resource "aws_redshift_cluster" "facts" {{
  cluster_identifier = "facts"
}}
"""


class OneFile:
    def __init__(self, text: str) -> None:
        self.text = text

    def paths(self) -> tuple[str, ...]:
        return ("main.tf",)

    def source(self, path: str) -> Source | None:
        return Source(path, self.text.encode()) if path == "main.tf" else None


@pytest.mark.parametrize(
    ("version", "public", "certain"),
    [
        ("~> 6.0", False, True),
        (">= 6.0", False, True),
        ("6.2.0", False, True),
        (">= 5.0, < 6.0", True, True),
        ("~> 5.40", True, True),
        ("= 4.67", True, True),
        (">= 5.0", True, False),
        ("", True, False),
    ],
)
def test_the_constraint_settles_the_default(version: str, public: bool, certain: bool) -> None:
    (reading,) = readers.read(OneFile(TEXT.format(version=version)), Options())
    (endpoint,) = adapters.build(reading, Bounds()).all(Endpoint)
    assert endpoint.public.is_(public)
    assert endpoint.certain is certain
