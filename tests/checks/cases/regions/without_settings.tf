# membership waits for settings; what depends on none does not

provider "aws" {
  region = "ap-southeast-2"
}

provider "aws" { # bad: region-unset
  alias = "environment"
}

resource "aws_account_region" "off" {
  region_name = "me-south-1"
  enabled     = false
}

resource "aws_account_region" "on" {
  region_name = "me-south-1" # bad: region-opted-in
  enabled     = true
}

resource "aws_instance" "far" {
  availability_zone = "sa-east-1a"
}

resource "aws_iam_policy" "anywhere" {
  name = "builder"
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:RunInstances", "s3:GetObject"] # bad: compute-anywhere
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "fenced" {
  name = "builder-here"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "ec2:*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }
    }]
  })
}

resource "aws_iam_policy" "by_arn" {
  name = "builder-by-arn"
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "ec2:RunInstances"
      Resource = "arn:aws:ec2:eu-west-1:*:*"
    }]
  })
}
