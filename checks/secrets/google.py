"""Find Google credentials; OAuth client ids are identifiers."""

from seawall import patterns as re
from seawall.checks.secrets.plausible import DROP, plausible, random_only
from seawall.checks.secrets.private_keys import judge_pem
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page, run
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_OF_AN_ACCOUNT = re.compile(r"service_account|gserviceaccount|private_key_id")


def judge_service_account(ctx: Context) -> Judgement | None:
    """A private key that stands in a service account's file; any other is a plain private key."""
    return judge_pem(ctx) if _OF_AN_ACCOUNT.search(ctx.window) else DROP


def judge_refresh(ctx: Context) -> Judgement | None:
    return (
        DROP
        if "authorized_user" not in ctx.window and "client_id" not in ctx.window
        else plausible(ctx)
    )


GOOGLE_API_KEY = Token(
    id="google-api-key",
    title="Google API key",
    ja="Google API キー",
    severity=HIGH,
    pattern=word(r"AIza[A-Za-z0-9_-]{35}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "The APIs it is not restricted from, on the project's bill.",
        "制限されていない API をプロジェクトの課金で利用できます。",
    ),
    revoke=page("the Google Cloud console", "APIs & Services > Credentials"),
    source="https://cloud.google.com/docs/authentication/api-keys",
    rank=70,
    examples=shaped("GOOGLE_API_KEY", r"AIza[A-Za-z0-9_-]{35}", "AIza"),
)

GOOGLE_AUTH_KEY = Token(
    id="google-auth-key",
    title="Google AI auth key",
    ja="Google AI 認証キー",
    severity=HIGH,
    pattern=word(r"AQ\.Ab8RN6[A-Za-z0-9_-]{30,60}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "What the account, project or person may do at Google.",
        "アカウント、プロジェクト、本人に許された Google での操作。",
    ),
    revoke=page("Google AI Studio", "API keys"),
    source="https://cloud.google.com/docs/authentication/api-keys",
    rank=70,
    examples=shaped("GEMINI_API_KEY", r"AQ\.Ab8RN6[A-Za-z0-9_-]{44}", "AQ.Ab"),
)

GOOGLE_CLIENT_SECRET = Token(
    id="google-client-secret",
    title="Google OAuth client secret",
    ja="Google OAuth クライアントシークレット",
    severity=HIGH,
    pattern=word(r"GOCSPX-[A-Za-z0-9_-]{28}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "What the account, project or person may do at Google.",
        "アカウント、プロジェクト、本人に許された Google での操作。",
    ),
    revoke=page("the Google Cloud console", "APIs & Services > Credentials"),
    source="https://support.google.com/cloud/answer/6158849",
    rank=70,
    examples=shaped(
        "GOOGLE_CLIENT_SECRET",
        r"GOCSPX-[A-Za-z0-9_-]{28}",
        "GOCSPX-",
        Good(r"client_id = ⟦[0-9]{12}-[a-z0-9]{32}⟧.apps.googleusercontent.com"),
    ),
)

GOOGLE_LEGACY_CLIENT_SECRET = Token(
    id="google-legacy-client-secret",
    title="Google OAuth client secret of the old form",
    ja="旧形式の Google OAuth クライアントシークレット",
    severity=HIGH,
    pattern=labelled(
        r"google[_.\- ]?(?:oauth2?[_.\- ]?|auth[_.\- ]?)?client[_.\- ]?secret", r"[A-Za-z0-9_-]{24}"
    ),
    validate=random_only,
    entropy=3.5,
    opens=(
        "What the account, project or person may do at Google.",
        "アカウント、プロジェクト、本人に許された Google での操作。",
    ),
    revoke=page("the Google Cloud console", "APIs & Services > Credentials"),
    source="https://support.google.com/cloud/answer/6158849",
    rank=45,
    examples=plain("GOOGLE_CLIENT_SECRET", r"[A-Za-z][0-9][A-Z][A-Za-z0-9_-]{20}[a-z]"),
)

GOOGLE_ACCESS_TOKEN = Token(
    id="google-access-token",
    title="Google OAuth access token",
    ja="Google OAuth アクセストークン",
    severity=MEDIUM,
    pattern=word(r"ya29\.[A-Za-z0-9_-]{60,1500}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "What the account, project or person may do at Google.",
        "アカウント、プロジェクト、本人に許された Google での操作。",
    ),
    revoke=page("the Google account", "Security > Third-party access"),
    source="https://developers.google.com/identity/protocols/oauth2",
    rank=70,
    examples=shaped("GOOGLE_TOKEN", r"ya29\.[A-Za-z0-9_-]{160}", "ya29."),
)

GOOGLE_REFRESH_TOKEN = Token(
    id="google-refresh-token",
    title="Google OAuth refresh token",
    ja="Google OAuth リフレッシュトークン",
    severity=HIGH,
    pattern=word(r"1//0[A-Za-z0-9_-]{60,160}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "What the account, project or person may do at Google.",
        "アカウント、プロジェクト、本人に許された Google での操作。",
    ),
    revoke=page("the Google account", "Security > Third-party access"),
    source="https://developers.google.com/identity/protocols/oauth2",
    rank=70,
    examples=shaped("GOOGLE_REFRESH_TOKEN", r"1//0[A-Za-z0-9_-]{100}", "1//0"),
)

