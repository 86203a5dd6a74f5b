resource "aws_s3_bucket_public_access_block" "bad_1" {
  bucket = "a"
  block_public_acls = false # bad: bucket-access-block-off
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_public_access_block" "bad_2" { # bad: bucket-access-block-incomplete
  bucket = "b"
  block_public_acls = true
  block_public_policy = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_public_access_block" "bad_3" { # bad: bucket-access-block-incomplete
  bucket = "c"
}
resource "aws_s3_bucket_public_access_block" "bad_4" {
  bucket = "d"
  block_public_acls = true
  block_public_policy = "false" # bad: bucket-access-block-off
  ignore_public_acls = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_public_access_block" "good_5" {
  bucket = "e"
  block_public_acls = "true"
  block_public_policy = "true"
  ignore_public_acls = "true"
  restrict_public_buckets = "true"
}
resource "aws_s3_bucket_public_access_block" "good_6" {
  bucket = "f"
  block_public_acls = local.on
  block_public_policy = local.on
  ignore_public_acls = var.on
  restrict_public_buckets = var.on
}
locals { on = true }
variable "on" { default = true }
variable "open" { default = false }
resource "aws_s3_bucket_public_access_block" "bad_7" {
  bucket = "g"
  block_public_acls = var.open # bad: bucket-access-block-off
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
resource "aws_s3_account_public_access_block" "bad_8" { # bad: account-access-block-off
  block_public_acls   = true
  block_public_policy = false # bad: account-access-block-off
}
