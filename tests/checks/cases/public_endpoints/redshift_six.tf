# version 6 of the provider keeps clusters private by default

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_redshift_cluster" "facts" {
  cluster_identifier = "facts"
}

resource "aws_redshift_cluster" "open" {
  cluster_identifier  = "open"
  publicly_accessible = true # bad: data-service-public
}
