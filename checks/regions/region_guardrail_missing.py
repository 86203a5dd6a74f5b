"""Find organisations without a guardrail on regions."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.organization import Organization
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Organization,
    MEDIUM,
    title="Organisation has no guardrail on regions",
    why="A stolen key starts machines in every region of every account, where nobody looks until the bill comes.",
    remedy="Attach a service control policy that denies requests where aws:RequestedRegion is none of yours.",
    ja=Ja(
        title="組織にリージョンのガードレールがない",
        why="盗まれたキーで全アカウントの全リージョンにマシンを起動され、請求が来るまで気づけません。",
        remedy="aws:RequestedRegion が許可外のリクエストを拒否する SCP をアタッチしてください。",
    ),
    maps=("attack:T1535",),
)
def region_guardrail_missing(organization: Organization) -> Iterator[Problem]:
    if organization.all_features.is_(False):
        yield Problem(
            organization,
            say(
                "service control policies need all features of the organisation",
                "SCP には組織の全機能の有効化が必要です",
            ),
        )
    elif organization.guarded.is_(False):
        yield Problem(
            organization,
            say(
                "nothing denies regions that are not used",
                "使わないリージョンが拒否されていません",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_organizations_organization" "main" {
          feature_set          = "ALL"
          enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
        }
        """,
        cloudformation="""
        Resources:
          Main:
            Type: AWS::Organizations::Organization
            Properties:
              FeatureSet: CONSOLIDATED_BILLING
        """,
    ),
    Good(
        terraform="""
        variable "policy" {}
        resource "aws_organizations_organization" "main" {
        }
        resource "aws_organizations_policy" "regions" {
          name    = "regions"
          content = var.policy
        }
        """,
        cloudformation="""
        Resources:
          Main:
            Type: AWS::Organizations::Organization
            Properties:
              FeatureSet: ALL
          Regions:
            Type: AWS::Organizations::Policy
            Properties:
              Name: regions
              Type: SERVICE_CONTROL_POLICY
              TargetIds: [r-ab12]
              Content:
                Version: "2012-10-17"
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
