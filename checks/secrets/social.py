"""Find tokens of chat and social networks."""

import base64

from seawall.checks.secrets.plausible import DROP, made_up, plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token


def judge_discord(ctx: Context) -> Judgement | None:
    """The first part is the base64 of the bot's number."""
    head = ctx.secret.partition(".")[0]
    try:
        number = base64.b64decode(head + "=" * (-len(head) % 4), altchars=b"-_")
    except ValueError:
        return DROP
    return Judgement(certain=True) if number.isdigit() and not made_up(ctx.secret) else DROP


TELEGRAM_BOT_TOKEN = Token(
    id="telegram-bot-token",
    title="Telegram bot token",
    ja="Telegram ボットトークン",
    severity=HIGH,
    pattern=r"(?:(?<![A-Za-z0-9])|(?<=/bot))(?P<secret>[0-9]{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])",
    validate=random_only,
    entropy=3.0,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("Telegram", "BotFather > /revoke"),
    source="https://core.telegram.org/bots/api",
    rank=70,
    examples=shaped(
        "TELEGRAM_TOKEN",
        r"[1-9][0-9]{9}:AA[A-Za-z0-9_-]{33}",
        "1:AA",
        Bad(r"https://api.telegram.org/bot⟦[1-9][0-9]{8}:AA[A-Za-z0-9_-]{33}⟧/getMe"),
    ),
)

DISCORD_BOT_TOKEN = Token(
    id="discord-bot-token",
    title="Discord bot token",
    ja="Discord ボットトークン",
    severity=CRITICAL,
    pattern=word(r"[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}"),
    validate=judge_discord,
    entropy=3.0,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("the Discord developer portal", "Applications > Bot > Reset Token"),
    source="https://discord.com/developers/docs/reference",
    rank=70,
    examples=shaped(
        "DISCORD_TOKEN",
        r"MTA[0-5]MDk4NzY1NDMyMTA5ODc2\.G[A-Za-z0-9_-]{5}\.[A-Za-z0-9_-]{38}",
        "MTA4.",
        Good(r"⟦M[a-z]{25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27}⟧"),
    ),
)

DISCORD_WEBHOOK = Token(
    id="discord-webhook",
    title="Discord webhook",
    ja="Discord Webhook",
    severity=MEDIUM,
    pattern=r"discord(?:app)?\.com/api/(?:v[0-9]{1,2}/)?webhooks/(?P<secret>[0-9]{17,20}/[A-Za-z0-9_-]{60,80})(?![A-Za-z0-9_-])",
    validate=plausible,
    entropy=3.0,
    opens=("Posting to one channel.", "1 つのチャンネルへの投稿。"),
    revoke=page("Discord", "Server Settings > Integrations > Webhooks"),
    source="https://discord.com/developers/docs/resources/webhook",
    rank=70,
    examples=(
        Bad(r"https://discord.com/api/webhooks/⟦1[0-9]{18}/[A-Za-z0-9_-]{68}⟧"),
        Bad(r"url: 'https://discordapp.com/api/webhooks/⟦1[0-9]{17}/[A-Za-z0-9_-]{68}⟧'"),
        Bad(r"curl https://discord.com/api/v10/webhooks/⟦1[0-9]{18}/[A-Za-z0-9_-]{68}⟧"),
        Good(r"https://discord.com/api/webhooks/{id}/{token}"),
        Good(r"https://discord.com/api/webhooks/123456789012345678/your-token"),
        Good(r"https://discord.com/api/webhooks/⟦1[0-9]{18}⟧"),
    ),
)

TEAMS_WEBHOOK = Token(
    id="teams-webhook",
    title="Microsoft Teams incoming webhook",
    ja="Microsoft Teams 受信 Webhook",
    severity=MEDIUM,
    pattern=r"\.webhook\.office\.com/webhookb2/(?P<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
    validate=plausible,
    entropy=3.0,
    opens=("Posting to one channel.", "1 つのチャンネルへの投稿。"),
    revoke=page("Microsoft Teams", "Channel > Connectors > Incoming Webhook"),
    source="https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
    rank=70,
    examples=(
        Bad(
            r"https://acme.webhook.office.com/webhookb2/⟦[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}⟧"
        ),
        Bad(
            "TEAMS=https://a.webhook.office.com/webhookb2/⟦[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}⟧\n"
        ),
        Bad(
            r'"url": "https://b.webhook.office.com/webhookb2/⟦[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}⟧"'
        ),
        Good(r"https://acme.webhook.office.com/webhookb2/..."),
        Good(r"https://acme.webhook.office.com/webhookb2/${HOOK}"),
        Good(
            r"tenant ⟦[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}⟧"
        ),
    ),
)

