"""A stand-in for GitHub's API on loopback: it remembers, and refuses what GitHub refuses."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pull_requests import PATCH, TEXT

from seawall.finding import Finding, Report
from seawall.forge.github import Api
from seawall.forge.review import Request, review
from seawall.reporters.options import Options
from seawall.words import Text

HEAD = "a" * 40


class GitHub:
    """One pull request, its files and comments; `calls` is what was asked."""

    def __init__(self) -> None:
        self.head = HEAD
        self.files: list[dict[str, Any]] = []
        self.comments: list[dict[str, Any]] = []
        self.reviews: list[dict[str, Any]] = []
        self.calls: list[tuple[str, str, Any]] = []
        self.tokens: set[str] = set()
        self.refuse: dict[str, list[tuple[int, dict[str, str]]]] = {}
        self.page = 2
        self.answers: list[tuple[str, str, int, Any]] = []
        self.url = ""

    def answer(self, method: str, path: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
        if method == "GET" and path == "pulls":
            return 200, [{"number": 7, "head": {"sha": self.head}}]
        if method == "GET" and path == "pulls/7":
            return 200, {"number": 7, "head": {"sha": self.head}}
        if method == "GET" and path == "pulls/7/files":
            return 200, self.files
        if method == "GET" and path == "pulls/7/comments":
            return 200, self.comments
        if method == "POST" and path == "pulls/7/reviews":
            return self.review(body)
        if method == "PATCH" and (found := re.fullmatch(r"pulls/comments/(\d+)", path)):
            for comment in self.comments:
                if comment["id"] == int(found[1]):
                    comment["body"] = body["body"]
                    return 200, comment
        return 404, {"message": "Not Found"}

    def review(self, body: Any) -> tuple[int, Any]:
        if not body.get("body") or body.get("event") != "COMMENT" or body["commit_id"] != self.head:
            return 422, {"message": "Unprocessable Entity"}
        for comment in body["comments"]:
            last = comment["line"]
            if not self.shows(comment["path"], comment.get("start_line", last), last):
                return 422, {"message": "Pull request review thread line must be part of the diff"}
        for comment in body["comments"]:
            self.add(comment["body"], comment["path"])
        self.reviews.append(body)
        return 200, {"id": len(self.reviews)}

    def shows(self, path: str, first: int, last: int) -> bool:
        """By the patch, line after line, in another way than the code under test."""
        for file in self.files:
            if file["filename"] != path:
                continue
            line, hunk, shown = 0, 0, {}
            for row in file.get("patch", "").splitlines():
                if row.startswith("@@"):
                    line, hunk = int(re.search(r"\+(\d+)", row)[1]), hunk + 1  # type: ignore[index]
                elif not row.startswith("-"):
                    shown[line] = hunk
                    line += 1
            return first in shown and last in shown and shown[first] == shown[last]
        return False

    def add(self, body: str, path: str, *, bot: bool = True) -> int:
        user = {"login": "github-actions[bot]" if bot else "eve", "type": "Bot" if bot else "User"}
        id = 100 + len(self.comments)
        self.comments.append({"id": id, "path": path, "body": body, "user": user})
        return id

    def wrote(self) -> list[tuple[str, str]]:
        return [(method, path) for method, path, _ in self.calls if method != "GET"]


@pytest.fixture
def host() -> Iterator[GitHub]:
    state = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def do(self) -> None:
            path, _, words = self.path.partition("?")
            query = dict(word.split("=", 1) for word in words.split("&") if word)
            path = path.removeprefix("/api/repos/org/repo/")
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else None
            state.calls.append((self.command, path, body))
            state.tokens.add(self.headers.get("Authorization", ""))
            headers: dict[str, str] = {}
            refused = state.refuse.get(f"{self.command} {path}") or []
            if refused:
                status, headers = refused.pop(0)
                value: Any = {"message": "Resource not accessible by integration"}
            else:
                status, value = state.answer(self.command, path, query, body)
            if status == 200 and isinstance(value, list) and self.command == "GET":
                number = int(query.get("page", 1))
                start = (number - 1) * state.page
                if start + state.page < len(value):
                    following = f"{state.url}/repos/org/repo/{path}?page={number + 1}"
                    headers["Link"] = f'<{following}>; rel="next", <{state.url}/x>; rel="last"'
                value = value[start : start + state.page]
            data = json.dumps(value).encode()
            self.send_response(status)
            for name, word in headers.items():
                self.send_header(name, word)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do

        def log_message(self, format: str, *args: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_address[1]}/api"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def no_wait() -> tuple[Callable[[float], None], list[float]]:
    waited: list[float] = []
    return waited.append, waited


@pytest.fixture
def run(host, no_wait):  # type: ignore[no-untyped-def]
    """Review these findings as the next push does."""
    wait, _ = no_wait
    host.files = [
        {"filename": "big.bin", "status": "added"},
        {"filename": "other.tf", "patch": "@@ -1,2 +1,2 @@ x\n-a\n+b\n c"},
        {"filename": "main.tf", "patch": PATCH},
    ]

    def call(*findings: Finding, at_head: bool = True) -> Text | None:
        request = Request(
            7,
            host.head,
            read=lambda path: TEXT if path == "main.tf" else None,
            at_head=lambda each: at_head,
        )
        api = Api(host.url, "org/repo", "token-of-the-job", wait=wait)
        return review(api, request, Report(findings, gate="ci"), Options())

    return call
