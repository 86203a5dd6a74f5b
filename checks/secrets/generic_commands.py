"""Find passwords on command lines, in SQL and in calls that log in."""

from seawall import patterns as re
from seawall.checks.secrets.generic_names import PASSWORD
from seawall.checks.secrets.generic_values import is_secret, is_written
from seawall.severity import LOW, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_DROP = Judgement(drop=True)
_TEST = re.compile(
    r"(?:^|[/_.\-])(?:tests?|specs?|examples?|samples?|docs?|fixtures?)(?:[/_.\-]|$)"
)
_OPENS = ("the service that the command logs in to", "コマンドがログインするサービス")
_REVOKE = (
    "Change the password, and pass it by a file, a prompt or the environment.",
    "パスワードを変更し、ファイル、プロンプト、または環境変数で渡すようにします。",
)


def _judge(context: Context) -> Judgement | None:
    value = context.secret
    if is_written(value, strict=False) or value.startswith(("-", "/", "@", "~", "%")):
        return _DROP
    if not is_secret(value, PASSWORD, quoted=True):
        return _DROP
    return Judgement(severity=LOW) if _TEST.search(context.path) else None


_VALUE = r"[\"']?(?P<secret>(?<=\")[^\"\s$][^\"\r\n]{2,100}|(?<=')[^'\r\n]{3,100}|(?<![\"'])[^\s\"'`$<>|;&(){}\[\]][^\s\"'`<>|;&]{2,100})"

_LOGIN = (
    r"(?i:login|log_in|sign_?in|authenticate|NetworkCredential|UsernamePassword\w{0,20}|basic_?auth\w{0,12}|\bauth"
    r"|PasswordAuthentication|set_?credentials)"
)
_TOOLS = (
    r"(?:docker|podman|nerdctl|buildah|skopeo|helm|oras|crane|az|oc|cf|argocd|vault|faas-cli|rancher|svn|mongo|mongosh|mongodump"
    r"|cqlsh|hg|kinit|clickhouse-client|influx|wget|snowsql|sqlcmd|bcp|isql|osql|tabcmd|xfreerdp|rdesktop|winexe|ldapsearch|ldapadd"
    r"|ldapmodify|redis-cli|smbclient|zip|unzip|7z|rabbitmqadmin|evil-winrm|crackmapexec|hydra|impacket-\w{1,20})"
)
# (what leads to the password, the same for the engine)
_LEADS = (
    (
        r"\bcurl\b[^\n|]{0,300}?\s(?:-u|--user|--proxy-user|-U)[ =]?[\"']?[^\s:\"']{0,80}:",
        r"\bcurl\b[^\n|]*\s(?:-u|--user|--proxy-user|-U)[ =]?[\"']?[^\s:\"']*:[^\s$]{3}",
    ),
    (
        r"\b(?:mysql|mariadb)(?:dump|admin|import|sh|-dump)?\b[^\n|;&]{0,200}?\s-p",
        r"\b(?:mysql|mariadb)(?:dump|admin|import|sh|-dump)?\b[^\n|;&]*\s-p[^\s$-]{4}",
    ),
    (r"\bsshpass\s{1,3}-p\s{0,2}", r"\bsshpass\s{1,3}-p"),
    (
        rf"\b{_TOOLS}\b[^\n|;&]{{0,200}}?\s(?:-p|-P|-w|-a|--password|--pass|--http-password|/p:|--auth)[ =]?",
        rf"\b{_TOOLS}\b[^\n|;&]*\s(?:-p|-P|-w|-a|--password|--pass|--http-password|/p:|--auth)[ =]?[\"']?[^\s$]*[0-9!-/@][^\s]{{2}}",
    ),
    (r"\b(?:-passin|-passout|pass)\s{1,2}pass:", r"\spass:[^\s$]{4}"),
    (
        r"\bnet\s{1,2}use\s[^\n]{0,120}?\s(?=\S{6,60}\s{1,3}/user:)",
        r"\bnet\s{1,2}use\s[^\n]*/user:",
    ),
    (
        r"\b(?:IDENTIFIED\s{1,3}(?:WITH\s{1,3}\S{1,40}\s{1,3})?(?:BY|AS)|identified\s{1,3}by)\s{1,3}(?:PASSWORD\s{1,3})?(?=[\"'])",
        r"(?i:identified)\s[^\n]*(?i:by|as)\s{1,3}(?:PASSWORD\s{1,3})?[\"'][^\s]{4}",
    ),
    (
        r"\b(?i:password)\s{1,3}(?i:for)\s[^\n=]{1,60}=\s{0,3}(?=[\"'])",
        r"(?i:password)\s{1,3}(?i:for)\s[^\n=]*=\s{0,3}[\"'][^\s]{4}",
    ),
    (
        rf"{_LOGIN}\s{{0,3}}=?\s{{0,3}}[\[(]\s{{0,3}}[\"'][^\"'\n]{{1,60}}[\"']\s{{0,3}},\s{{0,3}}(?=[\"'])",
        rf"{_LOGIN}\s{{0,3}}=?\s{{0,3}}[\[(]\s{{0,3}}[\"'][^\"'\n]*[\"']\s{{0,3}},\s{{0,3}}[\"'][^\s\"']*[0-9!-/@]",
    ),
)

COMMAND = Token(
    id="command-line-password",
    title="Password on a command line",
    ja="コマンドラインのパスワード",
    severity=MEDIUM,
    pattern=f"(?:{'|'.join(lead for lead, _ in _LEADS)}){_VALUE}",
    triggers=tuple((trigger, 400) for _, trigger in _LEADS),
    validate=_judge,
    opens=_OPENS,
    revoke=_REVOKE,
    examples=(
        Bad("curl -u admin:⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧ https://api.corp.jp/"),
        Bad("curl --user 'admin:⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧' https://api.corp.jp/"),
        Bad("mysql -h db -u root -p⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧ app"),
        Bad("sshpass -p '⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧' ssh deploy@web1"),
        Bad("docker login -u ci -p ⟦[a-zA-Z0-9]{20}⟧ hub.corp.jp"),
        Bad("CREATE USER app IDENTIFIED BY '⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧';"),
        Bad('client.login("bob", "⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧")'),
        Bad("openssl rsa -passin pass:⟦[a-z]{3}[0-9]{3}[A-Z]{4}⟧ -in a.pem"),
        Good("curl -u admin:$PASSWORD https://api.corp.jp/"),
        Good("mysql -u root -p app"),
        Good("docker login -u ci -p ${TOKEN}"),
        Good("docker run -p 8080:80 nginx"),
        Good("CREATE USER app IDENTIFIED BY 'password';"),
        Good('login("user", "password")'),
    ),
    rank=20,
    precision="medium",
)
