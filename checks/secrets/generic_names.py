"""What a name promises: a password, a secret, a key, or nothing of the kind."""

from seawall import patterns as re

PASSWORD, SECRET, KEY = "password", "secret", "key"

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
# said after the word that counts: which one of several, or how it is written down
_NEUTRAL = frozenset(
    """value val default str string text txt prod production prd dev devel development staging stage
    stg qa uat old new current previous prev primary secondary tmp temp plain plaintext clear
    cleartext raw b base hex env live sandbox local internal main backup here is the a my eu us
    west east north south central data literal const constant bytes db database mysql postgres pg redis
    """.split()
)
# said last, they turn a secret's name into something about it
_ABOUT = frozenset(
    """id ids identifier name names url uri urls endpoint path paths file files filename dir
    directory folder type types kind class field fields label labels title hint prompt regex regexp
    pattern rule rules policy policies length len size count limit max min ttl expiry expires
    expiration expire lifetime age timeout time date timestamp at hash hashes hashed digest sum
    checksum md sha fingerprint thumbprint arn ref refs reference format encoding algorithm alg
    algo method mode version input output element selector placeholder description desc message msg
    error errors exception status state enabled disabled required optional flag is has use set get
    reset change update forgot recovery strength confirm confirmation confirmed validator
    validation validate verify verification manager provider service handler helper factory store
    storage vault source location prefix suffix header headers param params parameter parameters
    arg args variable var attribute attr property column table index schema model view page form
    screen dialog link button icon image style color request response event events listener
    callback function func test tests spec mock example sample usage user username account host
    hostname port address domain email issuer audience scope scopes region zone bucket group role
    owner permission permissions count total number num position offset map mapping list set dict
    array object generator generate exchange signing rotation rotate expired invalid missing
    parser lexer stream scanner stats code codes press down up binding bindings board stroke frame
    frames word words point points store ring usage uses limit limits info metadata plural kind
    encrypted cipher ciphertext sealed wrapped public pub mask masked
    """.split()
)
_PUBLIC = frozenset(
    "public pub publishable verify verifying known published csrf xsrf nonpublic".split()
)
_PASSWORDS = frozenset(
    """password passwords passwd pwd passphrase passcode pass pw psw pswd passwort kennwort senha
    contrasena parola motdepasse mdp wachtwoord haslo userpass dbpass rootpass adminpass mypass
    dbpw rootpw adminpw userpw sshpass smtppass mailpass ftppass ldappass mysqlpass pgpass
    redispass requirepass masterauth psk storepass keypass
    """.split()
)
_SECRETS = frozenset(
    """secret secrets token tokens credential credentials cred creds apikey apikeys accesskey
    secretkey authkey authtoken accesstoken refreshtoken bearer pat jwt privatekey appkey
    appsecret clientsecret masterkey signingkey encryptionkey apitoken apisecret passkey
    sharedkey servicekey licensekey accountkey sas authorization dsn
    """.split()
)
_KEYS = frozenset("key keys auth session cookie salt seed license hmac".split())
_AWS = frozenset({"aws", "amazon"})  # their keys have rules of their own
_END_PASSWORD = ("password", "passwd", "passphrase", "passwort", "pwd")
_END_SECRET = ("token", "secret", "apikey", "secretkey", "accesskey", "privatekey", "credentials")
# before "key" they make it a secret one
_SECRET_KEYS = frozenset(
    """api access secret private auth authentication encryption encrypt decrypt decryption signing
    sign master app application account license client service admin server shared storage session
    cipher aes des hmac jwt cookie webhook integration deploy deployment function functions
    consumer subscription write sdk developer registration activation security ingest ingestion
    rest live authorization crypto
    """.split()
)
# before "key" they make it a name of something
_OTHER_KEYS = frozenset(
    """public primary foreign partition sort cache hash range index row column dict map object s
    group lookup translation locale i18n n config setting registry hot shortcut arrow kms host
    artifact param query form json field unique composite natural surrogate idempotency routing
    message event topic react item default ssm redis memcache dedup dedupe lock state bucket data
    meta metadata join sorting ordering order label tag enum option attribute attr property prop
    node tree path file url uri image resource res layout style theme color menu command cmd
    keyboard modifier trust trusted gpg pgp apt rpm signed site recaptcha captcha socket node known answer question entity
    """.split()
)
# before "token" they make it a bookmark or a ticket number
_OTHER_TOKENS = frozenset(
    """next page continuation change lock request sync lifecycle paging pagination cursor upload
    purchase idempotency update resume resumption starting start previous prev marker task case
    concurrency dedup deduplication mask end begin stop pad unk special syntax current number push
    device expo fcm verification
    """.split()
)
_JAPANESE = (
    ("パスワード", PASSWORD),
    ("パスフレーズ", PASSWORD),
    ("暗証番号", PASSWORD),
    ("シークレット", SECRET),
    ("トークン", SECRET),
    ("アクセスキー", SECRET),
    ("秘密鍵", SECRET),
    ("認証キー", SECRET),
    ("認証情報", SECRET),
    ("APIキー", SECRET),
    ("API キー", SECRET),
    ("暗号鍵", SECRET),
    ("暗号化キー", SECRET),
)


def promise(name: str) -> str:
    """PASSWORD, SECRET, KEY or ""."""
    for word, kind in _JAPANESE:
        if word in name:
            return kind
    words = [each.lower() for each in _WORDS.findall(name) if not each.isdigit()]
    while words and words[-1] in _NEUTRAL:
        words.pop()
    if not words or words[-1] in _ABOUT or _PUBLIC & set(words):
        return ""
    last = words[-1]
    before = words[-2] if len(words) > 1 else ""
    if last in _PASSWORDS or last.endswith(_END_PASSWORD):
        return PASSWORD
    if before + last in ("passphrase", "passcode", "passwd"):
        return PASSWORD
    if last in ("key", "keys"):
        if before in ("access", "secret") and _AWS & set(words):
            return ""
        if before in _OTHER_KEYS:
            return ""
        return SECRET if before in _SECRET_KEYS else KEY
    if last == "token" and before in _OTHER_TOKENS:
        return ""
    if last in _SECRETS or last.endswith(_END_SECRET):
        return SECRET
    return KEY if last in _KEYS else ""
