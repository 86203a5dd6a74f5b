"""Find credentials of other clouds."""

from seawall.checks.secrets.plausible import plausible, random_only
from seawall.checks.secrets.shape import labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Good, Token

CLOUDFLARE_TOKEN = Token(
    id="cloudflare-token",
    title="Cloudflare API token",
    ja="Cloudflare API トークン",
    severity=CRITICAL,
    pattern=word(r"cf(?:ut|at|k)_[A-Za-z0-9_-]{36,64}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Cloudflare dashboard", "My Profile > API Tokens"),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/create-token/",
    rank=70,
    examples=shaped("CLOUDFLARE_API_TOKEN", r"cfut_[A-Za-z0-9]{48}", "cfut_"),
)

CLOUDFLARE_LEGACY_TOKEN = Token(
    id="cloudflare-legacy-token",
    title="Cloudflare API token of the old form",
    ja="旧形式の Cloudflare API トークン",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:cloudflare|(?<![a-z])cf)[_.\- ]?(?:dns[_.\- ]?|account[_.\- ]?|api[_.\- ]?|user[_.\- ]?){0,2}token",
        r"[A-Za-z0-9_-]{40}",
    ),
    validate=random_only,
    entropy=3.8,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Cloudflare dashboard", "My Profile > API Tokens"),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/create-token/",
    rank=45,
    examples=plain("CLOUDFLARE_API_TOKEN", r"[A-Za-z0-9_-]{40}"),
)

CLOUDFLARE_GLOBAL_KEY = Token(
    id="cloudflare-global-key",
    title="Cloudflare Global API Key",
    ja="Cloudflare グローバル API キー",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:(?:cloudflare|(?<![a-z])cf)[_.\- ]?(?:global[_.\- ]?)?(?:api[_.\- ]?)?key|x-auth-key)",
        r"[0-9a-f]{37}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Cloudflare dashboard", "My Profile > API Tokens > Global API Key"),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/keys/",
    rank=45,
    examples=plain("CLOUDFLARE_API_KEY", r"[0-9a-f]{37}"),
)

CLOUDFLARE_ORIGIN_CA_KEY = Token(
    id="cloudflare-origin-ca-key",
    title="Cloudflare Origin CA key",
    ja="Cloudflare Origin CA キー",
    severity=HIGH,
    pattern=word(r"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Cloudflare dashboard", "My Profile > API Tokens > Origin CA Key"),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/",
    rank=70,
    examples=shaped("CF_ORIGIN_CA_KEY", r"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}", "v1.0-"),
)

SCALEWAY_ACCESS_KEY = Token(
    id="scaleway-access-key",
    title="Scaleway access key",
    ja="Scaleway アクセスキー",
    severity=MEDIUM,
    pattern=word(r"SCW[A-Z0-9]{17}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Scaleway console", "IAM > API keys"),
    source="https://www.scaleway.com/en/docs/iam/concepts/",
    rank=70,
    examples=shaped("SCW_ACCESS_KEY", r"SCW[A-Z0-9]{17}", "SCW"),
)

SCALEWAY_SECRET_KEY = Token(
    id="scaleway-secret-key",
    title="Scaleway secret key",
    ja="Scaleway シークレットキー",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:scw|scaleway)[_.\- ]?(?:api[_.\- ]?)?(?:secret|token)(?:[_.\- ]?key)?",
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Scaleway console", "IAM > API keys"),
    source="https://www.scaleway.com/en/docs/iam/concepts/",
    rank=45,
    examples=plain(
        "SCW_SECRET_KEY", r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    ),
)

ALIBABA_ACCESS_KEY = Token(
    id="alibaba-access-key",
    title="Alibaba Cloud AccessKey id",
    ja="Alibaba Cloud AccessKey ID",
    severity=MEDIUM,
    pattern=word(r"LTAI[A-Za-z0-9]{12,20}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the RAM console", "Users > AccessKey"),
    source="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
    rank=70,
    examples=shaped("ALIBABA_ACCESS_KEY_ID", r"LTAI[A-Za-z0-9]{20}", "LTAI"),
)

