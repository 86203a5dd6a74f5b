"""Find GitLab tokens."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Good, Token

GITLAB_ACCESS_TOKEN = Token(
    id="gitlab-access-token",
    title="GitLab access token",
    ja="GitLab アクセストークン",
    severity=CRITICAL,
    pattern=word(
        r"glpat-(?:[A-Za-z0-9_-]{20}(?![A-Za-z0-9_.-])|[A-Za-z0-9_-]{27,300}\.[0-9a-z]{2}[0-9a-z]{7}(?![A-Za-z0-9])|[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-]))",
        end=r"",
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "What its owner may do in GitLab, within the token's scopes.",
        "トークンのスコープ内で、所有者が GitLab でできる操作。",
    ),
    revoke=page("GitLab", "Settings > Access tokens"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped(
        "GITLAB_TOKEN",
        r"glpat-[A-Za-z0-9_-]{20}",
        "glpat-",
        Bad(r"token: ⟦glpat-[A-Za-z0-9_-]{27}\.[0-9a-z]{9}⟧"),
    ),
)

GITLAB_DEPLOY_TOKEN = Token(
    id="gitlab-deploy-token",
    title="GitLab deploy token",
    ja="GitLab デプロイトークン",
    severity=HIGH,
    pattern=word(r"gldt-[A-Za-z0-9_-]{20}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Repository, packages and registry of the project.",
        "プロジェクトのリポジトリ、パッケージ、レジストリ。",
    ),
    revoke=page("GitLab", "Settings > Repository > Deploy tokens"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("DEPLOY_TOKEN", r"gldt-[A-Za-z0-9_-]{20}", "gldt-"),
)

GITLAB_RUNNER_TOKEN = Token(
    id="gitlab-runner-token",
    title="GitLab runner authentication token",
    ja="GitLab Runner 認証トークン",
    severity=HIGH,
    pattern=word(
        r"glrtr?-(?:[A-Za-z0-9_-]{20}(?![A-Za-z0-9_.-])|[A-Za-z0-9_-]{20,300}\.[0-9a-z]{9}(?![A-Za-z0-9])|[A-Za-z0-9_-]{20,60}(?![A-Za-z0-9_-]))",
        end=r"",
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Running jobs in a runner's place, with their variables.",
        "Runner になりすましたジョブと CI 変数の取得。",
    ),
    revoke=page("GitLab", "Settings > CI/CD > Runners"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped(
        "RUNNER_TOKEN",
        r"glrt-[A-Za-z0-9_-]{20}",
        "glrt-",
        Bad(r"token = '⟦glrtr-[A-Za-z0-9_-]{20}⟧'"),
    ),
)

GITLAB_JOB_TOKEN = Token(
    id="gitlab-job-token",
    title="GitLab CI job token",
    ja="GitLab CI ジョブトークン",
    severity=MEDIUM,
    pattern=word(r"glcbt-[0-9a-f]{1,6}_[A-Za-z0-9_-]{20}"),
    validate=plausible,
    entropy=3.0,
    opens=("What the job may do, until it ends.", "ジョブの終了まで、ジョブに許された操作。"),
    revoke=(
        "It ends with the job; cancel a job that still runs.",
        "ジョブの終了とともに失効します。実行中なら中止してください。",
    ),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped(
        "CI_JOB_TOKEN",
        r"glcbt-64_[A-Za-z0-9_-]{20}",
        "glcbt-",
        Good(r"CI_JOB_TOKEN: $CI_JOB_TOKEN"),
    ),
)

GITLAB_TRIGGER_TOKEN = Token(
    id="gitlab-trigger-token",
    title="GitLab pipeline trigger token",
    ja="GitLab パイプライントリガートークン",
    severity=HIGH,
    pattern=word(r"glptt-[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Starting pipelines with any variables.", "任意の変数を付けたパイプラインの起動。"),
    revoke=page("GitLab", "Settings > CI/CD > Pipeline trigger tokens"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("TRIGGER_TOKEN", r"glptt-[0-9a-f]{40}", "glptt-"),
)

GITLAB_FEED_TOKEN = Token(
    id="gitlab-feed-token",
    title="GitLab feed token",
    ja="GitLab フィードトークン",
    severity=MEDIUM,
    pattern=word(r"glft-(?:[A-Za-z0-9_-]{20}|[0-9a-f]{64}-[0-9]{1,10})"),
    validate=plausible,
    entropy=3.0,
    opens=("Activity feeds and calendars of the user.", "ユーザーのフィードとカレンダー。"),
    revoke=page("GitLab", "User settings > Access tokens > Feed token"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("FEED_TOKEN", r"glft-[A-Za-z0-9_-]{20}", "glft-"),
)

GITLAB_MAIL_TOKEN = Token(
    id="gitlab-mail-token",
    title="GitLab incoming mail token",
    ja="GitLab 受信メールトークン",
    severity=MEDIUM,
    pattern=word(r"glimt-[A-Za-z0-9_-]{25}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Opening issues in the user's name by mail.",
        "メールによる、ユーザー名義での Issue 作成。",
    ),
    revoke=page("GitLab", "User settings > Access tokens > Incoming email token"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("MAIL_TOKEN", r"glimt-[A-Za-z0-9_-]{25}", "glimt-"),
)

GITLAB_AGENT_TOKEN = Token(
    id="gitlab-agent-token",
    title="GitLab agent for Kubernetes token",
    ja="GitLab Kubernetes エージェントトークン",
    severity=CRITICAL,
    pattern=word(r"glagent-[A-Za-z0-9_-]{50,60}"),
    validate=plausible,
    entropy=3.0,
    opens=("The cluster connection of the agent.", "エージェントのクラスター接続。"),
    revoke=page("GitLab", "Operate > Kubernetes clusters > the agent > Access tokens"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("AGENT_TOKEN", r"glagent-[A-Za-z0-9_-]{50}", "glagent-"),
)

GITLAB_SCIM_TOKEN = Token(
    id="gitlab-scim-token",
    title="GitLab SCIM token",
    ja="GitLab SCIM トークン",
    severity=HIGH,
    pattern=word(r"glsoat-[A-Za-z0-9_-]{20}"),
    validate=plausible,
    entropy=3.0,
    opens=("Adding and removing users of the group.", "グループのユーザーの追加と削除。"),
    revoke=page("GitLab", "Group > Settings > SAML SSO > SCIM token"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("SCIM_TOKEN", r"glsoat-[A-Za-z0-9_-]{20}", "glsoat-"),
)

GITLAB_OAUTH_SECRET = Token(
    id="gitlab-oauth-secret",
    title="GitLab OAuth application secret",
    ja="GitLab OAuth アプリケーションシークレット",
    severity=HIGH,
    pattern=word(r"gloas-[A-Za-z0-9_-]{64}"),
    validate=plausible,
    entropy=3.0,
    opens=("Signing in users in the application's name.", "アプリケーション名義でのサインイン。"),
    revoke=page("GitLab", "Applications > the application > Renew secret"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("OAUTH_SECRET", r"gloas-[0-9a-f]{64}", "gloas-"),
)

GITLAB_FEATURE_FLAG_TOKEN = Token(
    id="gitlab-feature-flag-token",
    title="GitLab feature flag client token",
    ja="GitLab 機能フラグのクライアントトークン",
    severity=MEDIUM,
    pattern=word(r"glffct-[A-Za-z0-9_-]{20}"),
    validate=plausible,
    entropy=3.0,
    opens=("Reading the project's feature flags.", "プロジェクトの機能フラグの読み取り。"),
    revoke=page("GitLab", "Deploy > Feature flags > Configure"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("FLAGS_TOKEN", r"glffct-[A-Za-z0-9_-]{20}", "glffct-"),
)

GITLAB_REGISTRATION_TOKEN = Token(
    id="gitlab-registration-token",
    title="GitLab runner registration token",
    ja="GitLab Runner 登録トークン",
    severity=HIGH,
    pattern=word(r"GR1348941[A-Za-z0-9_-]{20}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Adding a runner, which then sees jobs and variables.",
        "Runner の追加と、ジョブや変数の閲覧。",
    ),
    revoke=page("GitLab", "Settings > CI/CD > Runners > Reset registration token"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=70,
    examples=shaped("REGISTRATION_TOKEN", r"GR1348941[A-Za-z0-9_-]{20}", "GR1348941"),
)

GITLAB_SESSION_COOKIE = Token(
    id="gitlab-session-cookie",
    title="GitLab session cookie",
    ja="GitLab セッションクッキー",
    severity=HIGH,
    pattern=labelled(r"_gitlab_session", r"[0-9a-f]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("The session of a signed-in user.", "サインイン中のユーザーのセッション。"),
    revoke=page("GitLab", "User settings > Active sessions"),
    source="https://docs.gitlab.com/security/tokens/",
    rank=45,
    examples=plain("_gitlab_session", r"[0-9a-f]{32}"),
)
