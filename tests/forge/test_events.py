"""From a CI system's environment to a plan, system by system."""

import json
from pathlib import Path

import pytest
from npm import install

from seawall.errors import Undecided, UsageError
from seawall.forge.events import plan
from seawall.forge.plan import Plan

A, B, C, ZERO = "a" * 40, "b" * 40, "c" * 40, "0" * 40
MAIN = "refs/remotes/origin/main"

GITLAB = {
    "GITLAB_CI": "true",
    "CI_DEFAULT_BRANCH": "main",
    "CI_COMMIT_SHA": B,
    "CI_PROJECT_ID": "1",
}
AZURE = {"TF_BUILD": "True", "BUILD_SOURCEVERSION": B, "BUILD_SOURCEBRANCH": "refs/heads/topic"}
JENKINS = {"JENKINS_URL": "https://ci.example.com/", "GIT_COMMIT": B}
BUILDKITE = {
    "BUILDKITE": "true",
    "BUILDKITE_COMMIT": B,
    "BUILDKITE_PIPELINE_DEFAULT_BRANCH": "main",
}
BITBUCKET = {"BITBUCKET_BUILD_NUMBER": "4", "BITBUCKET_COMMIT": B, "BITBUCKET_BRANCH": "topic"}

# environment, (kind, base, head, policy, pull request)
CASES = {
    "gitlab merge request": (
        {
            **GITLAB,
            "CI_PIPELINE_SOURCE": "merge_request_event",
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": A,
            "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": C,
        },
        ("range", A, B, C, 7),
    ),
    "gitlab push": (
        {
            **GITLAB,
            "CI_PIPELINE_SOURCE": "push",
            "CI_COMMIT_BRANCH": "topic",
            "CI_COMMIT_BEFORE_SHA": A,
        },
        ("range", A, B, MAIN, 0),
    ),
    "gitlab push to the default branch": (
        {
            **GITLAB,
            "CI_PIPELINE_SOURCE": "push",
            "CI_COMMIT_BRANCH": "main",
            "CI_COMMIT_BEFORE_SHA": A,
        },
        ("range", A, B, A, 0),
    ),
    "gitlab new branch": (
        {
            **GITLAB,
            "CI_PIPELINE_SOURCE": "push",
            "CI_COMMIT_BRANCH": "topic",
            "CI_COMMIT_BEFORE_SHA": ZERO,
        },
        ("new", MAIN, B, MAIN, 0),
    ),
    "gitlab tag": (
        {
            **GITLAB,
            "CI_PIPELINE_SOURCE": "push",
            "CI_COMMIT_TAG": "v1",
            "CI_COMMIT_BEFORE_SHA": ZERO,
        },
        ("new", MAIN, B, MAIN, 0),
    ),
    "gitlab schedule": (
        {**GITLAB, "CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BRANCH": "main"},
        ("history", "", "HEAD", "", 0),
    ),
    "azure pull request": (
        {
            **AZURE,
            "BUILD_REASON": "PullRequest",
            "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
            "SYSTEM_PULLREQUEST_SOURCECOMMITID": B,
            "SYSTEM_PULLREQUEST_PULLREQUESTID": "9",
        },
        ("range", MAIN, B, MAIN, 9),
    ),
    "azure push": (
        {**AZURE, "BUILD_REASON": "IndividualCI"},
        ("new", "refs/remotes/origin/HEAD", B, "refs/remotes/origin/HEAD", 0),
    ),
    "azure schedule": ({**AZURE, "BUILD_REASON": "Schedule"}, ("history", "", "HEAD", "", 0)),
    "bitbucket pull request": (
        {**BITBUCKET, "BITBUCKET_PR_ID": "3", "BITBUCKET_PR_DESTINATION_COMMIT": A},
        ("range", A, B, A, 3),
    ),
    "bitbucket push": (
        BITBUCKET,
        ("new", "refs/remotes/origin/HEAD", B, "refs/remotes/origin/HEAD", 0),
    ),
    "jenkins change": (
        {**JENKINS, "CHANGE_TARGET": "main", "CHANGE_ID": "5"},
        ("range", MAIN, "HEAD", MAIN, 5),
    ),
    "jenkins build": (
        {**JENKINS, "GIT_PREVIOUS_SUCCESSFUL_COMMIT": A, "BRANCH_NAME": "topic"},
        ("range", A, B, "refs/remotes/origin/HEAD", 0),
    ),
    "buildkite pull request": (
        {**BUILDKITE, "BUILDKITE_PULL_REQUEST": "2", "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "main"},
        ("range", MAIN, B, MAIN, 2),
    ),
    "buildkite push": (
        {**BUILDKITE, "BUILDKITE_PULL_REQUEST": "false", "BUILDKITE_BRANCH": "topic"},
        ("new", MAIN, B, MAIN, 0),
    ),
    "circleci": (
        {"CIRCLECI": "true", "CIRCLE_SHA1": B, "CIRCLE_BRANCH": "topic"},
        ("new", "refs/remotes/origin/HEAD", B, "refs/remotes/origin/HEAD", 0),
    ),
}


def facts(found: Plan) -> tuple[str, str, str, str, int]:
    return found.kind, found.base, found.head, found.policy_at, found.pull_request


@pytest.mark.parametrize("name", CASES)
def test_plan_of_each_system(name: str) -> None:
    environment, expected = CASES[name]
    found = plan(environment, None)
    assert facts(found) == expected
    assert found.full_clone


def test_no_ci_system_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="--range"):
        plan({"HOME": "/home/ann"}, None)


@pytest.mark.parametrize("payload", [None, b"", b"{", b"[]", b"\xff"])
def test_an_unreadable_payload_is_undecided(payload: bytes | None) -> None:
    with pytest.raises(Undecided):
        plan({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push"}, payload)


@pytest.mark.host
def test_payloads_that_github_publishes(tmp_path: Path) -> None:
    """Every example of the events we know: a plan, with ids that are commits."""
    packages = install(tmp_path, "@octokit/webhooks-examples@7.6.1")
    folder = packages / "@octokit" / "webhooks-examples" / "api.github.com"
    index = json.loads((folder / "index.json").read_text("utf-8"))
    examples = {each["name"]: each["examples"] for each in index}
    seen = []
    for event in ("push", "pull_request", "merge_group", "workflow_dispatch"):
        for payload in examples[event]:
            found = plan(
                {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": event},
                json.dumps(payload).encode(),
            )
            seen.append((event, found.kind))
            if found.kind == "range":
                assert len(found.head) == 40
                assert found.head.strip("0")
            if event == "push":
                assert (found.kind == "nothing") == payload["deleted"]
                assert (found.kind == "new") == (
                    not payload["deleted"]
                    and (payload["created"] or not payload["ref"].startswith("refs/heads/"))
                )
            if event == "pull_request":
                assert found.pull_request == payload["number"]
                assert found.base == payload["pull_request"]["base"]["sha"]
    assert {("push", "nothing"), ("push", "new"), ("pull_request", "range")} <= set(seen)
    assert {("merge_group", "range"), ("workflow_dispatch", "history")} <= set(seen)
