resource "aws_cloudfront_distribution" "bad_1" {
  enabled = true
  origin {
    domain_name = "mybucket.s3.amazonaws.com" # bad: bucket-origin-unsigned
    origin_id = "s3"
  }
}
resource "aws_cloudfront_distribution" "good_1" {
  enabled = true
  origin {
    domain_name = "mybucket.s3.amazonaws.com"
    origin_id = "s3"
    origin_access_control_id = aws_cloudfront_origin_access_control.x.id
  }
}
resource "aws_cloudfront_distribution" "good_2" {
  enabled = true
  origin {
    domain_name = "mybucket.s3.amazonaws.com"
    origin_id = "s3"
    s3_origin_config {
      origin_access_identity = aws_cloudfront_origin_access_identity.x.cloudfront_access_identity_path
    }
  }
}
