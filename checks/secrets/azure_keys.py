"""Find Azure keys that carry the mark of their service."""

from seawall.checks.secrets.plausible import plausible
from seawall.checks.secrets.steps import page, run
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Good, Token

AZURE_IDENTIFIABLE_STORAGE_KEY = Token(
    id="azure-identifiable-storage-key",
    title="Azure storage account key by its mark",
    ja="識別子付き Azure ストレージキー",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{6}==)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("All data of the storage account.", "ストレージアカウントのすべてのデータ。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{76}\\+ASt[A-Za-z0-9+/]{6}⟧==\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{6}⟧=="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{6}⟧=='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{95}⟧"),
        Good(r"keys carry +ASt near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}\+ASt[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_COSMOS_KEY = Token(
    id="azure-cosmos-key",
    title="Azure Cosmos DB key",
    ja="Azure Cosmos DB キー",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}==)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("All data of the Cosmos DB account.", "Cosmos DB アカウントのすべてのデータ。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}⟧==\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}⟧=="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}⟧=='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{95}⟧"),
        Good(r"keys carry ACDb near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}ACDb[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_API_MANAGEMENT_KEY = Token(
    id="azure-api-management-key",
    title="Azure API Management key",
    ja="Azure API Management キー",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{6}==)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("The management interface of the gateway.", "ゲートウェイの管理インターフェイス。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/api-management/api-management-subscriptions",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{6}⟧==\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{6}⟧=="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{6}⟧=='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{95}⟧"),
        Good(r"keys carry APIM near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}APIM[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_BATCH_KEY = Token(
    id="azure-batch-key",
    title="Azure Batch key",
    ja="Azure Batch キー",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{76}\+ABa[A-Za-z0-9+/]{6}==)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Jobs and pools of the Batch account.", "Batch アカウントのジョブとプール。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/batch/accounts",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{76}\\+ABa[A-Za-z0-9+/]{6}⟧==\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{76}\+ABa[A-Za-z0-9+/]{6}⟧=="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{76}\+ABa[A-Za-z0-9+/]{6}⟧=='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{95}⟧"),
        Good(r"keys carry +ABa near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}\+ABa[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_SERVICE_BUS_KEY = Token(
    id="azure-service-bus-key",
    title="Azure Service Bus key by its mark",
    ja="識別子付き Azure Service Bus キー",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{33}\+ASb[A-Za-z0-9+/]{6}=)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Messages of the namespace.", "名前空間のメッセージ。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{33}\\+ASb[A-Za-z0-9+/]{6}⟧=\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{33}\+ASb[A-Za-z0-9+/]{6}⟧="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{33}\+ASb[A-Za-z0-9+/]{6}⟧='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{52}⟧"),
        Good(r"keys carry +ASb near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}\+ASb[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_EVENT_HUBS_KEY = Token(
    id="azure-event-hubs-key",
    title="Azure Event Hubs key by its mark",
    ja="識別子付き Azure Event Hubs キー",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{33}\+AEh[A-Za-z0-9+/]{6}=)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Events of the namespace.", "名前空間のイベント。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/event-hubs/authenticate-shared-access-signature",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{33}\\+AEh[A-Za-z0-9+/]{6}⟧=\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{33}\+AEh[A-Za-z0-9+/]{6}⟧="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{33}\+AEh[A-Za-z0-9+/]{6}⟧='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{52}⟧"),
        Good(r"keys carry +AEh near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}\+AEh[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_RELAY_KEY = Token(
    id="azure-relay-key",
    title="Azure Relay key by its mark",
    ja="識別子付き Azure Relay キー",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{33}\+ARm[A-Za-z0-9+/]{6}=)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Connections of the namespace.", "名前空間の接続。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/azure-relay/relay-authentication-and-authorization",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{33}\\+ARm[A-Za-z0-9+/]{6}⟧=\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{33}\+ARm[A-Za-z0-9+/]{6}⟧="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{33}\+ARm[A-Za-z0-9+/]{6}⟧='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{52}⟧"),
        Good(r"keys carry +ARm near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}\+ARm[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_IOT_KEY = Token(
    id="azure-iot-key",
    title="Azure IoT Hub key by its mark",
    ja="識別子付き Azure IoT Hub キー",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{33}AIoT[A-Za-z0-9+/]{6}=)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Devices of the hub.", "ハブのデバイス。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-dev-guide-sas",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{33}AIoT[A-Za-z0-9+/]{6}⟧=\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{33}AIoT[A-Za-z0-9+/]{6}⟧="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{33}AIoT[A-Za-z0-9+/]{6}⟧='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{52}⟧"),
        Good(r"keys carry AIoT near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}AIoT[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_REDIS_KEY = Token(
    id="azure-redis-key",
    title="Azure Cache for Redis key",
    ja="Azure Cache for Redis キー",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{33}AzCa[A-Za-z0-9+/]{6}=)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("All data of the cache.", "キャッシュのすべてのデータ。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{33}AzCa[A-Za-z0-9+/]{6}⟧=\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{33}AzCa[A-Za-z0-9+/]{6}⟧="'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{33}AzCa[A-Za-z0-9+/]{6}⟧='"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{52}⟧"),
        Good(r"keys carry AzCa near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}AzCa[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_REGISTRY_PASSWORD = Token(
    id="azure-registry-password",
    title="Azure Container Registry password",
    ja="Azure Container Registry パスワード",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9+/]{6})(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Images of the registry.", "レジストリのイメージ。"),
    revoke=run("az acr credential renew --name NAME --password-name password"),
    source="https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9+/]{42}\\+ACR[A-Za-z0-9+/]{6}⟧\n"),
        Bad(r'"key": "⟦[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9+/]{6}⟧"'),
        Bad(r"secret: '⟦[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9+/]{6}⟧'"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{61}⟧"),
        Good(r"keys carry +ACR near their end"),
        Good(r"KEY=⟦[A-Za-z0-9+/]{10}\+ACR[A-Za-z0-9+/]{3}⟧"),
    ),
)

