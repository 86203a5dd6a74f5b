module "bad_1" {
  source = "terraform-aws-modules/s3-bucket/aws"
  bucket = "x"
  acl = "public-read" # bad: bucket-public-acl
}
module "bad_2" {
  source = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"
  bucket = "x"
  acl = "private"
  block_public_acls = false # bad: bucket-access-block-off
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
module "good_1" {
  source = "terraform-aws-modules/s3-bucket/aws"
  version = "4.1.0"
  bucket = "x"
  acl = "private"
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
module "good_2" {
  source = "terraform-aws-modules/s3-bucket/aws"
  version = "4.1.0"
  bucket = "my"
  versioning = { enabled = true }
  website = {}
}
module "bad_4" {
  source = "git::https://github.com/terraform-aws-modules/terraform-aws-s3-bucket.git?ref=v3.0.0"
  acl = "public-read-write" # bad: bucket-public-acl
}
module "bad_5" {
  source = "terraform-aws-modules/s3-bucket/aws"
  grant = [{
    type = "Group"
    permission = "FULL_CONTROL"
    uri = "http://acs.amazonaws.com/groups/global/AllUsers" # bad: bucket-public-acl
  }]
}
module "bad_6" {
  source = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"
  policy = data.aws_iam_policy_document.p.json
}
data "aws_iam_policy_document" "p" {
  statement {
    effect = "Allow"
    actions = ["s3:*"]
    resources = ["*"]
    principals {
      type = "AWS"
      identifiers = ["*"] # bad: bucket-public-policy
    }
  }
}
module "bad_web" {
  source = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"
  website = { # bad: bucket-website
    index_document = "index.html"
  }
}
module "bad_7" {
  source = "cloudposse/s3-bucket/aws"
  acl = "public-read" # bad: bucket-public-acl
}
module "good_7" {
  source = "cloudposse/s3-bucket/aws"
  acl = "private"
}
module "bad_8" {
  source = "terraform-aws-modules/s3-bucket/aws//modules/account-public-access"
  block_public_acls = false # bad: account-access-block-off
}
module "bad_9" {
  source = "terraform-aws-modules/s3-bucket/aws//modules/object"
  acl = "public-read" # bad: object-public-acl
}
