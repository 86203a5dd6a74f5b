"""Find AWS access keys: key ids, secret access keys and session tokens."""

import base64

from seawall import patterns as re
from seawall.checks.secrets.plausible import DROP, changes, in_sequence, made_up
from seawall.checks.secrets.shape import BEGIN, GAP
from seawall.severity import CRITICAL, HIGH, LOW
from seawall.token import Bad, Context, Good, Judgement, Token
from seawall.words import say

_IDS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
_KEYS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
_OPENS = (
    "Everything in the AWS account that its user or role may do.",
    "そのユーザーまたはロールに許された AWS アカウント内のすべての操作。",
)
_REVOKE = (
    "Run: aws iam update-access-key --status Inactive --access-key-id ID --user-name USER; look for its "
    "use in CloudTrail, then delete it. For a temporary key (ASIA), revoke the role's active sessions.",
    "次を実行してください: aws iam update-access-key --status Inactive --access-key-id ID --user-name USER。"
    "CloudTrail で使用履歴を調べてから削除します。一時キー (ASIA) はロールのアクティブなセッションを取り消します。",
)
_ID = r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"
_SECRET = r"(?:[A-Za-z0-9/+]|%2[FBfb]){40}(?![A-Za-z0-9/+=%])"
_FREE = r"(?:(?<![A-Za-z0-9/+])|(?<=\\[nrt])|(?<=%3[DdAa])|(?<=%22))"
_ABOUT_AWS = re.compile(
    r"aws|amazon|(?<![a-z])s3|boto|dynamo|\bsqs|\bses\b|access.?key|minio|AKIA|ASIA|アクセスキー",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"secret.{0,3}access.{0,3}key|(?:aws|amazon|amz|(?<![a-z])s3|boto|ses|sqs|dynamo(?:db)?)[^\n=:]{0,24}(?:secret|sk\b|key)|"
    r"(?:aws|static)_?credentials?\(|connect_(?:s3|ec2|sqs|sns|ses|rds|iam|dynamodb)\(|シークレットアクセスキー|(?:AWS|S3)[^\n]{0,12}(?:シークレット|秘密)",
    re.IGNORECASE,
)


_DIGEST = re.compile(
    r"(?:sha-?(?:1|224|256|384|512)|integrity|checksum|digest|etag)[\"']?\s{0,2}[=:\-]\s{0,2}[\"']?$",
    re.I,
)
_SAME = re.compile(r"(.)\1{5}")
_IN_URL = re.compile(r"://[^\s\"'<>?=@:]*$")


def account_of(key_id: str) -> str:
    """The 12-digit account that a key id carries; "" for ids of the old generation.

    The first bit after the prefix marks the generation, the next forty are the account number:
    https://labs.withsecure.com/publications/a-bitwise-analysis-of-aws-access-key-identifiers.html
    """
    try:
        head = base64.b32decode(key_id[4:20])
    except ValueError:
        return ""
    if not head[0] & 0x80:
        return ""
    return f"{(int.from_bytes(head[:6], 'big') & 0x7FFFFFFFFF80) >> 7:012d}"


def _facts(key_id: str) -> tuple[str, ...]:
    account = account_of(key_id)
    if not account:
        return ()
    return (say(f"belongs to AWS account {account}", f"AWS アカウント {account} のキー"),)


def judge_key_id(ctx: Context) -> Judgement | None:
    key_id = ctx.secret
    body = key_id[4:]
    if (
        "EXAMPLE" in key_id
        or made_up(key_id)
        or len(set(body)) < 6
        or in_sequence(body) >= 0.7
        or _SAME.search(body)
    ):
        return DROP
    if key_id.startswith("ASIAPAC") and body.isalpha():
        return DROP  # ASIAPACIFIC... is a region's name, not a key
    facts = _facts(key_id)
    if set(body) & set("0189"):
        note = say(
            "not in the alphabet of issued key ids: an old or a mistyped id",
            "発行されるキー ID の文字種ではありません。古い ID か入力ミスの可能性があります",
        )
        return Judgement(facts=(note,))
    return Judgement(certain=bool(facts), facts=facts)


