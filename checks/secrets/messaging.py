"""Find keys of mail and message senders."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Good, Token

TWILIO_KEY_ID = Token(
    id="twilio-key-id",
    title="Twilio API key SID",
    ja="Twilio API キー SID",
    severity=MEDIUM,
    pattern=word(r"SK[0-9a-f]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("the Twilio console", "Account > API keys & tokens"),
    source="https://www.twilio.com/docs/iam/api-keys",
    rank=70,
    examples=shaped("TWILIO_API_KEY", r"SK[0-9a-f]{32}", "SK", Good(r"account: ⟦AC[0-9a-f]{32}⟧")),
)

TWILIO_AUTH_TOKEN = Token(
    id="twilio-auth-token",
    title="Twilio auth token",
    ja="Twilio 認証トークン",
    severity=CRITICAL,
    pattern=labelled(
        r"twilio[_.\- ]?(?:account[_.\- ]?|api[_.\- ]?)?(?:auth)?[_.\- ]?token", r"[0-9a-f]{32}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("the Twilio console", "Account > API keys & tokens"),
    source="https://www.twilio.com/docs/iam/api/authtoken",
    rank=45,
    examples=plain("TWILIO_AUTH_TOKEN", r"[0-9a-f]{32}", Good(r"sid: ⟦AC[0-9a-f]{32}⟧")),
)

TWILIO_TOKEN_BESIDE_SID = Token(
    id="twilio-token-beside-sid",
    title="Twilio auth token beside its account SID",
    ja="アカウント SID の隣にある Twilio 認証トークン",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9])AC[0-9a-f]{32}[^A-Za-z0-9]{1,12}(?:(?i:auth_?token|token|password)[^A-Za-z0-9]{1,8})?(?P<secret>[0-9a-f]{32})(?![A-Za-z0-9])",
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("the Twilio console", "Account > API keys & tokens"),
    source="https://www.twilio.com/docs/iam/api/authtoken",
    rank=50,
    examples=(
        Bad(r"Client('⟦AC[0-9a-f]{32}⟧', '⟦[0-9a-f]{32}⟧')"),
        Bad(r"https://⟦AC[0-9a-f]{32}⟧:⟦[0-9a-f]{32}⟧@api.twilio.com/"),
        Bad("sid = ⟦AC[0-9a-f]{32}⟧\nauth_token = ⟦[0-9a-f]{32}⟧\n"),
        Good(r"sid: ⟦AC[0-9a-f]{32}⟧"),
        Good(r"⟦AC[0-9a-f]{32}⟧ is the sid of etag ⟦[0-9a-f]{32}⟧"),
        Good(r"⟦AC[0-9a-f]{64}⟧"),
    ),
)

TWILIO_KEY_SECRET = Token(
    id="twilio-key-secret",
    title="Twilio API key secret",
    ja="Twilio API キーシークレット",
    severity=CRITICAL,
    pattern=labelled(r"twilio[_.\- ]?(?:api[_.\- ]?)?(?:key[_.\- ]?)?secret", r"[A-Za-z0-9]{32}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("the Twilio console", "Account > API keys & tokens"),
    source="https://www.twilio.com/docs/iam/api-keys",
    rank=44,
    examples=plain("TWILIO_API_SECRET", r"[A-Za-z0-9]{32}"),
)

SENDGRID_KEY = Token(
    id="sendgrid-key",
    title="SendGrid API key",
    ja="SendGrid API キー",
    severity=CRITICAL,
    pattern=word(r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("SendGrid", "Settings > API Keys"),
    source="https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    rank=70,
    examples=shaped("SENDGRID_API_KEY", r"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}", "SG."),
)

MAILGUN_KEY = Token(
    id="mailgun-key",
    title="Mailgun private API key",
    ja="Mailgun プライベート API キー",
    severity=CRITICAL,
    pattern=word(r"key-[0-9a-f]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("Mailgun", "Account > API Security"),
    source="https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/api-key-mgmt",
    rank=70,
    examples=shaped("MAILGUN_API_KEY", r"key-[0-9a-f]{32}", "key-"),
)

MAILGUN_NEW_KEY = Token(
    id="mailgun-new-key",
    title="Mailgun API key",
    ja="Mailgun API キー",
    severity=CRITICAL,
    pattern=word(r"[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("Mailgun", "Account > API Security"),
    source="https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/api-key-mgmt",
    rank=70,
    examples=shaped("MAILGUN_API_KEY", r"[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}", ""),
)

MAILCHIMP_KEY = Token(
    id="mailchimp-key",
    title="Mailchimp API key",
    ja="Mailchimp API キー",
    severity=HIGH,
    pattern=word(r"[0-9a-f]{32}-us[0-9]{1,2}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("Mailchimp", "Account > Extras > API keys"),
    source="https://mailchimp.com/developer/marketing/guides/quick-start/",
    rank=70,
    examples=shaped("MAILCHIMP_API_KEY", r"[0-9a-f]{32}-us[1-9][0-9]", ""),
)

MANDRILL_KEY = Token(
    id="mandrill-key",
    title="Mailchimp Transactional key",
    ja="Mailchimp Transactional キー",
    severity=HIGH,
    pattern=word(r"md-[A-Za-z0-9_-]{22}"),
    validate=random_only,
    entropy=3.6,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("Mailchimp Transactional", "Settings > SMTP & API Info"),
    source="https://mailchimp.com/developer/transactional/guides/quick-start/",
    rank=70,
    examples=shaped(
        "MANDRILL_API_KEY",
        r"md-[A-Za-z0-9]{22}",
        "md-",
        Good(r"class='md-toolbar-section-start-a'"),
    ),
)

BREVO_KEY = Token(
    id="brevo-key",
    title="Brevo API key",
    ja="Brevo API キー",
    severity=HIGH,
    pattern=word(r"x(?:keysib|smtpsib)-[0-9a-f]{64}-[A-Za-z0-9]{16}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("Brevo", "SMTP & API"),
    source="https://developers.brevo.com/docs/getting-started",
    rank=70,
    examples=shaped(
        "BREVO_API_KEY",
        r"xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
        "xkeysib-",
        Bad(r"'⟦xsmtpsib-[0-9a-f]{64}-[A-Za-z0-9]{16}⟧'"),
    ),
)

RESEND_KEY = Token(
    id="resend-key",
    title="Resend API key",
    ja="Resend API キー",
    severity=HIGH,
    pattern=word(r"re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("Resend", "API Keys"),
    source="https://resend.com/docs/api-reference/introduction",
    rank=70,
    examples=shaped("RESEND_API_KEY", r"re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}", "re_"),
)

POSTMARK_TOKEN = Token(
    id="postmark-token",
    title="Postmark server token",
    ja="Postmark サーバートークン",
    severity=HIGH,
    pattern=labelled(
        r"postmark[_.\- ]?(?:server|api|account)?[_.\- ]?(?:api[_.\- ]?)?(?:token|key)",
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Sending messages in the account's name, and its lists.",
        "アカウント名義での送信と、宛先リスト。",
    ),
    revoke=page("Postmark", "Servers > API Tokens"),
    source="https://postmarkapp.com/developer/api/overview",
    rank=45,
    examples=plain(
        "POSTMARK_SERVER_TOKEN",
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        Good(r"POSTMARK_SERVER_TOKEN=POSTMARK_API_TEST"),
    ),
)
