"""Find tokens of database services."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Good, Token

SUPABASE_TOKEN = Token(
    id="supabase-token",
    title="Supabase personal access token",
    ja="Supabase 個人アクセストークン",
    severity=CRITICAL,
    pattern=word(r"sbp_(?:v0_)?[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("Supabase", "Account > Access Tokens"),
    source="https://supabase.com/docs/reference/api/introduction",
    rank=70,
    examples=shaped("SUPABASE_ACCESS_TOKEN", r"sbp_[0-9a-f]{40}", "sbp_"),
)

SUPABASE_SECRET_KEY = Token(
    id="supabase-secret-key",
    title="Supabase project secret key",
    ja="Supabase プロジェクトシークレットキー",
    severity=CRITICAL,
    pattern=word(r"sb_secret_[A-Za-z0-9_-]{31}"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("Supabase", "Project Settings > API Keys"),
    source="https://supabase.com/docs/guides/api/api-keys",
    rank=70,
    examples=shaped(
        "SUPABASE_SECRET_KEY",
        r"sb_secret_[A-Za-z0-9_-]{22}_[A-Za-z0-9]{8}",
        "sb_secret_",
        Good(r"key: ⟦sb_publishable_[A-Za-z0-9_-]{22}_[A-Za-z0-9]{8}⟧"),
    ),
)

PLANETSCALE_TOKEN = Token(
    id="planetscale-token",
    title="PlanetScale service token",
    ja="PlanetScale サービストークン",
    severity=CRITICAL,
    pattern=word(r"pscale_tkn_[A-Za-z0-9=._-]{32,64}"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("PlanetScale", "Settings > Service tokens"),
    source="https://planetscale.com/docs/api/reference/service-tokens",
    rank=70,
    examples=shaped("PLANETSCALE_TOKEN", r"pscale_tkn_[A-Za-z0-9_-]{43}", "pscale_tkn_"),
)

PLANETSCALE_PASSWORD = Token(
    id="planetscale-password",
    title="PlanetScale database password",
    ja="PlanetScale データベースパスワード",
    severity=CRITICAL,
    pattern=word(r"pscale_(?:pw|oauth)_[A-Za-z0-9=._-]{32,64}"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("PlanetScale", "Database > Settings > Passwords"),
    source="https://planetscale.com/docs/concepts/connection-strings",
    rank=70,
    examples=shaped("DATABASE_PASSWORD", r"pscale_pw_[A-Za-z0-9_-]{43}", "pscale_pw_"),
)

NEON_KEY = Token(
    id="neon-key",
    title="Neon API key",
    ja="Neon API キー",
    severity=HIGH,
    pattern=word(r"napi_[a-z0-9]{50,70}"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("the Neon console", "Account settings > API keys"),
    source="https://neon.com/docs/manage/api-keys",
    rank=70,
    examples=shaped("NEON_API_KEY", r"napi_[a-z0-9]{64}", "napi_"),
)

MONGODB_ATLAS_SECRET = Token(
    id="mongodb-atlas-secret",
    title="MongoDB Atlas service account secret",
    ja="MongoDB Atlas サービスアカウントシークレット",
    severity=CRITICAL,
    pattern=word(r"mdb_sa_sk_[A-Za-z0-9_-]{36,48}"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("MongoDB Atlas", "Identity & Access > Applications"),
    source="https://www.mongodb.com/docs/atlas/configure-api-access/",
    rank=70,
    examples=shaped(
        "ATLAS_SECRET",
        r"mdb_sa_sk_[A-Za-z0-9_-]{40}",
        "mdb_sa_sk_",
        Good(r"client: ⟦mdb_sa_id_[0-9a-f]{24}⟧"),
    ),
)

DATABRICKS_TOKEN = Token(
    id="databricks-token",
    title="Databricks personal access token",
    ja="Databricks 個人アクセストークン",
    severity=CRITICAL,
    pattern=word(r"dapi[0-9a-f]{32}(?:-[0-9]{1,2})?"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("Databricks", "Settings > Developer > Access tokens"),
    source="https://docs.databricks.com/aws/en/dev-tools/auth/pat",
    rank=70,
    examples=shaped(
        "DATABRICKS_TOKEN", r"dapi[0-9a-f]{32}", "dapi", Bad(r"'⟦dapi[0-9a-f]{32}-2⟧'")
    ),
)

DBT_TOKEN = Token(
    id="dbt-token",
    title="dbt Cloud token",
    ja="dbt Cloud トークン",
    severity=HIGH,
    pattern=word(r"dbt[uc]_[A-Za-z0-9_=-]{40,64}", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("dbt Cloud", "Account settings > API tokens"),
    source="https://docs.getdbt.com/docs/dbt-cloud-apis/authentication",
    rank=70,
    examples=shaped("DBT_TOKEN", r"dbtu_[A-Za-z0-9]{40}", "dbtu_"),
)

CONFLUENT_SECRET = Token(
    id="confluent-secret",
    title="Confluent API secret",
    ja="Confluent API シークレット",
    severity=HIGH,
    pattern=word(r"cflt[A-Za-z0-9+/]{56,60}(?:={0,2})", end=r"(?![A-Za-z0-9+/=])"),
    validate=plausible,
    entropy=3.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("Confluent Cloud", "API keys"),
    source="https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    rank=70,
    examples=shaped("CONFLUENT_SECRET", r"cflt[A-Za-z0-9+/]{60}", "cflt"),
)

CONFLUENT_LEGACY_SECRET = Token(
    id="confluent-legacy-secret",
    title="Confluent API secret of the old form",
    ja="旧形式の Confluent API シークレット",
    severity=HIGH,
    pattern=labelled(
        r"confluent[_.\- ]?(?:cloud[_.\- ]?|kafka[_.\- ]?|api[_.\- ]?){0,2}secret",
        r"[A-Za-z0-9+/]{64}",
        end=r"(?![A-Za-z0-9+/=])",
    ),
    validate=random_only,
    entropy=4.0,
    opens=("Data and settings of the project.", "プロジェクトのデータと設定。"),
    revoke=page("Confluent Cloud", "API keys"),
    source="https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    rank=45,
    examples=plain("CONFLUENT_API_SECRET", r"[A-Za-z0-9+/]{64}"),
)

SNOWFLAKE_TOKEN = Token(
    id="snowflake-token",
    title="Snowflake programmatic access token",
    ja="Snowflake プログラムアクセストークン",
    severity=CRITICAL,
    pattern=labelled(
        r"snowflake[_.\- ]?(?:pat|token|access[_.\- ]?token|password)",
        r"eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{40,1000}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("The warehouse, in the user's role.", "ユーザーのロールでのデータウェアハウス。"),
    revoke=page("Snowsight", "Governance & security > Users > Programmatic access tokens"),
    source="https://docs.snowflake.com/en/user-guide/programmatic-access-tokens",
    rank=72,
    examples=plain(
        "SNOWFLAKE_PAT", r"eyJraWQiOiI[A-Za-z0-9_-]{30}\.eyJ[A-Za-z0-9_-]{120}\.[A-Za-z0-9_-]{86}"
    ),
)
