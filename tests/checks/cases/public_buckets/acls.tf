resource "aws_s3_bucket" "bad_h1" { # bad: bucket-without-access-block
  bucket = "a"
  acl    = "public-read" # bad: bucket-public-acl
}
resource "aws_s3_bucket" "bad_h2" { # bad: bucket-without-access-block
  bucket = "b"
  acl    = "public-read-write" # bad: bucket-public-acl
  versioning {
    enabled = true
  }
}
resource "aws_s3_bucket" "bad_h3" { # bad: bucket-without-access-block
  bucket = "c"
  acl    = "website" # bad: bucket-public-acl
}
resource "aws_s3_bucket" "bad_h4" { # bad: bucket-without-access-block
  bucket = "d"
  acl = "authenticated-read" # bad: bucket-public-acl
}
resource "aws_s3_bucket" "x1" { bucket = "e" } # bad: bucket-without-access-block
resource "aws_s3_bucket_acl" "bad_h5" {
  bucket = aws_s3_bucket.x1.id
  acl    = "public-read" # bad: bucket-public-acl
}
resource "aws_s3_bucket_acl" "bad_h6" {
  bucket = "other"
  access_control_policy {
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers" # bad: bucket-public-acl
      }
      permission = "READ_ACP"
    }
    owner { id = "x" }
  }
}
resource "aws_s3_bucket_acl" "bad_h7" {
  bucket = "other2"
  access_control_policy {
    grant {
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" # bad: bucket-public-acl
      }
      permission = "WRITE"
    }
    owner { id = "x" }
  }
}
resource "aws_s3_bucket" "bad_h8" { # bad: bucket-without-access-block
  grant {
    type        = "Group"
    permissions = ["READ", "WRITE"]
    uri         = "http://acs.amazonaws.com/groups/global/AllUsers" # bad: bucket-public-acl
  }
}
resource "aws_s3_object" "bad_9" {
  bucket = "b"
  key = "k"
  acl = "public-read" # bad: object-public-acl
}
resource "aws_s3_bucket_object" "bad_10" {
  bucket = "b"
  key = "k"
  acl = "public-read-write" # bad: object-public-acl
}
resource "aws_s3_object_copy" "bad_11" {
  bucket = "b"
  key = "k"
  source = "a/b"
  grant {
    uri = "http://acs.amazonaws.com/groups/global/AllUsers" # bad: object-public-acl
    type = "Group"
    permissions = ["READ"]
  }
}
