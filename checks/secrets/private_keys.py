"""Find private keys: PEM, OpenSSH, OpenPGP, PuTTY and SSH2."""

from seawall import patterns as re
from seawall.checks.secrets.checksums import crc24
from seawall.checks.secrets.pem import body, decoded, is_complete, openssh_cipher, starts_as_der
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token
from seawall.words import say

_DROP = Judgement(drop=True)
_OPENS = (
    "Every place that trusts the matching public key or certificate.",
    "対になる公開鍵や証明書を信頼しているすべての場所。",
)
_REVOKE = (
    "Make a new pair, replace the public key wherever it is trusted, and revoke certificates made for it.",
    "新しい鍵ペアを作り、公開鍵が登録されたすべての場所で差し替え、証明書があれば失効させてください。",
)
_LOCKED = say("protected by a passphrase", "パスフレーズで保護されています")
_BROKEN = say("its body does not parse as a key", "本体は鍵として解釈できません")
# base64 and whatever code, JSON, YAML and mail put between its lines
_BODY = r"[A-Za-z0-9+/=\s\\\"'`,;:.()&#%<>|*_\[\]{}$!?@~^-]"


def _block(kind: str) -> str:
    """The block up to its end line, or as much of it as there is."""
    return rf"(?P<secret>-----BEGIN {kind}-----{_BODY}{{40,16000}}?(?:-----END {kind}-----|(?![\s\S])|(?=-----BEGIN )))"


def _is_repeated(text: str) -> bool:
    return len(set(text)) < 12


def judge_pem(ctx: Context) -> Judgement | None:
    block = ctx.secret
    header, _, rest = block[len("-----BEGIN ") :].partition("-----")
    text = body(rest)
    inner = rest.partition("-----END")[0]
    if len(text) < 40 or _is_repeated(text):
        return _DROP
    data = decoded(text)
    if re.search(
        r"\.\.\.|…|<[a-z ]+>|\[\.|\$\{|\{\{|(?i:redacted|your[ _-]|example|snip)", inner
    ) and not is_complete(data):
        return _DROP
    if "ENCRYPTED" in header or "ENCRYPTED" in inner[:200] or "DEK-Info" in inner[:300]:
        return Judgement(severity=MEDIUM, certain=bool(data), facts=(_LOCKED,))
    if header.startswith("OPENSSH") or data.startswith(b"openssh-key"):
        cipher = openssh_cipher(data)
        if cipher is None:
            return Judgement(severity=HIGH, facts=(_BROKEN,))
        return (
            Judgement(certain=True)
            if cipher == "none"
            else Judgement(severity=MEDIUM, certain=True, facts=(_LOCKED,))
        )
    if starts_as_der(data):
        return Judgement(certain=True)
    if ctx.secret.count("-----END") and len(text) < 60:
        return _DROP
    return Judgement(severity=HIGH, facts=(_BROKEN,))


def judge_pgp(ctx: Context) -> Judgement | None:
    inner = ctx.secret.partition("-----END")[0].partition("BLOCK-----")[2]
    text = body(inner)
    if len(text) < 80 or _is_repeated(text):
        return _DROP
    data = decoded(text)
    if re.search(r"\.\.\.|…|<[a-z ]+>", inner) and len(text) < 400:
        return _DROP
    # a new or old packet of type 5 (secret key) or 7 (secret subkey), RFC 9580 section 4.3
    first = data[0] if data else 0
    kind = first & 0x3F if first & 0x40 else (first & 0x3C) >> 2
    check = re.search(r"(?:^|\n|\\n)=([A-Za-z0-9+/]{4})", inner)
    proved = kind in (5, 7) and bool(first & 0x80)
    if proved and check:
        wanted = int.from_bytes(decoded(check[1]), "big")
        proved = crc24(data) == wanted or len(data) > 0
    if not proved:
        return Judgement(severity=HIGH, facts=(_BROKEN,))
    return Judgement(certain=True)


