"""Find objects whose own ACL opens them to everyone or to every AWS account."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.s3 import OBJECT, OPEN_ACLS, BucketAcl
from seawall.severity import HIGH
from seawall.words import say


@check(
    BucketAcl,
    HIGH,
    title="Object ACL is open to the public",
    why="An object with a public ACL can be fetched by anyone who learns or guesses its name, however private its bucket looks.",
    remedy="Leave the ACL out or set it to private, and share the object through CloudFront or a presigned URL.",
    ja=Ja(
        title="オブジェクトの ACL が公開されている",
        why="公開 ACL を持つオブジェクトは、バケットが非公開に見えても、名前を知った人や推測した人なら誰でも取得できます。",
        remedy="ACL を書かないか private にし、CloudFront か署名付き URL で共有してください。",
    ),
    maps=("cwe:732", "attack:T1530"),
)
def object_public_acl(acl: BucketAcl) -> Iterator[Problem]:
    if acl.scope != OBJECT or acl.void.unknown or acl.void.is_(True):
        return
    if acl.canned.is_in(OPEN_ACLS):
        name = str(acl.canned.value if acl.canned.known else acl.canned.possible[0].value)
        en, ja = OPEN_ACLS[name]
        yield Problem(
            acl.canned,
            say(
                f"The ACL {name} means {en} this object",
                f"ACL {name} により、このオブジェクトは{ja}",
            ),
            fix=SetTo(acl.canned, acl.private),
            safe=False,
            related=(*((acl.bucket,) if acl.bucket else ()), *acl.fences),
        )
    for grant in acl.grants:
        if grant.group:
            yield Problem(
                grant.grantee,
                say(
                    f"The ACL grants rights to {grant.group}",
                    f"ACL が {grant.group} に権限を与えています",
                ),
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_object" "report" {
          bucket = "acme-reports"
          key    = "2024.pdf"
          acl    = "public-read"
        }
        """,
        change=('"public-read"', '"private"'),
    ),
    Good(
        terraform="""
        variable "acl" {}

        resource "aws_s3_object" "report" {
          bucket = "acme-reports"
          key    = "2024.pdf"
          acl    = var.acl
        }
        """
    ),
    Good(
        terraform="""
        resource "aws_s3_object" "report" {
          bucket = "acme-reports"
          key    = "2024.pdf"
          acl    = "bucket-owner-full-control"
        }
        """
    ),
)
