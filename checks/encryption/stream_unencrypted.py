"""Find data streams without encryption."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.data import Store
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Store,
    MEDIUM,
    title="Data stream is not encrypted",
    why="Records lie unencrypted on disk for as long as the stream keeps them.",
    remedy="Set the encryption type to KMS; AWS's own alias/aws/kinesis will do.",
    ja=Ja(
        title="データストリームが暗号化されていない",
        why="レコードが、保持期間のあいだ暗号化されずにディスクに置かれます。",
        remedy="暗号化タイプを KMS にしてください。alias/aws/kinesis でもかまいません。",
    ),
    maps=("aws-fsbp:Kinesis.1", "cwe:311"),
)
def stream_unencrypted(store: Store) -> Iterator[Problem]:
    if store.kind == "stream" and store.encrypted.is_(False):
        yield Problem(
            store,
            say(
                f"{store.service} data is not encrypted",
                f"{store.service} のデータが暗号化されていません",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_kinesis_stream" "clicks" {
          name        = "clicks"
          shard_count = 1
        }
        """,
        cloudformation="""
        Resources:
          Clicks:
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
        """,
    ),
    Good(
        terraform="""
        variable "type" {}
        resource "aws_kinesis_stream" "clicks" {
          name            = "clicks"
          encryption_type = "KMS"
          kms_key_id      = "alias/aws/kinesis"
        }
        resource "aws_kinesis_stream" "asked" {
          name            = "asked"
          encryption_type = var.type
        }
        """,
        cloudformation="""
        Parameters:
          Type:
            Type: String
        Resources:
          Clicks:
            Type: AWS::Kinesis::Stream
            Properties:
              StreamEncryption:
                EncryptionType: !Ref Type
                KeyId: alias/aws/kinesis
        """,
    ),
)
