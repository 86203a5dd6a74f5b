"""Find OpenAI keys."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Token

OPENAI_LEGACY_KEY = Token(
    id="openai-legacy-key",
    title="OpenAI API key",
    ja="OpenAI API キー",
    severity=CRITICAL,
    pattern=word(r"sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Models and stored files, on the organisation's bill.",
        "組織の課金でのモデル利用と保存ファイル。",
    ),
    revoke=page("the OpenAI platform", "API keys"),
    source="https://platform.openai.com/docs/api-reference/authentication",
    rank=70,
    examples=shaped("OPENAI_API_KEY", r"sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}", "sk-"),
)

OPENAI_PROJECT_KEY = Token(
    id="openai-project-key",
    title="OpenAI project key",
    ja="OpenAI プロジェクトキー",
    severity=CRITICAL,
    pattern=word(r"sk-proj-[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Models and stored files, on the organisation's bill.",
        "組織の課金でのモデル利用と保存ファイル。",
    ),
    revoke=page("the OpenAI platform", "API keys"),
    source="https://platform.openai.com/docs/api-reference/authentication",
    rank=70,
    examples=shaped(
        "OPENAI_API_KEY",
        r"sk-proj-[A-Za-z0-9_-]{74}T3BlbkFJ[A-Za-z0-9_-]{74}",
        "sk-proj-",
        Bad(r"key = '⟦sk-proj-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}⟧'"),
    ),
)

OPENAI_UNSIGNED_KEY = Token(
    id="openai-unsigned-key",
    title="Key in the form of OpenAI's",
    ja="OpenAI 形式のキー",
    severity=HIGH,
    pattern=word(r"sk-(?:proj-[A-Za-z0-9_-]{40,170}|[A-Za-z0-9]{48})"),
    validate=random_only,
    entropy=3.8,
    opens=(
        "Models and stored files, on the organisation's bill.",
        "組織の課金でのモデル利用と保存ファイル。",
    ),
    revoke=page("the OpenAI platform", "API keys"),
    source="https://platform.openai.com/docs/api-reference/authentication",
    rank=60,
    examples=shaped(
        "OPENAI_API_KEY", r"sk-[A-Za-z0-9]{48}", "sk-", Bad(r"sk: ⟦sk-proj-[A-Za-z0-9]{48}⟧")
    ),
)

OPENAI_SERVICE_KEY = Token(
    id="openai-service-key",
    title="OpenAI service account or admin key",
    ja="OpenAI サービスアカウント／管理キー",
    severity=CRITICAL,
    pattern=word(r"sk-(?:svcacct|admin|service)-[A-Za-z0-9_-]{40,220}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "The project or, for admin keys, the organisation.",
        "プロジェクト、管理キーの場合は組織全体。",
    ),
    revoke=page("the OpenAI platform", "Settings > Admin keys"),
    source="https://platform.openai.com/docs/api-reference/admin-api-keys",
    rank=70,
    examples=shaped(
        "OPENAI_ADMIN_KEY",
        r"sk-svcacct-[A-Za-z0-9_-]{74}T3BlbkFJ[A-Za-z0-9_-]{58}",
        "sk-admin-",
        Bad(r"'⟦sk-admin-[A-Za-z0-9_-]{58}T3BlbkFJ[A-Za-z0-9_-]{58}⟧'"),
    ),
)
