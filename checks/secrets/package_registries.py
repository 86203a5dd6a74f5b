"""Find tokens of package registries."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Good, Token

PYPI_TOKEN = Token(
    id="pypi-token",
    title="PyPI upload token",
    ja="PyPI アップロードトークン",
    severity=CRITICAL,
    pattern=word(r"pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}"),
    validate=plausible,
    entropy=3.0,
    opens=("Publishing versions of the owner's packages.", "所有者のパッケージの公開。"),
    revoke=page("PyPI", "Account settings > API tokens"),
    rank=80,
    examples=shaped("TWINE_PASSWORD", r"pypi-AgEIcHlwaS5vcmcCJ[A-Za-z0-9_-]{150}", "pypi-"),
)

TEST_PYPI_TOKEN = Token(
    id="test-pypi-token",
    title="Test PyPI upload token",
    ja="Test PyPI アップロードトークン",
    severity=MEDIUM,
    pattern=word(r"pypi-AgENdGVzdC5weXBpLm9yZw[A-Za-z0-9_-]{50,1000}"),
    validate=plausible,
    entropy=3.0,
    opens=("Publishing to the test index.", "テスト用インデックスへの公開。"),
    revoke=page("Test PyPI", "Account settings > API tokens"),
    rank=80,
    examples=shaped("TEST_PYPI_TOKEN", r"pypi-AgENdGVzdC5weXBpLm9yZwIk[A-Za-z0-9_-]{150}", "pypi-"),
)

RUBYGEMS_KEY = Token(
    id="rubygems-key",
    title="RubyGems API key",
    ja="RubyGems API キー",
    severity=CRITICAL,
    pattern=word(r"rubygems_[0-9a-f]{48}"),
    validate=plausible,
    entropy=3.0,
    opens=("Publishing versions of the owner's packages.", "所有者のパッケージの公開。"),
    revoke=page("RubyGems", "Settings > API keys"),
    source="https://guides.rubygems.org/api-key-scopes/",
    rank=70,
    examples=shaped("GEM_HOST_API_KEY", r"rubygems_[0-9a-f]{48}", "rubygems_"),
)

CRATES_TOKEN = Token(
    id="crates-token",
    title="Rust crate registry token",
    ja="Rust クレートレジストリのトークン",
    severity=CRITICAL,
    pattern=word(r"cio[A-Za-z0-9]{32}"),
    validate=random_only,
    entropy=3.5,
    opens=("Publishing versions of the owner's packages.", "所有者のパッケージの公開。"),
    revoke=page("the crate registry", "Account Settings > API Tokens"),
    source="https://doc.rust-lang.org/cargo/reference/publishing.html",
    rank=70,
    examples=shaped(
        "CARGO_REGISTRY_TOKEN",
        r"cio[A-Za-z0-9]{32}",
        "cio",
        Good(r"cioReadWriteAllTheRemainingInputNow"),
    ),
)

NUGET_KEY = Token(
    id="nuget-key",
    title="NuGet API key",
    ja="NuGet API キー",
    severity=CRITICAL,
    pattern=word(r"oy2[a-z0-9]{43}"),
    validate=random_only,
    entropy=3.5,
    opens=("Publishing versions of the owner's packages.", "所有者のパッケージの公開。"),
    revoke=page("NuGet", "API Keys"),
    source="https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package",
    rank=70,
    examples=shaped("NUGET_API_KEY", r"oy2[a-z0-9]{43}", "oy2"),
)

CLOJARS_TOKEN = Token(
    id="clojars-token",
    title="Clojars deploy token",
    ja="Clojars デプロイトークン",
    severity=HIGH,
    pattern=word(r"CLOJARS_[a-z0-9]{60}"),
    validate=plausible,
    entropy=3.0,
    opens=("Publishing versions of the owner's packages.", "所有者のパッケージの公開。"),
    revoke=page("Clojars", "Profile > Deploy tokens"),
    source="https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
    rank=70,
    examples=shaped("CLOJARS_PASSWORD", r"CLOJARS_[a-z0-9]{60}", "CLOJARS_"),
)

PACKAGIST_TOKEN = Token(
    id="packagist-token",
    title="Private Packagist token",
    ja="Private Packagist トークン",
    severity=HIGH,
    pattern=word(r"packagist_[a-z]{2,4}_[0-9a-f]{60,72}"),
    validate=plausible,
    entropy=3.0,
    opens=("Packages of the organisation.", "組織のパッケージ。"),
    revoke=page("Private Packagist", "Settings > API Access"),
    source="https://packagist.com/docs/composer-authentication",
    rank=70,
    examples=shaped("PACKAGIST_TOKEN", r"packagist_out_[0-9a-f]{68}", "packagist_"),
)

DOCKER_HUB_TOKEN = Token(
    id="docker-hub-token",
    title="Docker Hub personal access token",
    ja="Docker Hub 個人アクセストークン",
    severity=CRITICAL,
    pattern=word(r"dckr_pat_[A-Za-z0-9_-]{27}"),
    validate=plausible,
    entropy=3.0,
    opens=("Pulling and pushing images of the user.", "ユーザーのイメージの取得と公開。"),
    revoke=page("Docker Hub", "Account settings > Personal access tokens"),
    source="https://docs.docker.com/security/access-tokens/",
    rank=70,
    examples=shaped("DOCKER_PASSWORD", r"dckr_pat_[A-Za-z0-9_-]{27}", "dckr_pat_"),
)

DOCKER_ORGANISATION_TOKEN = Token(
    id="docker-organisation-token",
    title="Docker Hub organisation access token",
    ja="Docker Hub 組織アクセストークン",
    severity=CRITICAL,
    pattern=word(r"dckr_oat_[A-Za-z0-9_-]{32}"),
    validate=plausible,
    entropy=3.0,
    opens=("Pulling and pushing images of the organisation.", "組織のイメージの取得と公開。"),
    revoke=page("Docker Hub", "Admin Console > Access tokens"),
    source="https://docs.docker.com/enterprise/security/access-tokens/",
    rank=70,
    examples=shaped("DOCKER_TOKEN", r"dckr_oat_[A-Za-z0-9_-]{32}", "dckr_oat_"),
)

ARTIFACTORY_KEY = Token(
    id="artifactory-key",
    title="JFrog Artifactory API key",
    ja="JFrog Artifactory API キー",
    severity=CRITICAL,
    pattern=word(r"AKCp[A-Za-z0-9]{69}"),
    validate=plausible,
    entropy=3.0,
    opens=("Artifacts, as its owner.", "所有者としてのアーティファクトの操作。"),
    revoke=page("Artifactory", "User profile > API key"),
    source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile",
    rank=70,
    examples=shaped("ARTIFACTORY_API_KEY", r"AKCp[A-Za-z0-9]{69}", "AKCp"),
)

ARTIFACTORY_REFERENCE_TOKEN = Token(
    id="artifactory-reference-token",
    title="JFrog Artifactory reference token",
    ja="JFrog Artifactory リファレンストークン",
    severity=CRITICAL,
    pattern=word(r"cmVmdGtuO[A-Za-z0-9+/]{55}", end=r"(?![A-Za-z0-9])"),
    validate=plausible,
    entropy=3.0,
    opens=("Artifacts, within the token's scope.", "トークンのスコープ内のアーティファクト。"),
    revoke=page("Artifactory", "Administration > Access tokens"),
    source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
    rank=70,
    examples=shaped("JFROG_TOKEN", r"cmVmdGtuOjAxO[A-Za-z0-9]{51}", "cmVmdGtu"),
)
