"""Find block storage without encryption."""

from collections.abc import Iterator

from seawall.check import Add, Bad, Good, Ja, Problem, SetTo, check
from seawall.model.data import Store
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Store,
    MEDIUM,
    title="Volume is not encrypted",
    why="Copies, snapshots and discarded disks of the volume can be read by whoever gets hold of them.",
    remedy="Switch encryption on, best by the account's default for all new volumes.",
    ja=Ja(
        title="ボリュームが暗号化されていない",
        why="複製やスナップショットを手に入れた者は、その内容を読むことができます。",
        remedy="暗号化を有効にしてください。アカウントの既定の暗号化を使うのが確実です。",
    ),
    maps=("aws-fsbp:EC2.3", "nist-800-53-r5:SC-28", "cwe:311"),
)
def volume_unencrypted(store: Store) -> Iterator[Problem]:
    if store.kind == "volume" and store.encrypted.is_(False):
        written = store.encrypted.written
        fix = (
            SetTo(store.encrypted, True)
            if written
            else Add(store, store.attribute, True)
            if store.attribute
            else None
        )
        yield Problem(
            store.encrypted if store.encrypted.span is not None and written else store,
            say(
                f"{store.service} data is not encrypted",
                f"{store.service} のデータが暗号化されていません",
            ),
            fix=fix,
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_ebs_volume" "data" {
          availability_zone = "eu-west-1a"
          size              = 10
          encrypted         = false
        }
        """,
        cloudformation="""
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 10
        """,
    ),
    Bad(
        terraform="""
        resource "aws_instance" "app" {
          ami = "ami-0123456789abcdef0"
          root_block_device {
            volume_size = 20
          }
        }
        """,
        cloudformation="""
        Resources:
          Template:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                BlockDeviceMappings:
                  - DeviceName: /dev/xvda
                    Ebs:
                      VolumeSize: 20
        """,
    ),
    Good(
        terraform="""
        variable "encrypted" {}
        resource "aws_ebs_volume" "data" {
          availability_zone = "eu-west-1a"
          size              = 10
          encrypted         = true
        }
        resource "aws_ebs_volume" "asked" {
          availability_zone = "eu-west-1a"
          size              = 10
          encrypted         = var.encrypted
        }
        resource "aws_instance" "plain" {
          ami = "ami-0123456789abcdef0"
        }
        """,
        cloudformation="""
        Parameters:
          Encrypted:
            Type: String
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 10
              Encrypted: !Ref Encrypted
        """,
    ),
    Good(
        terraform="""
        resource "aws_ebs_encryption_by_default" "account" {
          enabled = true
        }
        resource "aws_ebs_volume" "data" {
          availability_zone = "eu-west-1a"
          size              = 10
        }
        """,
    ),
)