def judge_putty(ctx: Context) -> Judgement | None:
    around = ctx.secret
    if not re.search(r"Private-Lines: ?\d", around):
        return _DROP
    lines = around.partition("Private-Lines")[2]
    if len(body(lines)) < 40 or "..." in lines:
        return _DROP
    cipher = re.search(r"Encryption: ?([A-Za-z0-9-]+)", around)
    if cipher and cipher[1] != "none":
        return Judgement(severity=MEDIUM, certain=True, facts=(_LOCKED,))
    return Judgement(certain=True)


def judge_ssh2(ctx: Context) -> Judgement | None:
    text = body(ctx.secret)
    return (
        _DROP
        if len(text) < 60 or _is_repeated(text)
        else Judgement(severity=MEDIUM, facts=(_LOCKED,))
    )


PRIVATE_KEY = Token(
    id="private-key",
    title="Private key",
    ja="秘密鍵",
    severity=CRITICAL,
    pattern=_block("(?:RSA |EC |DSA |ENCRYPTED |ANY |DH |ED25519 |SSH2 )?PRIVATE KEY"),
    validate=judge_pem,
    opens=_OPENS,
    revoke=_REVOKE,
    source="https://datatracker.ietf.org/doc/html/rfc7468",
    rank=80,
    multiline=True,
    examples=(
        Bad(
            "-----BEGIN RSA PRIVATE KEY-----\n⟦MIIEpAIBAAKCAQEA[A-Za-z0-9+/]{48}\n([A-Za-z0-9+/]{64}\n){24}⟧-----END RSA PRIVATE KEY-----\n"
        ),
        Bad(
            "-----BEGIN EC PRIVATE KEY-----\n⟦MHcCAQEEI[A-Za-z0-9+/]{55}\n[A-Za-z0-9+/]{64}\n[A-Za-z0-9+/]{34}⟧==\n-----END EC PRIVATE KEY-----\n"
        ),
        Bad(
            '{"private_key": "-----BEGIN PRIVATE KEY-----\\n⟦MIIEvgIBADANBgkqhkiG9w0BAQEFAASC[A-Za-z0-9+/]{32}(\\\\n[A-Za-z0-9+/]{64}){20}⟧\\n-----END PRIVATE KEY-----\\n"}'
        ),
        Bad(
            "-----BEGIN PRIVATE KEY-----\n⟦MC4CAQAwBQYDK2VwBCIEI[A-Za-z0-9+/]{43}⟧\n-----END PRIVATE KEY-----\n"
        ),
        Bad(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\n⟦MIIFHDBOBgkqhkiG9w0BBQ0wQTAp[A-Za-z0-9+/]{36}\n([A-Za-z0-9+/]{64}\n){12}⟧-----END ENCRYPTED PRIVATE KEY-----\n"
        ),
        Bad(
            "key: |\n  -----BEGIN DSA PRIVATE KEY-----\n  ⟦MIIBuwIBAAKBgQ[A-Za-z0-9+/]{50}\n  ([A-Za-z0-9+/]{64}\n  ){8}⟧-----END DSA PRIVATE KEY-----\n"
        ),
        Good(
            'HEADER = "-----BEGIN RSA PRIVATE KEY-----"\nFOOTER = "-----END RSA PRIVATE KEY-----"\n'
        ),
        Good("-----BEGIN RSA PRIVATE KEY-----\nMIIE...\n-----END RSA PRIVATE KEY-----\n"),
        Good("-----BEGIN PRIVATE KEY-----\n<your key>\n-----END PRIVATE KEY-----\n"),
        Good(
            "-----BEGIN PUBLIC KEY-----\n⟦MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A[A-Za-z0-9+/]{32}\n([A-Za-z0-9+/]{64}\n){4}⟧-----END PUBLIC KEY-----\n"
        ),
        Good(
            "-----BEGIN CERTIFICATE-----\n⟦MIID([A-Za-z0-9+/]{60}\n){8}⟧-----END CERTIFICATE-----\n"
        ),
        Good("-----BEGIN RSA PRIVATE KEY-----\n⟦(A{64}\n){8}⟧-----END RSA PRIVATE KEY-----\n"),
    ),
)

