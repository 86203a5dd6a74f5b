"""Generic secrets: what must be found in every language, and what must stay silent."""

from pathlib import Path

import pytest

from seawall.cache.store import Store
from seawall.lanes.text import TextLane

from samples import expand

V = "⟦[A-Za-z0-9]{32}⟧"
H = "⟦[0-9a-f]{32}⟧"
P = "⟦[a-z]{3}[A-Z]{2}[0-9]{3}[!#%][a-z]{3}⟧"

FOUND = [
    f'api_key = "{V}"',
    f"apiKey: '{V}',",
    f'"apiKey": "{V}"',
    f"export API_KEY={V}",
    f'$env:API_KEY = "{V}"',
    f'const apiKey: string = "{V}";',
    f'private static final String API_KEY = "{V}";',
    f'api_key := "{V}"',
    f"'api_key' => '{V}',",
    f'define("API_KEY", "{V}");',
    f'#define API_KEY "{V}"',
    f'let API_KEY: &str = "{V}";',
    f'NSString *apiKey = @"{V}";',
    f"ENV API_KEY {V}",
    f'<add key="ApiKey" value="{V}" />',
    f'<string name="api_key">{V}</string>',
    f"<key>ApiKey</key>\n<string>{V}</string>",
    f'{{"name": "API_KEY", "value": "{V}"}}',
    f"- name: API_KEY\n  value: {V}",
    f"  - API_KEY={V}",
    f"tool --api-key {V}",
    f'process.env.SECRET || "{V}"',
    f'os.environ.get("SECRET_KEY", "{V}")',
    f"API_KEY: ${{API_KEY:-{V}}}",
    f"| API key | {V} |",
    f"SECRET_KEY = '{V}'",
    f"app_secret: {H}",
    "session_token = ⟦[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}⟧",
    f"シークレットキー「{V}」",
    f"password = '{P}'",
    f"DB_PASSWORD={P}",
    f"spring.datasource.password={P}",
    f'variable "db_password" {{\n  default = "{P}"\n}}',
    f"DBPassword:\n    Type: String\n    Default: {P}\n",
    f"<password>{P}</password>",
    f'{{\\"password\\":\\"{P}\\"}}',
    f"Server=db;Database=x;User Id=sa;Password={P};",
    f"パスワード：{P}",
    f"CREATE USER a WITH PASSWORD '{P}';",
    f'new NetworkCredential("user", "{P}")',
    f"curl -u admin:{P} https://api.corp.jp/",
    f"mysql -u root -p{P} app",
    f'headers = {{"Authorization": "Bearer {V}"}}',
    "password = '⟦(Banana|Falcon|Kenji)20(19|2[0-6])[!#]⟧'",
    "DB_PASSWORD=⟦(banana|falcon|kenji)[2-9]{2}⟧",
    "adminPassword: ⟦[bcdfgkpqvxz]{10}⟧",
    "db_pass: ⟦(Banana|Falcon)[@#](Kenji|Tiger)[1-9]{2}⟧",
    'password = "⟦P@ssw0rd-(banana|falcon)-[1-9]{2}⟧"',
    'smtp_password = "⟦[3-9]{4}[2-8]{4}⟧"',
    "PASSWORD_DB=⟦[a-z]{3}[A-Z]{2}[0-9]{3}[a-z]{3}⟧",
    f'Dim apiKey As String = "{V}"',
    f'public string ApiKey {{ get; set; }} = "{V}";',
    f'$clientSecret = ConvertTo-SecureString "{V}" -AsPlainText -Force',
    f'api_key = SecretStr("{V}")',
    f'{{"key": "apiKey","type": "text","value": "{V}"}}',
]

