"""What a value is: a reference, a filler, a word, a known identifier, or perhaps a secret."""

from binascii import Error as Base64Error
from binascii import a2b_base64 as b64decode

from seawall import patterns as re
from seawall.checks.secrets.examples_known import KNOWN
from seawall.checks.secrets.generic_chosen import is_chosen, is_number
from seawall.checks.secrets.generic_names import KEY, PASSWORD
from seawall.checks.secrets.generic_randomness import randomness

# what stands for a secret that is kept elsewhere, or is one no more
_REFERENCE = re.compile(
    r"""\$[({]|^\$[A-Za-z_]|\$[A-Za-z_][a-z_]{3}|\$[A-Z][A-Z_]{2}|^\$[0-9]$|%\(|%[A-Za-z_]+%|^%[sdrvq]|%[sdvq]$|\{\{|\{%|<%|^<|>$|\#\{|^\{[^{}]*\}$
    |\{[A-Za-z_][\w.\[\]"']*(?:![rs])?(?::[^{}]*)?\}|\{[0-9]*\}|^@[A-Za-z_.@/]+$|^!|^&[A-Za-z]|^\*[A-Za-z]
    |^(?:arn|ssm|vault|secretsmanager|op|env|file|https?|s3|gs|kms|keyring|ref|aws-sm|sops|awskms
       |azurekms|projects|secret|secretref|var|resolve|base64decode|url|urn|data|keychain|doppler)[:/]
    |(?:process\.env|os\.(?:environ|getenv)|ENV\[|getenv|System\.get|config\.|settings\.|secrets\.|vault\.)
    |^(?:ENC\[|ENC\(|vault:v[0-9]|AQICA|\{cipher\}|\{aes\}|\{xor\}|\$ANSIBLE_VAULT|!vault|encrypted:|AgA[A-Za-z0-9+/]{60}
       |vault:v[0-9]+:|\$2[aby]\$|\$[156y]\$|\$apr1\$|\$argon2|\$pbkdf2|pbkdf2[_:]|scrypt:|\{SSHA|\{SHA|NACL\[|v[0-9]:[A-Za-z0-9+/]{16}|sha(?:1|256|512)[-:$])
    |^-----BEGIN|^ssh-(?:rsa|ed25519|dss)|^ecdsa-|^MII[BCEGJ]
    """,
    re.X | re.I,
)
_CODE = re.compile(
    r"""^(?:self|this|cls|args|opts|options|config|cfg|conf|request|req|res|ctx|params|props|state|data|event
       |module|local|var|each|input|output|process|window|document|settings|env|app|aws_|google_|azurerm_|random_)[.\[]
    |^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+[(!]?$|->|::|\(\)|^new\s|^await\s|^function|=>|&&|\|\||\[[0-9:]*\]
    |^[A-Za-z_]\w*\(|^[A-Za-z_][\w.]*\[
    """,
    re.X,
)
_KNOWN = re.compile(
    r"""^(?:
     (?:true|false|null|none|nil|undefined|yes|no|on|off|string|str|bytes|int|integer|number|boolean|bool|object|any|void
       |AWS4-HMAC-SHA256|required|optional|password|secret|token|key|secure(?:string)?|char|text|varchar|uuid)
    |[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[T ].*)?            # dates
    |v?[0-9]+(?:\.[0-9A-Za-z*]+){1,4}(?:[-+][0-9A-Za-z.\-]+)?         # versions, addresses
    |[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}                              # IPv6
    |\#[0-9a-f]{3,8}
    |[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+                                   # mail
    |(?:[a-z0-9\-]+\.)+(?:com|org|net|io|dev|local|internal|jp|co|gov|edu|app|cloud|aws|info|ai)(?:[:/].*)?
    |(?:application|audio|font|image|message|model|multipart|text|video)/[a-z0-9.+\-]+ # media types
    |[A-Za-z]:\\.*|~/.*|[\w.\-]+/[\w.\-/]*\.[a-z0-9]{1,5}
    |[\w.\-]+\.(?:pem|key|crt|cer|json|ya?ml|toml|ini|env|txt|py|js|ts|jks|p12|pfx|pub|asc|gpg|xml|cfg|conf|sh|html?|php|rb|go|java)
    |0x[0-9a-f]{1,12}|[0-9]{1,7}|[0-9.,_+\-:]{1,30}
    )$""",
    re.X | re.I,
)
_PATH = re.compile(r"\.{0,2}/[\w./\-@]*$|[\w.\-]+/[\w.\-]+$|(?:[^/]*/){3}")
_REGEX = re.compile(
    r"\[\^?[a-zA-Z0-9]-[a-zA-Z0-9]|\\[dwsbSWD]|\(\?[:=!<P]|\.\*|\.\+|\]\{[0-9]|\]\+|\]\*"
)
_UNBROKEN = re.compile(r"[A-Za-z0-9+/]+")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.I)
_HEX = re.compile(r"(?:0x)?[0-9a-fA-F]+")
_CONSTANT = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_ESCAPES = re.compile(r"(?:\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[0-7]{3})){2,}")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_COMMON = re.compile(
    r"""^(?:my|the|your|our|user|db|root|admin|test|super|top|some|a|an|new|old|default|app|dev|prod|local|demo|temp|client
     |server|service|mysql|postgres(?:ql)?|pg|redis|mongo(?:db)?|rabbitmq|rabbit|guest|oracle|sa|system|minio|grafana|kafka
     |elastic|jenkins|django|flask|laravel|wordpress|wp|vagrant|ubuntu|docker|airflow|keycloak|sonar|nexus|hello|world|foo
     |bar|baz|qux|abc|asdf?|qwe(?:rty)?|pass(?:word|wd|phrase|w0rd)?|pwd|pw|p@ss(?:word|w0rd)?|secret|s3cr3t|key|token
     |api|auth|access|value|string|fake|mock|dummy|stub|invalid|wrong|bad|good|correct|valid|bogus|random|unit|integration|e2e|ci
     |changeme|change|me|letmein|welcome|monkey|hunter|trustno|not|real|is|very|long|strong|secure|secured|insecure|unsafe|unused
     |super|only|for|testing|tests|example|sample|placeholder|here|todo|xxx+|yyy+|zzz+|aaa+|bbb+|ccc+|[0-9]{1,4}|[-_.!@\#$%*+ ])+$""",
    re.X | re.I,
)


