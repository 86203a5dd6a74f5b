"""Find Login with Amazon credentials; client ids are identifiers."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Good, Token

AMAZON_CLIENT_SECRET = Token(
    id="amazon-client-secret",
    title="Login with Amazon client secret",
    ja="Login with Amazon クライアントシークレット",
    severity=CRITICAL,
    pattern=word(r"amzn1\.oa2-cs\.v1\.[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Selling Partner and advertising APIs in the app's name.",
        "アプリ名義での Selling Partner API と広告 API。",
    ),
    revoke=page("Amazon developer console", "Login with Amazon > Security profiles"),
    source="https://developer-docs.amazon.com/sp-api/docs/authorizing-selling-partner-api-applications",
    rank=70,
    examples=shaped(
        "LWA_CLIENT_SECRET",
        r"amzn1\.oa2-cs\.v1\.[0-9a-f]{64}",
        "amzn1.oa2-cs.v1.",
        Good(r"id: amzn1.application-oa2-client.⟦[0-9a-f]{32}⟧"),
    ),
)

AMAZON_OAUTH_TOKEN = Token(
    id="amazon-oauth-token",
    title="Login with Amazon token",
    ja="Login with Amazon トークン",
    severity=HIGH,
    pattern=word(r"Atz[ar](?:\||%7C)[A-Za-z0-9_-]{150,2000}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "The seller's or customer's account that consented.",
        "同意した出品者または顧客のアカウント。",
    ),
    revoke=page("Seller Central", "Apps and Services > Manage Your Apps"),
    source="https://developer-docs.amazon.com/sp-api/docs/connecting-to-the-selling-partner-api",
    rank=70,
    examples=shaped("REFRESH_TOKEN", r"Atzr\|IwEBI[A-Za-z0-9_-]{300}", "Atzr|"),
)