def _is_secret(text: str) -> bool:
    kinds = (any(c.isupper() for c in text), any(c.islower() for c in text))
    return all(kinds) and (any(c.isdigit() or c in "+/" for c in text) or changes(text) >= 14)


def judge_labelled(ctx: Context) -> Judgement | None:
    secret = ctx.secret
    if not _is_secret(secret) or "EXAMPLE" in secret or made_up(secret):
        return DROP
    before = ctx.window[max(0, ctx.start - 110) : ctx.start]
    if _DIGEST.search(before):
        return DROP
    if _IN_URL.search(before):
        return DROP  # a piece of an address, such as a page of the documentation
    if not any(c.isdigit() or c == "+" for c in secret) and changes(secret) < 17:
        return DROP  # words between slashes
    if _STRONG.search(before):
        # a path or a camel-cased name of forty characters changes its kind of letter seldom
        return DROP if changes(secret) < 7 else None
    around = ctx.window[max(0, ctx.start - 600) : ctx.end + 300]
    if changes(secret) < 12 or not _ABOUT_AWS.search(around):
        return DROP
    return None


def judge_beside_id(ctx: Context) -> Judgement | None:
    secret = ctx.secret
    if not _is_secret(secret) or made_up(secret) or "EXAMPLE" in secret or changes(secret) < 12:
        return DROP
    return None


ACCESS_KEY = Token(
    id="aws-access-key",
    title="AWS access key id",
    ja="AWS アクセスキー ID",
    severity=CRITICAL,
    # ids that are not base32 exist in old accounts and in mistakes: a note, not silence
    pattern=rf"{BEGIN}(?P<secret>{_ID})(?![A-Za-z0-9]|==)",
    validate=judge_key_id,
    opens=_OPENS,
    revoke=_REVOKE,
    source=_IDS,
    rank=95,
    examples=(
        Bad("aws_access_key_id = ⟦AKIA[A-Z2-7]{16}⟧"),
        Bad("export AWS_ACCESS_KEY_ID=⟦ASIA[A-Z2-7]{16}⟧"),
        Bad("users:\n  - key: '⟦ABIA[A-Z2-7]{16}⟧'\n"),
        Bad("アクセスキーは⟦ACCA[A-Z2-7]{16}⟧です"),
        Bad("?X-Amz-Credential=⟦AKIA[A-Z2-7]{16}⟧%2F20260101%2Feu-west-1%2Fs3%2Faws4_request"),
        Bad(r'"log": "user\n⟦AKIA[A-Z2-7]{16}⟧\n"'),
        Good("aws_access_key_id = AKIAIOSFODNN7" + "EXAMPLE"),
        Good("role id AROA" + "IIAJXCAANYCYUCPWI is an identifier"),
        Good("user AIDA⟦[A-Z2-7]{17}⟧, group AGPA⟦[A-Z2-7]{17}⟧, policy ANPA⟦[A-Z2-7]{17}⟧"),
        Good(
            "profile AIPA⟦[A-Z2-7]{17}⟧, version ANVA⟦[A-Z2-7]{17}⟧, certificate ASCA⟦[A-Z2-7]{17}⟧"
        ),
        Good("AWS_ACCESS_KEY_ID=AKIA" + "XXXXXXXXXXXXXXXX"),
        Good("AWS_ACCESS_KEY_ID=AKIA" + "1234567890ABCDEF"),
        Good("data = '⟦[a-z0-9]{9}AKIA[A-Z2-7]{16}[a-z0-9]{30}⟧'"),
        Good("ASIA" + "PACIFICSOUTHEAST"),
    ),
)

