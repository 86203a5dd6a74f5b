"""Find identity policies that allow actions on every resource that could name one."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.actions import WRITES, narrowable
from seawall.model.escalation import ALONE, ASSUME_ROLE, PASS_ROLE
from seawall.model.iam import IdentityPolicy, Statement
from seawall.model.wildcard import is_every_action, is_every_action_of_a_service
from seawall.severity import LOW, MEDIUM
from seawall.words import say

# these have checks of their own
_TOLD = ALONE | {PASS_ROLE, ASSUME_ROLE}


@check(
    IdentityPolicy,
    MEDIUM,
    severities=(MEDIUM, LOW),
    title="Policy allows actions on every resource",
    why="Rights meant for one bucket, key or queue reach all of them, so one stolen session reaches all data of the account.",
    remedy="Write the ARNs of the resources that are meant; keep the star only for actions that take no resource.",
    ja=Ja(
        title="操作の対象がすべてのリソースになっている",
        why="一つのバケットや鍵のつもりの権限がすべてに及び、盗まれたセッション一つでアカウント中のデータに届きます。",
        remedy="対象リソースの ARN を書き、アスタリスクはリソースを指定できない操作だけに残してください。",
    ),
    maps=("cwe:732", "attack:T1078.004"),
)
def resource_star(policy: IdentityPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        star = statement.every_resource
        if star is None or not statement.actions or _narrowed(statement):
            continue
        could = [
            pair
            for action in statement.actions
            if action.known and isinstance(action.value, str)
            if not (is_every_action(action.value) or is_every_action_of_a_service(action.value))
            for pair in narrowable(action.value)
            if pair[0] not in _TOLD
        ]
        if not could:
            continue
        names = ", ".join(dict.fromkeys(name for name, _ in could[:3]))
        more = len(could) - 3
        yield Problem(
            star,
            say(
                f"{names}{f' and {more} more' if more > 0 else ''} could be limited to named resources",
                f"{names}{f' ほか {more} 件' if more > 0 else ''} は対象リソースを限定できます",
            ),
            severity=MEDIUM if any(level in WRITES for _, level in could) else LOW,
            related=policy.related,
        )


def _narrowed(statement: Statement) -> bool:
    """Whether a condition on the resource, such as a tag, does the work of its name."""
    return not statement.conditions_known or any(
        "resourcetag/" in each.key.lower()
        or each.key.lower() in ("aws:resourceaccount", "aws:resourceorgid")
        for each in statement.conditions
    )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_policy" "worker" {
          policy = jsonencode({
            Statement = [{
              Effect   = "Allow"
              Action   = ["s3:PutObject", "s3:ListAllMyBuckets"]
              Resource = "*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Worker:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: [s3:GetObject]
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "bucket" {}

        resource "aws_iam_policy" "worker" {
          policy = jsonencode({
            Statement = [
              {
                Effect   = "Allow"
                Action   = ["ec2:DescribeInstances", "s3:ListAllMyBuckets", "ecr:GetAuthorizationToken"]
                Resource = "*"
              },
              { Effect = "Allow", Action = "s3:GetObject", Resource = var.bucket },
            ]
          })
        }
        """,
        cloudformation="""
        Resources:
          Worker:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ["ec2:Describe*", "cloudwatch:PutMetricData"]
                    Resource: "*"
                  - Effect: Allow
                    Action: ec2:TerminateInstances
                    Resource: "*"
                    Condition: {StringEquals: {aws:ResourceTag/Team: blue}}
        """,
    ),
)
