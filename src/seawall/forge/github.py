"""A small client of GitHub's REST API: retries, pages, limits; loaded only when asked for."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from email.message import Message

from seawall import __version__

# https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
_TRIES = 4
_LONGEST_WAIT = 60.0
_SECONDS = 30
_MOST_BYTES = 50_000_000
_MOST_PAGES = 100
_RETRIED = frozenset({429, 500, 502, 503, 504})


class Answer:
    """What the host said: `status` 0 where it could not be reached."""

    __slots__ = ("headers", "status", "value")

    def __init__(self, status: int, value: object, headers: Mapping[str, str]) -> None:
        self.status = status
        self.value = value
        self.headers = headers

    @property
    def is_fine(self) -> bool:
        return 200 <= self.status < 300

    @property
    def message(self) -> str:
        """The host's own words, in one short line."""
        said = self.value.get("message") if isinstance(self.value, dict) else ""
        words = " ".join(str(said or "no answer").split())
        return f"{self.status} {words}"[:200] if self.status else words[:200]


class Api:
    """One repository's API. `wait` sleeps; tests pass their own."""

    __slots__ = ("_token", "_url", "_wait", "repository")

    def __init__(
        self,
        url: str,
        repository: str,
        token: str,
        *,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._url = url.rstrip("/")
        self.repository = repository
        self._token = token
        self._wait = wait

    def get(self, path: str) -> Answer:
        return self._call("GET", self._address(path), None)

    def post(self, path: str, body: object) -> Answer:
        return self._call("POST", self._address(path), body)

    def patch(self, path: str, body: object) -> Answer:
        return self._call("PATCH", self._address(path), body)

    def pages(self, path: str) -> Iterator[Answer]:
        """Every page of a list; ends after the first that is not fine."""
        address = self._address(path)
        for _ in range(_MOST_PAGES):
            answer = self._call("GET", address, None)
            yield answer
            following = _next(answer.headers.get("link", ""))
            # a host that sends us elsewhere does not get our token
            if not answer.is_fine or not following.startswith(f"{self._url}/"):
                return
            address = following

    def _address(self, path: str) -> str:
        return f"{self._url}/repos/{self.repository}/{path}"

    def _call(self, method: str, address: str, body: object) -> Answer:
        for attempt in range(_TRIES):
            answer = self._once(method, address, body)
            pause = _pause(answer, attempt, repeatable=method == "GET")
            if pause is None or pause > _LONGEST_WAIT or attempt == _TRIES - 1:
                break
            self._wait(pause)
        return answer

    def _once(self, method: str, address: str, body: object) -> Answer:
        request = urllib.request.Request(
            address,
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self._token}",
                "Content-Type": "application/json",
                "User-Agent": f"seawall/{__version__}",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with _OPENER.open(request, timeout=_SECONDS) as reply:
                return _answer(reply.status, reply.headers, reply.read(_MOST_BYTES))
        except urllib.error.HTTPError as error:
            return _answer(error.code, error.headers, error.read(_MOST_BYTES))
        except (urllib.error.URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or type(error).__name__
            return Answer(0, {"message": f"cannot be reached: {reason}"}, {})


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the token to wherever it points."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def _answer(status: int, headers: Message, data: bytes) -> Answer:
    try:
        value = json.loads(data) if data else None
    except ValueError:
        value = None
    return Answer(status, value, {key.lower(): word for key, word in headers.items()})


def _pause(answer: Answer, attempt: int, *, repeatable: bool) -> float | None:
    """Seconds to wait before trying again; None for an answer that stands."""
    limited = answer.status in (403, 429) and (
        "retry-after" in answer.headers or answer.headers.get("x-ratelimit-remaining") == "0"
    )
    if limited:
        after = answer.headers.get("retry-after", "")
        if after.isdigit():
            return float(after)
        reset = answer.headers.get("x-ratelimit-reset", "")
        return max(1.0, float(reset) - time.time()) if reset.isdigit() else 60.0
    # a write that may have been carried out is not sent twice
    if answer.status == 429 or (repeatable and answer.status in _RETRIED | {0}):
        return float(2**attempt)
    return None


def _next(link: str) -> str:
    for part in link.split(","):
        address, _, rest = part.partition(";")
        if 'rel="next"' in rest:
            return address.strip().strip("<>")
    return ""
