"""From a CI system's environment to what has to be judged."""

import json
from collections.abc import Mapping

from seawall.errors import Undecided, UsageError
from seawall.forge import github_events
from seawall.forge.plan import Plan, is_zero
from seawall.words import say

Environment = Mapping[str, str]

_FULL_CLONE = {
    "gitlab": 'variables: { GIT_DEPTH: "0" }',
    "azure": "- checkout: self, fetchDepth: 0",
    "bitbucket": "clone: { depth: full }",
    "jenkins": "checkout scm with shallow: false",
    "buildkite": "git clone without --depth",
    "circleci": "checkout: { method: full }",
}


def plan(environment: Environment, payload: bytes | None) -> Plan:
    """The plan for this run; `payload` is the event's file where the system writes one.

    Raises UsageError outside of CI, Undecided for an event that cannot be read.
    """
    if environment.get("GITHUB_ACTIONS") == "true" or environment.get("GITHUB_EVENT_NAME"):
        return github_events.plan(environment, _parsed(payload))
    for name, there, make in _SYSTEMS:
        if environment.get(there):
            found = make(environment)
            found.system = name
            found.full_clone = _FULL_CLONE[name]
            return found
    raise UsageError(
        say(
            "no CI system found in the environment; use: seawall scan --range BASE..HEAD",
            "CI 環境が見つかりません。seawall scan --range BASE..HEAD を使ってください",
        )
    )


def _parsed(payload: bytes | None) -> Mapping[str, object]:
    try:
        value = json.loads(payload or b"")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise Undecided(
            say(
                "the event's payload (GITHUB_EVENT_PATH) is no JSON object",
                "イベントの内容 (GITHUB_EVENT_PATH) が JSON オブジェクトではありません",
            )
        )
    return value


def _gitlab(env: Environment) -> Plan:
    # https://docs.gitlab.com/ci/variables/predefined_variables/
    event = env.get("CI_PIPELINE_SOURCE", "")
    default = f"refs/remotes/origin/{env.get('CI_DEFAULT_BRANCH', 'main')}"
    branch = env.get("CI_COMMIT_BRANCH", "")
    if env.get("CI_MERGE_REQUEST_IID"):
        base = env.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
        # the target's tip is known to pipelines of merged results alone
        policy = env.get("CI_MERGE_REQUEST_TARGET_BRANCH_SHA") or base
        return Plan(
            "range",
            system="",
            event=event,
            base=base,
            head=env.get("CI_COMMIT_SHA", "HEAD"),
            policy_at=policy,
            pull_request=_number(env.get("CI_MERGE_REQUEST_IID", "")),
            fork=env.get("CI_MERGE_REQUEST_SOURCE_PROJECT_ID") != env.get("CI_PROJECT_ID"),
        )
    if event in ("schedule", "web", "api", "trigger", "pipeline"):
        return Plan("history", system="", event=event)
    before = env.get("CI_COMMIT_BEFORE_SHA", "")
    return _pushed(
        event,
        before=before,
        head=env.get("CI_COMMIT_SHA", "HEAD"),
        branch=branch,
        default=default,
    )


def _azure(env: Environment) -> Plan:
    # https://learn.microsoft.com/azure/devops/pipelines/build/variables
    event = env.get("BUILD_REASON", "")
    target = env.get("SYSTEM_PULLREQUEST_TARGETBRANCH", "").removeprefix("refs/heads/")
    if event == "PullRequest" and target:
        base = f"refs/remotes/origin/{target}"
        return Plan(
            "range",
            system="",
            event=event,
            base=base,
            head=env.get("SYSTEM_PULLREQUEST_SOURCECOMMITID") or "HEAD",
            policy_at=base,
            pull_request=_number(env.get("SYSTEM_PULLREQUEST_PULLREQUESTID", "")),
            fork=env.get("SYSTEM_PULLREQUEST_ISFORK") == "True",
        )
    if event in ("Schedule", "Manual"):
        return Plan("history", system="", event=event)
    branch = env.get("BUILD_SOURCEBRANCH", "").removeprefix("refs/heads/")
    return _pushed(event, before="", head=env.get("BUILD_SOURCEVERSION", "HEAD"), branch=branch)


