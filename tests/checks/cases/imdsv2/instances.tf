# what an instance says itself

resource "aws_instance" "silent" { # bad: imdsv1-possible
  ami = "ami-0123456789abcdef0"
}

resource "aws_instance" "optional" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = "optional" # bad: imdsv1-possible
  }
}

resource "aws_instance" "endpoint_only" { # bad: imdsv1-possible
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_endpoint = "enabled"
  }
}

resource "aws_instance" "null_tokens" { # bad: imdsv1-possible
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = null
  }
}

resource "aws_instance" "attribute" {
  ami              = "ami-0123456789abcdef0"
  metadata_options = [{ http_tokens = "optional" }] # bad: imdsv1-possible
}

resource "aws_instance" "required" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "off" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_endpoint = "disabled"
    http_tokens   = "optional"
  }
}

resource "aws_instance" "hops" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 2 # bad: metadata-hop-limit-high
  }
}

variable "tokens" {}

resource "aws_instance" "asked" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = var.tokens
  }
}

variable "usual" {
  default = "required"
}

resource "aws_instance" "by_default_of_a_variable" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = var.usual
  }
}

variable "endpoint" {}

resource "aws_instance" "endpoint_asked" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_endpoint = var.endpoint
  }
}

locals {
  hardened = { http_tokens = "required" }
}

resource "aws_instance" "dynamic" {
  ami = "ami-0123456789abcdef0"
  dynamic "metadata_options" {
    for_each = [local.hardened]
    content {
      http_tokens = metadata_options.value.http_tokens
    }
  }
}

resource "aws_instance" "never_made" {
  count = 0
  ami   = "ami-0123456789abcdef0"
}

resource "aws_spot_instance_request" "cheap" { # bad: imdsv1-possible
  ami = "ami-0123456789abcdef0"
}
