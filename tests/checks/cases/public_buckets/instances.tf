variable "acls" { default = { a = "public-read", b = "private" } }
resource "aws_s3_bucket_acl" "bad_each" {
  for_each = var.acls
  bucket = each.key
  acl = each.value # bad: bucket-public-acl
}
resource "aws_s3_bucket_acl" "good_zero" {
  count = 0
  bucket = "q"
  acl = "public-read"
}
resource "aws_s3_bucket_acl" "bad_tern" {
  bucket = "q"
  acl = var.pub ? "public-read" : "private" # bad: bucket-public-acl
}
resource "aws_s3_bucket_acl" "good_tern" {
  bucket = "q"
  acl = var.pub ? "private" : "public-read"
}
variable "pub" { default = true }
resource "aws_s3_bucket_acl" "good_unknown" {
  bucket = "q"
  acl = var.nodefault
}
variable "nodefault" {}