ALIBABA_SECRET_KEY = Token(
    id="alibaba-secret-key",
    title="Alibaba Cloud AccessKey secret",
    ja="Alibaba Cloud AccessKey シークレット",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:(?:ali(?:baba|yun)?(?:[_.\- ]?cloud)?|oss)[_.\- ]?(?:access[_.\- ]?)?(?:key[_.\- ]?)?secret(?:[_.\- ]?key)?)",
        r"[A-Za-z0-9]{30}",
    ),
    validate=random_only,
    entropy=3.6,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the RAM console", "Users > AccessKey"),
    source="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
    rank=45,
    examples=plain("ALIBABA_SECRET", r"[A-Za-z0-9]{30}"),
)

ALIBABA_SECRET_BESIDE_ID = Token(
    id="alibaba-secret-beside-id",
    title="Alibaba Cloud AccessKey secret beside its id",
    ja="ID の隣にある Alibaba Cloud AccessKey シークレット",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{12,20}[^A-Za-z0-9]{1,12}(?:(?i:[a-z_]{0,14}secret)[^A-Za-z0-9]{1,8})?(?P<secret>[A-Za-z0-9]{30})(?![A-Za-z0-9])",
    validate=random_only,
    entropy=3.6,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the RAM console", "Users > AccessKey"),
    source="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
    rank=50,
    examples=(
        Bad(r"'⟦LTAI[A-Za-z0-9]{20}⟧', '⟦[A-Za-z0-9]{30}⟧'"),
        Bad("id: ⟦LTAI[A-Za-z0-9]{20}⟧\nsecret: ⟦[A-Za-z0-9]{30}⟧\n"),
        Bad(r"⟦LTAI[A-Za-z0-9]{20}⟧:⟦[A-Za-z0-9]{30}⟧"),
        Good(r"⟦LTAI[A-Za-z0-9]{20}⟧"),
        Good(r"⟦LTAI[A-Za-z0-9]{20}⟧ and later ⟦[A-Za-z0-9]{30}⟧"),
        Good(r"⟦LTAI[A-Za-z0-9]{20}⟧ ThisIsOneCamelCasedNameOfThirt"),
    ),
)

TENCENT_SECRET_ID = Token(
    id="tencent-secret-id",
    title="Tencent Cloud SecretId",
    ja="Tencent Cloud SecretId",
    severity=MEDIUM,
    pattern=word(r"AKID[A-Za-z0-9]{32}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Tencent Cloud console", "CAM > API Keys"),
    source="https://www.tencentcloud.com/document/product/598/32675",
    rank=70,
    examples=shaped("TENCENT_SECRET_ID", r"AKID[A-Za-z0-9]{32}", "AKID"),
)

TENCENT_SECRET_KEY = Token(
    id="tencent-secret-key",
    title="Tencent Cloud SecretKey",
    ja="Tencent Cloud SecretKey",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:tencent(?:cloud)?|qcloud|(?<![a-z])cos)[_.\- ]?secret[_.\- ]?key", r"[A-Za-z0-9]{32}"
    ),
    validate=random_only,
    entropy=3.6,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Tencent Cloud console", "CAM > API Keys"),
    source="https://www.tencentcloud.com/document/product/598/32675",
    rank=45,
    examples=plain("TENCENT_SECRET_KEY", r"[A-Za-z0-9]{32}"),
)

YANDEX_API_KEY = Token(
    id="yandex-api-key",
    title="Yandex Cloud API key",
    ja="Yandex Cloud API キー",
    severity=HIGH,
    pattern=word(r"AQVN[A-Za-z0-9_-]{35,38}"),
    validate=random_only,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Yandex Cloud console", "Service accounts > API keys"),
    source="https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
    rank=70,
    examples=shaped("YC_API_KEY", r"AQVN[A-Za-z0-9_-]{36}", "AQVN"),
)

YANDEX_TOKEN = Token(
    id="yandex-token",
    title="Yandex IAM or OAuth token",
    ja="Yandex IAM／OAuth トークン",
    severity=HIGH,
    pattern=word(
        r"(?:t1\.[A-Za-z0-9_-]{20,400}={0,2}\.[A-Za-z0-9_-]{80,100}={0,2}|y0_[A-Za-z0-9_-]{50,60})"
    ),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("Yandex ID", "Security > External services"),
    source="https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token",
    rank=70,
    examples=shaped(
        "YC_TOKEN",
        r"y0_AgAAAA[A-Za-z0-9_-]{48}",
        "y0_",
        Bad(r"'⟦t1\.9eu[A-Za-z0-9_-]{60}\.[A-Za-z0-9_-]{86}⟧'"),
    ),
)

