"""Find holders whose policies are harmless one by one and lead to every right together."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.escalation import complete, given
from seawall.model.iam import Holder
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Holder,
    MEDIUM,
    title="Policies together lead to administrator rights",
    why="Reviewed one by one the policies look small; together they let their holder take every right.",
    remedy="Limit one of the actions to named resources, or split the work between two roles.",
    ja=Ja(
        title="複数のポリシーの組み合わせで権限昇格が可能",
        why="一つずつ見れば小さなポリシーでも、合わせるとすべての権限を得られます。",
        remedy="いずれかの操作の対象を限定するか、作業を二つのロールに分けてください。",
    ),
    maps=("cwe:269", "attack:T1098.003"),
)
def privilege_escalation_together(holder: Holder) -> Iterator[Problem]:
    alone = {each for policy in holder.policies for each in complete(given(policy.statements))}
    have = given(statement for policy in holder.policies for statement in policy.statements)
    for each in complete(have):
        if each not in alone:
            yield Problem(
                holder,
                say(
                    f"{' with '.join(each)} on everything leads to more rights than given",
                    f"すべてを対象とする {' と '.join(each)} により、権限を昇格できます",
                ),
                related=(*(have[action][1] for action in each), *holder.works_for),
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_role" "deploy" {
          name = "deploy"
        }

        resource "aws_iam_role_policy" "pass" {
          role   = aws_iam_role.deploy.name
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }]
          })
        }

        resource "aws_iam_policy" "run" {
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "ec2:RunInstances", Resource = "*" }]
          })
        }

        resource "aws_iam_role_policy_attachment" "run" {
          role       = aws_iam_role.deploy.name
          policy_arn = aws_iam_policy.run.arn
        }
        """,
        cloudformation="""
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              Policies:
                - PolicyName: pass
                  PolicyDocument:
                    Statement:
                      - {Effect: Allow, Action: "iam:PassRole", Resource: "*"}
          Run:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Roles: [!Ref Deploy]
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: "ec2:RunInstances", Resource: "*"}
        """,
    ),
    Good(
        terraform="""
        variable "role" {}

        resource "aws_iam_role" "deploy" {
          name = "deploy"
        }

        resource "aws_iam_role_policy" "pass" {
          role   = var.role
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }]
          })
        }

        resource "aws_iam_role_policy" "run" {
          role   = aws_iam_role.deploy.name
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "ec2:RunInstances", Resource = "*" }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              Policies:
                - PolicyName: run
                  PolicyDocument:
                    Statement:
                      - {Effect: Allow, Action: "ec2:RunInstances", Resource: "*"}
        """,
    ),
)
