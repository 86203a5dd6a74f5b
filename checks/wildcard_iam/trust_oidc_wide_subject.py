"""Find roles whose web identity subject is a star that lets in more than it should."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import TrustPolicy
from seawall.model.oidc import SHARED, federated, provider_of, subjects, width
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    TrustPolicy,
    HIGH,
    severities=(HIGH, MEDIUM),
    title="Web identity trust has a star for its subject",
    why="A star in the subject lets in repositories that nobody reviewed, at worst those of anyone on the provider.",
    remedy="Name the repository and the branch or environment in the sub condition.",
    ja=Ja(
        title="OIDC の信頼の sub にワイルドカードがある",
        why="sub のワイルドカードにより、確認されていないリポジトリ、最悪の場合は他人のものまで許可されます。",
        remedy="sub の条件にリポジトリとブランチまたは環境を指定してください。",
    ),
    maps=("cwe:284", "attack:T1199", "attack:T1078.004"),
)
def trust_oidc_wide_subject(policy: TrustPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        if federated(statement) is None:
            continue
        asked = subjects(statement)
        wide = [
            (each, width(str(each.value)))
            for each in asked
            if each.known and isinstance(each.value, str)
        ]
        # several claims are joined by "and": one that is narrow is enough
        if not wide or len(wide) < len(asked) or any(how == "" for _, how in wide):
            continue
        value, how = next((pair for pair in wide if pair[1] == "all"), wide[0])
        shared = provider_of(statement) in SHARED
        yield Problem(
            value,
            say(
                f"The subject {value.value} lets in "
                + ("anyone on the provider" if how == "all" else "every workload of the owner"),
                f"{value.value} は"
                + ("プロバイダー上の誰でも" if how == "all" else "所有者のすべてのワークロードを")
                + "許可します",
            ),
            severity=HIGH if how == "all" and shared else MEDIUM,
            related=policy.uses,
        )


EXAMPLES = (
    Bad(
        terraform="""
        data "aws_iam_policy_document" "trust" {
          statement {
            actions = ["sts:AssumeRoleWithWebIdentity"]
            principals {
              type        = "Federated"
              identifiers = ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"]
            }
            condition {
              test     = "StringLike"
              variable = "token.actions.githubusercontent.com:sub"
              values   = ["repo:*"]
            }
          }
        }

        resource "aws_iam_role" "deploy" {
          assume_role_policy = data.aws_iam_policy_document.trust.json
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
                      StringLike:
                        token.actions.githubusercontent.com:sub: repo:acme/*
        """,
    ),
    Good(
        terraform="""
        data "aws_iam_policy_document" "trust" {
          statement {
            actions = ["sts:AssumeRoleWithWebIdentity"]
            principals {
              type        = "Federated"
              identifiers = ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"]
            }
            condition {
              test     = "StringLike"
              variable = "token.actions.githubusercontent.com:sub"
              values   = ["repo:acme/app:*"]
            }
          }
        }

        resource "aws_iam_role" "deploy" {
          assume_role_policy = data.aws_iam_policy_document.trust.json
        }
        """,
        cloudformation="""
        Parameters:
          Repository:
            Type: String
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
                      StringLike:
                        token.actions.githubusercontent.com:sub: !Sub "repo:${Repository}:*"
        """,
    ),
)
