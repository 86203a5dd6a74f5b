"""Find Slack tokens and webhooks."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Good, Token

SLACK_BOT_TOKEN = Token(
    id="slack-bot-token",
    title="Slack bot token",
    ja="Slack ボットトークン",
    severity=CRITICAL,
    pattern=word(r"xoxb-[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{18,34}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Messages, files and people of the workspace, within its scopes.",
        "スコープ内でのワークスペースのメッセージ、ファイル、メンバー。",
    ),
    revoke=page("Slack app settings", "OAuth & Permissions > Revoke tokens"),
    source="https://api.slack.com/authentication/token-types",
    rank=70,
    examples=shaped(
        "SLACK_BOT_TOKEN",
        r"xoxb-[0-9]{12}-[0-9]{13}-[A-Za-z0-9]{24}",
        "xoxb-",
        Good(r"xoxb-1234-56789abcdefghijklmnop"),
        Good(r"xoxb-000000000000-0000000000000-XXXXXXXXXXXXXXXXXXXXXXXX"),
    ),
)

SLACK_USER_TOKEN = Token(
    id="slack-user-token",
    title="Slack user token",
    ja="Slack ユーザートークン",
    severity=CRITICAL,
    pattern=word(r"xoxp-[0-9]{8,14}-[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{24,36}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Messages, files and people of the workspace, within its scopes.",
        "スコープ内でのワークスペースのメッセージ、ファイル、メンバー。",
    ),
    revoke=page("Slack app settings", "OAuth & Permissions > Revoke tokens"),
    source="https://api.slack.com/authentication/token-types",
    rank=70,
    examples=shaped(
        "SLACK_USER_TOKEN",
        r"xoxp-[0-9]{12}-[0-9]{13}-[0-9]{13}-[0-9a-f]{32}",
        "xoxp-",
        Good(r"xoxp-1234-5678-9012-abcdef"),
    ),
)

SLACK_APP_TOKEN = Token(
    id="slack-app-token",
    title="Slack app-level token",
    ja="Slack アプリレベルトークン",
    severity=CRITICAL,
    pattern=word(r"xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,14}-[0-9a-f]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Messages, files and people of the workspace, within its scopes.",
        "スコープ内でのワークスペースのメッセージ、ファイル、メンバー。",
    ),
    revoke=page("Slack app settings", "Basic Information > App-Level Tokens"),
    source="https://api.slack.com/authentication/token-types",
    rank=70,
    examples=shaped("SLACK_APP_TOKEN", r"xapp-1-A[A-Z0-9]{10}-[0-9]{13}-[0-9a-f]{64}", "xapp-"),
)

SLACK_CONFIG_TOKEN = Token(
    id="slack-config-token",
    title="Slack configuration token",
    ja="Slack 構成トークン",
    severity=HIGH,
    pattern=word(r"xoxe(?:\.xox[bp])?-[0-9]-[A-Za-z0-9]{120,200}"),
    validate=plausible,
    entropy=3.0,
    opens=("Creating and changing apps of the user.", "ユーザーのアプリの作成と変更。"),
    revoke=page("Slack app settings", "Your App Configuration Tokens"),
    source="https://api.slack.com/authentication/config-tokens",
    rank=72,
    examples=shaped(
        "SLACK_CONFIG_TOKEN",
        r"xoxe\.xoxp-1-[A-Za-z0-9]{160}",
        "xoxe.xoxp-1-",
        Bad(r"refresh = '⟦xoxe-1-[A-Za-z0-9]{147}⟧'"),
    ),
)

SLACK_LEGACY_TOKEN = Token(
    id="slack-legacy-token",
    title="Slack token of an old form",
    ja="旧形式の Slack トークン",
    severity=HIGH,
    pattern=word(r"xox[aros]-(?:[0-9]-)?[0-9A-Za-z]{8,64}(?:-[0-9A-Za-z]{6,64}){0,4}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Messages, files and people of the workspace, within its scopes.",
        "スコープ内でのワークスペースのメッセージ、ファイル、メンバー。",
    ),
    revoke=page("Slack app settings", "OAuth & Permissions > Revoke tokens"),
    source="https://api.slack.com/authentication/token-types",
    rank=70,
    examples=shaped(
        "SLACK_TOKEN",
        r"xox[aros]-[0-9]{11}-[0-9]{11}-[0-9]{11}-[0-9a-f]{32}",
        "xoxa-",
        Good(r"xoxa-2-tokens"),
        Good(r"xoxs-name"),
    ),
)

SLACK_SESSION_TOKEN = Token(
    id="slack-session-token",
    title="Slack browser session token",
    ja="Slack ブラウザセッショントークン",
    severity=CRITICAL,
    pattern=word(r"xoxc-[0-9]{8,14}-[0-9]{8,14}-[0-9]{8,14}-[0-9a-f]{32,64}"),
    validate=plausible,
    entropy=3.0,
    opens=("The workspace as the signed-in person.", "サインイン中の本人としてのワークスペース。"),
    revoke=page("Slack", "Account settings > Sign out of all other sessions"),
    source="https://api.slack.com/authentication/token-types",
    rank=70,
    examples=shaped("SLACK_XOXC", r"xoxc-[0-9]{12}-[0-9]{13}-[0-9]{13}-[0-9a-f]{64}", "xoxc-"),
)

SLACK_SESSION_COOKIE = Token(
    id="slack-session-cookie",
    title="Slack browser session cookie",
    ja="Slack ブラウザセッションクッキー",
    severity=CRITICAL,
    pattern=word(r"xoxd-[A-Za-z0-9%+/_-]{60,400}(?:={0,2})", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=("The workspace as the signed-in person.", "サインイン中の本人としてのワークスペース。"),
    revoke=page("Slack", "Account settings > Sign out of all other sessions"),
    source="https://api.slack.com/authentication/token-types",
    rank=70,
    examples=shaped("SLACK_XOXD", r"xoxd-[A-Za-z0-9%]{150}", "xoxd-"),
)

SLACK_WEBHOOK = Token(
    id="slack-webhook",
    title="Slack incoming webhook",
    ja="Slack 受信 Webhook",
    severity=MEDIUM,
    pattern=r"hooks\.slack(?:-gov)?\.com/services/(?P<secret>T[A-Z0-9]{6,12}/B[A-Z0-9]{6,12}/[A-Za-z0-9]{20,28})(?![A-Za-z0-9])",
    validate=plausible,
    entropy=3.0,
    opens=("Posting to one channel.", "1 つのチャンネルへの投稿。"),
    revoke=page("Slack app settings", "Incoming Webhooks"),
    source="https://api.slack.com/messaging/webhooks",
    rank=70,
    examples=(
        Bad(r"https://hooks.slack.com/services/⟦T[A-Z0-9]{8}/B[A-Z0-9]{8}/[A-Za-z0-9]{24}⟧"),
        Bad(
            r'{"webhook": "https://hooks.slack.com/services/⟦T[A-Z0-9]{10}/B[A-Z0-9]{10}/[A-Za-z0-9]{24}⟧"}'
        ),
        Bad(r"curl -d '{}' hooks.slack.com/services/⟦T[A-Z0-9]{10}/B[A-Z0-9]{10}/[A-Za-z0-9]{24}⟧"),
        Good(r"https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"),
        Good(r"https://hooks.slack.com/services/${SLACK_HOOK}"),
        Good(r"https://hooks.slack.com/services/T.../B.../..."),
    ),
)

SLACK_WORKFLOW_WEBHOOK = Token(
    id="slack-workflow-webhook",
    title="Slack workflow webhook",
    ja="Slack ワークフロー Webhook",
    severity=MEDIUM,
    pattern=r"hooks\.slack(?:-gov)?\.com/(?:triggers|workflows)/(?P<secret>[TE][A-Z0-9]{6,12}/[A-Z0-9]{6,20}/(?:[0-9]{10,24}/)?[A-Za-z0-9]{20,36})(?![A-Za-z0-9])",
    validate=plausible,
    entropy=3.0,
    opens=("Starting one workflow.", "1 つのワークフローの起動。"),
    revoke=page("Slack", "Tools > Workflow Builder > the workflow"),
    source="https://slack.com/help/articles/360041352714",
    rank=70,
    examples=(
        Bad(r"https://hooks.slack.com/triggers/⟦T[A-Z0-9]{8}/[0-9]{13}/[a-f0-9]{32}⟧"),
        Bad(
            r"https://hooks.slack.com/workflows/⟦T[A-Z0-9]{8}/A[A-Z0-9]{8}/[0-9]{18}/[A-Za-z0-9]{24}⟧"
        ),
        Bad(r'url: "https://hooks.slack.com/triggers/⟦E[A-Z0-9]{9}/[0-9]{13}/[a-f0-9]{32}⟧"'),
        Good(r"https://hooks.slack.com/triggers/T00000000/0000000000/xxxxxxxxxxxxxxxxxxxxxxxx"),
        Good(r"https://hooks.slack.com/workflows/"),
        Good(r"https://hooks.slack.com/triggers/$ID"),
    ),
)
