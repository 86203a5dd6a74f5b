resource "aws_s3_bucket" "b" {
  bucket = "good"
}
resource "aws_s3_bucket_public_access_block" "good_pab" {
  bucket = aws_s3_bucket.b.id
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_acl" "good_private" {
  bucket = aws_s3_bucket.b.id
  acl = "private"
}
resource "aws_s3_bucket" "c" {
  bucket = "goodlog"
}
resource "aws_s3_bucket_acl" "good_log" {
  bucket = aws_s3_bucket.c.id
  acl = "log-delivery-write"
}
resource "aws_s3_bucket_public_access_block" "good_pab2" {
  bucket = aws_s3_bucket.c.id
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket" "d" {
  bucket = "void"
}
resource "aws_s3_bucket_acl" "good_void" {
  bucket = aws_s3_bucket.d.id
  acl = "public-read"
}
resource "aws_s3_bucket_public_access_block" "good_pab3" {
  bucket = aws_s3_bucket.d.id
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
resource "aws_s3_object" "good_o" {
  bucket = "x"
  key = "k"
  acl = "bucket-owner-full-control"
}
