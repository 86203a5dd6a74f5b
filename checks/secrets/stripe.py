"""Find Stripe keys; publishable keys are meant to be public."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, LOW
from seawall.token import Bad, Good, Token

STRIPE_SECRET_KEY = Token(
    id="stripe-secret-key",
    title="Stripe live secret key",
    ja="Stripe 本番シークレットキー",
    severity=CRITICAL,
    pattern=word(r"sk_live_[A-Za-z0-9]{20,247}"),
    validate=plausible,
    entropy=3.0,
    opens=("Payments, refunds and customers of the account.", "アカウントの決済、返金、顧客情報。"),
    revoke=page("Stripe Dashboard", "Developers > API keys > Roll key"),
    source="https://docs.stripe.com/keys",
    rank=70,
    examples=shaped(
        "STRIPE_SECRET_KEY",
        r"sk_live_(51)?[A-Za-z0-9]{24}",
        "sk_live_",
        Bad(r"key: ⟦sk_live_51[A-Za-z0-9]{97}⟧"),
        Good(r"STRIPE_KEY=⟦pk_live_[A-Za-z0-9]{24}⟧"),
    ),
)

STRIPE_RESTRICTED_KEY = Token(
    id="stripe-restricted-key",
    title="Stripe live restricted key",
    ja="Stripe 本番制限付きキー",
    severity=CRITICAL,
    pattern=word(r"rk_live_[A-Za-z0-9]{20,247}"),
    validate=plausible,
    entropy=3.0,
    opens=("The parts of the account that it was made for.", "許可された範囲のアカウント操作。"),
    revoke=page("Stripe Dashboard", "Developers > API keys > Roll key"),
    source="https://docs.stripe.com/keys",
    rank=70,
    examples=shaped(
        "STRIPE_RESTRICTED_KEY",
        r"rk_live_[A-Za-z0-9]{24}",
        "rk_live_",
        Good(r"STRIPE_KEY=⟦pk_live_[A-Za-z0-9]{99}⟧"),
    ),
)

STRIPE_TEST_KEY = Token(
    id="stripe-test-key",
    title="Stripe test key",
    ja="Stripe テストキー",
    severity=LOW,
    pattern=word(r"[sr]k_test_[A-Za-z0-9]{20,247}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Test data of the account; no money moves.",
        "アカウントのテストデータ。実際の決済はできません。",
    ),
    revoke=page("Stripe Dashboard", "Developers > API keys > Roll key"),
    source="https://docs.stripe.com/keys",
    rank=70,
    examples=shaped(
        "STRIPE_TEST_KEY",
        r"[sr]k_test_[A-Za-z0-9]{24}",
        "sk_test_",
        Good(r"⟦pk_test_[A-Za-z0-9]{24}⟧"),
        Good(r"sk_test_4eC39HqLyjW" + "DarjtT1zdp7dc"),
    ),
)

STRIPE_WEBHOOK_SECRET = Token(
    id="stripe-webhook-secret",
    title="Webhook signing secret",
    ja="Webhook 署名シークレット",
    severity=HIGH,
    pattern=word(r"whsec_[A-Za-z0-9+/]{32,100}={0,2}", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=("Forging events that the receiver trusts.", "受信側が信頼するイベントの偽造。"),
    revoke=page("Stripe Dashboard", "Developers > Webhooks > Roll secret"),
    source="https://docs.stripe.com/webhooks",
    rank=70,
    examples=shaped("WEBHOOK_SECRET", r"whsec_[A-Za-z0-9]{32}", "whsec_"),
)