SILENT = [
    'password = "changeme"',
    'password: "password123"',
    'password = os.environ["DB_PASSWORD"]',
    'password = getpass.getpass("Password: ")',
    "password = config.get_password('db1')",
    "DB_PASSWORD=${DB_PASSWORD}",
    "DB_PASSWORD=$(cat /run/secrets/db1)",
    "password: {{ vault_db_password_1 }}",
    "password: !Ref DBPassword1",
    "password: <your-password-1>",
    "password: ********",
    'password = "{{resolve:secretsmanager:prod/db1:SecretString:password}}"',
    "password = var.db_password_2",
    "password = aws_secretsmanager_secret_version.db1.secret_string",
    "password = random_password.master1.result",
    'api_key = "YOUR_API_KEY_1234567890"',
    'api_key = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
    'api_key = "0123456789abcdef0123456789abcdef"',
    'api_key = "<insert-your-key-here-1>"',
    "api_key: process.env.API_KEY_2",
    'token_url = "https://login.corp.jp/oauth2/v2.0/token"',
    'secret_name = "prod/database/credentials-v2"',
    'secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"',
    'key_id = "⟦[0-9a-f]{32}⟧"',
    'public_key = "⟦[A-Za-z0-9+/]{43}⟧="',
    'kms_key = "arn:aws:kms:eu-west-1:111122223333:key/⟦[0-9a-f]{8}⟧"',
    'cache_key = "user:profile:v2:settings"',
    'primary_key = "customer_order_id_v2"',
    'checksum = "⟦[0-9a-f]{64}⟧"',
    '"integrity": "sha512-⟦[A-Za-z0-9+/]{86}⟧=="',
    "commit ⟦[0-9a-f]{40}⟧",
    'uuid = "⟦[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}⟧"',
    'next_token = "⟦[A-Za-z0-9+/]{60}⟧"',
    'csrf_token = "⟦[A-Za-z0-9]{32}⟧"',
    "password: ENC[AES256_GCM,data:⟦[A-Za-z0-9+/]{16}⟧,iv:⟦[A-Za-z0-9+/]{43}⟧=,type:str]",
    "spec:\n  encryptedData:\n    password: AgA⟦[A-Za-z0-9+/]{200}⟧",
    "password: $ANSIBLE_VAULT;1.1;AES256",
    "password_hash = '$2y$10$⟦[a-zA-Z0-9./]{53}⟧'",
    "tokens = tokenizer.encode('hello world 123')",
    "def get_secret_value(secret_id: str, version: int = 1) -> str:",
    'if token == "END_OF_STREAM_2":',
    "password_min_length = 12",
    'label_password = "パスワードを入力してください1"',
    "secretKeyRef:\n  name: db-credentials-1\n  key: password",
    "key: ssh-rsa ⟦[A-Za-z0-9+/]{300}⟧ bob@host1",
    "fill: #a1b2c3; stroke-key: url(#gradient1)",
    'auth = ("user", "password")',
    "curl -u user:password https://example.com/",
    "mysql -u root -p app1",
    "Authorization: Bearer <token>",
    "see the key a1b2 in section 3.4.5",
    'password = "userPassword2"',
    'password = "db_password_2"',
    'password = "Password123!"',
    'password: "minLength8"',
    "password=db_pass2,",
    'password: "20240131"',
    'pin_password = "481516"',
    "password: process.env.DB_PASSWORD1!,",
    "password: vault:v1:⟦[A-Za-z0-9+/]{60}⟧==",
    "docker run -v $(PWD):/mnt:z builder1",
    'credentials = await this.getCredentials("gitlabOAuth2Api")',
    'Password: "ENCRYPTED_KAFKA_SASL_SCRAM"|"KAFKA_SASL_GSSAPI_KEYTAB"',
    "Sec-WebSocket-Key: ⟦[A-Za-z0-9/]{22}⟧==",
    'a-secret: "NACL[⟦[A-Za-z0-9+/]{60}⟧==]"',
    "//# sourceMappingURL=data:application/json;base64,⟦eyJ2ZXJzaW9uIjozLCJhcGlfa2V5Ijoi[A-Za-z0-9]{200}⟧",
]


@pytest.fixture(scope="module")
def lane(tmp_path_factory: pytest.TempPathFactory) -> TextLane:
    return TextLane(store=Store(str(tmp_path_factory.mktemp("cache"))))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("pattern", FOUND)
def test_found(lane: TextLane, pattern: str, seed: int) -> None:
    text = expand(pattern, seed)
    leaks = lane.search_text(text, "src/app.conf")
    assert len(leaks) == 1, text
    assert leaks[0].severity in ("medium", "high")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("pattern", SILENT)
def test_silent(lane: TextLane, pattern: str, seed: int) -> None:
    text = expand(pattern, seed)
    assert lane.search_text(text, "src/app.conf") == (), text


def test_tests_and_examples_weigh_less(lane: TextLane) -> None:
    text = expand(FOUND[0])
    for path in ("tests/test_app.py", "docs/setup.md", ".env.example", "app_test.go"):
        (leak,) = lane.search_text(text, path)
        assert leak.severity == "low"


@pytest.mark.parametrize(
    "name", ["package-lock.json", "app.min.js", "yarn.lock", "locales/ja.json"]
)
def test_generated_files_have_no_generic_secrets(lane: TextLane, name: str) -> None:
    assert lane.search_text(expand(FOUND[0]), str(Path("a") / name)) == ()
