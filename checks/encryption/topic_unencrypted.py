"""Find topics without a key."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.data import Store
from seawall.severity import LOW
from seawall.words import say


@check(
    Store,
    LOW,
    title="Topic has no encryption key",
    why="Messages wait unencrypted on disk while they are delivered.",
    remedy="Name a key, AWS's own alias/aws/sns if no other is at hand.",
    ja=Ja(
        title="トピックに暗号化キーがない",
        why="配信を待つメッセージが、暗号化されずにディスクに置かれます。",
        remedy="キーを指定してください。ほかになければ alias/aws/sns を使ってください。",
    ),
    maps=("cwe:311",),
)
def topic_unencrypted(store: Store) -> Iterator[Problem]:
    if store.kind == "topic" and store.encrypted.is_(False):
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
        resource "aws_sns_topic" "news" {
          name = "news"
        }
        """,
        cloudformation="""
        Resources:
          News:
            Type: AWS::SNS::Topic
            Properties:
              TopicName: news
        """,
    ),
    Good(
        terraform="""
        variable "key" {}
        resource "aws_sns_topic" "news" {
          kms_master_key_id = var.key
        }
        """,
        cloudformation="""
        Parameters:
          Key:
            Type: String
        Resources:
          News:
            Type: AWS::SNS::Topic
            Properties:
              KmsMasterKeyId: !Ref Key
        """,
    ),
)
