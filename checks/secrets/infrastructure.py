"""Find tokens of infrastructure tools: Pulumi, Doppler, Tailscale and others."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Good, Token

PULUMI_TOKEN = Token(
    id="pulumi-token",
    title="Pulumi access token",
    ja="Pulumi アクセストークン",
    severity=CRITICAL,
    pattern=word(r"pul-[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Stacks and their secrets.", "スタックとそのシークレット。"),
    revoke=page("Pulumi Cloud", "Personal access tokens"),
    source="https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    rank=70,
    examples=shaped("PULUMI_ACCESS_TOKEN", r"pul-[0-9a-f]{40}", "pul-"),
)

DOPPLER_PERSONAL_TOKEN = Token(
    id="doppler-personal-token",
    title="Doppler personal token",
    ja="Doppler 個人トークン",
    severity=CRITICAL,
    pattern=word(r"dp\.pt\.[A-Za-z0-9]{40,44}"),
    validate=plausible,
    entropy=3.0,
    opens=("All secrets that its owner may read.", "所有者が読めるすべてのシークレット。"),
    revoke=page("Doppler", "Tokens > Personal"),
    source="https://docs.doppler.com/reference/auth-token-formats",
    rank=70,
    examples=shaped("DOPPLER_TOKEN", r"dp\.pt\.[A-Za-z0-9]{43}", "dp.pt."),
)

DOPPLER_TOKEN = Token(
    id="doppler-token",
    title="Doppler service token",
    ja="Doppler サービストークン",
    severity=CRITICAL,
    pattern=word(r"dp\.(?:st|ct|scim|audit|sa|said)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}"),
    validate=plausible,
    entropy=3.0,
    opens=("The secrets of one configuration or more.", "1 つ以上の構成のシークレット。"),
    revoke=page("Doppler", "Project > Access > Service tokens"),
    source="https://docs.doppler.com/reference/auth-token-formats",
    rank=70,
    examples=shaped(
        "DOPPLER_TOKEN",
        r"dp\.st\.prd\.[A-Za-z0-9]{43}",
        "dp.st.",
        Bad(r"'⟦dp\.ct\.[A-Za-z0-9]{43}⟧'"),
    ),
)

ONEPASSWORD_SERVICE_TOKEN = Token(
    id="onepassword-service-token",
    title="1Password service account token",
    ja="1Password サービスアカウントトークン",
    severity=CRITICAL,
    pattern=word(r"ops_eyJ[A-Za-z0-9_-]{250,2000}={0,3}"),
    validate=plausible,
    entropy=3.0,
    opens=("The vaults that the account may read.", "アカウントが読めるすべての保管庫。"),
    revoke=page("1Password", "Developer Tools > Service Accounts"),
    source="https://developer.1password.com/docs/service-accounts/",
    rank=70,
    examples=shaped(
        "OP_SERVICE_ACCOUNT_TOKEN", r"ops_eyJzaWduSW5BZGRyZXNzIjoi[A-Za-z0-9_-]{700}", "ops_"
    ),
)

ONEPASSWORD_SECRET_KEY = Token(
    id="onepassword-secret-key",
    title="1Password Secret Key",
    ja="1Password Secret Key",
    severity=HIGH,
    pattern=word(
        r"A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "With the account password, every item of the person.",
        "アカウントパスワードと合わせれば、本人のすべてのアイテム。",
    ),
    revoke=page("1Password", "My Profile > Change Secret Key"),
    source="https://support.1password.com/secret-key/",
    rank=70,
    examples=shaped(
        "SECRET_KEY",
        r"A3-[A-Z2-9]{6}-[A-Z2-9]{6}-[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}",
        "A3-",
    ),
)

AGE_IDENTITY = Token(
    id="age-identity",
    title="age secret key",
    ja="age 秘密鍵",
    severity=CRITICAL,
    pattern=word(r"AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
    validate=plausible,
    entropy=3.0,
    opens=("Everything encrypted to its public key.", "対になる公開鍵で暗号化されたすべて。"),
    revoke=(
        "Make a new identity with age-keygen and encrypt everything to it anew.",
        "age-keygen で新しい鍵を作り、すべてを暗号化し直してください。",
    ),
    source="https://github.com/C2SP/C2SP/blob/main/age.md",
    rank=70,
    examples=shaped(
        "AGE_KEY",
        r"AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
        "AGE-SECRET-KEY-1",
        Good(r"age1⟦[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}⟧"),
    ),
)

TAILSCALE_KEY = Token(
    id="tailscale-key",
    title="Tailscale key",
    ja="Tailscale キー",
    severity=CRITICAL,
    pattern=word(r"tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{10,20}-[A-Za-z0-9]{20,40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Joining or governing the private network.", "プライベートネットワークへの参加や管理。"),
    revoke=page("the Tailscale admin console", "Settings > Keys"),
    source="https://tailscale.com/kb/1277/key-prefixes",
    rank=70,
    examples=shaped(
        "TS_AUTHKEY", r"tskey-auth-k[A-Za-z0-9]{11}CNTRL-[A-Za-z0-9]{32}", "tskey-auth-"
    ),
)

NGROK_TOKEN = Token(
    id="ngrok-token",
    title="ngrok auth token",
    ja="ngrok 認証トークン",
    severity=HIGH,
    pattern=word(r"[12][A-Za-z0-9]{26}_[A-Za-z0-9]{20,22}"),
    validate=random_only,
    entropy=3.8,
    opens=("Tunnels of the account.", "アカウントのトンネル。"),
    revoke=page("the ngrok dashboard", "Your Authtoken"),
    source="https://ngrok.com/docs/agent/",
    rank=70,
    examples=shaped(
        "NGROK_AUTHTOKEN", r"2[A-Za-z0-9]{26}_[A-Za-z0-9]{21}", "2", Good(r"version 2_000")
    ),
)
