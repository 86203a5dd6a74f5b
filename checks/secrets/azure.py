"""Find Azure keys, secrets and passwords."""

from seawall import patterns as re
from seawall.checks.secrets.examples_known import KNOWN
from seawall.checks.secrets.plausible import DROP, made_up, plausible, random_only
from seawall.checks.secrets.shape import GAP, labelled, word
from seawall.checks.secrets.specimen import plain, shaped
from seawall.checks.secrets.steps import page, run
from seawall.severity import CRITICAL, HIGH
from seawall.token import Bad, Context, Good, Judgement, Token


def judge_password(ctx: Context) -> Judgement | None:
    word = ctx.secret.lower()
    plain = (
        word.startswith(("pass", "pwd", "secret", "test", "xxx", "my", "your"))
        and word.replace("_", "").isalpha()
    )
    is_code = re.match(r"[A-Za-z_]\w*\.[A-Za-z_]\w*[,)(]", ctx.secret)
    return DROP if plain or is_code or made_up(ctx.secret) else None


AZURE_STORAGE_KEY = Token(
    id="azure-storage-key",
    title="Azure storage account key",
    ja="Azure ストレージアカウントキー",
    severity=CRITICAL,
    pattern=r"(?i:account_?key|storage[_.\- ]?(?:account[_.\- ]?)?(?:access[_.\- ]?)?key|azure[_.\- ]?storage[_.\- ]?(?:account[_.\- ]?)?(?:access[_.\- ]?)?key)"
    + GAP
    + r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=4.0,
    opens=("All data of the storage account.", "ストレージアカウントのすべてのデータ。"),
    revoke=run("az storage account keys renew --account-name NAME --key primary"),
    source="https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage",
    rank=75,
    examples=(
        Bad(
            r"DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=⟦[A-Za-z0-9+/]{86}⟧==;EndpointSuffix=core.windows.net"
        ),
        Bad("AZURE_STORAGE_KEY=⟦[A-Za-z0-9+/]{86}⟧==\n"),
        Bad(r'"accountKey": "⟦[A-Za-z0-9+/]{86}⟧=="'),
        Good(
            "AccountKey="
            + next(each for each in sorted(KNOWN) if each.startswith("Eby8"))
            + ";EndpointSuffix=core.windows.net"
        ),
        Good(r"AccountKey=<your-account-key>;"),
        Good(r"integrity sha512-⟦[A-Za-z0-9+/]{86}⟧=="),
    ),
)

AZURE_DEVOPS_LEGACY_TOKEN = Token(
    id="azure-devops-legacy-token",
    title="Azure DevOps token of the old form",
    ja="旧形式の Azure DevOps トークン",
    severity=CRITICAL,
    pattern=labelled(
        r"(?:azure[_.\- ]?devops[_.\- ]?(?:ext[_.\- ]?)?|(?<![a-z])ado[_.\- ]?|vsts[_.\- ]?|system[_.\- ]?)(?:pat|access[_.\- ]?token|token|accesstoken)",
        r"[a-z2-7]{52}",
    ),
    validate=random_only,
    entropy=3.6,
    opens=("The resource that the key belongs to.", "キーが属するリソース。"),
    revoke=page("Azure DevOps", "User settings > Personal access tokens"),
    source="https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
    rank=45,
    examples=plain("AZURE_DEVOPS_PAT", r"[a-z2-7]{52}"),
)

AZURE_AI_LEGACY_KEY = Token(
    id="azure-ai-legacy-key",
    title="Azure OpenAI or AI services key of the old form",
    ja="旧形式の Azure OpenAI／AI サービスキー",
    severity=HIGH,
    pattern=labelled(
        r"(?:azure[_.\- ]?open[_.\- ]?ai[_.\- ]?(?:api[_.\- ]?)?key|cognitive[_.\- ]?services?[_.\- ]?(?:account[_.\- ]?|api[_.\- ]?|subscription[_.\- ]?)?key|ocp-apim-subscription-key|azure[_.\- ]?(?:speech|vision|translator|search|maps)[_.\- ]?(?:api[_.\- ]?|subscription[_.\- ]?)?key)",
        r"[0-9a-f]{32}",
    ),
    validate=plausible,
    entropy=3.0,
    opens=("The resource that the key belongs to.", "キーが属するリソース。"),
    revoke=page("the Azure portal", "the resource > Keys and Endpoint"),
    source="https://learn.microsoft.com/en-us/azure/ai-services/authentication",
    rank=45,
    examples=plain("AZURE_OPENAI_API_KEY", r"[0-9a-f]{32}"),
)

AZURE_CLIENT_SECRET = Token(
    id="azure-client-secret",
    title="Microsoft Entra application secret",
    ja="Microsoft Entra アプリケーションシークレット",
    severity=CRITICAL,
    pattern=word(r"[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}", end=r"(?![A-Za-z0-9_~-])"),
    validate=plausible,
    entropy=3.0,
    opens=(
        "What the application may do in the tenant.",
        "テナントでアプリケーションに許された操作。",
    ),
    revoke=page(
        "the Azure portal", "Microsoft Entra ID > App registrations > Certificates & secrets"
    ),
    source="https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials",
    rank=70,
    examples=shaped("AZURE_CLIENT_SECRET", r"[A-Za-z0-9]{3}8Q~[A-Za-z0-9_.-]{34}", "abc8Q"),
)

