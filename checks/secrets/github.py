"""Find GitHub tokens."""

import random
from collections.abc import Callable

from seawall.checks.secrets.checksums import BASE62, crc32_base62
from seawall.checks.secrets.plausible import DROP, made_up, plausible
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM, Severity
from seawall.token import Bad, Context, Good, Judgement, Token
from seawall.words import say

_FORMAT = "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"
_ABOUT = "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github"
_OPENS = (
    "Repositories and settings that its owner or app may reach.",
    "所有者またはアプリが操作できるリポジトリと設定。",
)
_PAGE = page("GitHub", "Settings > Developer settings > Personal access tokens")
_APP_PAGE = page("GitHub", "Settings > Applications")


def judge_checksum(ctx: Context) -> Judgement | None:
    """The last six characters are the CRC32 of those before; a wrong one is said, not dropped."""
    body = ctx.secret.partition("_")[2]
    if made_up(body):
        return DROP
    if crc32_base62(body[:-6]) == body[-6:]:
        return Judgement(
            certain=True, facts=(say("its checksum is right", "チェックサムが一致します"),)
        )
    return Judgement(
        severity=HIGH,
        facts=(
            say(
                "well-formed, but its checksum is wrong",
                "形式は正しいもののチェックサムが一致しません",
            ),
        ),
    )


def judge_installation(ctx: Context) -> Judgement | None:
    if "." not in ctx.secret:
        return judge_checksum(ctx)
    return DROP if made_up(ctx.secret[4:60]) else None


def maker(prefix: str, length: int) -> Callable[[object], str]:
    def make(chance: object) -> str:
        assert isinstance(chance, random.Random)
        body = "".join(chance.choices(BASE62, k=length))
        return f"{prefix}{body}{crc32_base62(body)}"

    return make


def _classic(
    id: str, title: str, ja: str, prefix: str, length: int = 30, severity: Severity = CRITICAL
) -> Token:
    total = length + 6
    return Token(
        id=id,
        title=title,
        ja=ja,
        severity=severity,
        pattern=word(
            rf"{prefix}[A-Za-z0-9]{{36}}(?:[A-Za-z0-9]{{{total - 36}}})?", end="(?![A-Za-z0-9])"
        ),
        validate=judge_checksum,
        entropy=3.0,
        make=maker(prefix, length),
        opens=_OPENS,
        revoke=_PAGE if prefix == "ghp_" else _APP_PAGE,
        source=_FORMAT,
        rank=85,
        examples=(
            Bad("GITHUB_TOKEN=⟦make⟧"),
            Bad('{"token": "⟦make⟧"}'),
            Bad(f"git clone https://x:⟦{prefix}[A-Za-z0-9]{{{total}}}⟧@github.com/o/r.git"),
            Bad(f"Authorization: token ⟦{prefix}[A-Za-z0-9]{{{total}}}⟧"),
            Good(f"GITHUB_TOKEN={prefix}{'x' * total}"),
            Good(f"GITHUB_TOKEN={prefix}your_token_here"),
            Good(f"⟦{prefix}[A-Za-z0-9]{{{total + 5}}}⟧"),
            Good(f"tokens begin with {prefix}"),
        ),
    )


PERSONAL = _classic(
    "github-personal-access-token",
    "GitHub personal access token",
    "GitHub 個人アクセストークン",
    "ghp_",
)
OAUTH = _classic(
    "github-oauth-token", "GitHub OAuth access token", "GitHub OAuth アクセストークン", "gho_"
)
APP_USER = _classic(
    "github-app-user-token", "GitHub App user token", "GitHub App のユーザートークン", "ghu_"
)
REFRESH = _classic(
    "github-app-refresh-token",
    "GitHub App refresh token",
    "GitHub App のリフレッシュトークン",
    "ghr_",
    70,
)

INSTALLATION = Token(
    id="github-app-installation-token",
    title="GitHub App installation or Actions token",
    ja="GitHub App インストールまたは Actions のトークン",
    severity=HIGH,
    # the longer form is ghs_APPID_JWT, since 2026: docs.github.com calls its length variable
    pattern=word(
        r"ghs_(?:[A-Za-z0-9]{36}(?![A-Za-z0-9_]|\.[A-Za-z0-9])|[0-9]{1,12}_[A-Za-z0-9_-]{16,400}\.[A-Za-z0-9_-]{16,1200}\.[A-Za-z0-9_-]{16,800}|[A-Za-z0-9]{37,251}(?![A-Za-z0-9]))",
        end="",
    ),
    validate=judge_installation,
    entropy=3.0,
    make=maker("ghs_", 30),
    opens=(
        "What the app or workflow may do, for an hour.",
        "1 時間、アプリやワークフローに許された操作。",
    ),
    revoke=(
        "It ends within an hour; DELETE /installation/token with it ends it now.",
        "1 時間以内に失効します。すぐに止めるにはこのトークンで DELETE /installation/token を呼び出してください。",
    ),
    source=_ABOUT,
    rank=85,
    examples=(
        Bad("GITHUB_TOKEN=⟦make⟧"),
        Bad("token: ⟦ghs_[A-Za-z0-9]{36}⟧"),
        Bad(
            "GH_TOKEN=ghs_⟦[1-9][0-9]{5}⟧_⟦eyJ[A-Za-z0-9_-]{60}\\.eyJ[A-Za-z0-9_-]{200}\\.[A-Za-z0-9_-]{86}⟧"
        ),
        Good("GITHUB_TOKEN=${{ secrets.GITHUB_TOKEN }}"),
        Good("ghs_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        Good("ghs_[A-Za-z0-9]{36}"),
    ),
)

FINE_GRAINED = Token(
    id="github-fine-grained-token",
    title="GitHub fine-grained personal access token",
    ja="GitHub の詳細な個人アクセストークン",
    severity=CRITICAL,
    pattern=word(r"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}", end="(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.5,
    opens=_OPENS,
    revoke=_PAGE,
    source=_ABOUT,
    rank=85,
    examples=(
        Bad("GH_TOKEN=⟦github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}⟧"),
        Bad("https://⟦github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}⟧@github.com/o/r"),
        Bad("token = '⟦github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}⟧'"),
        Good(
            "GH_TOKEN=github_pat_xxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        Good("github_pat_ is the prefix"),
        Good("⟦github_pat_[A-Za-z0-9]{22}⟧"),
    ),
)

LEGACY = Token(
    id="github-legacy-token",
    title="GitHub token of the old form",
    ja="旧形式の GitHub トークン",
    severity=MEDIUM,
    pattern=labelled(
        r"(?:github|gh)[_.\- ]?(?:api|oauth|access|auth|personal)?[_.\- ]?(?:access[_.\- ]?)?(?:token|pat|key|secret|password)",
        "[0-9a-f]{40}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=_OPENS,
    revoke=_PAGE,
    source=_ABOUT,
    rank=45,
    precision="medium",
    examples=(
        Bad("GITHUB_TOKEN=⟦[0-9a-f]{40}⟧"),
        Bad('"github_oauth_token": "⟦[0-9a-f]{40}⟧"'),
        Bad("github-access-token: '⟦[0-9a-f]{40}⟧'"),
        Good("GITHUB_SHA=⟦[0-9a-f]{40}⟧"),
        Good("uses: github/action@⟦[0-9a-f]{40}⟧"),
        Good("GITHUB_TOKEN=${GITHUB_TOKEN}"),
    ),
)
