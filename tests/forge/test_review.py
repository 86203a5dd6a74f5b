"""The review on a pull request, driven by the real client over HTTP."""

from collections.abc import Callable

import pytest
from pull_requests import finding

from seawall.finding import Finding, Report, Verdict
from seawall.forge import comments
from seawall.forge.github import Api
from seawall.forge.review import MOST, Request, review
from seawall.reporters.options import Options
from seawall.severity import CRITICAL
from seawall.span import Place

HEAD = "a" * 40


def test_a_finding_in_the_diff_gets_one_comment_with_a_suggestion(host, run) -> None:  # type: ignore[no-untyped-def]
    assert run(finding(fix=True)) is None
    (sent,) = host.reviews
    (comment,) = sent["comments"]
    assert (comment["path"], comment["line"], comment["side"]) == ("main.tf", 2, "RIGHT")
    assert "```suggestion\n  open   = false\n```" in comment["body"]
    assert comment["body"].startswith(comments.marked("f1"))
    assert "@everyone" not in comment["body"]
    assert host.tokens == {"Bearer token-of-the-job"}


def test_the_next_push_says_nothing_twice(host, run) -> None:  # type: ignore[no-untyped-def]
    run(finding())
    host.calls.clear()
    assert run(finding()) is None
    assert host.wrote() == []


def test_a_mended_finding_is_marked_once_and_its_suggestion_taken_back(host, run) -> None:  # type: ignore[no-untyped-def]
    run(finding(fix=True))
    host.head = "b" * 40
    run()
    (comment,) = host.comments
    assert "No longer found in bbbbbbbbbbbb." in comment["body"]
    assert "suggestion" not in comment["body"]
    assert comments.fingerprint_of(comment["body"]) == "f1"
    host.calls.clear()
    run()
    assert host.wrote() == []


def test_a_person_who_quotes_our_mark_is_left_alone(host, run) -> None:  # type: ignore[no-untyped-def]
    host.add(comments.marked("f1") + "\nmine", "main.tf", bot=False)
    run(finding())
    assert host.comments[0]["body"].endswith("mine")
    assert len(host.reviews) == 1


def test_findings_outside_the_diff_are_listed_in_the_body(host, run) -> None:  # type: ignore[no-untyped-def]
    assert run(finding(), finding(40, fingerprint="f2")) is None
    (sent,) = host.reviews
    assert len(sent["comments"]) == 1
    assert "main&#46;tf&#58;40" in sent["body"]


def test_a_line_that_changed_since_its_commit_gets_no_comment(host, run) -> None:  # type: ignore[no-untyped-def]
    assert run(finding(commit="c" * 40), at_head=False) is None
    (sent,) = host.reviews
    assert sent["comments"] == []
    assert "cccccccccccc" in sent["body"]


def test_comments_are_capped_and_the_worst_come_first(host, run) -> None:  # type: ignore[no-untyped-def]
    many = [finding(fingerprint=f"f{n}") for n in range(MOST + 5)]
    worst = finding(fingerprint="worst")
    worst.severity = CRITICAL
    run(*many, worst)
    (sent,) = host.reviews
    assert len(sent["comments"]) == MOST
    assert comments.fingerprint_of(sent["comments"][0]["body"]) == "worst"


def test_nothing_found_says_nothing(host, run) -> None:  # type: ignore[no-untyped-def]
    assert run() is None
    assert host.wrote() == []


def test_a_suppressed_finding_is_not_commented(host, run) -> None:  # type: ignore[no-untyped-def]
    quiet = finding()
    quiet.verdict = Verdict("suppressed", "baseline")
    assert run(quiet) is None
    assert host.wrote() == []


def test_a_secret_on_the_lines_forbids_the_suggestion(host, run) -> None:  # type: ignore[no-untyped-def]
    secret = Finding(
        "key", "secrets", CRITICAL, "a key", Place("main.tf", 2, 1, 2, 5), fingerprint="s"
    )
    run(finding(fix=True), secret)
    assert "```suggestion" not in "".join(each["body"] for each in host.reviews[0]["comments"])


def test_a_token_that_may_not_write_is_said_and_no_more(host, run) -> None:  # type: ignore[no-untyped-def]
    host.refuse["POST pulls/7/reviews"] = [(403, {})]
    assert "may not write" in run(finding())
    assert len(host.wrote()) == 1


def test_a_refused_line_falls_back_to_the_body(host, run) -> None:  # type: ignore[no-untyped-def]
    host.refuse["POST pulls/7/reviews"] = [(422, {})]
    assert run(finding()) is None
    (sent,) = host.reviews
    assert sent["comments"] == []
    assert "port-open" in sent["body"]


@pytest.mark.parametrize(
    ("answers", "waits"),
    [
        ([(429, {"Retry-After": "3"})], [3.0]),
        ([(403, {"Retry-After": "5"}), (429, {})], [5.0, 2.0]),
        ([(403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1"})], [1.0]),
    ],
)
def test_a_rate_limit_is_waited_for(host, run, no_wait, answers, waits) -> None:  # type: ignore[no-untyped-def]
    host.refuse["POST pulls/7/reviews"] = answers
    assert run(finding()) is None
    assert no_wait[1] == waits
    assert len(host.reviews) == 1


def test_a_long_rate_limit_is_not(host, run, no_wait) -> None:  # type: ignore[no-untyped-def]
    host.refuse["POST pulls/7/reviews"] = [(403, {"Retry-After": "3600"})]
    assert run(finding()) is not None
    assert no_wait[1] == []


def test_a_server_error_is_asked_again_but_never_written_again(host, run, no_wait) -> None:  # type: ignore[no-untyped-def]
    host.refuse["GET pulls/7/files"] = [(502, {}), (503, {})]
    host.refuse["POST pulls/7/reviews"] = [(502, {})]
    assert run(finding()) is not None
    assert no_wait[1] == [1.0, 2.0]
    assert [path for _, path in host.wrote()] == ["pulls/7/reviews"]


def test_a_newer_push_leaves_the_review_to_its_own_run(host, run) -> None:  # type: ignore[no-untyped-def]
    found = finding()
    host.head = "b" * 40
    request = Request(7, HEAD, read=lambda path: None, at_head=lambda each: True)
    api = Api(host.url, "org/repo", "t", wait=lambda seconds: None)
    assert "newer push" in str(review(api, request, Report((found,)), Options()))
    assert host.wrote() == []


def test_a_host_that_cannot_be_reached_is_said(
    no_wait: tuple[Callable[[float], None], list[float]],
) -> None:
    api = Api("http://127.0.0.1:9", "org/repo", "t", wait=no_wait[0])
    request = Request(7, HEAD, read=lambda path: None, at_head=lambda each: True)
    assert "cannot be reached" in str(review(api, request, Report((finding(),)), Options()))


def test_links_to_another_host_are_not_followed(host, run) -> None:  # type: ignore[no-untyped-def]
    host.page = 100
    host.refuse["GET pulls/7/comments"] = [(200, {"Link": '<http://127.0.0.1:9/x>; rel="next"'})]
    run(finding())
    assert all(not path.startswith("x") for _, path, _ in host.calls)
