"""Find keys of machine learning services."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import HIGH
from seawall.token import Bad, Good, Token

HUGGINGFACE_TOKEN = Token(
    id="huggingface-token",
    title="Hugging Face access token",
    ja="Hugging Face アクセストークン",
    severity=HIGH,
    pattern=word(r"hf_[A-Za-z0-9]{34}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("Hugging Face", "Settings > Access Tokens"),
    source="https://huggingface.co/docs/hub/security-tokens",
    rank=70,
    examples=shaped("HF_TOKEN", r"hf_[A-Za-z]{34}", "hf_"),
)

HUGGINGFACE_ORGANISATION_TOKEN = Token(
    id="huggingface-organisation-token",
    title="Hugging Face organisation token",
    ja="Hugging Face 組織トークン",
    severity=HIGH,
    pattern=word(r"api_org_[A-Za-z]{34}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("Hugging Face", "Organisation settings > Tokens"),
    source="https://huggingface.co/docs/hub/security-tokens",
    rank=70,
    examples=shaped("HF_ORG_TOKEN", r"api_org_[A-Za-z]{34}", "api_org_"),
)

GROQ_KEY = Token(
    id="groq-key",
    title="Groq API key",
    ja="Groq API キー",
    severity=HIGH,
    pattern=word(r"gsk_[A-Za-z0-9]{52}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("the Groq console", "API Keys"),
    source="https://console.groq.com/docs/api-reference",
    rank=70,
    examples=shaped("GROQ_API_KEY", r"gsk_[A-Za-z0-9]{52}", "gsk_"),
)

REPLICATE_TOKEN = Token(
    id="replicate-token",
    title="Replicate API token",
    ja="Replicate API トークン",
    severity=HIGH,
    pattern=word(r"r8_[A-Za-z0-9]{37}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("Replicate", "Account settings > API tokens"),
    source="https://replicate.com/docs/reference/http",
    rank=70,
    examples=shaped("REPLICATE_API_TOKEN", r"r8_[A-Za-z0-9]{37}", "r8_"),
)

PERPLEXITY_KEY = Token(
    id="perplexity-key",
    title="Perplexity API key",
    ja="Perplexity API キー",
    severity=HIGH,
    pattern=word(r"pplx-[A-Za-z0-9]{48}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("Perplexity", "Settings > API"),
    source="https://docs.perplexity.ai/",
    rank=70,
    examples=shaped("PPLX_API_KEY", r"pplx-[A-Za-z0-9]{48}", "pplx-"),
)

XAI_KEY = Token(
    id="xai-key",
    title="xAI API key",
    ja="xAI API キー",
    severity=HIGH,
    pattern=word(r"xai-[A-Za-z0-9]{80}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("the xAI console", "API Keys"),
    source="https://docs.x.ai/docs/overview",
    rank=70,
    examples=shaped("XAI_API_KEY", r"xai-[A-Za-z0-9]{80}", "xai-"),
)

OPENROUTER_KEY = Token(
    id="openrouter-key",
    title="OpenRouter API key",
    ja="OpenRouter API キー",
    severity=HIGH,
    pattern=word(r"sk-or-v1-[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("OpenRouter", "Settings > Keys"),
    source="https://openrouter.ai/docs/api-reference/authentication",
    rank=70,
    examples=shaped("OPENROUTER_API_KEY", r"sk-or-v1-[0-9a-f]{64}", "sk-or-v1-"),
)

DEEPSEEK_KEY = Token(
    id="deepseek-key",
    title="DeepSeek API key",
    ja="DeepSeek API キー",
    severity=HIGH,
    pattern=word(r"sk-[0-9a-f]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("the DeepSeek platform", "API keys"),
    source="https://api-docs.deepseek.com/",
    rank=60,
    examples=shaped(
        "DEEPSEEK_API_KEY",
        r"sk-[0-9a-f]{32}",
        "sk-",
        Bad(r"llm_key: ⟦sk-[0-9a-f]{32}⟧"),
        Good(r"class=sk-deepseek"),
    ),
)

LANGSMITH_KEY = Token(
    id="langsmith-key",
    title="LangSmith API key",
    ja="LangSmith API キー",
    severity=HIGH,
    pattern=word(r"lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("LangSmith", "Settings > API Keys"),
    source="https://docs.smith.langchain.com/",
    rank=70,
    examples=shaped("LANGSMITH_API_KEY", r"lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}", "lsv2_pt_"),
)

PINECONE_KEY = Token(
    id="pinecone-key",
    title="Pinecone API key",
    ja="Pinecone API キー",
    severity=HIGH,
    pattern=word(r"pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{50,70}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("the Pinecone console", "API keys"),
    source="https://docs.pinecone.io/guides/projects/manage-api-keys",
    rank=70,
    examples=shaped("PINECONE_API_KEY", r"pcsk_[A-Za-z0-9]{6}_[A-Za-z0-9]{63}", "pcsk_"),
)

NVIDIA_KEY = Token(
    id="nvidia-key",
    title="NVIDIA API key",
    ja="NVIDIA API キー",
    severity=HIGH,
    pattern=word(r"nvapi-[A-Za-z0-9_-]{60,70}"),
    validate=plausible,
    entropy=3.0,
    opens=("The service's models, on the account's bill.", "アカウントの課金でのモデル利用。"),
    revoke=page("NVIDIA NGC", "Setup > API keys"),
    source="https://docs.nvidia.com/ngc/",
    rank=70,
    examples=shaped("NVIDIA_API_KEY", r"nvapi-[A-Za-z0-9_-]{64}", "nvapi-"),
)

ELEVENLABS_KEY = Token(
    id="elevenlabs-key",
    title="ElevenLabs API key",
    ja="ElevenLabs API キー",
    severity=HIGH,
    pattern=word(r"sk_[0-9a-f]{48}"),
    validate=plausible,
    entropy=3.0,
    opens=("Voices and speech, on the account's bill.", "アカウントの課金での音声生成。"),
    revoke=page("ElevenLabs", "Profile > API keys"),
    source="https://elevenlabs.io/docs/api-reference/authentication",
    rank=70,
    examples=shaped("ELEVENLABS_API_KEY", r"sk_[0-9a-f]{48}", "sk_"),
)

PREFECT_KEY = Token(
    id="prefect-key",
    title="Prefect API key",
    ja="Prefect API キー",
    severity=HIGH,
    pattern=word(r"pn[ub]_[A-Za-z0-9]{36}"),
    validate=plausible,
    entropy=3.0,
    opens=("Flows and deployments of the workspace.", "ワークスペースのフローとデプロイメント。"),
    revoke=page("Prefect Cloud", "Profile > API keys"),
    source="https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",
    rank=70,
    examples=shaped("PREFECT_API_KEY", r"pnu_[A-Za-z0-9]{36}", "pnu_"),
)