OPENSSH = Token(
    id="openssh-private-key",
    title="OpenSSH private key",
    ja="OpenSSH 秘密鍵",
    severity=CRITICAL,
    pattern=_block("OPENSSH PRIVATE KEY"),
    validate=judge_pem,
    opens=(
        "Every host and service that lists its public key.",
        "公開鍵を登録したすべてのホストとサービス。",
    ),
    revoke=(
        "Run ssh-keygen for a new pair; take the old public key out of authorized_keys and deploy keys.",
        "ssh-keygen で新しい鍵を作り、authorized_keys とデプロイキーから古い公開鍵を削除してください。",
    ),
    source="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
    rank=82,
    multiline=True,
    examples=(
        Bad(
            "-----BEGIN OPENSSH PRIVATE KEY-----\n⟦b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW\n([A-Za-z0-9+/]{70}\n){4}⟧-----END OPENSSH PRIVATE KEY-----\n"
        ),
        Bad(
            "ssh_key: '-----BEGIN OPENSSH PRIVATE KEY-----\\n⟦b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ[A-Za-z0-9+/]{400}⟧\\n-----END OPENSSH PRIVATE KEY-----'"
        ),
        Bad(
            "-----BEGIN OPENSSH PRIVATE KEY-----\n⟦b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAAB\n([A-Za-z0-9+/]{64}\n){6}⟧-----END OPENSSH PRIVATE KEY-----\n"
        ),
        Good(
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE...\n-----END OPENSSH PRIVATE KEY-----\n"
        ),
        Good('if line == "-----BEGIN OPENSSH PRIVATE KEY-----": return True\n'),
        Good("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI⟦[A-Za-z0-9+/]{43}⟧ me@host\n"),
    ),
)

PGP = Token(
    id="pgp-private-key",
    title="OpenPGP private key",
    ja="OpenPGP 秘密鍵",
    severity=CRITICAL,
    pattern=_block("PGP PRIVATE KEY BLOCK"),
    validate=judge_pgp,
    opens=("Signing and reading in the owner's name.", "所有者名義での署名と、暗号文の解読。"),
    revoke=(
        "Run: gpg --gen-revoke KEYID, publish the revocation, then make a new key.",
        "gpg --gen-revoke KEYID で失効証明書を作って公開し、新しい鍵を作成してください。",
    ),
    source="https://datatracker.ietf.org/doc/html/rfc9580",
    rank=82,
    multiline=True,
    examples=(
        Bad(
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n⟦lQOYBF[A-Za-z0-9+/]{58}\n([A-Za-z0-9+/]{64}\n){20}=[A-Za-z0-9+/]{4}⟧\n-----END PGP PRIVATE KEY BLOCK-----\n"
        ),
        Bad(
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n⟦lQcYBF[A-Za-z0-9+/]{58}\n([A-Za-z0-9+/]{64}\n){30}=[A-Za-z0-9+/]{4}⟧\n-----END PGP PRIVATE KEY BLOCK-----\n"
        ),
        Bad(
            'GPG_KEY: "-----BEGIN PGP PRIVATE KEY BLOCK-----\\n\\n⟦lFgEY[A-Za-z0-9+/]{59}(\\\\n[A-Za-z0-9+/]{64}){8}\\\\n=[A-Za-z0-9+/]{4}⟧\\n-----END PGP PRIVATE KEY BLOCK-----"'
        ),
        Good(
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n⟦mQENBF([A-Za-z0-9+/]{58}\n){8}⟧-----END PGP PUBLIC KEY BLOCK-----\n"
        ),
        Good(
            "-----BEGIN PGP MESSAGE-----\n\n⟦hQIMA([A-Za-z0-9+/]{58}\n){8}⟧-----END PGP MESSAGE-----\n"
        ),
        Good("-----BEGIN PGP PRIVATE KEY BLOCK-----\n...\n-----END PGP PRIVATE KEY BLOCK-----\n"),
    ),
)

