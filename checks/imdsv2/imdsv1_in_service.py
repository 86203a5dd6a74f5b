"""Find managed services whose instances answer metadata requests without a session token."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.compute import ManagedFleet
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    ManagedFleet,
    HIGH,
    title="Service starts instances that allow IMDSv1",
    why="Instances that a service starts carry roles too, and nobody looks at their metadata settings.",
    remedy="Set the service's minimum metadata version to 2, or give it a launch template that requires tokens.",
    ja=Ja(
        title="サービスが IMDSv1 を許すインスタンスを起動する",
        why="サービスが起動するインスタンスもロールを持つが、そのメタデータ設定は見落とされがちです。",
        remedy="サービスのメタデータ最小バージョンを 2 にするか、トークン必須の起動テンプレートを指定してください。",
    ),
    maps=("cwe:918", "attack:T1552.005"),
    severities=(HIGH, MEDIUM),
)
def imdsv1_in_service(fleet: ManagedFleet) -> Iterator[Problem]:
    if fleet.requires_tokens.is_(False):
        yield Problem(
            fleet.requires_tokens if fleet.requires_tokens.written else fleet,
            say(
                f"instances of {fleet.service} do not require session tokens (IMDSv2)",
                f"{fleet.service} のインスタンスがトークン (IMDSv2) を必須にしていません",
            ),
            severity=HIGH if fleet.certain else MEDIUM,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_sagemaker_notebook_instance" "lab" {
          name          = "lab"
          role_arn      = "arn:aws:iam::111122223333:role/lab"
          instance_type = "ml.t3.medium"
        }
        """,
        cloudformation="""
        Resources:
          Lab:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: arn:aws:iam::111122223333:role/lab
              InstanceMetadataServiceConfiguration:
                MinimumInstanceMetadataServiceVersion: "1"
        """,
    ),
    Bad(
        terraform="""
        resource "aws_eks_node_group" "workers" {
          cluster_name  = "main"
          node_role_arn = "arn:aws:iam::111122223333:role/nodes"
          subnet_ids    = ["subnet-0123456789abcdef0"]
          ami_type      = "AL2_x86_64"
        }
        """,
        cloudformation="""
        Resources:
          Web:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: web
              OptionSettings:
                - Namespace: aws:autoscaling:launchconfiguration
                  OptionName: DisableIMDSv1
                  Value: "false"
        """,
    ),
    Good(
        terraform="""
        variable "version_number" {}
        resource "aws_sagemaker_notebook_instance" "lab" {
          name          = "lab"
          role_arn      = "arn:aws:iam::111122223333:role/lab"
          instance_type = "ml.t3.medium"
          instance_metadata_service_configuration {
            minimum_instance_metadata_service_version = "2"
          }
        }
        resource "aws_sagemaker_notebook_instance" "other" {
          name          = "other"
          role_arn      = "arn:aws:iam::111122223333:role/lab"
          instance_type = "ml.t3.medium"
          instance_metadata_service_configuration {
            minimum_instance_metadata_service_version = var.version_number
          }
        }
        resource "aws_eks_node_group" "workers" {
          cluster_name  = "main"
          node_role_arn = "arn:aws:iam::111122223333:role/nodes"
          subnet_ids    = ["subnet-0123456789abcdef0"]
          ami_type      = "AL2023_x86_64_STANDARD"
        }
        """,
        cloudformation="""
        Parameters:
          Version:
            Type: String
        Resources:
          Lab:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: arn:aws:iam::111122223333:role/lab
              InstanceMetadataServiceConfiguration:
                MinimumInstanceMetadataServiceVersion: !Ref Version
          Workers:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: main
              NodeRole: arn:aws:iam::111122223333:role/nodes
              Subnets: [subnet-0123456789abcdef0]
              LaunchTemplate:
                Id: lt-0123456789abcdef0
        """,
    ),
)
