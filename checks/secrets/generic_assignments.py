"""Find values given to names that mean a secret, in whatever language."""

from seawall import patterns as re
from seawall.checks.secrets.generic_names import KEY, PASSWORD, promise
from seawall.checks.secrets.generic_randomness import randomness
from seawall.checks.secrets.generic_shapes import (
    A_DIGIT,
    A_MARK,
    pattern,
    triggers,
)
from seawall.checks.secrets.generic_values import is_secret
from seawall.severity import LOW, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_DROP = Judgement(drop=True)
_KEEP = Judgement()
_LOWER = Judgement(severity=LOW)

_PASSWORD_WORDS = r"passw|pwd|passphrase|pass|pw|psk|パスワード|パスフレーズ|暗証番号|senha|contrase|haslo|kennwort"
_SECRET_WORDS = (
    r"secret|token|credential|creds?|auth|key|bearer|jwt|dsn|salt|cookie|session|signature|license"
    r"|[_.\-]pat|[_.\-]sas|seed|シークレット|トークン|アクセスキー|秘密鍵|認証キー|認証情報|APIキー|API キー|暗号"
)
# the same for the engine: words that end as `promise` asks, and stems of any word
_WHOLE_PASSWORDS = r"passwords?|passwd|passwort|passphrase|passcode|passe?|pwd?|psk"
_PASSWORD_STEMS = r"パスワード|パスフレーズ|暗証番号|senha|contrase|haslo|kennwort"
_WHOLE_SECRETS = (
    r"secrets?|tokens?|credentials?|creds?|auth|authorization|keys?|bearer|jwt|dsn|salt|cookie"
    r"|session|signature|license|[_.\-]pat|[_.\-]sas|seed"
)
_SECRET_STEMS = r"シークレット|トークン|アクセスキー|秘密鍵|認証キー|認証情報|APIキー|API キー|暗号"
_NO_GENERIC = re.compile(
    r"""(?:^|/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|uv\.lock|Cargo\.lock
      |Gemfile\.lock|composer\.lock|Pipfile\.lock|go\.sum|mix\.lock|packages\.lock\.json|\.terraform\.lock\.hcl|flake\.lock)$
     |\.(?:min\.(?:js|css)|map|svg|css|scss|less|po|pot|mo|lock|sum|ipynb_checkpoints|snap|ftl|resx|strings|xlf|xliff)$
     |(?:^|/)(?:locales?|i18n|lang|translations?|messages)/""",
    re.X | re.I,
)
_LESS = re.compile(
    r"(?:^|[/_.\-])(?:tests?|testing|testdata|specs?|__tests__|e2e|fixtures?|mocks?|stubs?|examples?|samples?|demos?|docs?|tutorials?"
    r"|dist|template|tmpl|benchmarks?)(?:[/_.\-]|$)|(?:_test|Test|Tests|Spec)\.[a-z]+$|(?:^|/)(?:README|CHANGELOG|CONTRIBUTING)",
)
_SETTERS = ("#define ", "ENV ", "ARG ", "SET ", "set ", "setenv ", "setx ")
_ENDS = re.compile(r"[\"'`\])}\s:=>(,!?|<*]")
_WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_NAME_CHARACTERS = frozenset(_WORD + "-.$")


def _judge(context: Context, *, passwords: bool) -> Judgement:
    if _NO_GENERIC.search(context.path):
        return _DROP
    window, at = context.window, context.at
    head = window[at : context.start]
    first = at
    while first > 0 and window[first - 1] in _NAME_CHARACTERS and at - first < 60:
        first -= 1
    name = _ENDS.split(window[first : context.start], maxsplit=1)[0]
    if not name.isascii():
        name = head
    kind = promise(name.strip("-._$"))
    if not kind or (kind == PASSWORD) is not passwords:
        return _DROP
    quoted = bool(context.groups.get("quote"))
    if "space" in context.groups and not _may_be_spaced(window[:first], name, context, kind):
        return _DROP
    if (
        window[max(0, first - 2) : first] in ("$(", "${")
        and head.lstrip(_WORD).startswith((")", "}"))
    ) or ("space" in context.groups and window[max(0, first - 1) : first] == "<"):
        return _DROP  # the name is a reference itself
    value = context.secret
    if not quoted:
        if _is_code(window, context.end):
            return _DROP
        value = value.rstrip(".,:")
    if first > 1 and window[first - 2 : first] == "::":
        return _DROP  # a type's name: AWS::ApiGateway::ApiKey
    if first > 0 and window[first - 1] in "/\\@%#" and kind == KEY:
        return _DROP
    if value.lower() in name.lower() or not is_secret(value, kind, quoted=quoted):
        return _DROP
    return _LOWER if _LESS.search(context.path) else _KEEP


