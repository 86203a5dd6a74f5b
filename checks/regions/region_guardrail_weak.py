"""Find guardrails on regions that deny less, or more, than they seem to."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import Condition, Statement
from seawall.model.organization import (
    RegionPolicy,
    denies_global_services,
    is_effective,
    near_miss,
    region_condition,
)
from seawall.severity import MEDIUM
from seawall.value import Val
from seawall.words import Text, say

# services that start machines or keep data: to exempt one whole is to have no guardrail
_REGIONAL = frozenset(
    {
        "*",
        "*:*",
        "batch:*",
        "bedrock:*",
        "dynamodb:*",
        "ec2:*",
        "ecs:*",
        "eks:*",
        "elasticmapreduce:*",
        "es:*",
        "glue:*",
        "lambda:*",
        "lightsail:*",
        "rds:*",
        "redshift:*",
        "s3:*",
        "sagemaker:*",
    }
)
_PRINCIPALS = ("aws:principalarn", "aws:principalaccount", "aws:principalorgid", "aws:userid")


@check(
    RegionPolicy,
    MEDIUM,
    title="Guardrail on regions does not hold",
    why="A guardrail with a hole is worse than none: nobody watches where everyone believes the door is shut.",
    remedy="Deny with StringNotEquals on aws:RequestedRegion, list your regions, exempt global services and few named roles only.",
    ja=Ja(
        title="リージョンのガードレールに抜け穴がある",
        why="抜け穴のあるガードレールは、ないより危険です。閉まっていると思われた扉は誰も見張りません。",
        remedy="aws:RequestedRegion に StringNotEquals を使って拒否し、例外はグローバルサービスと特定のロールだけにしてください。",
    ),
    maps=("attack:T1535",),
)
def region_guardrail_weak(policy: RegionPolicy) -> Iterator[Problem]:
    for statement in policy.statements:
        for at, message in _holes(policy, statement):
            yield Problem(at, message)


def _holes(policy: RegionPolicy, statement: Statement) -> Iterator[tuple[Val[object], Text]]:
    condition = region_condition(statement)
    if condition is None:
        wrong = near_miss(statement)
        if wrong is not None:
            key = wrong.key
            yield (
                statement.at,
                say(
                    f"there is no condition key {key}; it is aws:RequestedRegion",
                    f"条件キー {key} は存在しません。正しくは aws:RequestedRegion です",
                ),
            )
        return
    if statement.effect.is_("Deny") and statement.effect.known:
        yield from _in_denial(policy, statement, condition)
    elif statement.effect.is_("Allow"):
        yield (
            statement.effect,
            say(
                "an Allow denies nothing beside FullAWSAccess",
                "Allow は FullAWSAccess と併用されるため、何も拒否しません",
            ),
        )


def _in_denial(
    policy: RegionPolicy, statement: Statement, condition: Condition
) -> Iterator[tuple[Val[object], Text]]:
    operator = condition.operator
    if not is_effective(statement):
        yield (
            statement.at,
            say(
                f"{operator} denies only the regions that it lists",
                f"{operator} は列挙したリージョンしか拒否しません",
            ),
        )
        return
    if operator.lower().startswith(("forallvalues:", "foranyvalue:")):
        yield (
            statement.at,
            say(
                f"{operator} is for keys of many values; the region asked for is one",
                f"{operator} は複数値のキー用です。リクエスト先リージョンは単一値です",
            ),
        )
    for action in statement.not_actions:
        if action.holds(lambda word: str(word).lower() in _REGIONAL):
            yield (
                action,
                say(
                    f"{action.value} is exempt as a whole",
                    f"{action.value} が丸ごと除外されています",
                ),
            )
    yield from _exemptions(statement)
    for region in condition.values:
        if policy.allowed is not None and region.known and region.is_not("us-east-1"):
            if region.is_not_in(policy.allowed):
                yield (
                    region,
                    say(
                        f"{region.value} is let through and not allowed by the settings",
                        f"設定で許可されていない {region.value} が許可されています",
                    ),
                )
        elif region.holds(lambda word: str(word).strip("?-") in ("*", "")):
            yield (
                region,
                say("a star lets every region through", "スターですべてのリージョンが許可されます"),
            )
    if denies_global_services(statement):
        yield (
            statement.at,
            say(
                "global services (IAM, CloudFront, Route 53) are locked out; exempt them",
                "グローバルサービス (IAM、CloudFront、Route 53) まで拒否されます。除外してください",
            ),
        )


def _exemptions(statement: Statement) -> Iterator[tuple[Val[object], Text]]:
    """Principals that the denial leaves out, where they are everyone."""
    for condition in statement.conditions:
        if condition.key.lower() not in _PRINCIPALS or "not" not in condition.operator.lower():
            continue
        for who in condition.values:
            if who.holds(lambda word: str(word).rpartition("/")[2] == "*" or word == "*"):
                yield (
                    who,
                    say(f"{who.value} exempts everyone", f"{who.value} は全員を除外します"),
                )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_organizations_policy" "regions" {
          name = "regions"
          content = jsonencode({
            Statement = [{
              Effect    = "Deny"
              NotAction = ["iam:*", "ec2:*"]
              Resource  = "*"
              Condition = {
                StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1"] }
                ArnNotLike      = { "aws:PrincipalARN" = "arn:aws:iam::*:role/*" }
              }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Regions:
            Type: AWS::Organizations::Policy
            Properties:
              Name: regions
              Type: SERVICE_CONTROL_POLICY
              TargetIds: [r-ab12]
              Content:
                Statement:
                  - Effect: Deny
                    Action: "*"
                    Resource: "*"
                    Condition:
                      StringEquals:
                        aws:RequestedRegion: [us-west-2]
                  - Effect: Deny
                    Action: "*"
                    Resource: "*"
                    Condition:
                      StringNotEquals:
                        aws:RequestedRegion: [eu-west-1]
        """,
        times=2,
    ),
    Bad(
        terraform="""
        data "aws_iam_policy_document" "regions" {
          statement {
            effect      = "Deny"
            not_actions = ["iam:*"]
            resources   = ["*"]
            condition {
              test     = "StringNotEquals"
              variable = "aws:RequestedRegion"
              values   = ["eu-west-1", "us-west-2"]
            }
          }
        }
        resource "aws_organizations_policy" "regions" {
          name    = "regions"
          content = data.aws_iam_policy_document.regions.json
        }
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
    Good(
        terraform="""
        variable "regions" {}
        resource "aws_organizations_policy" "regions" {
          name = "regions"
          content = jsonencode({
            Statement = [{
              Effect    = "Deny"
              NotAction = ["iam:*", "organizations:*", "route53:*", "ec2:DescribeRegions"]
              Resource  = "*"
              Condition = {
                StringNotEquals = { "aws:RequestedRegion" = var.regions }
                ArnNotLike      = { "aws:PrincipalARN" = "arn:aws:iam::*:role/Rescue" }
              }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Regions:
            Type: AWS::Organizations::Policy
            Properties:
              Name: regions
              Type: SERVICE_CONTROL_POLICY
              TargetIds: [r-ab12]
              Content:
                Statement:
                  - Effect: Deny
                    NotAction: ["iam:*", "sts:*"]
                    Resource: "*"
                    Condition:
                      StringNotEquals:
                        aws:RequestedRegion: [eu-west-1]
        """,
    ),
)