AZURE_SHARED_ACCESS_KEY = Token(
    id="azure-shared-access-key",
    title="Azure shared access key",
    ja="Azure 共有アクセスキー",
    severity=CRITICAL,
    pattern=r"(?i:shared_?access_?key|SharedSecretValue|(?:service[_.\- ]?bus|event[_.\- ]?hubs?|iot[_.\- ]?hub|relay)[_.\- ]?(?:primary[_.\- ]?|access[_.\- ]?|sas[_.\- ]?)?key)"
    + GAP
    + r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])",
    validate=plausible,
    entropy=4.0,
    opens=(
        "Messages, events or devices of the namespace.",
        "名前空間のメッセージ、イベント、デバイス。",
    ),
    revoke=page("the Azure portal", "the namespace > Shared access policies > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas",
    rank=75,
    examples=(
        Bad(
            r"Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=⟦[A-Za-z0-9+/]{43}⟧="
        ),
        Bad(r"HostName=h.azure-devices.net;DeviceId=d;SharedAccessKey=⟦[A-Za-z0-9+/]{43}⟧="),
        Bad(r"SERVICE_BUS_KEY: '⟦[A-Za-z0-9+/]{43}⟧='"),
        Good(r"SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=<key>"),
        Good(r"SharedAccessKey=${SERVICE_BUS_KEY}"),
        Good(r"digest ⟦[A-Za-z0-9+/]{43}⟧="),
    ),
)

AZURE_APP_CONFIGURATION_SECRET = Token(
    id="azure-app-configuration-secret",
    title="Azure App Configuration connection string",
    ja="Azure App Configuration 接続文字列",
    severity=HIGH,
    pattern=r"Endpoint=https://[a-z0-9-]{1,60}\.azconfig\.io;Id=[^;\s]{1,60};Secret=(?P<secret>[A-Za-z0-9+/]{40,100}={0,2})",
    validate=plausible,
    entropy=4.0,
    opens=(
        "Settings of the store, often more secrets.",
        "ストアの設定と、そこに含まれるシークレット。",
    ),
    revoke=page("the Azure portal", "App Configuration > Access settings > Regenerate"),
    source="https://learn.microsoft.com/en-us/azure/azure-app-configuration/howto-best-practices",
    rank=75,
    examples=(
        Bad(r"Endpoint=https://acme.azconfig.io;Id=a-l0-s0:b;Secret=⟦[A-Za-z0-9+/]{43}⟧="),
        Bad(r'"Endpoint=https://x.azconfig.io;Id=abcd;Secret=⟦[A-Za-z0-9]{84}⟧"'),
        Bad(r"APPCONFIG='Endpoint=https://a-b.azconfig.io;Id=z/z;Secret=⟦[A-Za-z0-9+/]{43}⟧='"),
        Good(r"Endpoint=https://acme.azconfig.io;Id=a;Secret=<secret>"),
        Good(r"Endpoint=https://acme.azconfig.io;Id=a;Secret=${S}"),
        Good(r"Endpoint=https://acme.azconfig.io"),
    ),
)

AZURE_PUBLISH_PASSWORD = Token(
    id="azure-publish-password",
    title="Azure publish profile password",
    ja="Azure 発行プロファイルのパスワード",
    severity=HIGH,
    pattern=r"""userPWD=[\"'](?P<secret>[A-Za-z0-9]{60})[\"']""",
    validate=plausible,
    entropy=4.0,
    opens=("Replacing the code of the web app.", "Web アプリのコードの置き換え。"),
    revoke=page("the Azure portal", "App Service > Reset publish profile"),
    source="https://learn.microsoft.com/en-us/azure/app-service/deploy-configure-credentials",
    rank=75,
    examples=(
        Bad(r'<publishProfile userName="$a" userPWD="⟦[A-Za-z0-9]{60}⟧" />'),
        Bad(r"userPWD='⟦[A-Za-z0-9]{60}⟧'"),
        Bad(r'profile: userName="$b" userPWD="⟦[A-Za-z0-9]{60}⟧"'),
        Good(r'userPWD="REDACTED"'),
        Good(r'userPWD=""'),
        Good(r'userPWD="{password}"'),
    ),
)

AZURE_SQL_PASSWORD = Token(
    id="azure-sql-password",
    title="Password in an ADO.NET connection string",
    ja="ADO.NET 接続文字列のパスワード",
    severity=HIGH,
    pattern=r"""(?i:(?:server|data source|addr|host)\s{0,2}=[^;\"'\n]{1,120};[^\"'\n]{0,200}?(?:password|pwd)\s{0,2}=\s{0,2})(?P<secret>[^;\"'\s<>{}$%*]{4,128})(?=[;\"'\s]|$)""",
    validate=judge_password,
    entropy=2.0,
    opens=("The database, as its user.", "ユーザーとしてのデータベースの操作。"),
    revoke=(
        "Change the user's password in the database: ALTER LOGIN ... WITH PASSWORD.",
        "データベースでユーザーのパスワードを変更してください: ALTER LOGIN ... WITH PASSWORD。",
    ),
    source="https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax",
    rank=40,
    examples=(
        Bad(
            r"Server=tcp:a.database.windows.net,1433;Database=d;User ID=u;Password=⟦[A-Z][a-z]{5}[0-9]{4}!x[A-Z]⟧;Encrypt=True;"
        ),
        Bad(r'"Data Source=db1;Initial Catalog=x;User Id=sa;Pwd=⟦[a-z]{4}[0-9]{3}[A-Z]{3}#⟧"'),
        Bad(r"Host=pg;Username=app;Password=⟦[A-Za-z]{6}[0-9]{3}[a-z]{4}⟧;Database=d"),
        Good(r"Server=a;Database=d;User ID=u;Password=your_password;"),
        Good(r"Server=a;Password={your_password};"),
        Good(r"Server=a;Database=d;Integrated Security=true;"),
        Good(r"Server=a;Uid=b;Pwd=password;"),
    ),
)
