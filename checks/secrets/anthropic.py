"""Find Anthropic keys."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Token

ANTHROPIC_API_KEY = Token(
    id="anthropic-api-key",
    title="Anthropic API key",
    ja="Anthropic API キー",
    severity=CRITICAL,
    pattern=word(r"sk-ant-api[0-9]{2}-[A-Za-z0-9_-]{80,110}"),
    validate=plausible,
    entropy=3.0,
    opens=("Models, on the organisation's bill.", "組織の課金でのモデル利用。"),
    revoke=page("the Anthropic console", "Settings > API keys"),
    source="https://docs.anthropic.com/en/api/overview",
    rank=70,
    examples=shaped("ANTHROPIC_API_KEY", r"sk-ant-api03-[A-Za-z0-9_-]{93}AA", "sk-ant-api03-"),
)

ANTHROPIC_ADMIN_KEY = Token(
    id="anthropic-admin-key",
    title="Anthropic admin key",
    ja="Anthropic 管理キー",
    severity=CRITICAL,
    pattern=word(r"sk-ant-admin[0-9]{2}-[A-Za-z0-9_-]{80,110}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Members, workspaces and keys of the organisation.",
        "組織のメンバー、ワークスペース、キー。",
    ),
    revoke=page("the Anthropic console", "Settings > Admin keys"),
    source="https://docs.anthropic.com/en/api/administration-api",
    rank=70,
    examples=shaped(
        "ANTHROPIC_ADMIN_KEY", r"sk-ant-admin01-[A-Za-z0-9_-]{93}AA", "sk-ant-admin01-"
    ),
)

ANTHROPIC_OAUTH_TOKEN = Token(
    id="anthropic-oauth-token",
    title="Anthropic OAuth token",
    ja="Anthropic OAuth トークン",
    severity=HIGH,
    pattern=word(r"sk-ant-o[ar]t[0-9]{2}-[A-Za-z0-9_-]{80,110}"),
    validate=plausible,
    entropy=3.0,
    opens=("Models as the signed-in person.", "サインイン中の本人としてのモデル利用。"),
    revoke=page("the Anthropic console", "Settings > Account > Sign out everywhere"),
    source="https://docs.anthropic.com/en/api/overview",
    rank=70,
    examples=shaped(
        "CLAUDE_TOKEN",
        r"sk-ant-oat01-[A-Za-z0-9_-]{93}AA",
        "sk-ant-oat01-",
        Bad(r"'⟦sk-ant-ort01-[A-Za-z0-9_-]{93}AA⟧'"),
    ),
)
