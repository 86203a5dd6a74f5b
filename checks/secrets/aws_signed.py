"""Find presigned AWS requests: URLs and database tokens with an end of their own."""

from seawall import patterns as re
from seawall.checks.secrets.expiry import seconds_of, until
from seawall.checks.secrets.plausible import DROP
from seawall.severity import LOW, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token

_SIGNED = re.compile(r"X-Amz-(Date|Expires)=([0-9TZ]{1,16})")


def signed_until(text: str) -> float | None:
    """The end of a signed URL: its date and its life in seconds.

    https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    """
    found = dict(_SIGNED.findall(text.replace("%3D", "=").replace("%26", "&")))
    start = seconds_of(found.get("Date", ""), "%Y%m%dT%H%M%SZ")
    if start is None:
        return None
    life = found.get("Expires", "900")
    return start + (int(life) if life.isdigit() else 900)


def judge_presigned(ctx: Context) -> Judgement | None:
    if "EXAMPLE" in ctx.secret or "<" in ctx.secret:
        return DROP
    around = ctx.window[max(0, ctx.start - 200) : ctx.end + 400]
    end = signed_until(ctx.secret + around)
    return until(end) if end is not None else Judgement(severity=LOW)


PRESIGNED = Token(
    id="aws-presigned-url",
    title="Presigned AWS URL",
    ja="AWS 署名付き URL",
    severity=MEDIUM,
    pattern=r"(?P<secret>X-Amz-(?:Algorithm|Credential|Date|Expires|SignedHeaders|Security-Token)=[^\s\"'<>`]{1,3000}?"
    r"X-Amz-Signature=[0-9a-f]{64})(?![0-9a-f])",
    validate=judge_presigned,
    opens=(
        "One request to one object, until it expires.",
        "期限まで、1 つのオブジェクトへの 1 種類の操作。",
    ),
    revoke=(
        "Deactivate the key that signed it, or wait for its end.",
        "署名に使われたキーを無効化するか、失効を待ってください。",
    ),
    source="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",
    rank=55,
    examples=(
        Bad(
            "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20990101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=⟦[0-9a-f]{64}⟧"
        ),
        Bad(
            "?X-Amz-Credential=x%2F20200101&X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&X-Amz-Signature=⟦[0-9a-f]{64}⟧"
        ),
        Bad("X-Amz-SignedHeaders=host&amp;X-Amz-Signature=⟦[0-9a-f]{64}⟧"),
        Good(
            "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=<signature>"
        ),
        Good("X-Amz-Date=20200101T000000Z&X-Amz-Signature={signature}"),
        Good("etag ⟦[0-9a-f]{64}⟧"),
    ),
)

RDS = Token(
    id="aws-rds-auth-token",
    title="Amazon RDS IAM authentication token",
    ja="Amazon RDS の IAM 認証トークン",
    severity=LOW,
    pattern=r"(?P<secret>Action=connect&[^\s\"'<>`]{1,3000}?X-Amz-Signature=[0-9a-f]{64})(?![0-9a-f])",
    validate=judge_presigned,
    opens=("One database user, for fifteen minutes.", "15 分間、1 人のデータベースユーザー。"),
    revoke=(
        "It has ended by itself; look at who wrote it.",
        "すでに失効しています。書き込んだ経緯を確認してください。",
    ),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
    rank=65,
    examples=(
        Bad(
            "db.eu.rds.amazonaws.com:5432/?Action=connect&DBUser=a&X-Amz-Date=20200101T000000Z&X-Amz-Signature=⟦[0-9a-f]{64}⟧"
        ),
        Bad("PGPASSWORD='h:1/?Action=connect&X-Amz-Expires=900&X-Amz-Signature=⟦[0-9a-f]{64}⟧'"),
        Bad("?Action=connect&DBUser=root&X-Amz-Signature=⟦[0-9a-f]{64}⟧"),
        Good("?Action=connect&DBUser=root"),
        Good("Action=connect&X-Amz-Signature=${signature}"),
        Good("?Action=list&X-Amz-Signature=1"),
    ),
)
