"""Every request of the review is one that GitHub's own API description allows."""

import json
import tarfile
from typing import Any

import jsonschema
import pytest
from npm import call
from pull_requests import finding

pytestmark = pytest.mark.host

OPERATIONS = {
    "pulls": "/repos/{owner}/{repo}/pulls",
    "pulls/7": "/repos/{owner}/{repo}/pulls/{pull_number}",
    "pulls/7/files": "/repos/{owner}/{repo}/pulls/{pull_number}/files",
    "pulls/7/comments": "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
    "pulls/7/reviews": "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    "pulls/comments/100": "/repos/{owner}/{repo}/pulls/comments/{comment_id}",
}


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("openapi")
    call(folder, "pack", "--silent", "@octokit/openapi@23.0.2")
    (packed,) = folder.glob("*.tgz")
    with tarfile.open(packed) as archive:
        member = archive.extractfile("package/generated/api.github.com.deref.json")
        assert member is not None
        value = json.load(member)
    assert isinstance(value, dict)
    return value


def test_requests_are_those_of_the_description(host, run, description) -> None:  # type: ignore[no-untyped-def]
    run(finding(fix=True), finding(40, fingerprint="f2"))
    host.head = "b" * 40
    run()
    seen = set()
    for method, path, body in host.calls:
        operation = description["paths"][OPERATIONS[path]][method.lower()]
        seen.add((method, path))
        if body is not None:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            jsonschema.Draft202012Validator({**schema, "additionalProperties": False}).validate(
                body
            )
    assert ("POST", "pulls/7/reviews") in seen
    assert ("PATCH", "pulls/comments/100") in seen