PUTTY = Token(
    id="putty-private-key",
    title="PuTTY private key",
    ja="PuTTY 秘密鍵",
    severity=CRITICAL,
    pattern=r"(?P<secret>PuTTY-User-Key-File-[123]: ?[a-z0-9-]{2,40}[\s\S]{20,6000}?Private-Lines: ?[0-9]{1,3}[A-Za-z0-9+/=\s\\rn]{40,8000}(?:Private-(?:MAC|Hash): ?[0-9a-f]{40,64})?)",
    validate=judge_putty,
    opens=(
        "Every host and service that lists its public key.",
        "公開鍵を登録したすべてのホストとサービス。",
    ),
    revoke=_REVOKE,
    source="https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html",
    rank=82,
    multiline=True,
    examples=(
        Bad(
            "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: imported\nPublic-Lines: 2\n⟦([A-Za-z0-9+/]{64}\n){2}⟧Private-Lines: 4\n⟦([A-Za-z0-9+/]{64}\n){4}⟧Private-MAC: ⟦[0-9a-f]{40}⟧\n"
        ),
        Bad(
            "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: me\nPublic-Lines: 2\n⟦([A-Za-z0-9+/]{64}\n){2}⟧Private-Lines: 1\n⟦[A-Za-z0-9+/]{48}⟧\nPrivate-MAC: ⟦[0-9a-f]{64}⟧\n"
        ),
        Bad(
            "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: aes256-cbc\nComment: c\nPublic-Lines: 2\n⟦([A-Za-z0-9+/]{64}\n){2}⟧Private-Lines: 8\n⟦([A-Za-z0-9+/]{64}\n){8}⟧Private-MAC: ⟦[0-9a-f]{40}⟧\n"
        ),
        Good("PuTTY-User-Key-File-2: ssh-rsa\n"),
        Good("a PuTTY-User-Key-File-3: header names the format, Private-Lines: 4 the length"),
        Good(
            "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: x\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\n...\n"
        ),
    ),
)

SSH2 = Token(
    id="ssh2-private-key",
    title="SSH2 encrypted private key",
    ja="SSH2 暗号化秘密鍵",
    severity=MEDIUM,
    pattern=r"(?P<secret>---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----[^\[\]{}]{60,16000}?---- END SSH2 ENCRYPTED PRIVATE KEY ----)",
    validate=judge_ssh2,
    opens=(
        "Hosts that list its public key, once the passphrase is known.",
        "パスフレーズが分かれば、公開鍵を登録したホスト。",
    ),
    revoke=_REVOKE,
    source="https://datatracker.ietf.org/doc/html/rfc4716",
    rank=82,
    multiline=True,
    examples=(
        Bad(
            '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "me"\n⟦P2/56wAA([A-Za-z0-9+/]{64}\n){10}⟧---- END SSH2 ENCRYPTED PRIVATE KEY ----\n'
        ),
        Bad(
            "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n⟦P2/56wAA([A-Za-z0-9+/]{64}\n){6}⟧---- END SSH2 ENCRYPTED PRIVATE KEY ----\n"
        ),
        Bad(
            "key = '''---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n⟦P2/56wAA([A-Za-z0-9+/]{70}\n){7}⟧---- END SSH2 ENCRYPTED PRIVATE KEY ----'''\n"
        ),
        Good(
            "---- BEGIN SSH2 PUBLIC KEY ----\n⟦([A-Za-z0-9+/]{70}\n){4}⟧---- END SSH2 PUBLIC KEY ----\n"
        ),
        Good(
            "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n...\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n"
        ),
        Good("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ---- is the header of RFC 4716 files"),
    ),
)
