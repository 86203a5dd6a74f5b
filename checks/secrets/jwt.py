"""Find JSON Web Tokens, and tell what their claims say of them."""

import base64
import json
from typing import Any

from seawall.checks.secrets.examples_known import SIGNATURES
from seawall.checks.secrets.expiry import until
from seawall.checks.secrets.plausible import DROP
from seawall.checks.secrets.shape import BEGIN
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, LOW, MEDIUM, Severity
from seawall.token import Bad, Context, Good, Judgement, Token
from seawall.words import say

_PATTERN = (
    BEGIN
    + r"(?P<secret>eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,6000}\.[A-Za-z0-9_-]{0,2000})(?![A-Za-z0-9_-])"
)
_RFC = "https://datatracker.ietf.org/doc/html/rfc7519"


def _part(text: str) -> dict[str, Any] | None:
    """The JSON object of one part; None where it is none."""
    try:
        found = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _claims(token: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    head, body, _ = token.split(".")
    header, payload = _part(head), _part(body)
    if header is None or payload is None or not ({"alg", "typ", "enc"} & header.keys()):
        return None
    return header, payload


def _is_sample(payload: dict[str, Any], signature: str) -> bool:
    """The token of jwt.io and its many variations, and those of the RFCs."""
    if signature in SIGNATURES or "signature" in signature.lower():
        return True
    return payload.get("name") == "John Doe" and str(payload.get("sub")) == "1234567890"


def _judge(token: str, live: Severity | None) -> Judgement:
    parts = _claims(token)
    if parts is None:
        return DROP
    header, payload = parts
    signature = token.rpartition(".")[2]
    if _is_sample(payload, signature):
        return DROP
    if str(header.get("alg")).lower() == "none" or not signature:
        note = say(
            "not signed: nobody should accept it", "署名がなく、受け入れるべきではないトークンです"
        )
        return Judgement(severity=LOW, facts=(note,))
    if len(signature) < 20:
        return DROP
    end = payload.get("exp")
    if isinstance(end, int | float) and not isinstance(end, bool) and 0 < end < 32503680000:
        return until(end, live=live, certain=True)
    return Judgement(
        severity=live, certain=True, facts=(say("never expires", "有効期限がありません"),)
    )


def judge_token(ctx: Context) -> Judgement | None:
    parts = _claims(ctx.secret)
    if parts is not None and parts[1].get("iss") == "supabase" and parts[1].get("role") == "anon":
        return DROP  # public by design: https://supabase.com/docs/guides/api/api-keys
    return _judge(ctx.secret, None)


def judge_service_role(ctx: Context) -> Judgement | None:
    parts = _claims(ctx.secret)
    if parts is None or parts[1].get("role") != "service_role":
        return DROP
    return _judge(ctx.secret, None)


def judge_kubernetes(ctx: Context) -> Judgement | None:
    parts = _claims(ctx.secret)
    if parts is None:
        return DROP
    payload = parts[1]
    ours = "kubernetes" in str(payload.get("iss")) or any("kubernetes.io" in key for key in payload)
    return (
        _judge(ctx.secret, None)
        if ours or str(payload.get("sub")).startswith("system:serviceaccount:")
        else DROP
    )


def _encoded(claims: dict[str, Any]) -> str:
    return (
        base64.urlsafe_b64encode(json.dumps(claims, separators=(",", ":")).encode())
        .decode()
        .rstrip("=")
    )


def _sample(**claims: Any) -> str:
    """A token for the examples, without its signature."""
    return f"{_encoded({'alg': 'HS256', 'typ': 'JWT'})}.{_encoded(claims)}."


_SIGNED = "⟦[A-Za-z0-9_-]{43}⟧"
_LATER = 4070908800

JSON_WEB_TOKEN = Token(
    id="json-web-token",
    title="JSON Web Token",
    ja="JSON Web Token",
    severity=MEDIUM,
    pattern=_PATTERN,
    validate=judge_token,
    opens=(
        "What its claims say, at the service that issued it.",
        "発行元のサービスで、クレームが示す範囲の操作。",
    ),
    revoke=(
        "End the session at its issuer; rotate the signing key if it never expires.",
        "発行元でセッションを終了し、無期限のトークンなら署名鍵を更新してください。",
    ),
    source=_RFC,
    rank=60,
    examples=(
        Bad(f"token = '{_sample(sub='u-1', exp=_LATER)}{_SIGNED}'"),
        Bad(f"Authorization: Bearer {_sample(iss='api', scope='write')}{_SIGNED}"),
        Bad(f'"jwt": "{_sample(sub="u-2", exp=1500000000)}{_SIGNED}"'),
        Bad(f"GET /x?jwt={_sample(sub='u-3')}{_SIGNED}&y=1"),
        Good(f"token = '{_sample(sub='1234567890', name='John Doe', iat=1516239022)}{_SIGNED}'"),
        Good("eyJhbGciOiJIUzI1NiJ9.eyJub3QganNvbg.⟦[A-Za-z0-9_-]{43}⟧"),
        Good(f"{_sample(sub='u-4')}your-signature-goes-here"),
        Good(f"{_sample(iss='supabase', role='anon', exp=_LATER)}{_SIGNED}"),
        Good("eyJhbGciOiJIUzI1NiJ9...."),
    ),
)

SERVICE_ROLE = Token(
    id="supabase-service-role-key",
    title="Supabase service_role key",
    ja="Supabase service_role キー",
    severity=CRITICAL,
    pattern=_PATTERN,
    validate=judge_service_role,
    opens=(
        "All data of the project, past row level security.",
        "行レベルセキュリティを迂回した、プロジェクトのすべてのデータ。",
    ),
    revoke=page("Supabase", "Project Settings > API > JWT settings"),
    source="https://supabase.com/docs/guides/api/api-keys",
    rank=75,
    examples=(
        Bad(
            f"SUPABASE_SERVICE_ROLE_KEY={_sample(iss='supabase', role='service_role', exp=_LATER)}{_SIGNED}"
        ),
        Bad(f"createClient(url, '{_sample(role='service_role', iss='supabase')}{_SIGNED}')"),
        Bad(f'"key": "{_sample(ref="abc", role="service_role", exp=_LATER)}{_SIGNED}"'),
        Good(f"SUPABASE_ANON_KEY={_sample(iss='supabase', role='anon', exp=_LATER)}{_SIGNED}"),
        Good("SUPABASE_SERVICE_ROLE_KEY=eyJ..."),
        Good("SUPABASE_SERVICE_ROLE_KEY=your-service-role-key"),
    ),
)

SERVICE_ACCOUNT = Token(
    id="kubernetes-service-account-token",
    title="Kubernetes service account token",
    ja="Kubernetes サービスアカウントトークン",
    severity=HIGH,
    pattern=_PATTERN,
    validate=judge_kubernetes,
    opens=("The cluster, as the service account.", "サービスアカウントとしてのクラスターの操作。"),
    revoke=(
        "Delete the token's Secret or the service account: kubectl delete secret NAME.",
        "トークンの Secret またはサービスアカウントを削除してください: kubectl delete secret NAME。",
    ),
    source="https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/",
    rank=75,
    examples=(
        Bad(
            f"token: {_sample(iss='kubernetes/serviceaccount', sub='system:serviceaccount:a:b')}{_SIGNED}"
        ),
        Bad(f"TOKEN={_sample(iss='https://kubernetes.default.svc', sub='x')}{_SIGNED}"),
        Bad(f"'{_sample(sub='system:serviceaccount:default:deploy', exp=_LATER)}{_SIGNED}'"),
        Good(f"token: {_sample(iss='api', sub='user')}{_SIGNED}"),
        Good("token: eyJhbGciOi..."),
        Good("iss: kubernetes/serviceaccount"),
    ),
)
