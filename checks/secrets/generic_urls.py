"""Find passwords in URLs."""

from seawall.severity import HIGH
from seawall.token import Bad, Good, Token

URL_PASSWORD = Token(
    id="url-password",
    title="Password in a URL",
    ja="URL に含まれるパスワード",
    severity=HIGH,
    # https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1
    pattern=r"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\s:/?#@\"'<>\[\]{}$%()*,;|\\]{0,80}:(?P<secret>[^\s:/?#@\"'<>\[\]{}()$|\\]{3,200})@[A-Za-z0-9\[]",
    opens=("the service that the URL names", "URL が指すサービス"),
    revoke=("Change the password at the service.", "サービス側でパスワードを変更します。"),
    examples=(
        Bad("DATABASE_URL=postgres://app:⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧@db.internal:5432/app"),
        Good("DATABASE_URL=postgres://app:${PASSWORD}@db.internal:5432/app"),
        Good("https://docs.example.com/page:1@2"),
    ),
    rank=30,
)
