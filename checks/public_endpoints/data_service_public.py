"""Find data services (Redshift, Neptune, MQ, MSK, DMS) with a public address."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.services import Endpoint
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    Endpoint,
    HIGH,
    title="Data service has a public address",
    why="Data and message services on the internet are scanned all day; one weak password gives all of it away.",
    remedy="Switch public access off and connect through the VPC.",
    ja=Ja(
        title="データサービスがパブリックアドレスを持つ",
        why="公開されたデータやメッセージのサービスは常にスキャンされ、弱いパスワード一つですべて漏れます。",
        remedy="パブリックアクセスを無効にし、VPC 経由で接続してください。",
    ),
    maps=(
        "aws-fsbp:Redshift.1",
        "aws-fsbp:DMS.1",
        "nist-800-53-r5:SC-7",
        "cwe:284",
        "attack:T1190",
    ),
    severities=(HIGH, MEDIUM),
)
def data_service_public(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind == "data" and endpoint.public.is_(True):
        service = endpoint.service
        written = endpoint.public.written and endpoint.public.span is not None
        yield Problem(
            endpoint.public if written else endpoint,
            say(f"{service} gets a public address", f"{service} にパブリックアドレスが付きます"),
            fix=SetTo(endpoint.public, False) if written and service != "MSK" else None,
            safe=False,
            # what only some versions make public is said more quietly
            severity=HIGH if written or endpoint.certain else MEDIUM,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_neptune_cluster_instance" "graph" {
          cluster_identifier  = "graph"
          instance_class      = "db.r6g.large"
          publicly_accessible = true
        }
        """,
        cloudformation="""
        Resources:
          Copy:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
        """,
    ),
    Bad(
        terraform="""
        resource "aws_redshift_cluster" "old_default" {
          cluster_identifier = "facts"
          node_type          = "ra3.large"
        }
        """,
        cloudformation="""
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              BrokerNodeGroupInfo:
                InstanceType: kafka.m5.large
                ConnectivityInfo:
                  PublicAccess:
                    Type: SERVICE_PROVIDED_EIPS
        """,
    ),
    Good(
        terraform="""
        variable "public" {}
        resource "aws_redshift_cluster" "facts" {
          cluster_identifier  = "facts"
          node_type           = "ra3.large"
          publicly_accessible = false
        }
        resource "aws_mq_broker" "jobs" {
          broker_name         = "jobs"
          publicly_accessible = var.public
        }
        resource "aws_dms_replication_instance" "copy" {
          replication_instance_id = "copy"
        }
        """,
        cloudformation="""
        Parameters:
          Public:
            Type: String
        Resources:
          Facts:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
          Jobs:
            Type: AWS::AmazonMQ::Broker
            Properties:
              BrokerName: jobs
              PubliclyAccessible: !Ref Public
          Copy:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              PubliclyAccessible: false
        """,
    ),
)
