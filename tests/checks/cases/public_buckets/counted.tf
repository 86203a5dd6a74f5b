resource "aws_s3_bucket" "good_b" {
  count  = 2
  bucket = "nopab-${count.index}"
}
resource "aws_s3_bucket_public_access_block" "good_p" {
  count = 2
  bucket = aws_s3_bucket.good_b[count.index].id
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket" "good_each" {
  for_each = toset(["a","b"])
  bucket = each.key
}
resource "aws_s3_bucket_public_access_block" "good_pe" {
  for_each = aws_s3_bucket.good_each
  bucket = each.value.id
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}