FACEBOOK_TOKEN = Token(
    id="facebook-token",
    title="Facebook access token",
    ja="Facebook アクセストークン",
    severity=HIGH,
    pattern=word(r"EAA[A-Za-z0-9]{90,400}", end=r"(?![A-Za-z0-9+/=])"),
    validate=plausible,
    entropy=4.5,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("the Meta app dashboard", "Settings > Advanced > Reset"),
    source="https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
    rank=70,
    examples=shaped("FB_ACCESS_TOKEN", r"EAAB[A-Za-z0-9]{160}", "EAA"),
)

FACEBOOK_APP_SECRET = Token(
    id="facebook-app-secret",
    title="Facebook app secret",
    ja="Facebook アプリシークレット",
    severity=HIGH,
    pattern=labelled(
        r"(?:facebook|(?<![a-z])fb|meta|instagram)[_.\- ]?(?:app|client|api)?[_.\- ]?secret",
        r"[0-9a-f]{32}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("the Meta app dashboard", "Settings > Basic"),
    source="https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
    rank=45,
    examples=plain("FACEBOOK_APP_SECRET", r"[0-9a-f]{32}"),
)

TWITTER_BEARER_TOKEN = Token(
    id="twitter-bearer-token",
    title="X (Twitter) bearer token",
    ja="X (Twitter) ベアラートークン",
    severity=HIGH,
    pattern=word(r"AAAAAAAAAAAAAAAAAAAAA[A-Za-z0-9%]{60,140}", end=r"(?![A-Za-z0-9+/=_-])"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("the X developer portal", "Projects > Keys and tokens"),
    source="https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only",
    rank=70,
    examples=shaped(
        "TWITTER_BEARER_TOKEN",
        r"AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid%2B[A-Za-z0-9]{60}",
        "AAAAAAAA",
    ),
)

TWITTER_SECRET = Token(
    id="twitter-secret",
    title="X (Twitter) API secret",
    ja="X (Twitter) API シークレット",
    severity=HIGH,
    pattern=labelled(
        r"twitter[_.\- ]?(?:api|app|consumer|access|client|oauth)?[_.\- ]?(?:token|key)?[_.\- ]?secret",
        r"[A-Za-z0-9]{40,50}",
    ),
    validate=random_only,
    entropy=3.8,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("the X developer portal", "Projects > Keys and tokens"),
    source="https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only",
    rank=45,
    examples=plain("TWITTER_API_SECRET", r"[A-Za-z0-9]{50}"),
)

LINKEDIN_SECRET = Token(
    id="linkedin-secret",
    title="LinkedIn client secret",
    ja="LinkedIn クライアントシークレット",
    severity=HIGH,
    pattern=word(r"WPL_AP1\.[A-Za-z0-9]{12,24}\.[A-Za-z0-9+/=]{6,12}", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("LinkedIn Developers", "App > Auth"),
    source="https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication",
    rank=70,
    examples=shaped(
        "LINKEDIN_CLIENT_SECRET", r"WPL_AP1\.[A-Za-z0-9]{16}\.[A-Za-z0-9]{6}", "WPL_AP1."
    ),
)

LINKEDIN_LEGACY_SECRET = Token(
    id="linkedin-legacy-secret",
    title="LinkedIn client secret of the old form",
    ja="旧形式の LinkedIn クライアントシークレット",
    severity=HIGH,
    pattern=labelled(
        r"linked[_\-]?in[_.\- ]?(?:api|app|client|oauth)?[_.\- ]?secret", r"[A-Za-z0-9]{16}"
    ),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Posting and reading in the app's or person's name.",
        "アプリや本人の名義での投稿と閲覧。",
    ),
    revoke=page("LinkedIn Developers", "App > Auth"),
    source="https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication",
    rank=45,
    examples=plain("LINKEDIN_CLIENT_SECRET", r"[A-Z][a-z][0-9][A-Za-z0-9]{10}[A-Z][0-9][a-z]"),
)

DROPBOX_TOKEN = Token(
    id="dropbox-token",
    title="Dropbox access token",
    ja="Dropbox アクセストークン",
    severity=MEDIUM,
    pattern=word(r"sl\.(?:u\.)?[A-Za-z0-9_-]{130,2000}"),
    validate=plausible,
    entropy=3.0,
    opens=("Files of the person or app.", "本人またはアプリのファイル。"),
    revoke=page("the Dropbox account", "Connected apps"),
    source="https://developers.dropbox.com/oauth-guide",
    rank=70,
    examples=shaped("DROPBOX_TOKEN", r"sl\.B[A-Za-z0-9_-]{140}", "sl."),
)