def _may_be_spaced(before: str, name: str, context: Context, kind: str) -> bool:
    """Whether a name and a value with nothing but blanks between them belong together."""
    if name.startswith("-") or name == "requirepass" or before.endswith(_SETTERS):
        return True
    if name.lower() in ("pass", "key", "keys", "auth", "token", "license", "session", "seed"):
        value = context.secret
        if len(value) > 23 and not value.isdigit() and randomness(value) > 2.2 * len(value):
            return not all(each in "0123456789abcdefABCDEF-" for each in value)
        return name.isupper() or (bool(context.groups.get("quote")) and context.secret.isalnum())
    if context.groups.get("quote"):
        return kind != KEY or context.secret.isalnum()
    size = len(context.secret)
    return size >= (8 if kind == PASSWORD else 20) and randomness(context.secret) > 1.6 * size


def _is_code(window: str, end: int) -> bool:
    """A bare value that goes on as a call, an index or an expression."""
    return window[end : end + 1] in ("(", "[", "{")


def _password(context: Context) -> Judgement:
    return _judge(context, passwords=True)


def _secret(context: Context) -> Judgement:
    return _judge(context, passwords=False)


GENERIC_PASSWORD = Token(
    id="generic-password",
    title="Password in the text",
    ja="平文のパスワード",
    severity=MEDIUM,
    pattern=pattern(_PASSWORD_WORDS),
    triggers=triggers(_WHOLE_PASSWORDS, _PASSWORD_STEMS, A_MARK),
    validate=_password,
    opens=("whatever the password is for", "このパスワードで保護されているもの"),
    revoke=(
        "Change the password where it is used, and read it from the environment or a secret store.",
        "使用先でパスワードを変更し、環境変数またはシークレットストアから読み込むようにします。",
    ),
    examples=(
        Bad('password = "⟦[a-z]{3}[0-9]{3}[A-Z]{3}[!%]⟧"'),
        Bad("DB_PASSWORD=⟦[a-zA-Z]{6}[0-9]{3}[a-zA-Z]{5}⟧"),
        Bad("パスワード: ⟦[a-z]{5}[0-9]{3}[A-Z]{4}⟧"),
        Good('password = os.environ["PASSWORD"]'),
        Good('password: "changeme"'),
        Good('password_file = "/run/secrets/db1"'),
    ),
    rank=10,
    precision="medium",
)

GENERIC_SECRET = Token(
    id="generic-secret",
    title="Secret in the text",
    ja="平文のシークレット",
    severity=MEDIUM,
    pattern=pattern(_SECRET_WORDS),
    triggers=triggers(_WHOLE_SECRETS, _SECRET_STEMS, A_DIGIT),
    validate=_secret,
    opens=("whatever the secret is for", "このシークレットで保護されているもの"),
    revoke=(
        "Replace the secret where it was issued, and read it from the environment or a secret store.",
        "発行元でシークレットを再発行し、環境変数またはシークレットストアから読み込むようにします。",
    ),
    examples=(
        Bad('api_key = "⟦[a-z0-9]{32}⟧"'),
        Bad("CLIENT_SECRET: ⟦[a-zA-Z0-9]{24}⟧"),
        Bad("<token>⟦[a-zA-Z0-9]{30}⟧</token>"),
        Good("api_key = get_key('abcdef0123456789')"),
        Good('token_url = "https://auth.internal/oauth2/v2/token"'),
        Good('"integrity_key": "sha512-⟦[a-zA-Z0-9]{30}⟧"'),
    ),
    rank=5,
    precision="medium",
)
