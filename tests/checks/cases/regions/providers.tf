# settings: eu-west-1, eu-central-1

provider "aws" {
  region = "us-east-2" # bad: region-not-allowed
}

provider "aws" {
  alias  = "home"
  region = "eu-west-1"
}

provider "aws" {
  alias  = "far"
  region = "ap-southeast-2" # bad: region-not-allowed
}

provider "aws" {
  alias  = "edge"
  region = "us-east-1"
}

resource "aws_acm_certificate" "site" {
  provider    = aws.edge
  domain_name = "example.com"
}

resource "aws_wafv2_web_acl" "site" {
  provider = aws.edge
  name     = "site"
  scope    = "CLOUDFRONT"
}

provider "aws" {
  alias  = "virginia"
  region = "us-east-1" # bad: region-not-allowed
}

resource "aws_instance" "far" {
  provider = aws.virginia
  ami      = "ami-0123456789abcdef0"
}

variable "default_region" {
  default = "us-west-2"
  validation {
    condition     = length(var.default_region) > 0
    error_message = "Name one."
  }
}

provider "aws" {
  alias  = "by_variable"
  region = var.default_region # bad: region-not-allowed
}

locals {
  home = "eu-central-1"
}

provider "aws" {
  alias  = "by_local"
  region = local.home
}
