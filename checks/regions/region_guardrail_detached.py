"""Find guardrails on regions that are attached to nothing."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.organization import RegionPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    RegionPolicy,
    MEDIUM,
    title="Guardrail on regions is attached to nothing",
    why="A policy without a target denies nothing, while everyone believes that it does.",
    remedy="Attach it to the root or to the organisational units that it is for.",
    ja=Ja(
        title="リージョンのガードレールがどこにも付いていない",
        why="アタッチされていないポリシーは何も拒否しません。効いていると思い込むだけです。",
        remedy="ルートまたは対象の OU にアタッチしてください。",
    ),
    maps=("attack:T1535",),
)
def region_guardrail_detached(policy: RegionPolicy) -> Iterator[Problem]:
    if policy.attached.is_(False):
        yield Problem(
            policy,
            say("the policy is attached to nothing", "ポリシーがアタッチされていません"),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_organizations_policy" "regions" {
          name = "regions"
          content = jsonencode({
            Statement = [{
              Effect    = "Deny"
              NotAction = ["iam:*"]
              Resource  = "*"
              Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1"] } }
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
              Content:
                Statement:
                  - Effect: Deny
                    NotAction: ["iam:*"]
                    Resource: "*"
                    Condition:
                      StringNotEquals:
                        aws:RequestedRegion: [eu-west-1]
        """,
    ),
    Good(
        terraform="""
        resource "aws_organizations_policy" "regions" {
          name = "regions"
          content = jsonencode({
            Statement = [{
              Effect    = "Deny"
              NotAction = ["iam:*"]
              Resource  = "*"
              Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1"] } }
            }]
          })
        }
        resource "aws_organizations_policy_attachment" "root" {
          policy_id = aws_organizations_policy.regions.id
          target_id = "r-ab12"
        }
        """,
        cloudformation="""
        Parameters:
          Targets:
            Type: CommaDelimitedList
        Resources:
          Regions:
            Type: AWS::Organizations::Policy
            Properties:
              Name: regions
              Type: SERVICE_CONTROL_POLICY
              TargetIds: !Ref Targets
              Content:
                Statement:
                  - Effect: Deny
                    NotAction: ["iam:*"]
                    Resource: "*"
                    Condition:
                      StringNotEquals:
                        aws:RequestedRegion: [eu-west-1]
        """,
    ),
)