YANDEX_STATIC_KEY = Token(
    id="yandex-static-key",
    title="Yandex Cloud static secret key",
    ja="Yandex Cloud 静的シークレットキー",
    severity=HIGH,
    pattern=word(r"YC[A-Za-z0-9_-]{38}"),
    validate=random_only,
    entropy=4.2,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Yandex Cloud console", "Service accounts > Static access keys"),
    source="https://yandex.cloud/en/docs/iam/concepts/authorization/access-key",
    rank=70,
    examples=shaped("YC_SECRET_KEY", r"YC[MNOP][A-Za-z0-9_-]{37}", "YC"),
)

IBM_API_KEY = Token(
    id="ibm-api-key",
    title="IBM Cloud API key",
    ja="IBM Cloud API キー",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:ibm[_.\- ]?(?:cloud[_.\- ]?|cloudant[_.\- ]?|watson[_.\- ]?|iam[_.\- ]?)?|ibmcloud[_.\- ]?|watsonx?[_.\- ]?)(?:iam[_.\- ]?)?api[_.\- ]?key",
        r"[A-Za-z0-9_-]{44}",
    ),
    validate=random_only,
    entropy=3.8,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the IBM Cloud console", "Manage > Access > API keys"),
    source="https://cloud.ibm.com/docs/account?topic=account-userapikey",
    rank=45,
    examples=plain("IBM_API_KEY", r"[A-Za-z0-9_-]{44}"),
)

IBM_COS_HMAC_SECRET = Token(
    id="ibm-cos-hmac-secret",
    title="IBM Cloud Object Storage HMAC secret",
    ja="IBM Cloud Object Storage HMAC シークレット",
    severity=HIGH,
    pattern=labelled(r"secret[_.\- ]?access[_.\- ]?key", r"[0-9a-f]{48}"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the IBM Cloud console", "Object Storage > Service credentials"),
    source="https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-uhc-hmac-credentials-main",
    rank=45,
    examples=plain("IBM_COS_SECRET_ACCESS_KEY", r"[0-9a-f]{48}"),
)

HUAWEI_SECRET_KEY = Token(
    id="huawei-secret-key",
    title="Huawei Cloud secret key",
    ja="Huawei Cloud シークレットキー",
    severity=HIGH,
    pattern=labelled(
        r"(?:huawei(?:cloud)?|(?<![a-z])hw(?:c|cloud)?|(?<![a-z])obs)[_.\- ]?(?:secret(?:[_.\- ]?access)?[_.\- ]?key|sk)",
        r"[A-Za-z0-9]{40}",
    ),
    validate=random_only,
    entropy=3.8,
    opens=(
        "Machines, data and bills of the cloud account.",
        "クラウドアカウントのマシン、データ、課金。",
    ),
    revoke=page("the Huawei Cloud console", "My Credentials > Access Keys"),
    source="https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html",
    rank=45,
    examples=plain("HUAWEI_SECRET_KEY", r"[A-Za-z0-9]{40}"),
)

KUBERNETES_CLIENT_KEY = Token(
    id="kubernetes-client-key",
    title="Kubernetes client key",
    ja="Kubernetes クライアント鍵",
    severity=CRITICAL,
    pattern=r"""(?i:client-key-data)[\"'\s:]{1,6}(?P<secret>LS0tLS1CRUdJTi[A-Za-z0-9+/]{200,8000}={0,2})""",
    entropy=3.5,
    opens=(
        "The cluster, as the user of the kubeconfig.",
        "kubeconfig のユーザーとしてのクラスター。",
    ),
    revoke=(
        "Issue a new client certificate and remove the old user's bindings.",
        "新しいクライアント証明書を発行し、古いユーザーの権限バインディングを削除してください。",
    ),
    source="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/",
    rank=84,
    examples=(
        Bad(
            "users:\n- user:\n    client-key-data: ⟦LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ[A-Za-z0-9+/]{400}⟧\n"
        ),
        Bad(r'"client-key-data": "⟦LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t[A-Za-z0-9+/]{280}⟧=="'),
        Bad(r"client-key-data: '⟦LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ[A-Za-z0-9+/]{900}⟧='"),
        Good(r"client-key-data: REDACTED"),
        Good(r"client-certificate-data: ⟦LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t[A-Za-z0-9+/]{400}⟧"),
        Good(r"client-key-data: LS0tLS1CRUdJTi..."),
    ),
)