SECRET_KEY = Token(
    id="aws-secret-access-key",
    title="AWS secret access key",
    ja="AWS シークレットアクセスキー",
    severity=CRITICAL,
    pattern=rf"(?:(?i:secret|シークレット|秘密|aws[_.\- ]?(?:access[_.\- ]?)?(?:key|sk|pass|token)|(?:aws|static)_?credentials?\(|connect_[a-z0-9]{{2,12}}\()[\s\S]{{0,70}}?{_FREE}"
    rf"|{_ID}[\s\S]{{1,250}}?{_FREE})(?P<secret>{_SECRET})",
    validate=judge_labelled,
    entropy=3.5,
    opens=_OPENS,
    revoke=_REVOKE,
    source=_KEYS,
    rank=92,
    multiline=True,
    examples=(
        Bad("aws_secret_access_key = ⟦[A-Za-z0-9+/]{40}⟧\n"),
        Bad('{"SecretAccessKey": "⟦[A-Za-z0-9+/]{40}⟧"}'),
        Bad("credentials = Credentials(secret_access_key='⟦[A-Za-z0-9+/]{40}⟧')"),
        Bad("Aws.config(:secret_access_key => '⟦[A-Za-z0-9+/]{40}⟧')"),
        Bad('provider "aws" {\n  secret_key = "⟦[A-Za-z0-9+/]{40}⟧"\n}\n'),
        Bad("<entry key='aws.secretKey'>⟦[A-Za-z0-9+/]{40}⟧</entry>"),
        Bad("AWS のシークレットアクセスキー：⟦[A-Za-z0-9+/]{40}⟧"),
        Bad("User,Key ID,Secret\nbob,⟦AKIA[A-Z2-7]{16}⟧,⟦[A-Za-z0-9+/]{40}⟧\n"),
        Good("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY"),
        Good("aws_secret_access_key = ⟦[0-9a-f]{40}⟧"),
        Good("aws_secret_access_key = ⟦[A-Za-z0-9+/]{60}⟧"),
        Good("aws_secret_access_key = ${AWS_SECRET_ACCESS_KEY}"),
        Good("the secret of commit ⟦[0-9a-f]{40}⟧ is patience"),
        Good("secret from com/amazonaws/services/s3/AmazonS3Clients"),
    ),
)

SECRET_BEFORE_ID = Token(
    id="aws-secret-before-key-id",
    title="AWS secret access key beside its key id",
    ja="キー ID の隣にある AWS シークレットアクセスキー",
    severity=CRITICAL,
    pattern=rf"{_FREE}(?P<secret>{_SECRET})[\s\S]{{1,160}}?{BEGIN}{_ID}(?![A-Za-z0-9])",
    triggers=((_ID, 360),),
    validate=judge_beside_id,
    entropy=3.5,
    opens=_OPENS,
    revoke=_REVOKE,
    source=_KEYS,
    rank=91,
    multiline=True,
    examples=(
        Bad("new S3('⟦[A-Za-z0-9+/]{40}⟧', '⟦AKIA[A-Z2-7]{16}⟧')"),
        Bad("⟦[A-Za-z0-9+/]{40}⟧,⟦AKIA[A-Z2-7]{16}⟧\n"),
        Bad("- ⟦[A-Za-z0-9+/]{40}⟧\n- ⟦AKIA[A-Z2-7]{16}⟧\n"),
        Good("⟦[0-9a-f]{40}⟧ AROA⟦[A-Z2-7]{17}⟧"),
        Good("⟦[A-Za-z0-9+/]{40}⟧ belongs to nothing"),
        Good("src/main/java/com/amazon/services/s3/Main1 AIDA⟦[A-Z2-7]{17}⟧"),
    ),
)

