"""Find credentials of single AWS services: Bedrock, SES, CodeCommit, Cognito and others."""

import base64

from seawall import patterns as re
from seawall.checks.secrets.aws_signed import signed_until
from seawall.checks.secrets.expiry import until
from seawall.checks.secrets.plausible import DROP, changes, made_up, plausible, random_only
from seawall.checks.secrets.shape import word
from seawall.checks.secrets.specimen import shaped
from seawall.checks.secrets.steps import page
from seawall.severity import CRITICAL, HIGH, MEDIUM
from seawall.token import Bad, Context, Good, Judgement, Token
from seawall.words import say


def judge_bedrock(ctx: Context) -> Judgement | None:
    if made_up(ctx.secret[:60]) and "Bedrock" not in ctx.secret:
        return DROP
    try:
        body = base64.b64decode(ctx.secret[4:72])
    except ValueError:
        return None
    return Judgement(certain=True) if body.startswith(b"BedrockAPIKey-") else None


def judge_short_bedrock(ctx: Context) -> Judgement | None:
    body = ctx.secret.removeprefix("bedrock-api-key-")
    if "EXAMPLE" in body or changes(body[:90]) < 15:
        return DROP
    try:
        text = base64.b64decode(body[: len(body) // 4 * 4]).decode("latin-1")
    except ValueError:
        return None
    end = signed_until(text)
    proved = text.startswith("bedrock")
    return until(end, certain=proved) if end is not None else Judgement(certain=proved)


def judge_smtp(ctx: Context) -> Judgement | None:
    if changes(ctx.secret) < 14 or made_up(ctx.secret):
        return DROP
    try:
        return Judgement(certain=base64.b64decode(ctx.secret)[0] == 4)
    except ValueError:
        return DROP


def judge_ecr(ctx: Context) -> Judgement | None:
    """The one in the command line's reference is no base64 of text after its head."""
    return DROP if "JFHDSFKJ" in ctx.secret[:60] else None


def judge_password(ctx: Context) -> Judgement | None:
    plain = ctx.secret.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=")
    if len(plain) != 44 or changes(plain) < 14 or made_up(plain):
        return DROP
    account = re.search(r"-at-([0-9]{12})", ctx.window[max(0, ctx.start - 160) : ctx.start])
    if not account:
        return None
    number = account[1]
    return Judgement(
        facts=(say(f"belongs to AWS account {number}", f"AWS アカウント {number} のもの"),)
    )


MWS = Token(
    id="aws-mws-token",
    title="Amazon MWS auth token",
    ja="Amazon MWS 認証トークン",
    severity=HIGH,
    pattern=word(r"amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    validate=plausible,
    entropy=2.5,
    opens=(
        "A seller's account at Amazon Marketplace.",
        "Amazon マーケットプレイスの出品者アカウント。",
    ),
    revoke=page("Seller Central", "Apps and Services > Manage Your Apps"),
    source="https://developer-docs.amazon.com/sp-api/docs/what-is-the-selling-partner-api",
    rank=80,
    examples=shaped(
        "MWS_TOKEN",
        "amzn\\.mws\\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        "amzn.mws.",
    ),
)

BEDROCK_LONG = Token(
    id="aws-bedrock-api-key",
    title="Amazon Bedrock API key",
    ja="Amazon Bedrock API キー",
    severity=CRITICAL,
    pattern=word(r"ABSK[A-Za-z0-9+/]{109,269}={0,2}", end="(?![A-Za-z0-9+/=])"),
    validate=judge_bedrock,
    entropy=3.5,
    opens=(
        "Calls to every Bedrock model, on the account's bill.",
        "アカウントの課金で全 Bedrock モデルを呼び出せます。",
    ),
    revoke=(
        "Run: aws iam list-service-specific-credentials --service-name bedrock.amazonaws.com, then "
        "aws iam delete-service-specific-credential with its id.",
        "aws iam list-service-specific-credentials --service-name bedrock.amazonaws.com で ID を調べ、"
        "aws iam delete-service-specific-credential で削除してください。",
    ),
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    rank=90,
    examples=shaped(
        "AWS_BEARER_TOKEN_BEDROCK", "ABSKQmVkcm9ja0FQSUtleS1[A-Za-z0-9+/]{105}", "ABSK"
    ),
)

BEDROCK_SHORT = Token(
    id="aws-bedrock-short-api-key",
    title="Amazon Bedrock short-term API key",
    ja="Amazon Bedrock 短期 API キー",
    severity=HIGH,
    pattern=word(r"bedrock-api-key-[A-Za-z0-9+/_-]{100,3000}={0,2}", end="(?![A-Za-z0-9+/=])"),
    validate=judge_short_bedrock,
    entropy=3.5,
    opens=(
        "Calls to Bedrock models for at most twelve hours.",
        "最長 12 時間、Bedrock モデルを呼び出せます。",
    ),
    revoke=(
        "In the IAM console, revoke the sessions of the role that made it.",
        "IAM コンソールで、発行元ロールのセッションを取り消してください。",
    ),
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    rank=90,
    examples=shaped(
        "AWS_BEARER_TOKEN_BEDROCK",
        "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/]{400}",
        "bedrock-api-key-",
    ),
)

CODECOMMIT = Token(
    id="aws-codecommit-password",
    title="AWS CodeCommit git password",
    ja="AWS CodeCommit の Git パスワード",
    severity=HIGH,
    pattern=r"(?:-at-[0-9]{12}|(?i:codecommit))[\s\S]{1,100}?(?<![A-Za-z0-9/+%])"
    r"(?P<secret>[A-Za-z0-9+/%]{43,60}(?:=|%3[Dd]))(?![A-Za-z0-9+/=])",
    validate=judge_password,
    entropy=3.5,
    opens=("The CodeCommit repositories of the user.", "そのユーザーの CodeCommit リポジトリ。"),
    revoke=(
        "Run: aws iam update-service-specific-credential --status Inactive --service-specific-credential-id ID",
        "次を実行してください: aws iam update-service-specific-credential --status Inactive "
        "--service-specific-credential-id ID",
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_ssh-keys.html",
    rank=85,
    examples=(
        Bad(
            "https://bob-at-⟦[1-9][0-9]{11}⟧:⟦[A-Za-z0-9]{43}⟧=@git-codecommit.eu-west-1.amazonaws.com/v1/repos/a"
        ),
        Bad(
            "machine git-codecommit.eu-west-1.amazonaws.com login x-at-⟦[1-9][0-9]{11}⟧ password ⟦[A-Za-z0-9+/]{43}⟧="
        ),
        Bad("CODECOMMIT_PASSWORD=⟦[A-Za-z0-9+/]{43}⟧=\n"),
        Good(
            "https://bob-at-111122223333:PASSWORD@git-codecommit.eu-west-1.amazonaws.com/v1/repos/a"
        ),
        Good("codecommit sha256 ⟦[0-9a-f]{64}⟧"),
        Good("user bob-at-111122223333 asks for a password"),
    ),
)

SES_SMTP = Token(
    id="aws-ses-smtp-password",
    title="Amazon SES SMTP password",
    ja="Amazon SES の SMTP パスワード",
    severity=HIGH,
    pattern=r"(?:(?i:smtp|mail|(?<![a-z])ses(?![a-z]))|AKIA[A-Z0-9]{16})[\s\S]{0,140}?(?<![A-Za-z0-9/+])"
    r"(?P<secret>B[A-P][A-Za-z0-9+/]{42})(?![A-Za-z0-9+/=])",
    validate=judge_smtp,
    entropy=3.5,
    opens=(
        "Sending mail in the account's name, until blocked.",
        "アカウントの名義でのメール送信。",
    ),
    revoke=(
        "Delete the IAM user's access key that it was derived from: aws iam delete-access-key.",
        "元になった IAM ユーザーのアクセスキーを削除してください: aws iam delete-access-key。",
    ),
    source="https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html",
    rank=85,
    multiline=True,
    examples=(
        Bad("SMTP_PASSWORD=⟦B[A-P][A-Za-z0-9+/]{42}⟧\n"),
        Bad("host: email-smtp.eu-west-1.amazonaws.com\nuser: x\npass: ⟦B[A-P][A-Za-z0-9+/]{42}⟧\n"),
        Bad('{"ses_password": "⟦B[A-P][A-Za-z0-9+/]{42}⟧"}'),
        Good("SMTP_PASSWORD=⟦[0-9a-f]{44}⟧"),
        Good("SMTP_PASSWORD=${SES_SMTP_PASSWORD}"),
        Good("smtp BuildTheMailTransportWithALongCamelCaseName"),
    ),
)

APPSYNC = Token(
    id="aws-appsync-api-key",
    title="AWS AppSync API key",
    ja="AWS AppSync API キー",
    severity=MEDIUM,
    pattern=word(r"da2-[a-z0-9]{26}"),
    validate=plausible,
    entropy=3.0,
    opens=("A GraphQL API, as far as it lets keys in.", "API キーに許された GraphQL API。"),
    revoke=(
        "Run: aws appsync delete-api-key --api-id API --id KEY",
        "次を実行してください: aws appsync delete-api-key --api-id API --id KEY",
    ),
    source="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
    examples=shaped("APPSYNC_KEY", "da2-[a-z0-9]{26}", "da2-"),
)

API_GATEWAY = Token(
    id="aws-api-gateway-key",
    title="Key for an API behind x-api-key",
    ja="x-api-key ヘッダーの API キー",
    severity=MEDIUM,
    pattern=r"(?i:x-api-key)[\"'`\s:=,>]{1,8}(?P<secret>[A-Za-z0-9]{20,128})(?![A-Za-z0-9_-])",
    validate=random_only,
    entropy=3.5,
    opens=("The stages of an API that accept this key.", "このキーを受け付ける API のステージ。"),
    revoke=(
        "Run: aws apigateway delete-api-key --api-key ID",
        "次を実行してください: aws apigateway delete-api-key --api-key ID",
    ),
    source="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html",
    rank=30,
    precision="medium",
    examples=(
        Bad("curl -H 'x-api-key: ⟦[A-Za-z0-9]{40}⟧' https://api.example.com"),
        Bad("headers = {'x-api-key': '⟦[A-Za-z0-9]{40}⟧'}"),
        Bad('X-API-Key: "⟦[A-Za-z0-9]{36}⟧"'),
        Good("x-api-key: your-api-key"),
        Good("'x-api-key': process.env.KEY"),
        Good("x-api-key: ApiKeyRequiredAuthorizerHeaderName"),
    ),
)

COGNITO = Token(
    id="aws-cognito-client-secret",
    title="Amazon Cognito app client secret",
    ja="Amazon Cognito アプリクライアントシークレット",
    severity=HIGH,
    pattern=r"(?i:cognito)[\s\S]{0,200}?(?i:client_?secret)[\"'`\s:=,>]{1,10}(?P<secret>[a-z0-9]{45,64})(?![A-Za-z0-9_-])",
    validate=random_only,
    entropy=3.5,
    opens=(
        "Tokens of the user pool in the app's name.",
        "アプリ名義でのユーザープールのトークン。",
    ),
    revoke=(
        "Make a new app client with a new secret, move to it and delete the old one.",
        "新しいアプリクライアントを作成して移行し、古いものを削除してください。",
    ),
    source="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html",
    multiline=True,
    rank=70,
    examples=(
        Bad("COGNITO_CLIENT_SECRET=⟦[a-z0-9]{52}⟧\n"),
        Bad("cognito:\n  clientId: abc\n  clientSecret: ⟦[a-z0-9]{51}⟧\n"),
        Bad('"Cognito": {"pool": "eu-west-1_a", "client_secret": "⟦[a-z0-9]{52}⟧"}'),
        Good("COGNITO_CLIENT_SECRET=your-client-secret"),
        Good("COGNITO_CLIENT_ID=⟦[a-z0-9]{26}⟧"),
        Good("cognito client_secret: ${secret}"),
    ),
)

SSO = Token(
    id="aws-sso-token",
    title="AWS IAM Identity Center token",
    ja="AWS IAM Identity Center のトークン",
    severity=HIGH,
    pattern=r"(?i:accessToken|refreshToken|access_token|refresh_token)[\"'\s:=]{1,8}(?P<secret>ao[ar][A-Za-z0-9_:+/=-]{100,2000})",
    validate=plausible,
    entropy=4.0,
    opens=(
        "Every account and role the person may sign in to.",
        "本人がサインインできるすべてのアカウントとロール。",
    ),
    revoke=page("IAM Identity Center", "Users > the person > Active sessions"),
    source="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html",
    rank=75,
    examples=(
        Bad('{"accessToken": "⟦aoa[A-Za-z0-9_-]{160}⟧"}'),
        Bad('"refreshToken": "⟦aor[A-Za-z0-9_-]{300}⟧"'),
        Bad("access_token = ⟦aoa[A-Za-z0-9_-]{120}⟧"),
        Good('{"accessToken": "aoa..."}'),
        Good('"refreshToken": "aorta"'),
        Good("⟦aoa[A-Za-z0-9_-]{120}⟧"),
    ),
)

ECR = Token(
    id="aws-ecr-token",
    title="Amazon ECR authorisation token",
    ja="Amazon ECR の認証トークン",
    severity=MEDIUM,
    pattern=word(r"QVdTOmV5[A-Za-z0-9+/]{200,4000}={0,2}", end="(?![A-Za-z0-9+/=])"),
    validate=judge_ecr,
    entropy=4.0,
    opens=(
        "Images of the account's registry, for twelve hours.",
        "12 時間、アカウントのレジストリのイメージ。",
    ),
    revoke=(
        "It ends by itself after twelve hours; revoke the role's sessions if that is too long.",
        "12 時間で失効します。待てない場合はロールのセッションを取り消してください。",
    ),
    source="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html",
    rank=70,
    examples=(
        Bad('"auth": "⟦QVdTOmV5SnBZWGx2[A-Za-z0-9+/]{600}⟧="'),
        Bad("ECR_TOKEN=⟦QVdTOmV5SnBZWGx2[A-Za-z0-9+/]{400}⟧"),
        Bad("authorizationToken: ⟦QVdTOmV5SnBZWGx2[A-Za-z0-9+/]{300}⟧=="),
        Good('"auth": "QVdTOmV5"'),
        Good("QVdTOg== is AWS: in base64"),
        Good("ECR_TOKEN=$(aws ecr get-login-password)"),
    ),
)
