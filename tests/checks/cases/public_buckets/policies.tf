resource "aws_s3_bucket" "b" { # bad: bucket-without-access-block
  bucket = "b"
}
resource "aws_s3_bucket_policy" "bad_h2" {
  bucket = "b2"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect = "Allow"
      Principal = { AWS = "*" } # bad: bucket-public-policy
      Action = ["s3:ListBucket", "s3:PutObject"]
      Resource = ["arn:aws:s3:::b2", "arn:aws:s3:::b2/*"]
    }
  })
}
data "aws_iam_policy_document" "pub" {
  statement {
    actions = ["s3:DeleteObject"]
    resources = ["arn:aws:s3:::b3/*"]
    principals {
      type = "*"
      identifiers = ["*"] # bad: bucket-public-policy
    }
  }
}
resource "aws_s3_bucket_policy" "bad_h3" {
  bucket = "b3"
  policy = data.aws_iam_policy_document.pub.json
}
resource "aws_s3_bucket_policy" "bad_h4" {
  bucket = "b4"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = { AWS = ["*"] } # bad: bucket-public-policy
      Action = "s3:*"
      Resource = "arn:aws:s3:::b4/*"
      Condition = { StringLike = { "aws:Referer" = ["http://www.example.com/*"] } }
    }]
  })
}
resource "aws_s3_bucket_policy" "bad_h5" {
  bucket = "b5"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*" # bad: bucket-public-policy
      Action = "s3:RestoreObject"
      Resource = "arn:aws:s3:::b5/*"
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}
resource "aws_s3_bucket_policy" "bad_h6" {
  bucket = "b6"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:root" } # bad: bucket-public-policy
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::b6/*"
    }]
  })
}
resource "aws_s3_bucket_policy" "bad_h8" {
  bucket = "b8"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*" # bad: bucket-public-policy
      Action = "*"
      Resource = "arn:aws:s3:::b8/*"
      Condition = { IpAddress = { "aws:SourceIp" = "0.0.0.0/0" } }
    }]
  })
}
resource "aws_s3_bucket_policy" "good_1" {
  bucket = "g1"
  policy = jsonencode({
    Statement = [{
      Effect = "Deny"
      Principal = "*"
      Action = "s3:*"
      Resource = "arn:aws:s3:::g1/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
resource "aws_s3_bucket_policy" "good_2" {
  bucket = "g2"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::g2/*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abcd123456" } }
    }]
  })
}
resource "aws_s3_bucket_policy" "good_3" {
  bucket = "g3"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::g3/*"
      Condition = { StringEquals = { "aws:SourceVpce" = "vpce-0abc" } }
    }]
  })
}
resource "aws_s3_bucket_policy" "good_4" {
  bucket = "g4"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = { Service = "cloudfront.amazonaws.com" }
      Action = "s3:GetObject"
      Resource = "arn:aws:s3:::g4/*"
      Condition = { StringEquals = { "AWS:SourceArn" = "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE" } }
    }]
  })
}
resource "aws_s3_bucket_policy" "good_5" {
  bucket = "g5"
  policy = data.aws_iam_policy_document.good.json
}
data "aws_iam_policy_document" "good" {
  statement {
    actions = ["s3:GetObject"]
    resources = ["*"]
    principals {
      type = "AWS"
      identifiers = ["*"]
    }
    condition {
      test = "StringEquals"
      variable = "aws:PrincipalAccount"
      values = ["111122223333"]
    }
  }
}
resource "aws_s3_bucket_policy" "good_6" {
  bucket = "g6"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*"
      Action = "s3:*"
      Resource = "*"
      Condition = { StringEquals = { "s3:DataAccessPointAccount" = "111122223333" } }
    }]
  })
}
resource "aws_s3_bucket_policy" "by_address" {
  bucket = "g7"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Principal = "*" # bad: bucket-policy-open-by-address
      Action = "s3:*"
      Resource = "*"
      Condition = { IpAddress = { "aws:SourceIp" = ["203.0.113.0/24"] } }
    }]
  })
}
resource "aws_s3_access_point" "bad_ap" {
  bucket = "apb"
  name = "ap"
  public_access_block_configuration {
    block_public_acls = true
    block_public_policy = false # bad: bucket-access-block-off
    ignore_public_acls = true
    restrict_public_buckets = false # bad: bucket-access-block-off
  }
}
resource "aws_s3_access_point" "bad_ap2" {
  bucket = "apb2"
  name = "ap"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] }) # bad: bucket-public-policy
  public_access_block_configuration {
    block_public_acls = true
    block_public_policy = false # bad: bucket-access-block-off
    ignore_public_acls = true
    restrict_public_buckets = false # bad: bucket-access-block-off
  }
}
resource "aws_s3_access_point" "good_ap" {
  bucket = "apb3"
  name = "ap"
}
resource "aws_s3control_access_point_policy" "bad_app" {
  access_point_arn = "arn:aws:s3:us-east-1:111122223333:accesspoint/x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] }) # bad: bucket-public-policy
}
resource "aws_s3control_multi_region_access_point" "bad_mrap" {
  details {
    name = "m"
    public_access_block {
      block_public_acls = false # bad: bucket-access-block-off
      block_public_policy = false # bad: bucket-access-block-off
      ignore_public_acls = false # bad: bucket-access-block-off
      restrict_public_buckets = false # bad: bucket-access-block-off
    }
    region { bucket = "apb3" }
  }
}