LEGACY_ID = Token(
    id="aws-legacy-key-id",
    title="AWS key id of the old A3T form",
    ja="旧形式 (A3T) の AWS キー ID",
    severity=LOW,
    pattern=rf"{BEGIN}(?P<secret>A3T[A-Z0-9]{{17}})(?![A-Za-z0-9_-])",
    validate=judge_key_id,
    entropy=3.0,
    opens=_OPENS,
    revoke=_REVOKE,
    source=_IDS,
    rank=60,
    examples=(
        Bad("key: ⟦A3T[A-Z2-7]{17}⟧"),
        Bad("AWS_ACCESS_KEY_ID=⟦A3T[A-Z0-9]{17}⟧"),
        Bad('"accessKey": "⟦A3T[A-Z2-7]{17}⟧"'),
        Good("A3TXXXXXXXXXXXXXXXXX"),
        Good("model A3T100"),
        Good("⟦[A-Z0-9]{6}A3T[A-Z0-9]{20}⟧"),
    ),
)

_TOKEN_HEAD = r"(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|AQoDYXdz)"
_TOKEN_BODY = r"[A-Za-z0-9+/_%-]{80,3000}={0,2}"
_TOKEN_OPENS = (
    "Together with its ASIA key id and secret, everything the role may do until it expires.",
    "ASIA キー ID とシークレットがそろえば、期限までそのロールのすべての権限。",
)
_TOKEN_REVOKE = (
    "In the IAM console, open the role and choose Revoke active sessions.",
    "IAM コンソールでロールを開き、アクティブなセッションを取り消してください。",
)


def judge_session_token(ctx: Context) -> Judgement | None:
    secret = ctx.secret
    return DROP if "EXAMPLE" in secret or changes(secret[:100]) < 20 else None


SESSION_TOKEN = Token(
    id="aws-session-token",
    title="AWS session token",
    ja="AWS セッショントークン",
    severity=HIGH,
    pattern=rf"{BEGIN}(?P<secret>{_TOKEN_HEAD}{_TOKEN_BODY})",
    validate=judge_session_token,
    entropy=4.0,
    opens=_TOKEN_OPENS,
    revoke=_TOKEN_REVOKE,
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html",
    rank=85,
    examples=(
        Bad("aws_session_token = ⟦IQoJb3JpZ2luX2VjE[A-Za-z0-9+/]{400}⟧=="),
        Bad('"SessionToken": "⟦FwoGZXIvYXdzE[A-Za-z0-9+/]{300}⟧="'),
        Bad("?X-Amz-Security-Token=⟦IQoJb3JpZ2luX2VjE[A-Za-z0-9]{300}⟧&X-Amz-Date=1"),
        Good("aws_session_token = IQoJb3JpZ2luX2VjE...<remainder of token>"),
        Good("the token begins IQoJb3JpZ2luX2Vj"),
        Good("AQoDYXdzEJr1K⟦[a-z]{40}⟧EXAMPLE⟦[a-z]{60}⟧"),
    ),
)

LABELLED_SESSION_TOKEN = Token(
    id="aws-labelled-session-token",
    title="AWS session token by its name",
    ja="名前で示された AWS セッショントークン",
    severity=HIGH,
    pattern=r"(?i:aws[_.\- ]?session[_.\- ]?token|aws[_.\- ]?security[_.\- ]?token|x-amz-security-token)"
    + GAP
    + r"(?<![A-Za-z0-9+/])(?P<secret>[A-Za-z0-9+/%]{100,3000}={0,2})",
    validate=judge_session_token,
    entropy=4.0,
    opens=_TOKEN_OPENS,
    revoke=_TOKEN_REVOKE,
    source="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html",
    rank=80,
    examples=(
        Bad("AWS_SESSION_TOKEN=⟦[A-Za-z0-9+/]{360}⟧"),
        Bad("x-amz-security-token: ⟦[A-Za-z0-9+/]{300}⟧"),
        Bad("aws_security_token = '⟦[A-Za-z0-9+/]{200}⟧'"),
        Good("AWS_SESSION_TOKEN=$TOKEN"),
        Good("aws_session_token = ⟦[a-z]{20}⟧"),
        Good("x-amz-security-token: ⟦A{160}⟧"),
    ),
)
