"""Find identity policies that allow every action on every resource."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import IdentityPolicy
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    HIGH,
    severities=(HIGH, MEDIUM),
    title="Policy allows every action on every resource",
    why="Whoever takes over such a user, role or machine owns the whole account, backups and logs included.",
    remedy="Name the actions and resources that are really used; IAM Access Analyzer can write the list from activity.",
    ja=Ja(
        title="すべての操作をすべてのリソースに許可している",
        why="このユーザー、ロール、マシンが乗っ取られると、バックアップやログを含むアカウント全体を奪われます。",
        remedy="実際に使う操作とリソースを指定してください。IAM Access Analyzer は利用履歴から一覧を作れます。",
    ),
    maps=(
        "aws-fsbp:IAM.1",
        "cis-aws-1.4:1.16",
        "nist-800-53:AC-6",
        "pci-dss-3.2.1:7.2.1",
        "cwe:269",
        "attack:T1078.004",
    ),
)
def action_and_resource_star(policy: IdentityPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        action = statement.every_action
        if action is None or statement.every_resource is None:
            continue
        yield Problem(
            action,
            say(
                "Every action is allowed on every resource",
                "すべての操作がすべてのリソースに許可されています",
            ),
            severity=MEDIUM if statement.conditional else HIGH,
            related=policy.related,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_policy" "deploy" {
          name   = "deploy"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect   = "Allow"
              Action   = "*"
              Resource = "*"
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
                    Principal: {Service: ec2.amazonaws.com}
                    Action: sts:AssumeRole
              Policies:
                - PolicyName: deploy
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: ["s3:GetObject", "*:*"]
                        Resource: ["*"]
        """,
    ),
    Bad(
        terraform="""
        data "aws_iam_policy_document" "deploy" {
          statement {
            actions   = ["*"]
            resources = ["*"]
          }
        }

        resource "aws_iam_role_policy" "deploy" {
          role   = "deploy"
          policy = data.aws_iam_policy_document.deploy.json
        }
        """,
    ),
    Good(
        terraform="""
        variable "actions" {}

        resource "aws_iam_policy" "deploy" {
          policy = jsonencode({
            Statement = [
              { Effect = "Allow", Action = var.actions, Resource = "*" },
              { Effect = "Deny", Action = "*", Resource = "*" },
            ]
          })
        }
        """,
        cloudformation="""
        Parameters:
          Actions:
            Type: CommaDelimitedList
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: !Ref Actions
                    Resource: "*"
                  - Effect: Deny
                    Action: "*"
                    Resource: "*"
        """,
    ),
)
