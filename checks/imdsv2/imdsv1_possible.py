"""Find instances and templates whose metadata service answers without a session token."""

from collections.abc import Iterator

from seawall.check import Add, Bad, Good, Ja, Problem, SetTo, check
from seawall.model.compute import MetadataService
from seawall.severity import HIGH
from seawall.words import say

KINDS_JA = {
    "image pipeline": "イメージパイプライン",
    "instance": "インスタンス",
    "launch configuration": "起動設定",
    "launch template": "起動テンプレート",
    "module": "モジュール",
    "spot fleet": "スポットフリート",
    "spot request": "スポットリクエスト",
}


@check(
    MetadataService,
    HIGH,
    title="Metadata service answers without a session token",
    why="With IMDSv1 one forged request through a web application (SSRF) steals the role's credentials, as at Capital One in 2019.",
    remedy="Set the metadata options to require tokens (IMDSv2), or switch the endpoint off.",
    ja=Ja(
        title="メタデータサービスがトークンなしで応答する",
        why="IMDSv1 では Web アプリケーション経由の偽リクエスト (SSRF) 一つでロールの認証情報が盗まれます。2019 年の Capital One の事件がその例です。",
        remedy="メタデータオプションでトークンを必須 (IMDSv2) にするか、エンドポイントを無効にしてください。",
    ),
    maps=(
        "aws-fsbp:EC2.8",
        "aws-fsbp:AutoScaling.3",
        "cis-aws-3.0:5.6",
        "cis-aws-5.0:5.7",
        "nist-800-53-r5:AC-3",
        "pci-dss-4.0.1:2.2.6",
        "cwe:918",
        "attack:T1552.005",
    ),
)
def imdsv1_possible(metadata: MetadataService) -> Iterator[Problem]:
    if metadata.may_be_off or not metadata.answers_without_token:
        return
    kind = metadata.kind
    message = say(
        f"this {kind} does not require session tokens (IMDSv2)",
        f"この{KINDS_JA.get(kind, kind)}はセッショントークン (IMDSv2) を必須にしていません",
    )
    if metadata.tokens.written:
        yield Problem(
            metadata.tokens,
            message,
            fix=SetTo(metadata.tokens, "required"),
            safe=False,
            related=metadata.users,
        )
    else:
        fix = Add(metadata, metadata.attribute, "required") if metadata.attribute else None
        yield Problem(metadata, message, fix=fix, safe=False, related=metadata.users)


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_instance" "app" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t3.micro"
          metadata_options {
            http_endpoint = "enabled"
            http_tokens   = "optional" # the old agent
          }
        }
        """,
        cloudformation="""
        Resources:
          Template:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                ImageId: ami-0123456789abcdef0
                MetadataOptions:
                  HttpTokens: optional # the old agent
        """,
        change=("optional", "required"),
    ),
    Bad(
        terraform="""
        resource "aws_launch_template" "app" {
          image_id = "ami-0123456789abcdef0"
        }
        resource "aws_instance" "app" {
          launch_template {
            id = aws_launch_template.app.id
          }
        }
        """,
        cloudformation="""
        Resources:
          App:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-0123456789abcdef0
        """,
    ),
    Good(
        terraform="""
        resource "aws_launch_template" "app" {
          image_id = "ami-0123456789abcdef0"
          metadata_options {
            http_tokens = "required"
          }
        }
        resource "aws_instance" "app" {
          launch_template {
            id = aws_launch_template.app.id
          }
        }
        resource "aws_instance" "off" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t3.micro"
          metadata_options {
            http_endpoint = "disabled"
          }
        }
        """,
        cloudformation="""
        Resources:
          Template:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions:
                  HttpTokens: required
          App:
            Type: AWS::EC2::Instance
            Properties:
              LaunchTemplate:
                LaunchTemplateId: !Ref Template
                Version: "1"
          Old:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-0123456789abcdef0
              InstanceType: t3.micro
              MetadataOptions:
                HttpEndpoint: disabled
        """,
    ),
    Good(
        terraform="""
        variable "tokens" {}
        resource "aws_instance" "app" {
          ami           = "ami-0123456789abcdef0"
          instance_type = "t3.micro"
          metadata_options {
            http_tokens = var.tokens
          }
        }
        """,
        cloudformation="""
        Parameters:
          Tokens:
            Type: String
        Resources:
          App:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-0123456789abcdef0
              MetadataOptions:
                HttpTokens: !Ref Tokens
        """,
    ),
)