def _bitbucket(env: Environment) -> Plan:
    # https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
    head = env.get("BITBUCKET_COMMIT", "HEAD")
    if env.get("BITBUCKET_PR_ID"):
        target = env.get("BITBUCKET_PR_DESTINATION_BRANCH", "")
        base = env.get("BITBUCKET_PR_DESTINATION_COMMIT") or f"refs/remotes/origin/{target}"
        number = _number(env["BITBUCKET_PR_ID"])
        return Plan(
            "range",
            system="",
            event="pull-request",
            base=base,
            head=head,
            policy_at=base,
            pull_request=number,
        )
    return _pushed("push", before="", head=head, branch=env.get("BITBUCKET_BRANCH", ""))


def _jenkins(env: Environment) -> Plan:
    # https://www.jenkins.io/doc/book/pipeline/multibranch/
    target = env.get("CHANGE_TARGET", "")
    if target:
        base = f"refs/remotes/origin/{target}"
        return Plan(
            "range",
            system="",
            event="change",
            base=base,
            policy_at=base,
            pull_request=_number(env.get("CHANGE_ID", "")),
            fork=bool(env.get("CHANGE_FORK")),
        )
    before = env.get("GIT_PREVIOUS_SUCCESSFUL_COMMIT") or env.get("GIT_PREVIOUS_COMMIT", "")
    return _pushed(
        "build",
        before=before,
        head=env.get("GIT_COMMIT", "HEAD"),
        branch=env.get("BRANCH_NAME", ""),
    )


def _buildkite(env: Environment) -> Plan:
    # https://buildkite.com/docs/pipelines/configure/environment-variables
    head = env.get("BUILDKITE_COMMIT", "HEAD")
    target = env.get("BUILDKITE_PULL_REQUEST_BASE_BRANCH", "")
    number = _number(env.get("BUILDKITE_PULL_REQUEST", ""))
    if target and number:
        base = f"refs/remotes/origin/{target}"
        return Plan(
            "range",
            system="",
            event="pull-request",
            base=base,
            head=head,
            policy_at=base,
            pull_request=number,
        )
    if env.get("BUILDKITE_SOURCE") == "schedule":
        return Plan("history", system="", event="schedule")
    default = f"refs/remotes/origin/{env.get('BUILDKITE_PIPELINE_DEFAULT_BRANCH') or 'HEAD'}"
    branch = env.get("BUILDKITE_BRANCH", "")
    return _pushed("push", before="", head=head, branch=branch, default=default)


def _circleci(env: Environment) -> Plan:
    # https://circleci.com/docs/reference/variables/
    branch = env.get("CIRCLE_BRANCH", "")
    return _pushed("push", before="", head=env.get("CIRCLE_SHA1", "HEAD"), branch=branch)


def _pushed(
    event: str, *, before: str, head: str, branch: str, default: str = "refs/remotes/origin/HEAD"
) -> Plan:
    """A push: from the state before it where that is known, else what no other branch has."""
    known = bool(before) and not is_zero(before) and bool(branch)
    trunk = "" if branch and default.endswith(f"/{branch}") else default
    return Plan(
        "range" if known else "new",
        system="",
        event=event,
        base=before if known else trunk,
        head=head,
        policy_at=trunk or (before if known else ""),
    )


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() else 0


_SYSTEMS = (
    ("gitlab", "GITLAB_CI", _gitlab),
    ("azure", "TF_BUILD", _azure),
    ("bitbucket", "BITBUCKET_BUILD_NUMBER", _bitbucket),
    ("buildkite", "BUILDKITE", _buildkite),
    ("circleci", "CIRCLECI", _circleci),
    ("jenkins", "JENKINS_URL", _jenkins),
)
