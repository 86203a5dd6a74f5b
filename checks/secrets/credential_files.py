"""Find credentials in the files that programs keep them in."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from typing import Any

from seawall.checks.secrets.generic_names import PASSWORD
from seawall.checks.secrets.generic_values import is_secret, is_written
from seawall.severity import HIGH, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_DROP = Judgement(drop=True)
_REVOKE = (
    "Change the password at the service, and keep this file out of the repository.",
    "サービス側でパスワードを変更し、このファイルをリポジトリに入れないようにします。",
)
_OPENS = ("the service that the entry names", "この項目が指すサービス")


def _word(context: Context) -> Judgement | None:
    return _DROP if is_written(context.secret, strict=True) else None


def _pair(context: Context) -> Judgement | None:
    try:
        text = b64decode(context.secret + "=" * (-len(context.secret) % 4)).decode("utf-8")
    except (Base64Error, ValueError, UnicodeDecodeError):
        return _DROP
    user, colon, password = text.partition(":")
    if not (user and colon and text.isprintable() and len(password) > 3) or is_written(
        password, strict=False
    ):
        return _DROP
    return None


def _make(chance: Any) -> str:
    return "".join(
        chance.choice("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(15)
    )


def _make_pair(chance: Any) -> str:
    return b64encode(b"builder:" + _make(chance).encode()).decode()


def _make_encoded(chance: Any) -> str:
    return b64encode(_make(chance).encode()).decode()


def _encoded(context: Context) -> Judgement | None:
    try:
        text = b64decode(context.secret).decode("utf-8")
    except (Base64Error, ValueError, UnicodeDecodeError):
        return _DROP
    return None if is_secret(text, PASSWORD, quoted=True) else _DROP


NETRC = Token(
    id="netrc-password",
    title="Password in a netrc entry",
    ja="netrc のパスワード",
    severity=HIGH,
    # https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html
    pattern=r"\b(?:machine\s{1,4}\S{1,200}|default)\s{1,8}(?:login|user)\s{1,4}\S{1,100}\s{1,8}"
    r"(?:account\s{1,4}\S{1,100}\s{1,8})?password\s{1,4}(?P<secret>[^\s\"'$<{]\S{3,200})",
    triggers=((r"(?:login|user)\s+\S+\s[^\n]*\s*password\s+[^\s$<{]{4}", 700),),
    validate=_word,
    opens=_OPENS,
    revoke=_REVOKE,
    rank=45,
    examples=(
        Bad("machine git.corp.jp login ci password ⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧"),
        Bad("machine git.corp.jp\n  login ci\n  password ⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧\n"),
        Bad("default login me password ⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧"),
        Good("machine git.corp.jp login ci password $PASSWORD"),
        Good("machine example.com login me password secret"),
        Good("the machine asks for a login and a password again"),
    ),
)

PGPASS = Token(
    id="pgpass-password",
    title="Password in a PostgreSQL password file",
    ja="PostgreSQL パスワードファイルのパスワード",
    severity=HIGH,
    # https://www.postgresql.org/docs/current/libpq-pgpass.html
    pattern=r"^[^:\s#]{1,200}:(?:[0-9]{2,5}|\*):[^:\s]{1,100}:[^:\s]{1,100}:(?P<secret>[^\s:]{4,200})$",
    triggers=((r"[^:\s#]:(?:[0-9]{2,5}|\*):[^:\s]+:[^:\s]+:[^\s:]{4}", 500),),
    validate=_word,
    paths=r"(?:^|/)\.?pgpass(?:\.conf|\.txt)?$",
    opens=_OPENS,
    revoke=_REVOKE,
    rank=45,
    examples=(
        Bad("db.corp.jp:5432:app:bob:⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧\n", ".pgpass"),
        Bad("*:*:*:bob:⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧\n", "etc/pgpass.conf"),
        Bad("# a\nlocalhost:5432:*:postgres:⟦[a-zA-Z0-9]{16}⟧\n", "home/.pgpass"),
        Good("db:5432:app:bob:password\n", ".pgpass"),
        Good("db:5432:app:bob:⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧\n", "notes.txt"),
        Good("# hostname:port:database:username:password\n", ".pgpass"),
    ),
)

PASSWORD_HASH = Token(
    id="password-hash",
    title="Password hash of a user",
    ja="ユーザーのパスワードハッシュ",
    severity=MEDIUM,
    # https://man7.org/linux/man-pages/man5/crypt.5.html
    pattern=r"^[A-Za-z0-9_.@\-]{1,64}:(?P<secret>\$(?:apr1|2[aby]|[156y]|7|gy)\$[./A-Za-z0-9$=,+\-]{20,140}"
    r"|\{SHA\}[A-Za-z0-9+/]{27}=)(?=[:\s]|$)",
    triggers=(
        (r"[A-Za-z0-9_.@\-]:\$(?:apr1|2[aby]|[156y]|7|gy)\$[./A-Za-z0-9$=,+\-]{20}", 160),
        (r":\{SHA\}[A-Za-z0-9+/]{27}=", 160),
    ),
    opens=("the account, once the hash is guessed", "ハッシュが解読された場合のアカウント"),
    revoke=_REVOKE,
    rank=45,
    examples=(
        Bad("bob:$apr1$⟦[a-zA-Z0-9./]{8}⟧$⟦[a-zA-Z0-9./]{22}⟧\n", ".htpasswd"),
        Bad("root:$6$⟦[a-zA-Z0-9./]{16}⟧$⟦[a-zA-Z0-9./]{86}⟧:19000:0:99999:7:::\n"),
        Bad("bob:$2y$10$⟦[a-zA-Z0-9./]{53}⟧\n"),
        Good("bob:x:1000:1000::/home/bob:/bin/bash\n"),
        Good("root:!:19000:0:99999:7:::\n"),
        Good("password_hash = '$2y$10$⟦[a-zA-Z0-9./]{53}⟧'"),
    ),
)

DOCKER_AUTH = Token(
    id="registry-login",
    title="User and password of a registry",
    ja="レジストリのユーザー名とパスワード",
    severity=HIGH,
    pattern=r"(?:\\?\"auth\\?\"\s{0,8}:\s{0,8}\\?\"|\b_auth\s{0,3}=\s{0,3}[\"']?)(?P<secret>[A-Za-z0-9+/]{8,600}={0,2})(?=[\\\"'\s]|$)",
    triggers=((r"auth(?:\\?\"\s*:\s*\\?\"|\s*=\s*[\"']?)[A-Za-z0-9+/]{8}", 60),),
    validate=_pair,
    make=_make_pair,
    opens=("the registry that the entry names", "この項目が指すレジストリ"),
    revoke=_REVOKE,
    rank=45,
    examples=(
        Bad('{"auths": {"hub.corp.jp": {"auth": "⟦make⟧"}}}'),
        Bad('"auth" : "⟦make⟧"'),
        Bad("_auth=⟦make⟧\n", ".npmrc"),
        Good('{"auths": {"hub.corp.jp": {"auth": "dXNlcjpwYXNzd29yZA=="}}}'),
        Good('"auth": "⟦[a-z]{12}⟧"'),
        Good('{"auth": "${DOCKER_AUTH}"}'),
    ),
)

FTP_CLIENT = Token(
    id="ftp-client-password",
    title="Password in an FTP client's settings",
    ja="FTP クライアント設定のパスワード",
    severity=HIGH,
    pattern=r"<Pass(?:word)?\s{1,3}encoding=\"base64\">(?P<secret>[A-Za-z0-9+/]{8,300}={0,2})<",
    validate=_encoded,
    make=_make_encoded,
    opens=_OPENS,
    revoke=_REVOKE,
    rank=45,
    examples=(
        Bad('<Pass encoding="base64">⟦make⟧</Pass>'),
        Bad('<User>a</User>\n<Pass encoding="base64">⟦make⟧</Pass>\n'),
        Bad('<Password encoding="base64">⟦make⟧</Password>'),
        Good('<Pass encoding="base64">cGFzc3dvcmQ=</Pass>'),
        Good('<Pass encoding="base64"></Pass>'),
        Good('<Pass encoding="crypt">⟦[A-Za-z0-9]{30}⟧</Pass>'),
    ),
)

KEYSTORE = Token(
    id="keystore-file",
    title="Key store in the repository",
    ja="リポジトリ内のキーストア",
    severity=MEDIUM,
    # asked of file names alone: the lane gives them this path
    pattern=r"(?P<secret>[^/\s]{1,200}\.(?:p12|pfx|jks|keystore|kdbx|bks|agekey))\Z",
    flags="i",
    paths="^\0name$",
    opens=(
        "the private keys in it, once its password is guessed",
        "パスワードが解読された場合の秘密鍵",
    ),
    revoke=(
        "Replace the keys in it, and keep the file out of the repository.",
        "中の鍵を交換し、このファイルをリポジトリに入れないようにします。",
    ),
    rank=20,
    examples=(
        Bad("certs/server.p12", "\0name"),
        Bad("release.keystore", "\0name"),
        Bad("a/b.pfx", "\0name"),
        Good("docs/keystore.md", "\0name"),
        Good("see certs/server.p12", "notes.txt"),
        Good("server.p12.sha256", "\0name"),
    ),
)
