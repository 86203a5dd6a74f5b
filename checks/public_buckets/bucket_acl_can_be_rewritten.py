"""Find bucket ACLs that let somebody else change the ACL."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.s3 import BucketAcl
from seawall.severity import LOW
from seawall.words import say


@check(
    BucketAcl,
    LOW,
    title="Bucket ACL lets others change the ACL",
    why="Whoever holds WRITE_ACP can open the bucket to everyone, and no change in this code would show it.",
    remedy="Take the grant out and give access by bucket policy, or switch ACLs off with BucketOwnerEnforced.",
    ja=Ja(
        title="他者が ACL を書き換えられる",
        why="WRITE_ACP を持つ相手はバケットを全員に公開でき、このコードには何の変化も現れません。",
        remedy="この許可を外してバケットポリシーで許可するか、BucketOwnerEnforced で ACL を無効にしてください。",
    ),
    maps=("cwe:732", "attack:T1530"),
)
def bucket_acl_can_be_rewritten(acl: BucketAcl) -> Iterator[Problem]:
    for grant in acl.grants:
        if grant.permission.is_("WRITE_ACP") and not grant.group:
            yield Problem(
                grant.permission,
                say(
                    "WRITE_ACP lets its holder open the bucket",
                    "WRITE_ACP を持つ相手はバケットを公開できます",
                ),
                related=(acl.bucket,) if acl.bucket else (),
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket_acl" "logs" {
          bucket = "acme-logs"
          access_control_policy {
            grant {
              grantee {
                type = "Group"
                uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
              }
              permission = "WRITE_ACP"
            }
            owner {
              id = "c1daexampleaaf850ea79cf0430f33d72579fd1611c97f7ded193374c0b163b6"
            }
          }
        }
        """
    ),
    Good(
        terraform="""
        variable "permission" {}

        resource "aws_s3_bucket_acl" "logs" {
          bucket = "acme-logs"
          access_control_policy {
            grant {
              grantee {
                type = "Group"
                uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
              }
              permission = "READ_ACP"
            }
            grant {
              grantee {
                type = "CanonicalUser"
                id   = "c1daexampleaaf850ea79cf0430f33d72579fd1611c97f7ded193374c0b163b6"
              }
              permission = var.permission
            }
            owner {
              id = "c1daexampleaaf850ea79cf0430f33d72579fd1611c97f7ded193374c0b163b6"
            }
          }
        }
        """
    ),
)
