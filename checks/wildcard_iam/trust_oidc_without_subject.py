"""Find roles that any workload of a web identity provider may become."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import TrustPolicy
from seawall.model.oidc import SHARED, by_audience, federated, provider_of, subjects
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    TrustPolicy,
    HIGH,
    severities=(HIGH, MEDIUM),
    title="Web identity trust does not check the subject",
    why="Without a subject, every repository or workload of the provider may take the role, strangers' ones included.",
    remedy="Add a StringEquals condition on the sub claim that names the repository and branch, or the service account.",
    ja=Ja(
        title="OIDC の信頼で sub を検証していない",
        why="sub の条件がないと、他人のものを含む、プロバイダー上のどのリポジトリやワークロードもロールを引き受けられます。",
        remedy="リポジトリとブランチ、またはサービスアカウントを指定する sub の StringEquals 条件を追加してください。",
    ),
    maps=("cwe:284", "attack:T1199", "attack:T1078.004"),
)
def trust_oidc_without_subject(policy: TrustPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        who = federated(statement)
        if who is None or not statement.conditions_known:
            continue
        if subjects(statement) or by_audience(statement):
            continue
        host = provider_of(statement)
        yield Problem(
            who,
            say(
                f"Any workload of {host or 'the identity provider'} may become this role",
                f"{host or 'ID プロバイダー'} のどのワークロードもこのロールになれます",
            ),
            severity=HIGH if host in SHARED else MEDIUM,
            related=policy.uses,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_role" "deploy" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRoleWithWebIdentity"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
              }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRoleWithWebIdentity
                    Principal:
                      Federated: arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com
                    Condition:
                      ForAllValues:StringLike:
                        token.actions.githubusercontent.com:sub: repo:acme/app:*
        """,
    ),
    Good(
        terraform="""
        variable "subjects" {}

        resource "aws_iam_role" "deploy" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRoleWithWebIdentity"
              Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
              Condition = {
                StringEquals = { "token.actions.githubusercontent.com:sub" = var.subjects }
              }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRoleWithWebIdentity
                    Principal: {Federated: cognito-identity.amazonaws.com}
                    Condition:
                      StringEquals: {"cognito-identity.amazonaws.com:aud": "eu-west-1:0a1b2c3d"}
        """,
    ),
)
