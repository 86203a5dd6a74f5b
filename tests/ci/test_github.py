"""`seawall ci` on real clones, one event after the other."""

from collections.abc import Callable

import pytest
from clones import ZERO, Ran, Repository

from samples import expand

Run = Callable[..., Ran]
KEY = expand('aws_access_key_id = "⟦AKIA[A-Z2-7]{16}⟧"\n')


def pull_request(base: str, head: str, *, fork: bool = False) -> dict[str, object]:
    return {
        "number": 7,
        "pull_request": {
            "number": 7,
            "base": {"sha": base, "ref": "main", "repo": {"id": 1}},
            "head": {"sha": head, "ref": "topic", "repo": {"id": 2 if fork else 1}},
        },
    }


def push(before: str, after: str, branch: str = "topic", **more: object) -> dict[str, object]:
    return {
        "ref": f"refs/heads/{branch}",
        "before": before,
        "after": after,
        "created": before == ZERO,
        "deleted": after == ZERO,
        "forced": False,
        "repository": {"default_branch": "main"},
        **more,
    }


@pytest.fixture
def base(repository: Repository) -> str:
    id = repository.commit("README.md", "hello\n")
    repository.push("main")
    repository.call("git", "checkout", "-q", "-b", "topic")
    return id


def test_clean_pull_request_passes(repository: Repository, github: Run, base: str) -> None:
    head = repository.commit("a.py", "print(1)\n")
    repository.push("topic")
    ran = github(repository.checkout("topic"), "pull_request", pull_request(base, head))
    assert (ran.code, ran.outputs["conclusion"], ran.outputs["findings"]) == (0, "pass", "0")
    assert "::error" not in ran.out
    assert "no findings" in ran.summary


@pytest.mark.parametrize("fork", [False, True], ids=["same", "fork"])
def test_key_in_a_pull_request_blocks_without_a_token(
    repository: Repository, github: Run, base: str, fork: bool
) -> None:
    head = repository.commit("a.py", f"x = 1\n{KEY}")
    repository.push("topic")
    ran = github(repository.checkout("topic"), "pull_request", pull_request(base, head, fork=fork))
    assert (ran.code, ran.outputs["conclusion"], ran.outputs["errors"]) == (1, "blocked", "1")
    assert "::error file=a.py,line=2," in ran.out
    assert "aws-access-key" in ran.summary
    assert KEY[21:-2] not in ran.out + ran.err + ran.summary


def test_key_added_and_removed_again_is_still_found(
    repository: Repository, github: Run, base: str
) -> None:
    added = repository.commit("a.py", KEY)
    head = repository.commit("a.py", None)
    repository.push("topic")
    ran = github(repository.checkout("topic"), "pull_request", pull_request(base, head))
    assert ran.code == 1
    assert added[:12] in ran.out
    assert "commit hook" in ran.summary


def test_what_the_base_branch_gained_since_is_not_judged(
    repository: Repository, github: Run, base: str
) -> None:
    head = repository.commit("a.py", "x = 1\n")
    repository.push("topic")
    repository.call("git", "checkout", "-q", "main")
    tip = repository.commit("b.py", KEY)
    repository.push("main")
    ran = github(repository.checkout("topic"), "pull_request", pull_request(tip, head))
    assert ran.code == 0


def test_settings_in_the_pull_request_do_not_judge_it(
    repository: Repository, github: Run, base: str
) -> None:
    repository.commit("seawall.toml", 'ignore = ["secrets"]\n')
    head = repository.commit("a.py", KEY)
    repository.push("topic")
    ran = github(repository.checkout("topic"), "pull_request", pull_request(base, head))
    assert ran.code == 1


def test_settings_of_the_base_do(repository: Repository, github: Run) -> None:
    base = repository.commit("seawall.toml", 'exclude = ["samples/"]\n')
    repository.push("main")
    repository.call("git", "checkout", "-q", "-b", "topic")
    head = repository.commit("samples/a.py", KEY)
    repository.push("topic")
    ran = github(repository.checkout("topic"), "pull_request", pull_request(base, head))
    assert ran.code == 0


def test_push_judges_what_is_new(repository: Repository, github: Run, base: str) -> None:
    old = repository.commit("old.py", KEY)
    head = repository.commit("new.py", "x = 1\n")
    repository.push("topic")
    ran = github(repository.checkout("topic"), "push", push(old, head))
    assert ran.code == 0
    ran = github(repository.checkout("topic", name="two"), "push", push(base, head))
    assert ran.code == 1


def test_new_branch_is_judged_against_the_default_branch(
    repository: Repository, github: Run, base: str
) -> None:
    head = repository.commit("a.py", KEY)
    repository.call("git", "branch", "twin")
    repository.push("topic", "twin")
    ran = github(repository.checkout("topic"), "push", push(ZERO, head))
    assert ran.code == 1


def test_forced_push_judges_the_new_commits(repository: Repository, github: Run, base: str) -> None:
    old = repository.commit("a.py", "x = 1\n")
    repository.push("topic")
    repository.call("git", "reset", "-q", "--hard", base)
    head = repository.commit("a.py", KEY)
    repository.push("topic")
    clone = repository.checkout("topic")
    repository.call("git", "fetch", "-q", "origin", old, at=clone)
    assert github(clone, "push", push(old, head, forced=True)).code == 1


