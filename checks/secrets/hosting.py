"""Find tokens of hosting platforms."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Token

DIGITALOCEAN_TOKEN = Token(
    id="digitalocean-token",
    title="DigitalOcean personal access token",
    ja="DigitalOcean 個人アクセストークン",
    severity=CRITICAL,
    pattern=word(r"dop_v1_[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("DigitalOcean", "API > Tokens"),
    source="https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    rank=70,
    examples=shaped("DIGITALOCEAN_TOKEN", r"dop_v1_[0-9a-f]{64}", "dop_v1_"),
)

DIGITALOCEAN_OAUTH_TOKEN = Token(
    id="digitalocean-oauth-token",
    title="DigitalOcean OAuth token",
    ja="DigitalOcean OAuth トークン",
    severity=CRITICAL,
    pattern=word(r"doo_v1_[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("DigitalOcean", "API > Authorized applications"),
    source="https://docs.digitalocean.com/reference/api/oauth/",
    rank=70,
    examples=shaped("DO_OAUTH_TOKEN", r"doo_v1_[0-9a-f]{64}", "doo_v1_"),
)

DIGITALOCEAN_REFRESH_TOKEN = Token(
    id="digitalocean-refresh-token",
    title="DigitalOcean OAuth refresh token",
    ja="DigitalOcean リフレッシュトークン",
    severity=CRITICAL,
    pattern=word(r"dor_v1_[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("DigitalOcean", "API > Authorized applications"),
    source="https://docs.digitalocean.com/reference/api/oauth/",
    rank=70,
    examples=shaped("DO_REFRESH_TOKEN", r"dor_v1_[0-9a-f]{64}", "dor_v1_"),
)

HEROKU_KEY = Token(
    id="heroku-key",
    title="Heroku API key",
    ja="Heroku API キー",
    severity=CRITICAL,
    pattern=word(
        r"HRKU-(?:AA[A-Za-z0-9_-]{58}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("Heroku", "Account settings > API Key"),
    source="https://devcenter.heroku.com/articles/oauth",
    rank=70,
    examples=shaped(
        "HEROKU_API_KEY",
        r"HRKU-AA[A-Za-z0-9_-]{58}",
        "HRKU-",
        Bad(r"'⟦HRKU-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}⟧'"),
    ),
)

NETLIFY_TOKEN = Token(
    id="netlify-token",
    title="Netlify personal access token",
    ja="Netlify 個人アクセストークン",
    severity=HIGH,
    pattern=word(r"nf[pcou]_[A-Za-z0-9_]{36}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("Netlify", "User settings > Applications"),
    source="https://docs.netlify.com/api/get-started/",
    rank=70,
    examples=shaped("NETLIFY_AUTH_TOKEN", r"nfp_[A-Za-z0-9]{36}", "nfp_"),
)

VERCEL_TOKEN = Token(
    id="vercel-token",
    title="Vercel access token",
    ja="Vercel アクセストークン",
    severity=HIGH,
    pattern=word(r"vc[parik]_[A-Za-z0-9_-]{56}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("Vercel", "Account Settings > Tokens"),
    source="https://vercel.com/docs/rest-api",
    rank=70,
    examples=shaped("VERCEL_TOKEN", r"vcp_[A-Za-z0-9]{56}", "vcp_"),
)

FLY_TOKEN = Token(
    id="fly-token",
    title="Fly.io access token",
    ja="Fly.io アクセストークン",
    severity=CRITICAL,
    pattern=word(r"fo1_[A-Za-z0-9_-]{43}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("Fly.io", "Account > Access Tokens"),
    source="https://fly.io/docs/security/tokens/",
    rank=70,
    examples=shaped("FLY_API_TOKEN", r"fo1_[A-Za-z0-9_-]{43}", "fo1_"),
)

FLY_MACAROON = Token(
    id="fly-macaroon",
    title="Fly.io macaroon token",
    ja="Fly.io マカロントークン",
    severity=CRITICAL,
    pattern=word(r"fm(?:1[ra]?|2)_[A-Za-z0-9+/_-]{100,2000}={0,3}", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("Fly.io", "Account > Access Tokens"),
    source="https://fly.io/docs/security/tokens/",
    rank=70,
    examples=shaped("FLY_API_TOKEN", r"fm2_lJPE[A-Za-z0-9+/]{400}", "fm2_"),
)

RENDER_KEY = Token(
    id="render-key",
    title="Render API key",
    ja="Render API キー",
    severity=HIGH,
    pattern=word(r"rnd_[A-Za-z0-9]{28,32}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Servers, sites and databases of the account.",
        "アカウントのサーバー、サイト、データベース。",
    ),
    revoke=page("Render", "Account Settings > API Keys"),
    source="https://render.com/docs/api",
    rank=70,
    examples=shaped("RENDER_API_KEY", r"rnd_[A-Za-z0-9]{28}", "rnd_"),
)

HEROKU_LEGACY_KEY = Token(
    id="heroku-legacy-key",
    title="Heroku API key of the old form",
    ja="旧形式の Heroku API キー",
    severity=HIGH,
    pattern=labelled(
        r"heroku[_.\- ]?(?:api)?[_.\- ]?(?:key|token|secret|password)",
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Apps and databases of the account.", "アカウントのアプリとデータベース。"),
    revoke=page("Heroku", "Account settings > API Key"),
    source="https://devcenter.heroku.com/articles/oauth",
    rank=45,
    examples=plain(
        "HEROKU_API_KEY", r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    ),
)

VERCEL_LEGACY_TOKEN = Token(
    id="vercel-legacy-token",
    title="Vercel access token of the old form",
    ja="旧形式の Vercel アクセストークン",
    severity=HIGH,
    pattern=labelled(r"vercel[_.\- ]?(?:api|auth|access|deploy)?[_.\- ]?token", r"[A-Za-z0-9]{24}"),
    validate=random_only,
    entropy=3.5,
    opens=("Projects of the account.", "アカウントのプロジェクト。"),
    revoke=page("Vercel", "Account Settings > Tokens"),
    source="https://vercel.com/docs/rest-api",
    rank=45,
    examples=plain("VERCEL_TOKEN", r"[A-Za-z]{2}[0-9][A-Za-z0-9]{9}[0-9][A-Z][a-z][A-Za-z0-9]{9}"),
)

LINODE_TOKEN = Token(
    id="linode-token",
    title="Linode personal access token",
    ja="Linode 個人アクセストークン",
    severity=HIGH,
    pattern=labelled(
        r"linode[_.\- ]?(?:api|cli|access)?[_.\- ]?(?:token|key|secret)", r"[0-9a-f]{64}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Servers of the account.", "アカウントのサーバー。"),
    revoke=page("Akamai Cloud Manager", "My Profile > API Tokens"),
    source="https://techdocs.akamai.com/linode-api/reference/get-started",
    rank=45,
    examples=plain("LINODE_TOKEN", r"[0-9a-f]{64}"),
)