def is_secret(value: str, kind: str, *, quoted: bool, depth: int = 0) -> bool:
    """Whether `value` is what a name of this kind promises."""
    size = len(value)
    least = {PASSWORD: 6, KEY: 16}.get(kind, 10)
    if size < least or size > 2000 or not value.isascii() or value.strip(";") in KNOWN:
        return False
    if kind == PASSWORD and is_number(value):
        return True
    if _is_something_else(value, quoted=quoted):
        return False
    if kind == PASSWORD and is_chosen(value, quoted=quoted):
        return True
    value = _core(value[:200])
    size = len(value)
    bits = randomness(value)
    mixed = _is_mixed(value)
    if _CONSTANT.fullmatch(value) and not any(each.isdigit() for each in value):
        return False
    if _CONSTANT.fullmatch(value) or (kind != PASSWORD and _has_one_digit(value)):
        enough = max(16.0, 1.5 * size)
    elif value.isalpha():
        enough = max(12.0 if quoted and kind == PASSWORD else 16.0, 1.5 * size)
    elif kind == PASSWORD:
        enough = 3.0 if quoted or mixed else 7.0
    elif kind == KEY:
        enough = max(22.0, 1.3 * size)
    else:
        enough = 6.0 if mixed else max(11.0, 0.8 * size)
    if _UUID.fullmatch(value):
        return kind not in (PASSWORD, KEY)
    if bits < enough:
        return False
    if kind == KEY and not any(each.isdigit() for each in value):
        return False
    if kind == KEY and _HEX.fullmatch(value) and size not in (32, 48, 64):
        return False
    return depth > 1 or _says_more(value, kind, depth)


def _core(value: str) -> str:
    """The longest unbroken stretch, where it alone is long: `key-...`, `sk_live_...`."""
    longest = max(_UNBROKEN.findall(value), key=len, default="")
    return longest if 20 <= len(longest) < len(value) <= 2 * len(longest) else value


def _has_one_digit(value: str) -> bool:
    """`OAuth2Api`: letters and a digit."""
    return value.isalnum() and sum(each.isdigit() for each in value) == 1


def _is_mixed(value: str) -> bool:
    """Letters, digits and a mark that no identifier has: what rules for passwords ask for."""
    return (
        any(each.isalpha() for each in value)
        and any(each.isdigit() for each in value)
        and any(each in "!@#$%^&*?+=~<>;" for each in value[:-1].rstrip("="))
    )


def _is_something_else(value: str, *, quoted: bool) -> bool:
    if _KNOWN.match(value) or _REFERENCE.search(value) or _COMMON.match(value):
        return True
    if " " in value or "\t" in value or _REGEX.search(value) or _ESCAPES.search(value):
        return True
    if not quoted and _CODE.search(value):
        return True
    if quoted and re.fullmatch(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+(?:\(\))?", value):
        return randomness(value) < 2.0 * len(value)
    return _PATH.match(value) is not None and randomness(value) < 1.5 * len(value)


def _says_more(value: str, kind: str, depth: int) -> bool:
    """Base64 of a text is judged by the text."""
    if len(value) % 4 or not _BASE64.fullmatch(value):
        return True
    try:
        inner = b64decode(value).decode("ascii").strip()
    except (Base64Error, ValueError, UnicodeDecodeError):
        return True
    if inner.startswith("-----BEGIN"):
        return "PRIVATE" in inner[:40]
    if not inner.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return True
    if kind == PASSWORD or len(inner) < 10:
        kind = PASSWORD
    return is_secret(inner, kind, quoted=True, depth=depth + 1)


def is_written(value: str, *, strict: bool) -> bool:
    """A filler, a reference or a usual word, as they stand in examples of URLs and commands."""
    if _REFERENCE.search(value) or _COMMON.match(value) or value.strip("*x.-_X") == "":
        return True
    if value.isdigit() and len(value) < 6:
        return True
    if not strict or is_chosen(value, quoted=True):
        return False
    return randomness(value) < max(8.0, 0.8 * len(value))
