"""Find machines with IMDSv1 whose role owns the account."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.compute import CredentialChain
from seawall.severity import CRITICAL
from seawall.words import say


@check(
    CredentialChain,
    CRITICAL,
    title="IMDSv1 beside a role that may do everything",
    why="One forged request through a web application gives an attacker the whole account: the chain of the Capital One breach.",
    remedy="Require tokens (IMDSv2) on the machine, and narrow its role to what it uses.",
    ja=Ja(
        title="IMDSv1 と全権限のロールが組み合わさっている",
        why="Web アプリケーションへの偽リクエスト一つでアカウント全体を奪われます。Capital One の事件と同じ連鎖です。",
        remedy="マシンでトークン (IMDSv2) を必須にし、ロールを実際に使う権限に絞ってください。",
    ),
    maps=("cwe:918", "attack:T1552.005"),
)
def credential_chain(chain: CredentialChain) -> Iterator[Problem]:
    written = chain.tokens.written
    yield Problem(
        chain.tokens if written else chain,
        say(
            f"anyone who can forge a request gets {chain.role.address} ({chain.star})",
            f"リクエストを偽造できる者が {chain.role.address} ({chain.star}) を得られます",
        ),
        fix=SetTo(chain.tokens, "required") if written else None,
        safe=False,
        related=(chain.role,),
    )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_role" "app" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { Service = "ec2.amazonaws.com" }
            }]
          })
        }
        resource "aws_iam_role_policy" "all" {
          role   = aws_iam_role.app.id
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
          })
        }
        resource "aws_iam_instance_profile" "app" {
          role = aws_iam_role.app.name
        }
        resource "aws_instance" "app" {
          ami                  = "ami-0123456789abcdef0"
          iam_instance_profile = aws_iam_instance_profile.app.name
        }
        """,
        cloudformation="""
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    Principal:
                      Service: ec2.amazonaws.com
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/AdministratorAccess
          Profile:
            Type: AWS::IAM::InstanceProfile
            Properties:
              Roles: [!Ref Role]
          App:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-0123456789abcdef0
              IamInstanceProfile: !Ref Profile
        """,
    ),
    Good(
        terraform="""
        variable "tokens" {}
        resource "aws_iam_role" "app" {
          assume_role_policy  = "{}"
          managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
        }
        resource "aws_iam_instance_profile" "app" {
          role = aws_iam_role.app.name
        }
        resource "aws_instance" "app" {
          ami                  = "ami-0123456789abcdef0"
          iam_instance_profile = aws_iam_instance_profile.app.name
          metadata_options {
            http_tokens = var.tokens
          }
        }
        """,
        cloudformation="""
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement: []
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore
          Profile:
            Type: AWS::IAM::InstanceProfile
            Properties:
              Roles: [!Ref Role]
          App:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-0123456789abcdef0
              IamInstanceProfile: !Ref Profile
        """,
    ),
)
