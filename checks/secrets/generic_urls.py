"""Find passwords in URLs."""

from seawall import patterns as re
from seawall.checks.secrets.generic_values import is_written
from seawall.severity import HIGH, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_DROP = Judgement(drop=True)
_NOWHERE = re.compile(
    r"(?:[\w.\-]*\.)?(?:example|test|invalid|localhost)(?:\.(?:com|org|net))?$|localhost|127\.0\.0\.1|0\.0\.0\.0|host(?:name)?$"
    r"|(?:db|redis|postgres(?:ql)?|mysql|mongo(?:db)?|rabbitmq|server|domain|proxy|database|my-?host)(?:\.com)?$",
    re.IGNORECASE,
)


def _judge(context: Context) -> Judgement | None:
    host = re.match(r"@([^:/\s\"'?#]*)", context.window[context.end :])
    place = host.group(1) if host else ""
    if is_written(context.secret, strict=bool(_NOWHERE.match(place))):
        return _DROP
    return Judgement(severity=MEDIUM) if _NOWHERE.match(place) else None


URL_PASSWORD = Token(
    id="url-password",
    title="Password in a URL",
    ja="URL に含まれるパスワード",
    severity=HIGH,
    # https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1
    pattern=r"(?<![A-Za-z0-9])[a-zA-Z][a-zA-Z0-9+.\-]{1,20}:\\?/\\?/[^\s:/?#@\"'<>\[\]{}()`,;|\\]{0,80}:"
    r"(?P<secret>[^\s:/?#@\"'<>{}()`|\\]{3,200})@[A-Za-z0-9\[$]",
    triggers=(
        (r":\\?/\\?/[^\s:/?#@\"'<>\[\]{}()`,;|\\]*:[^\s:/?#@\"'<>{}()`|\\]+@[A-Za-z0-9\[$]", 320),
    ),
    validate=_judge,
    opens=("the service that the URL names", "URL が指すサービス"),
    revoke=(
        "Change the password at the service, and keep it out of the URL.",
        "サービス側でパスワードを変更し、URL には書かないようにします。",
    ),
    examples=(
        Bad("DATABASE_URL=postgres://app:⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧@db.internal:5432/app"),
        Bad("git clone https://ci:⟦[a-zA-Z0-9]{20}⟧@git.corp.jp/a.git"),
        Bad(
            '"mongodb+srv://u%40x:⟦[a-z]{5}[0-9]{4}⟧@cluster0.ab1cd.mongodb.net/?retryWrites=true"'
        ),
        Bad("redis://:⟦[a-z0-9]{16}⟧@cache.corp.jp:6379/0"),
        Good("DATABASE_URL=postgres://app:${PASSWORD}@db.internal:5432/app"),
        Good("postgres://user:password@localhost:5432/db"),
        Good("https://user:pass@example.com/"),
        Good("https://docs.corp.jp/page:1@2"),
        Good("see http://localhost:8080/mail?to=a@b.jp"),
        Good("redis://:<password>@cache:6379"),
    ),
    rank=30,
)
