"""Find Atlassian, Bitbucket and Trello tokens."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH
from seawall.token import Good, Token

ATLASSIAN_API_TOKEN = Token(
    id="atlassian-api-token",
    title="Atlassian API token",
    ja="Atlassian API トークン",
    severity=CRITICAL,
    pattern=word(r"ATATT3xFfGF0[A-Za-z0-9_=-]{90,280}=[0-9A-F]{8}"),
    validate=plausible,
    entropy=3.0,
    opens=("Jira and Confluence as its owner.", "所有者としての Jira と Confluence の操作。"),
    revoke=page("Atlassian account settings", "Security > API tokens"),
    source="https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    rank=70,
    examples=shaped(
        "JIRA_API_TOKEN", r"ATATT3xFfGF0[A-Za-z0-9_-]{171}=[0-9A-F]{8}", "ATATT3xFfGF0"
    ),
)

BITBUCKET_ACCESS_TOKEN = Token(
    id="bitbucket-access-token",
    title="Bitbucket access token",
    ja="Bitbucket アクセストークン",
    severity=CRITICAL,
    pattern=word(r"ATCTT3xFfGN0[A-Za-z0-9_=-]{90,280}=[0-9A-F]{8}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "The repository, project or workspace it was made for.",
        "発行対象のリポジトリ、プロジェクト、ワークスペース。",
    ),
    revoke=page("Bitbucket", "Repository settings > Access tokens"),
    source="https://support.atlassian.com/bitbucket-cloud/docs/repository-access-tokens/",
    rank=70,
    examples=shaped(
        "BITBUCKET_TOKEN", r"ATCTT3xFfGN0[A-Za-z0-9_-]{171}=[0-9A-F]{8}", "ATCTT3xFfGN0"
    ),
)

BITBUCKET_APP_PASSWORD = Token(
    id="bitbucket-app-password",
    title="Bitbucket app password",
    ja="Bitbucket アプリパスワード",
    severity=HIGH,
    pattern=word(r"ATBB[A-Za-z0-9]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Repositories of the user, within its scopes.", "スコープ内でのユーザーのリポジトリ。"),
    revoke=page("Bitbucket", "Personal settings > App passwords"),
    source="https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
    rank=70,
    examples=shaped("BITBUCKET_APP_PASSWORD", r"ATBB[A-Za-z0-9]{24}[0-9A-F]{8}", "ATBB"),
)

TRELLO_TOKEN = Token(
    id="trello-token",
    title="Trello token",
    ja="Trello トークン",
    severity=HIGH,
    pattern=word(r"ATTA[0-9a-f]{64}[0-9A-Fa-f]{8}"),
    validate=plausible,
    entropy=3.0,
    opens=("Boards of the user.", "ユーザーのボード。"),
    revoke=page("Trello", "Account settings > Applications"),
    source="https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
    rank=70,
    examples=shaped("TRELLO_TOKEN", r"ATTA[0-9a-f]{64}[0-9A-F]{8}", "ATTA"),
)

ATLASSIAN_LEGACY_TOKEN = Token(
    id="atlassian-legacy-token",
    title="Atlassian API token of the old form",
    ja="旧形式の Atlassian API トークン",
    severity=HIGH,
    pattern=labelled(
        r"(?:jira|confluence|atlassian|bitbucket)[_.\- ]?(?:api)?[_.\- ]?(?:token|key|secret|password)",
        r"[A-Za-z0-9]{24}",
    ),
    validate=random_only,
    entropy=3.5,
    opens=("Jira and Confluence as its owner.", "所有者としての Jira と Confluence の操作。"),
    revoke=page("Atlassian account settings", "Security > API tokens"),
    source="https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    rank=45,
    precision="medium",
    examples=plain(
        "JIRA_API_TOKEN",
        r"[A-Za-z]{3}[0-9][A-Za-z0-9]{8}[A-Z0-9][a-z0-9][A-Za-z0-9]{10}",
        Good(r"JIRA_API_TOKEN_ENVIRONMENT=JiraTokenEnvironmentVari"),
    ),
)

TRELLO_LEGACY_TOKEN = Token(
    id="trello-legacy-token",
    title="Trello token of the old form",
    ja="旧形式の Trello トークン",
    severity=HIGH,
    pattern=labelled(
        r"trello[_.\- ]?(?:api|user|auth|access)?[_.\- ]?(?:token|secret)", r"[0-9a-f]{64}"
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Boards of the user.", "ユーザーのボード。"),
    revoke=page("Trello", "Account settings > Applications"),
    source="https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
    rank=45,
    examples=plain("TRELLO_TOKEN", r"[0-9a-f]{64}"),
)