AZURE_FUNCTIONS_KEY = Token(
    id="azure-functions-key",
    title="Azure Functions key",
    ja="Azure Functions キー",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{6}==)(?![A-Za-z0-9_=-])",
    validate=plausible,
    entropy=3.8,
    opens=("Calling the functions of the app.", "アプリの関数の呼び出し。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{6}⟧==\n"),
        Bad(r'"key": "⟦[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{6}⟧=="'),
        Bad(r"secret: '⟦[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{6}⟧=='"),
        Good(r"KEY=⟦[A-Za-z0-9_-]{63}⟧"),
        Good(r"keys carry AzFu near their end"),
        Good(r"KEY=⟦[A-Za-z0-9_-]{10}AzFu[A-Za-z0-9_-]{3}⟧"),
    ),
)

AZURE_SEARCH_KEY = Token(
    id="azure-search-key",
    title="Azure AI Search key",
    ja="Azure AI Search キー",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6})(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Indexes of the search service.", "検索サービスのインデックス。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/search/search-security-api-keys",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}⟧\n"),
        Bad(r'"key": "⟦[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}⟧"'),
        Bad(r"secret: '⟦[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}⟧'"),
        Good(r"KEY=⟦[A-Za-z0-9]{61}⟧"),
        Good(r"keys carry AzSe near their end"),
        Good(r"KEY=⟦[A-Za-z0-9]{10}AzSe[A-Za-z0-9]{3}⟧"),
    ),
)

AZURE_DEVOPS_TOKEN = Token(
    id="azure-devops-token",
    title="Azure DevOps personal access token",
    ja="Azure DevOps 個人アクセストークン",
    severity=CRITICAL,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Repositories and pipelines of the person.", "本人のリポジトリとパイプライン。"),
    revoke=page("Azure DevOps", "User settings > Personal access tokens"),
    source="https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}⟧\n"),
        Bad(r'"key": "⟦[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}⟧"'),
        Bad(r"secret: '⟦[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}⟧'"),
        Good(r"KEY=⟦[A-Za-z0-9]{93}⟧"),
        Good(r"keys carry AZDO near their end"),
        Good(r"KEY=⟦[A-Za-z0-9]{10}AZDO[A-Za-z0-9]{3}⟧"),
    ),
)

AZURE_AI_KEY = Token(
    id="azure-ai-key",
    title="Azure OpenAI or AI services key",
    ja="Azure OpenAI／AI サービスキー",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26})(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=3.8,
    opens=("Models, on the subscription's bill.", "サブスクリプションの課金でのモデル利用。"),
    revoke=page("the Azure portal", "the resource > Keys > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/ai-services/authentication",
    rank=74,
    examples=(
        Bad("KEY=⟦[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}⟧\n"),
        Bad(r'"key": "⟦[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}⟧"'),
        Bad(r"secret: '⟦[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}⟧'"),
        Good(r"KEY=⟦[A-Za-z0-9]{93}⟧"),
        Good(r"keys carry JQQJ99 near their end"),
        Good(r"KEY=⟦[A-Za-z0-9]{10}JQQJ99[A-Za-z0-9]{3}⟧"),
    ),
)
