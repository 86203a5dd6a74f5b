"""Find keys of monitoring services."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Good, Token

DATADOG_API_KEY = Token(
    id="datadog-api-key",
    title="Datadog API key",
    ja="Datadog API キー",
    severity=HIGH,
    pattern=labelled(
        r"(?:(?<![a-z])dd|datadog)[_.\- ]?(?:client[_.\- ]?)?api[_.\- ]?(?:key|token)",
        r"[0-9a-f]{32}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Datadog", "Organization Settings > API Keys"),
    source="https://docs.datadoghq.com/account_management/api-app-keys/",
    rank=45,
    examples=plain("DD_API_KEY", r"[0-9a-f]{32}"),
)

DATADOG_APP_KEY = Token(
    id="datadog-app-key",
    title="Datadog application key",
    ja="Datadog アプリケーションキー",
    severity=HIGH,
    pattern=word(r"ddapp_[A-Za-z0-9]{34}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Datadog", "Organization Settings > Application Keys"),
    source="https://docs.datadoghq.com/account_management/api-app-keys/",
    rank=70,
    examples=shaped("DD_APP_KEY", r"ddapp_[A-Za-z0-9]{34}", "ddapp_"),
)

DATADOG_LEGACY_APP_KEY = Token(
    id="datadog-legacy-app-key",
    title="Datadog application key of the old form",
    ja="旧形式の Datadog アプリケーションキー",
    severity=HIGH,
    pattern=labelled(
        r"(?:(?<![a-z])dd|datadog)[_.\- ]?app(?:lication)?[_.\- ]?key", r"[0-9a-f]{40}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Datadog", "Organization Settings > Application Keys"),
    source="https://docs.datadoghq.com/account_management/api-app-keys/",
    rank=45,
    examples=plain("DD_APP_KEY", r"[0-9a-f]{40}"),
)

NEWRELIC_USER_KEY = Token(
    id="newrelic-user-key",
    title="New Relic user key",
    ja="New Relic ユーザーキー",
    severity=CRITICAL,
    pattern=word(r"NRAK-[A-Z0-9]{27}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("New Relic", "API keys"),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    rank=70,
    examples=shaped(
        "NEW_RELIC_API_KEY", r"NRAK-[A-Z0-9]{27}", "NRAK-", Good(r"browser: ⟦NRJS-[0-9a-f]{19}⟧")
    ),
)

NEWRELIC_LICENCE_KEY = Token(
    id="newrelic-licence-key",
    title="New Relic licence key",
    ja="New Relic ライセンスキー",
    severity=HIGH,
    pattern=word(r"(?:eu01xx)?[0-9a-f]{30,36}NRAL"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("New Relic", "API keys"),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    rank=70,
    examples=shaped(
        "NEW_RELIC_LICENSE_KEY", r"[0-9a-f]{36}NRAL", "", Bad(r"key: ⟦eu01xx[0-9a-f]{30}NRAL⟧")
    ),
)

NEWRELIC_INSERT_KEY = Token(
    id="newrelic-insert-key",
    title="New Relic insert key",
    ja="New Relic インサートキー",
    severity=MEDIUM,
    pattern=word(r"NRII-[A-Za-z0-9-]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("New Relic", "API keys"),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    rank=70,
    examples=shaped("NEW_RELIC_INSERT_KEY", r"NRII-[A-Za-z0-9-]{32}", "NRII-"),
)

GRAFANA_SERVICE_TOKEN = Token(
    id="grafana-service-token",
    title="Grafana service account token",
    ja="Grafana サービスアカウントトークン",
    severity=CRITICAL,
    pattern=word(r"glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Grafana", "Administration > Service accounts"),
    source="https://grafana.com/docs/grafana/latest/administration/service-accounts/",
    rank=70,
    examples=shaped("GRAFANA_TOKEN", r"glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}", "glsa_"),
)

GRAFANA_CLOUD_TOKEN = Token(
    id="grafana-cloud-token",
    title="Grafana Cloud access policy token",
    ja="Grafana Cloud アクセスポリシートークン",
    severity=CRITICAL,
    pattern=word(r"glc_eyJ[A-Za-z0-9+/]{40,500}={0,2}", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Grafana Cloud", "Access policies"),
    source="https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/",
    rank=70,
    examples=shaped("GRAFANA_CLOUD_TOKEN", r"glc_eyJvIjoi[A-Za-z0-9]{120}", "glc_"),
)

GRAFANA_LEGACY_KEY = Token(
    id="grafana-legacy-key",
    title="Grafana API key of the old form",
    ja="旧形式の Grafana API キー",
    severity=HIGH,
    pattern=word(r"eyJrIjoi[A-Za-z0-9+/]{60,400}={0,2}", end=r"(?![A-Za-z0-9+/=]|\.[A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Grafana", "Administration > API keys"),
    source="https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/",
    rank=70,
    examples=shaped("GRAFANA_API_KEY", r"eyJrIjoi[A-Za-z0-9]{84}", "eyJrIjoi"),
)

SENTRY_ORGANISATION_TOKEN = Token(
    id="sentry-organisation-token",
    title="Sentry organisation token",
    ja="Sentry 組織トークン",
    severity=CRITICAL,
    pattern=word(r"sntrys_eyJ[A-Za-z0-9+/=_-]{80,500}", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Sentry", "Settings > Auth Tokens"),
    source="https://docs.sentry.io/account/auth-tokens/",
    rank=70,
    examples=shaped(
        "SENTRY_AUTH_TOKEN", r"sntrys_eyJpYXQiOi[A-Za-z0-9]{120}_[A-Za-z0-9]{43}", "sntrys_"
    ),
)

SENTRY_USER_TOKEN = Token(
    id="sentry-user-token",
    title="Sentry user token",
    ja="Sentry ユーザートークン",
    severity=CRITICAL,
    pattern=word(r"sntry[ui]_[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Sentry", "User settings > Auth Tokens"),
    source="https://docs.sentry.io/account/auth-tokens/",
    rank=70,
    examples=shaped(
        "SENTRY_AUTH_TOKEN",
        r"sntryu_[0-9a-f]{64}",
        "sntryu_",
        Good(r"dsn = https://⟦[0-9a-f]{32}⟧@o1.ingest.sentry.io/1"),
    ),
)

SENTRY_LEGACY_TOKEN = Token(
    id="sentry-legacy-token",
    title="Sentry token of the old form",
    ja="旧形式の Sentry トークン",
    severity=HIGH,
    pattern=labelled(
        r"sentry[_.\- ]?(?:auth|api|access|user|org)?[_.\- ]?(?:auth[_.\- ]?)?token",
        r"[0-9a-f]{64}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Sentry", "User settings > Auth Tokens"),
    source="https://docs.sentry.io/account/auth-tokens/",
    rank=45,
    examples=plain("SENTRY_AUTH_TOKEN", r"[0-9a-f]{64}"),
)

DYNATRACE_TOKEN = Token(
    id="dynatrace-token",
    title="Dynatrace token",
    ja="Dynatrace トークン",
    severity=HIGH,
    pattern=word(r"dt0[a-z][0-9]{2}\.[A-Z2-7]{24}\.[A-Z2-7]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("Dynatrace", "Access tokens"),
    source="https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
    rank=70,
    examples=shaped("DT_API_TOKEN", r"dt0c01\.[A-Z2-7]{24}\.[A-Z2-7]{64}", "dt0c01."),
)

POSTHOG_KEY = Token(
    id="posthog-key",
    title="PostHog personal API key",
    ja="PostHog 個人 API キー",
    severity=HIGH,
    pattern=word(r"phx_[A-Za-z0-9_-]{40,52}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("PostHog", "Settings > Personal API keys"),
    source="https://posthog.com/docs/api",
    rank=70,
    examples=shaped(
        "POSTHOG_KEY", r"phx_[A-Za-z0-9]{43}", "phx_", Good(r"key: ⟦phc_[A-Za-z0-9]{43}⟧")
    ),
)

LAUNCHDARKLY_KEY = Token(
    id="launchdarkly-key",
    title="LaunchDarkly key",
    ja="LaunchDarkly キー",
    severity=HIGH,
    pattern=word(r"(?:api|sdk)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    validate=plausible,
    entropy=3.0,
    opens=("Metrics, logs and settings of the organisation.", "組織のメトリクス、ログ、設定。"),
    revoke=page("LaunchDarkly", "Account settings > Authorization"),
    source="https://launchdarkly.com/docs/home/account/api",
    rank=70,
    examples=shaped(
        "LAUNCHDARKLY_SDK_KEY",
        r"sdk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "sdk-",
        Bad(r"'⟦api-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}⟧'"),
        Good(r"mobile: ⟦mob-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}⟧"),
    ),
)
