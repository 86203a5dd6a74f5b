"""Find queues whose encryption is switched off."""

from collections.abc import Iterator

from seawall.check import Add, Bad, Good, Ja, Problem, SetTo, check
from seawall.model.data import Store
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Store,
    MEDIUM,
    title="Queue encryption is switched off",
    why="Messages wait unencrypted on disk, although encryption costs nothing.",
    remedy="Take the switch out, or name a key.",
    ja=Ja(
        title="キューの暗号化が無効になっている",
        why="暗号化は無料なのに、メッセージが暗号化されずにディスクに置かれます。",
        remedy="無効化の設定を外すか、キーを指定してください。",
    ),
    maps=("aws-fsbp:SQS.1", "cwe:311"),
)
def queue_unencrypted(store: Store) -> Iterator[Problem]:
    if store.kind == "queue" and store.encrypted.is_(False):
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
        resource "aws_sqs_queue" "jobs" {
          sqs_managed_sse_enabled = false
        }
        """,
        cloudformation="""
        Resources:
          Jobs:
            Type: AWS::SQS::Queue
            Properties:
              SqsManagedSseEnabled: false
        """,
    ),
    Good(
        terraform="""
        variable "sse" {}
        resource "aws_sqs_queue" "jobs" {
          name = "jobs"
        }
        resource "aws_sqs_queue" "keyed" {
          kms_master_key_id = "alias/aws/sqs"
        }
        resource "aws_sqs_queue" "asked" {
          sqs_managed_sse_enabled = var.sse
        }
        """,
        cloudformation="""
        Parameters:
          Sse:
            Type: String
        Resources:
          Jobs:
            Type: AWS::SQS::Queue
            Properties:
              SqsManagedSseEnabled: !Ref Sse
          Other:
            Type: AWS::SQS::Queue
        """,
    ),
)