GOOGLE_USER_CREDENTIALS = Token(
    id="google-user-credentials",
    title="Google user credentials file",
    ja="Google ユーザー認証情報ファイル",
    severity=HIGH,
    pattern=r"\"refresh_token\"\s{0,4}:\s{0,4}\"(?P<secret>1//[A-Za-z0-9_-]{30,160})\"",
    validate=judge_refresh,
    entropy=3.0,
    opens=(
        "Everything that gcloud may do in the person's name.",
        "gcloud が本人の名義で行えるすべての操作。",
    ),
    revoke=run("gcloud auth application-default revoke"),
    source="https://cloud.google.com/docs/authentication/application-default-credentials",
    rank=75,
    examples=(
        Bad(
            r'{"client_id": "a", "refresh_token": "⟦1//0[A-Za-z0-9_-]{60}⟧", "type": "authorized_user"}'
        ),
        Bad(r'{"type": "authorized_user", "refresh_token": "⟦1//0[A-Za-z0-9_-]{100}⟧"}'),
        Bad(
            '{\n "client_id": "x.apps.googleusercontent.com",\n "refresh_token": "⟦1//0[A-Za-z0-9_-]{90}⟧"\n}'
        ),
        Good(r'{"type": "authorized_user", "refresh_token": "1//..."}'),
        Good(r'{"type": "authorized_user", "refresh_token": ""}'),
        Good(r'{"refresh_token": "⟦1//0[A-Za-z0-9_-]{60}⟧"}'),
    ),
)

GOOGLE_SERVICE_ACCOUNT_KEY = Token(
    id="google-service-account-key",
    title="Google service account key",
    ja="Google サービスアカウントキー",
    severity=CRITICAL,
    pattern=r"\"private_key\"\s{0,4}:\s{0,4}\"(?P<secret>-----BEGIN (?:RSA )?PRIVATE KEY-----[A-Za-z0-9+/=\\nr\s]{100,6000}-----END (?:RSA )?PRIVATE KEY-----)",
    validate=judge_service_account,
    opens=(
        "What the service account may do in its projects.",
        "プロジェクトでサービスアカウントに許された操作。",
    ),
    revoke=run("gcloud iam service-accounts keys delete KEY_ID --iam-account ACCOUNT"),
    source="https://cloud.google.com/iam/docs/keys-create-delete",
    rank=84,
    multiline=True,
    examples=(
        Bad(
            r'{"type": "service_account", "private_key_id": "⟦[0-9a-f]{40}⟧", "private_key": "-----BEGIN PRIVATE KEY-----\n⟦MIIEvgIBADANBgkqhkiG9w0BAQEFAASC[A-Za-z0-9+/]{32}(\\n[A-Za-z0-9+/]{64}){20}⟧\n-----END PRIVATE KEY-----\n"}'
        ),
        Bad(
            '{\n  "type": "service_account",\n  "private_key": "-----BEGIN PRIVATE KEY-----\\n⟦MIIEvgIBADANBgkqhkiG9w0BAQEFAASC[A-Za-z0-9+/]{32}(\\\\n[A-Za-z0-9+/]{64}){20}⟧\\n-----END PRIVATE KEY-----\\n",\n  "client_email": "a@b.iam.gserviceaccount.com"\n}\n'
        ),
        Bad(
            '"private_key": "-----BEGIN PRIVATE KEY-----\\n⟦MIIEvQIBADANBgkqhkiG9w0BAQEFAASC[A-Za-z0-9+/]{32}(\\\\n[A-Za-z0-9+/]{64}){22}⟧\\n-----END PRIVATE KEY-----\\n",\n"client_email": "x@y.iam.gserviceaccount.com"'
        ),
        Good(
            r'{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n"}'
        ),
        Good(r'{"type": "service_account", "client_email": "a@b.iam.gserviceaccount.com"}'),
        Good(r'{"private_key": "${GOOGLE_PRIVATE_KEY}"}'),
    ),
)

GOOGLE_STORAGE_HMAC_ID = Token(
    id="google-storage-hmac-id",
    title="Google Cloud Storage HMAC key id",
    ja="Google Cloud Storage HMAC キー ID",
    severity=MEDIUM,
    pattern=word(r"GOOG(?:1E[A-Z0-9]{55}|[A-Z0-9]{20})"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "What the account, project or person may do at Google.",
        "アカウント、プロジェクト、本人に許された Google での操作。",
    ),
    revoke=page("the Google Cloud console", "Cloud Storage > Settings > Interoperability"),
    source="https://cloud.google.com/storage/docs/authentication/hmackeys",
    rank=70,
    examples=shaped(
        "GCS_ACCESS_KEY",
        r"GOOG1E[A-Z2-7]{55}",
        "GOOG",
        Bad(r"key='⟦GOOG[A-Z2-7]{20}⟧'"),
        Good(r"GOOGLEAPPLICATIONCREDENTIAL"),
    ),
)

FIREBASE_SERVER_KEY = Token(
    id="firebase-server-key",
    title="Firebase Cloud Messaging server key",
    ja="Firebase Cloud Messaging サーバーキー",
    severity=MEDIUM,
    pattern=word(r"AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134}"),
    validate=plausible,
    entropy=3.0,
    opens=("Push messages to every device of the app.", "アプリの全端末へのプッシュ通知。"),
    revoke=page("the Firebase console", "Project settings > Cloud Messaging"),
    source="https://firebase.google.com/docs/cloud-messaging/migrate-v1",
    rank=70,
    examples=shaped("FCM_SERVER_KEY", r"AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134}", "AAAA"),
)
