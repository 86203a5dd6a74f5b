"""Find identity policies that allow every action of a service."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import IdentityPolicy
from seawall.model.wildcard import is_every_action_of_a_service
from seawall.severity import LOW, MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    MEDIUM,
    severities=(MEDIUM, LOW),
    title="Policy allows every action of a service",
    why="A service star hands out deletion and permission changes with the daily work, and grows with every action AWS adds.",
    remedy="Name the actions that are really used, or stars below a verb such as Describe.",
    ja=Ja(
        title="サービスのすべての操作を許可している",
        why="サービス全体の許可には、日常の作業とともに削除や権限変更が含まれ、AWS が操作を追加するたびに広がります。",
        remedy="実際に使う操作か、Describe のような動詞以下のアスタリスクを指定してください。",
    ),
    maps=("aws-fsbp:IAM.21", "nist-800-53:AC-6", "cwe:269", "attack:T1078.004"),
)
def service_star(policy: IdentityPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        for action in statement.actions:
            if action.holds(lambda text: is_every_action_of_a_service(str(text))):
                everywhere = statement.every_resource is not None
                yield Problem(
                    action,
                    say(
                        f"{action.value} is every action of the service",
                        f"{action.value} はサービスのすべての操作です",
                    ),
                    severity=MEDIUM if everywhere else LOW,
                    related=policy.related,
                )


EXAMPLES = (
    Bad(
        terraform="""
        data "aws_iam_policy_document" "reports" {
          statement {
            actions   = ["s3:*"]
            resources = ["*"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: reports
              Roles: [reports]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ["dynamodb:*", "s3:GetObject"]
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "service" {}

        data "aws_iam_policy_document" "reports" {
          statement {
            actions   = ["ec2:Describe*", "${var.service}:*"]
            resources = ["*"]
          }
          statement {
            effect    = "Deny"
            actions   = ["s3:*"]
            resources = ["*"]
          }
        }
        """,
        cloudformation="""
        Parameters:
          Service:
            Type: String
        Resources:
          Reports:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: reports
              Roles: [reports]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: !Sub "${Service}:*"
                    Resource: "*"
        """,
    ),
)
