"""How much a subject pattern of a web identity lets in."""

import pytest

from seawall.model.oidc import width


@pytest.mark.parametrize(
    ("subject", "how"),
    [
        ("*", "all"),
        ("unauthenticated", ""),
        ("acme", ""),
        ("repo:*", "all"),
        ("repo:*/app:*", "all"),
        ("repo:*:ref:refs/heads/main", "all"),
        ("repo:acme*", "owner"),
        ("repo:acme/*", "owner"),
        ("repo:acme/*:ref:refs/heads/main", "owner"),
        ("repo:acme/app:*", ""),
        ("repo:acme/app-*:*", ""),
        ("repo:acme/app:ref:refs/heads/main", ""),
        ("repo:acme/app:environment:production", ""),
        ("project_path:*", "all"),
        ("project_path:acme/*:ref_type:branch:ref:main", "owner"),
        ("project_path:acme/app:*", ""),
        ("organization:acme:project:web:workspace:*:run_phase:*", ""),
        ("organization:*", "all"),
        ("system:serviceaccount:shop:orders", ""),
        ("system:serviceaccount:shop:*", "owner"),
        ("system:serviceaccount:*:*", "all"),
    ],
)
def test_width_of_a_subject(subject: str, how: str) -> None:
    assert width(subject) == how
