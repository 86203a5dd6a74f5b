"""Find policies that let machines start in any region."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import IdentityPolicy, Statement
from seawall.model.wildcard import covers
from seawall.severity import MEDIUM
from seawall.value import Val
from seawall.words import say

# what miners start with stolen keys
_STARTS = (
    "ec2:RunInstances",
    "sagemaker:CreateNotebookInstance",
    "ecs:RunTask",
    "batch:SubmitJob",
    "lightsail:CreateInstances",
    "elasticmapreduce:RunJobFlow",
)
_REGION_KEYS = ("aws:requestedregion", "ec2:region")


@check(
    IdentityPolicy,
    MEDIUM,
    title="Machines may be started in any region",
    why="Whoever steals these rights mines in a region where nobody looks until the bill comes.",
    remedy="Add a condition on aws:RequestedRegion with the regions you use.",
    ja=Ja(
        title="どのリージョンでもマシンを起動できる",
        why="この権限が盗まれると、誰も見ていないリージョンで採掘され、請求が来るまで気づけません。",
        remedy="使うリージョンを aws:RequestedRegion の条件で指定してください。",
    ),
    maps=("attack:T1535", "attack:T1496"),
)
def compute_anywhere(policy: IdentityPolicy) -> Iterator[Problem]:
    if any(each.effect.is_("Deny") and _by_region(each) for each in policy.statements):
        return
    for statement in policy.allowing():
        if statement.every_action is not None:
            continue  # said already, and louder
        if statement.every_resource is None or statement.conditional:
            continue  # a condition, on tags say, fences in too
        action = _starting(statement)
        if action is not None:
            yield Problem(
                action,
                say(
                    f"{action.value} starts machines in any region",
                    f"{action.value} はどのリージョンでもマシンを起動できます",
                ),
                related=policy.related,
            )


def _starting(statement: Statement) -> Val[object] | None:
    for action in statement.actions:
        if action.holds(lambda word: any(covers(str(word), each) for each in _STARTS)):
            return action
    return None


def _by_region(statement: Statement) -> bool:
    return any(each.key.lower() in _REGION_KEYS for each in statement.conditions)


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_policy" "builder" {
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = ["ec2:Run*"], Resource = "*" }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Builder:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: [ec2:RunInstances]
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "actions" {}
        resource "aws_iam_policy" "builder" {
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = ["ec2:RunInstances"]
              Resource  = "*"
              Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }
            }]
          })
        }
        resource "aws_iam_policy" "asked" {
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }]
          })
        }
        """,
        cloudformation="""
        Parameters:
          Action:
            Type: String
        Resources:
          Reader:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: [ec2:DescribeInstances, !Ref Action]
                    Resource: "*"
        """,
    ),
)
