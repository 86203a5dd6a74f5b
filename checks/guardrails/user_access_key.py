"""Find long-lived access keys made in code, and secrets of them that are shown."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import UserKey
from seawall.severity import CRITICAL, MEDIUM
from seawall.words import say


@check(
    UserKey,
    MEDIUM,
    severities=(MEDIUM, CRITICAL),
    title="A long-lived access key is made in code",
    why="The secret stays in the state file and works until somebody deletes it; most cloud break-ins begin with such a key.",
    remedy="Use roles instead: instance and task roles, OIDC for CI, IAM Identity Center for people, Roles Anywhere outside AWS.",
    ja=Ja(
        title="長期アクセスキーをコードで作成している",
        why="秘密情報が state に残り、削除されるまで使えます。クラウド侵害の多くはこうしたキーから始まります。",
        remedy="代わりにロールを使ってください。インスタンスやタスクのロール、CI は OIDC、人は IAM Identity Center、AWS 外は Roles Anywhere。",
    ),
    maps=("cwe:522", "attack:T1552", "attack:T1078.004"),
)
def user_access_key(key: UserKey) -> Iterator[Problem]:
    if key.shown and key.encrypted.is_(False):
        where = key.shown[0].address
        yield Problem(
            key,
            say(
                f"The secret of this access key is shown in {where}",
                f"このアクセスキーのシークレットが {where} に出力されています",
            ),
            severity=CRITICAL,
            related=key.shown,
        )
        return
    yield Problem(
        key,
        say("A role would need no long-lived key", "ロールを使えば長期キーは不要です"),
    )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_access_key" "ci" {
          user = "ci"
        }
        """,
        cloudformation="""
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: ci
        """,
    ),
    Bad(
        terraform="""
        resource "aws_iam_access_key" "ci" {
          user = "ci"
        }

        output "secret" {
          value     = aws_iam_access_key.ci.secret
          sensitive = true
        }
        """,
        cloudformation="""
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: ci
        Outputs:
          Secret:
            Value: !GetAtt Key.SecretAccessKey
        """,
    ),
    Good(
        terraform="""
        resource "aws_iam_user" "ci" {
          name = "ci"
        }
        """,
        cloudformation="""
        Resources:
          User:
            Type: AWS::IAM::User
        """,
    ),
)
