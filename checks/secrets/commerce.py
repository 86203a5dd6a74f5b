"""Find keys of shops and payment services."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Good, Token

SHOPIFY_ADMIN_TOKEN = Token(
    id="shopify-admin-token",
    title="Shopify Admin API token",
    ja="Shopify Admin API トークン",
    severity=CRITICAL,
    pattern=word(r"shpat_[0-9a-fA-F]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Shopify admin", "Settings > Apps > Develop apps"),
    source="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
    rank=70,
    examples=shaped("SHOPIFY_TOKEN", r"shpat_[0-9a-f]{32}", "shpat_"),
)

SHOPIFY_APP_TOKEN = Token(
    id="shopify-app-token",
    title="Shopify custom or private app token",
    ja="Shopify カスタム／プライベートアプリトークン",
    severity=CRITICAL,
    pattern=word(r"shp(?:ca|pa)_[0-9a-fA-F]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Shopify admin", "Settings > Apps > Develop apps"),
    source="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
    rank=70,
    examples=shaped("SHOPIFY_TOKEN", r"shpca_[0-9a-f]{32}", "shpca_"),
)

SHOPIFY_SHARED_SECRET = Token(
    id="shopify-shared-secret",
    title="Shopify shared secret",
    ja="Shopify 共有シークレット",
    severity=CRITICAL,
    pattern=word(r"shpss_[0-9a-fA-F]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Shopify partner dashboard", "Apps > Client credentials"),
    source="https://shopify.dev/docs/apps/build/authentication-authorization",
    rank=70,
    examples=shaped("SHOPIFY_SECRET", r"shpss_[0-9a-f]{32}", "shpss_"),
)

SQUARE_TOKEN = Token(
    id="square-token",
    title="Square access token",
    ja="Square アクセストークン",
    severity=CRITICAL,
    pattern=word(r"EAAA[A-Za-z0-9_-]{60}"),
    validate=random_only,
    entropy=4.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Square developer console", "Applications > Credentials"),
    source="https://developer.squareup.com/docs/build-basics/access-tokens",
    rank=70,
    examples=shaped("SQUARE_ACCESS_TOKEN", r"EAAA[A-Za-z0-9_-]{60}", "EAAA"),
)

SQUARE_LEGACY_TOKEN = Token(
    id="square-legacy-token",
    title="Square token or OAuth secret",
    ja="Square トークン／OAuth シークレット",
    severity=CRITICAL,
    pattern=word(r"sq0(?:atp-[A-Za-z0-9_-]{22}|csp-[A-Za-z0-9_-]{43})"),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Square developer console", "Applications > Credentials"),
    source="https://developer.squareup.com/docs/build-basics/access-tokens",
    rank=70,
    examples=shaped(
        "SQUARE_SECRET",
        r"sq0csp-[A-Za-z0-9_-]{43}",
        "sq0csp-",
        Bad(r"'⟦sq0atp-[A-Za-z0-9_-]{22}⟧'"),
        Good(r"id: ⟦sq0idp-[A-Za-z0-9_-]{22}⟧"),
    ),
)

BRAINTREE_TOKEN = Token(
    id="braintree-token",
    title="Braintree production access token",
    ja="Braintree 本番アクセストークン",
    severity=CRITICAL,
    pattern=word(r"access_token\$production\$[a-z0-9]{16}\$[0-9a-f]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("PayPal Braintree", "Settings > API"),
    source="https://developer.paypal.com/braintree/docs/guides/credentials",
    rank=70,
    examples=shaped(
        "BRAINTREE_TOKEN",
        r"access_token\$production\$[a-z0-9]{16}\$[0-9a-f]{32}",
        "access_token$production$",
    ),
)

PLAID_TOKEN = Token(
    id="plaid-token",
    title="Plaid access token",
    ja="Plaid アクセストークン",
    severity=CRITICAL,
    pattern=word(
        r"access-(?:production|sandbox|development)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("Plaid", "the item's access token, with /item/access_token/invalidate"),
    source="https://plaid.com/docs/api/tokens/",
    rank=70,
    examples=shaped(
        "PLAID_ACCESS_TOKEN",
        r"access-production-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "access-production-",
    ),
)

RAZORPAY_KEY_ID = Token(
    id="razorpay-key-id",
    title="Razorpay key id",
    ja="Razorpay キー ID",
    severity=MEDIUM,
    pattern=word(r"rzp_(?:live|test)_[A-Za-z0-9]{14}"),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Razorpay dashboard", "Account & Settings > API Keys"),
    source="https://razorpay.com/docs/api/authentication/",
    rank=70,
    examples=shaped("RAZORPAY_KEY_ID", r"rzp_live_[A-Za-z0-9]{14}", "rzp_live_"),
)

RAZORPAY_KEY_SECRET = Token(
    id="razorpay-key-secret",
    title="Razorpay key secret",
    ja="Razorpay キーシークレット",
    severity=CRITICAL,
    pattern=labelled(r"razorpay[_.\- ]?(?:api[_.\- ]?)?(?:key[_.\- ]?)?secret", r"[A-Za-z0-9]{24}"),
    validate=random_only,
    entropy=3.5,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Razorpay dashboard", "Account & Settings > API Keys"),
    source="https://razorpay.com/docs/api/authentication/",
    rank=45,
    examples=plain("RAZORPAY_KEY_SECRET", r"[A-Za-z0-9]{20}[0-9][A-Z][a-z][A-Z]"),
)

FLUTTERWAVE_KEY = Token(
    id="flutterwave-key",
    title="Flutterwave secret key",
    ja="Flutterwave シークレットキー",
    severity=HIGH,
    pattern=word(r"FLWSECK(?:_TEST)?-[0-9a-f]{32}-X"),
    validate=plausible,
    entropy=3.0,
    opens=("Orders, customers and money of the account.", "アカウントの注文、顧客、資金。"),
    revoke=page("the Flutterwave dashboard", "Settings > API"),
    source="https://developer.flutterwave.com/docs/authentication",
    rank=70,
    examples=shaped(
        "FLW_SECRET_KEY",
        r"FLWSECK-[0-9a-f]{32}-X",
        "FLWSECK-",
        Bad(r"'⟦FLWSECK_TEST-[0-9a-f]{32}-X⟧'"),
        Good(r"⟦FLWPUBK-[0-9a-f]{32}-X⟧"),
    ),
)
