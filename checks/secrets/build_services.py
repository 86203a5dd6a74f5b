"""Find tokens of build, test and code quality services."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import HIGH, MEDIUM
from seawall.token import Token

SNYK_TOKEN = Token(
    id="snyk-token",
    title="Snyk API token",
    ja="Snyk API トークン",
    severity=HIGH,
    pattern=labelled(
        r"snyk[_.\- ]?(?:api|auth|oauth)?[_.\- ]?(?:token|key|secret)",
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("Snyk", "Account settings > Auth Token"),
    source="https://docs.snyk.io/snyk-api/authentication-for-api",
    rank=45,
    examples=plain("SNYK_TOKEN", r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
)

SONAR_TOKEN = Token(
    id="sonar-token",
    title="Sonar token",
    ja="Sonar トークン",
    severity=HIGH,
    pattern=word(r"sq[upa]_[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("SonarQube", "My Account > Security"),
    source="https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
    rank=70,
    examples=shaped("SONAR_TOKEN", r"squ_[0-9a-f]{40}", "squ_"),
)

SONAR_LEGACY_TOKEN = Token(
    id="sonar-legacy-token",
    title="Sonar token of the old form",
    ja="旧形式の Sonar トークン",
    severity=HIGH,
    pattern=labelled(
        r"sonar(?:qube|cloud)?[_.\- ]?(?:login|auth)?[_.\- ]?(?:token|login|password)",
        r"[0-9a-f]{40}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("SonarQube", "My Account > Security"),
    source="https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
    rank=45,
    examples=plain("SONAR_TOKEN", r"[0-9a-f]{40}"),
)

CIRCLECI_TOKEN = Token(
    id="circleci-token",
    title="CircleCI personal token",
    ja="CircleCI 個人トークン",
    severity=HIGH,
    pattern=word(r"CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("CircleCI", "User Settings > Personal API Tokens"),
    source="https://circleci.com/docs/managing-api-tokens/",
    rank=70,
    examples=shaped("CIRCLE_TOKEN", r"CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}", "CCIPAT_"),
)

CIRCLECI_PROJECT_TOKEN = Token(
    id="circleci-project-token",
    title="CircleCI project token",
    ja="CircleCI プロジェクトトークン",
    severity=HIGH,
    pattern=word(r"CCIPRJ_[A-Za-z0-9]{15,30}_[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("CircleCI", "Project Settings > API Permissions"),
    source="https://circleci.com/docs/managing-api-tokens/",
    rank=70,
    examples=shaped("CIRCLE_PROJECT_TOKEN", r"CCIPRJ_[A-Za-z0-9]{22}_[0-9a-f]{40}", "CCIPRJ_"),
)

CIRCLECI_LEGACY_TOKEN = Token(
    id="circleci-legacy-token",
    title="CircleCI token of the old form",
    ja="旧形式の CircleCI トークン",
    severity=HIGH,
    pattern=labelled(r"circle(?:ci)?[_.\- ]?(?:api|cli)?[_.\- ]?token", r"[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("CircleCI", "User Settings > Personal API Tokens"),
    source="https://circleci.com/docs/managing-api-tokens/",
    rank=45,
    examples=plain("CIRCLECI_TOKEN", r"[0-9a-f]{40}"),
)

BUILDKITE_TOKEN = Token(
    id="buildkite-token",
    title="Buildkite access token",
    ja="Buildkite アクセストークン",
    severity=HIGH,
    pattern=word(r"bkua_[0-9a-f]{40}"),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("Buildkite", "Personal Settings > API Access Tokens"),
    source="https://buildkite.com/docs/apis/managing-api-tokens",
    rank=70,
    examples=shaped("BUILDKITE_TOKEN", r"bkua_[0-9a-f]{40}", "bkua_"),
)

JENKINS_TOKEN = Token(
    id="jenkins-token",
    title="Jenkins API token",
    ja="Jenkins API トークン",
    severity=HIGH,
    pattern=labelled(
        r"jenkins[_.\- ]?(?:user[_.\- ]?)?(?:api)?[_.\- ]?(?:token|password|secret|key)",
        r"(?:11)?[0-9a-f]{32}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("Jenkins", "User > Security > API Token"),
    source="https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/",
    rank=45,
    examples=plain("JENKINS_API_TOKEN", r"11[0-9a-f]{32}"),
)

CODECOV_TOKEN = Token(
    id="codecov-token",
    title="Codecov upload token",
    ja="Codecov アップロードトークン",
    severity=MEDIUM,
    pattern=labelled(
        r"codecov[_.\- ]?(?:upload|repo)?[_.\- ]?token",
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("Codecov", "Repository > Settings > General"),
    source="https://docs.codecov.com/docs/codecov-tokens",
    rank=45,
    examples=plain(
        "CODECOV_TOKEN", r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    ),
)

POSTMAN_KEY = Token(
    id="postman-key",
    title="Postman API key",
    ja="Postman API キー",
    severity=HIGH,
    pattern=word(r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
    validate=plausible,
    entropy=3.0,
    opens=("Builds, their variables and reports.", "ビルドとその変数、レポート。"),
    revoke=page("Postman", "Settings > API keys"),
    source="https://learning.postman.com/docs/developer/postman-api/authentication/",
    rank=70,
    examples=shaped("POSTMAN_API_KEY", r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}", "PMAK-"),
)