def test_forced_push_over_a_lost_commit_is_not_passed_over(
    repository: Repository, github: Run, base: str
) -> None:
    head = repository.commit("a.py", KEY)
    repository.push("topic")
    ran = github(repository.checkout("topic"), "push", push("1" * 40, head, forced=True))
    assert ran.code in (1, 3)
    assert ran.outputs["conclusion"] != "pass"


def test_deleted_branch_has_nothing_to_judge(
    repository: Repository, github: Run, base: str
) -> None:
    ran = github(repository.checkout("main"), "push", push(base, ZERO))
    assert (ran.code, ran.outputs["conclusion"]) == (0, "pass")
    assert "deleted" in ran.err


def test_merge_group_judges_its_range_alone(repository: Repository, github: Run, base: str) -> None:
    old = repository.commit("old.py", KEY)
    head = repository.commit("new.py", "x = 1\n")
    repository.push("topic")
    clone = repository.checkout("topic")
    group = {"merge_group": {"base_sha": old, "head_sha": head}}
    assert github(clone, "merge_group", group).code == 0
    group = {"merge_group": {"base_sha": base, "head_sha": head}}
    assert github(clone, "merge_group", group).code == 1


@pytest.mark.parametrize("event", ["schedule", "workflow_dispatch"])
def test_a_schedule_judges_everything(
    repository: Repository, github: Run, base: str, event: str
) -> None:
    repository.commit("a.py", KEY)
    repository.commit("a.py", None)
    repository.push("topic")
    ran = github(repository.checkout("main"), event, {"repository": {"default_branch": "main"}})
    assert ran.outputs["errors"] == "1"


def test_shallow_clone_is_refused_with_the_line_to_add(
    repository: Repository, github: Run, base: str
) -> None:
    repository.commit("a.py", KEY)
    head = repository.commit("b.py", "x = 1\n")
    repository.push("topic")
    clone = repository.checkout("topic", depth=1)
    ran = github(clone, "pull_request", pull_request(base, head))
    assert (ran.code, ran.outputs["conclusion"]) == (3, "undecided")
    assert "fetch-depth: 0" in ran.err
    assert "could not decide" in ran.summary


@pytest.mark.parametrize("depth", [1, 2])
def test_shallow_clone_is_deepened_when_asked(
    repository: Repository, github: Run, base: str, depth: int
) -> None:
    repository.commit("a.py", KEY)
    repository.commit("b.py", "x = 1\n")
    head = repository.commit("c.py", "x = 1\n")
    repository.push("topic")
    clone = repository.checkout("topic", depth=depth)
    assert github(clone, "pull_request", pull_request(base, head), "--deepen").code == 1
    clone = repository.checkout("topic", depth=depth, name="two")
    assert github(clone, "push", push(ZERO, head), "--deepen").code == 1
    clone = repository.checkout("topic", depth=depth, name="three")
    event = {"repository": {"default_branch": "main"}}
    assert github(clone, "schedule", event, "--deepen").outputs["errors"] == "1"


def test_a_range_that_a_shallow_clone_holds_is_judged(
    repository: Repository, github: Run, base: str
) -> None:
    head = repository.commit("a.py", KEY)
    repository.push("topic")
    clone = repository.checkout("topic", depth=2)
    assert (
        github(clone, "merge_group", {"merge_group": {"base_sha": base, "head_sha": head}}).code
        == 1
    )


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        ("push", []),
        ("push", {"ref": "refs/heads/x", "before": ZERO, "after": "--upload-pack=x"}),
        ("merge_group", {}),
        ("pull_request", {"pull_request": {"base": {"sha": "HEAD"}, "head": {"sha": "x"}}}),
    ],
)
def test_a_payload_that_names_no_commit_is_undecided(
    repository: Repository, github: Run, base: str, event: str, payload: object
) -> None:
    ran = github(repository.checkout("main"), event, payload)
    assert (ran.code, ran.outputs["conclusion"]) == (3, "undecided")


def test_files_are_written_in_the_same_run(repository: Repository, github: Run, base: str) -> None:
    head = repository.commit("a.py", KEY)
    repository.push("topic")
    clone = repository.checkout("topic")
    ran = github(
        clone, "pull_request", pull_request(base, head), "-o", "sarif=s.sarif", "-o", "html=r.html"
    )
    assert ran.outputs["sarif"] == "s.sarif"
    assert ran.outputs["report"] == "r.html"
    assert '"aws-access-key"' in (clone / "s.sarif").read_text("utf-8")


def test_owners_come_from_the_base(repository: Repository, github: Run) -> None:
    base = repository.commit(".github/CODEOWNERS", "*.py @org/python\n")
    repository.push("main")
    repository.call("git", "checkout", "-q", "-b", "topic")
    head = repository.commit("a.py", KEY)
    repository.push("topic")
    ran = github(repository.checkout("topic"), "pull_request", pull_request(base, head))
    assert "org/python" in ran.summary


def test_what_could_not_be_decided_is_said_in_japanese_too(
    repository: Repository, github: Run, base: str
) -> None:
    clone = repository.checkout("main")
    ran = github(clone, "merge_group", {"merge_group": {}}, LC_ALL="ja_JP.UTF-8")
    assert "イベント" in ran.err
    assert "判定できませんでした" in ran.summary
