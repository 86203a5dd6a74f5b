"""Find credentials in HTTP headers."""

from binascii import Error as Base64Error
from binascii import a2b_base64 as b64decode

from seawall.checks.secrets.generic_names import SECRET
from seawall.checks.secrets.generic_values import is_secret, is_written
from seawall.severity import HIGH, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_DROP = Judgement(drop=True)
_HEADER = r"(?i:authorization|authenticate)(?:\\?[\"'`])?\]?\s{0,4}(?:[:=,]|=>)\s{0,4}(?:[fbru]{0,2}\\?[\"'`])?"
_REVOKE = (
    "Change the password or revoke the token at the service that the request goes to.",
    "リクエスト先のサービスでパスワードを変更するか、トークンを取り消します。",
)


def _basic(context: Context) -> Judgement | None:
    value = context.secret
    try:
        text = b64decode(value + "=" * (-len(value) % 4)).decode("utf-8")
    except (Base64Error, ValueError, UnicodeDecodeError):
        return _DROP
    user, colon, password = text.partition(":")
    if not colon or not text.isprintable() or len(password) < 3:
        return _DROP
    return _DROP if is_written(password, strict=user.lower() in ("user", "username")) else None


def _bearer(context: Context) -> Judgement | None:
    return None if is_secret(context.secret, SECRET, quoted=True) else _DROP


BASIC = Token(
    id="http-basic-credentials",
    title="User and password in an Authorization header",
    ja="Authorization ヘッダーのユーザー名とパスワード",
    severity=HIGH,
    # https://datatracker.ietf.org/doc/html/rfc7617
    pattern=rf"{_HEADER}(?i:basic)\s{{1,3}}(?P<secret>[A-Za-z0-9+/]{{8,500}}={{0,2}})(?![A-Za-z0-9+/=])",
    validate=_basic,
    opens=("the service that the request goes to", "リクエスト先のサービス"),
    revoke=_REVOKE,
    examples=(
        Good("Authorization: Basic dXNlcjpwYXNzd29yZA=="),
        Good("Authorization: Basic <credentials>"),
        Good("Authorization: Basic ${BASIC_AUTH}"),
    ),
    rank=40,
)

BEARER = Token(
    id="http-bearer-token",
    title="Token in an Authorization header",
    ja="Authorization ヘッダーのトークン",
    severity=MEDIUM,
    # https://datatracker.ietf.org/doc/html/rfc6750
    pattern=rf"(?:{_HEADER}(?i:bearer|token|api-?key|key|sso-key|genie-?key|splunk|ssws|pve\w{{0,10}})[ :=]{{1,3}}[\"']?"
    r"|(?i:bearer)\s{1,3})(?P<secret>[A-Za-z0-9._~+/\-]{16,2000}={0,2})(?![A-Za-z0-9._~+/=])",
    validate=_bearer,
    opens=("the service that the request goes to", "リクエスト先のサービス"),
    revoke=_REVOKE,
    examples=(
        Bad('curl -H "Authorization: Bearer ⟦[A-Za-z0-9]{32}⟧" https://api.corp.jp'),
        Bad("headers = {'Authorization': 'Token ⟦[0-9a-f]{40}⟧'}"),
        Bad("bearer ⟦[a-zA-Z0-9]{40}⟧"),
        Good('"Authorization: Bearer $TOKEN"'),
        Good("Authorization: Bearer your_access_token_here"),
        Good("the bearer configuration-options-of-the-client"),
    ),
    rank=8,
    precision="medium",
)
