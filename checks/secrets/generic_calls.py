"""Find passwords and keys that stand in calls and pipes, with no name of their own."""

from seawall import patterns as re
from seawall.checks.secrets.generic_names import PASSWORD, SECRET
from seawall.checks.secrets.generic_values import is_secret, is_written
from seawall.severity import LOW, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_DROP = Judgement(drop=True)
_TEST = re.compile(
    r"(?:^|[/_.\-])(?:tests?|specs?|examples?|samples?|docs?|fixtures?)(?:[/_.\-]|$)"
)
_REVOKE = (
    "Change the password or key, and read it from the environment or a secret store.",
    "パスワードまたはキーを変更し、環境変数またはシークレットストアから読み込むようにします。",
)


def _password(context: Context) -> Judgement | None:
    return _judge(context, PASSWORD)


def _key(context: Context) -> Judgement | None:
    return _judge(context, SECRET)


def _judge(context: Context, kind: str) -> Judgement | None:
    value = context.secret
    if is_written(value, strict=False) or not is_secret(value, kind, quoted=True):
        return _DROP
    return Judgement(severity=LOW) if _TEST.search(context.path) else None


_ARGUMENT = r"[^\"'\n;(){}]{1,80}|[^\n;{}]{1,80}?[\"']"
_CONNECTS = r"(?:getConnection|mysqli_connect|mysqli|PDO|pg_connect|pymysql\.connect|MySQLdb\.connect|oci_connect)"
_BINDS = r"(?:simple_bind(?:_s)?|ldap_bind|PSCredential)"
_KEYED = (
    r"(?:jwt\.(?:sign|verify|encode|decode)|JWT\.(?:encode|decode)|createHmac|hash_hmac|hmac\.new|Fernet"
    r"|AES\.new|SecretKeySpec|cookieParser|createCipheriv|Algorithm\.HMAC(?:256|384|512))"
)

IN_CALL = Token(
    id="password-in-call",
    title="Password in a call or a pipe",
    ja="呼び出しやパイプに書かれたパスワード",
    severity=MEDIUM,
    pattern=rf"(?:\b{_CONNECTS}\s?\([^\n;]{{1,120}}?[\"'],\s?(?=[\"'][^\"'\n]{{1,60}}[\"']\s?[,)])[\"']"
    rf"|\b{_BINDS}\s?\([^\n;]{{1,80}}?,\s?\(?(?:ConvertTo-SecureString )?[\"']"
    r"|[\"'][\w.\-]{1,32}:(?=[^\s\"'@]{4,64}@(?:tcp|unix)\()"
    r"|\becho\s(?:-n\s)?[\"']?(?:[\w.\-]{1,32}:)?(?=[^\s\"'|]{6,64}[\"']?\s?\|\s?(?:sudo\s(?:-\w\s)?(?:-S|chpasswd)|chpasswd|[^\n|]{1,80}--password-stdin))"
    r"|\bnet\suser\s\S{1,32}\s(?=\S{6,64}\s/add)"
    r"|\bhtpasswd\s-\w{0,4}b\w{0,4}\s\S{1,60}\s\S{1,32}\s[\"']?"
    r"|\bopenssl\senc\s[^\n|]{1,80}\s-k\s[\"']?"
    r"|\b(?:oracle:thin:|sqlplus\s(?:-\w\s)?)[\w.\-]{1,32}/(?=[^\s\"'@]{4,64}@)"
    r")(?P<secret>(?:(?!@(?:tcp|unix)\()[^\s\"'|,)]){6,64}?)(?=[\"'\s|,)]|@|$)",
    triggers=(
        (rf"\b{_CONNECTS}\s?\([^\n;]*[\"'],\s?[\"'][^\"'\n]+[\"']\s?[,)]", 300),
        (rf"\b{_BINDS}\s?\([^\n;]*,\s?\(?(?:ConvertTo-SecureString )?[\"'][^\"'\n]", 160),
        (r"[\"'][\w.\-]+:[^\s\"'@]+@(?:tcp|unix)\(", 140),
        (r"\|\s?(?:sudo\s(?:-\w\s)?(?:-S|chpasswd)|chpasswd|[^\n|]*--password-stdin)", 240),
        (r"\bnet\suser\s\S+\s\S+\s/add", 160),
        (r"\bhtpasswd\s-\w*b\w*\s\S+\s\S", 140),
        (r"\bopenssl\senc\s[^\n|]*\s-k\s", 140),
        (r"\b(?:oracle:thin:|sqlplus\s(?:-\w\s)?)[\w.\-]+/[^\s\"'@]+@", 160),
    ),
    validate=_password,
    opens=("the service that is called", "呼び出し先のサービス"),
    revoke=_REVOKE,
    examples=(
        Bad('DriverManager.getConnection(url + "?x", "app", "⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧");'),
        Bad('sql.Open("mysql", "app:⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧@tcp(db:3306)/app")'),
        Bad('echo "deploy:⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧" | chpasswd'),
        Bad("net user deploy ⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧ /add"),
        Bad('ldap.simple_bind_s("cn=app", "⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧")'),
        Good('DriverManager.getConnection(url, "user", "password");'),
        Good('sql.Open("mysql", "root:root@tcp(localhost:3306)/app")'),
        Good('echo "$USER:$PASSWORD" | chpasswd'),
        Good("echo $TOKEN | docker login -u ci --password-stdin"),
        Good("net user guest1 /active:no"),
    ),
    rank=18,
    precision="medium",
)

KEY_IN_CALL = Token(
    id="key-in-call",
    title="Key in a call that signs or encrypts",
    ja="署名や暗号化の呼び出しに書かれたキー",
    severity=MEDIUM,
    pattern=rf"\b{_KEYED}\s?\((?:[^\n;\"']{{0,80}}[\"']?[\w\-]{{0,20}}[\"']?,\s?)?b?[\"'](?P<secret>[^\s\"'\n]{{12,128}})[\"']",
    triggers=((rf"\b{_KEYED}\s?\([^\n;]*[\"'][^\s\"'\n]+[0-9][^\s\"'\n]*[\"']", 320),),
    validate=_key,
    opens=("whatever the key signs or encrypts", "このキーで署名または暗号化されているもの"),
    revoke=_REVOKE,
    examples=(
        Bad("jwt.sign(payload, '⟦[A-Za-z0-9]{24}⟧')"),
        Bad("createHmac('sha256', '⟦[A-Za-z0-9]{32}⟧')"),
        Bad('Fernet(b"⟦[A-Za-z0-9+/]{43}⟧=")'),
        Bad('new SecretKeySpec("⟦[A-Za-z0-9]{16}⟧".getBytes(), "AES")'),
        Good("jwt.sign(payload, process.env.JWT_SECRET_2)"),
        Good("jwt.sign(payload, 'your-secret-key-1')"),
        Good("createHmac('sha256', secret).digest('base64')"),
        Good("jwt.verify(token, 'shhhhh')"),
    ),
    rank=7,
    precision="medium",
)
