"""Find shared access signatures: Azure URLs with an end of their own."""

from seawall import patterns as re
from seawall.checks.secrets.expiry import seconds_of, until
from seawall.checks.secrets.plausible import DROP, made_up
from seawall.severity import HIGH
from seawall.token import Bad, Context, Good, Judgement, Token

_END = re.compile(
    r"(?:^|[?&;\"'\s]|amp;)(?:se|expires)=([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{10})", re.IGNORECASE
)


def judge_signature(ctx: Context) -> Judgement | None:
    """Its neighbours say that it is one, and `se` when it ends.

    https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview
    """
    window = ctx.window
    near = window[max(0, ctx.start - 200) : ctx.end + 200]
    if made_up(ctx.secret) or not re.search(r"(?:^|[?&;\"'\s]|amp;)(?:s[verpt]|skn|spr)=", near):
        return DROP
    found = _END.search(near)
    if found is None:
        return None
    stamp = found[1]
    moment = float(stamp) if stamp.isdigit() else seconds_of(stamp, "%Y-%m-%d")
    if moment is None:
        return None
    return until(moment if stamp.isdigit() else moment + 86399)


AZURE_SHARED_ACCESS_SIGNATURE = Token(
    id="azure-shared-access-signature",
    title="Azure shared access signature",
    ja="Azure 共有アクセス署名",
    severity=HIGH,
    pattern=r"(?<![A-Za-z0-9])sig=(?P<secret>[A-Za-z0-9%/+_-]{43,90}(?:=|%3[Dd])?)(?![A-Za-z0-9%/+=_-])",
    validate=judge_signature,
    entropy=3.8,
    opens=("What the URL allows, until it expires.", "期限まで、URL が許可する操作。"),
    revoke=(
        "Regenerate the key that signed it, or remove its stored access policy.",
        "署名に使われたキーを再生成するか、保存されたアクセスポリシーを削除してください。",
    ),
    source="https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview",
    rank=74,
    examples=(
        Bad(
            r"https://a.blob.core.windows.net/c?sv=2022-11-02&ss=b&srt=sco&sp=rl&se=2099-01-01T00:00:00Z&sig=⟦[A-Za-z0-9]{40}%2B[A-Z]{2}⟧%3D"
        ),
        Bad(
            r"?sp=r&st=2020-01-01T00:00:00Z&se=2020-02-01T00:00:00Z&sv=2020-08-04&sr=b&sig=⟦[A-Za-z0-9%]{43}⟧%3D"
        ),
        Bad(
            r"SharedAccessSignature sr=sb%3A%2F%2Fa&sig=⟦[A-Za-z0-9]{43}⟧%3D&se=4070908800&skn=Root"
        ),
        Bad(
            r"https://x.logic.azure.com/workflows/1/triggers/manual/paths/invoke?sp=%2Ftriggers&sv=1.0&sig=⟦[A-Za-z0-9_-]{43}⟧"
        ),
        Good(r"?sv=2022-11-02&sig=<signature>"),
        Good(r"?sv=2022-11-02&se=2099-01-01&sig={signature}"),
        Good(r"orig=⟦[A-Za-z0-9]{43}⟧"),
        Good(r"&sig=⟦[A-Za-z0-9]{20}⟧"),
    ),
)
