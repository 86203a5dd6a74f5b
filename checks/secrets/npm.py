"""Find npm access tokens."""

from seawall.checks.secrets.github import judge_checksum, maker
from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Good, Token

_OPENS = ("Publishing versions of the owner's packages.", "所有者のパッケージの公開。")
_REVOKE = page("npm", "Access Tokens")

ACCESS_TOKEN = Token(
    id="npm-token",
    title="npm access token",
    ja="npm アクセストークン",
    severity=CRITICAL,
    pattern=word(r"npm_[A-Za-z0-9]{36}", end="(?![A-Za-z0-9])"),
    validate=judge_checksum,
    entropy=3.0,
    make=maker("npm_", 30),
    opens=_OPENS,
    revoke=_REVOKE,
    rank=85,
    examples=(
        Bad("//registry.example.org/:_authToken=⟦make⟧"),
        Bad("NPM_TOKEN=⟦npm_[A-Za-z0-9]{36}⟧"),
        Bad("npm config set //r.example.org/:_authToken '⟦make⟧'"),
        Good("NPM_TOKEN=${NPM_TOKEN}"),
        Good(f"NPM_TOKEN=npm_{'x' * 36}"),
        Good("npm_config_registry_with_a_very_long_name_of_it"),
        Good("⟦npm_[A-Za-z0-9]{50}⟧"),
    ),
)

LEGACY_TOKEN = Token(
    id="npm-legacy-token",
    title="npm token of the old form",
    ja="旧形式の npm トークン",
    severity=HIGH,
    pattern=r"(?i:_authToken|npm[_.\- ]?(?:auth[_.\- ]?)?token)[\"'`\s:=>]{1,6}"
    r"(?P<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9-])",
    validate=plausible,
    entropy=2.5,
    opens=_OPENS,
    revoke=_REVOKE,
    rank=60,
    examples=(
        Bad(
            "//registry.example.org/:_authToken=⟦[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}⟧"
        ),
        Bad("NPM_TOKEN=⟦[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}⟧"),
        Bad(
            'npm_auth_token: "⟦[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}⟧"'
        ),
        Good("//registry.example.org/:_authToken=${NPM_TOKEN}"),
        Good("//registry.example.org/:_authToken=00000000-0000-0000-0000-000000000000"),
        Good("id: ⟦[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}⟧"),
    ),
)
