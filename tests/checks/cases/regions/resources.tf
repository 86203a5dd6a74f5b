# settings: eu-west-1

resource "aws_instance" "zone_far" {
  availability_zone = "us-east-1a" # bad: region-not-allowed
}

resource "aws_instance" "zone_home" {
  availability_zone = "eu-west-1b"
}

resource "aws_subnet" "local_zone" {
  availability_zone = "us-west-2-lax-1a" # bad: region-not-allowed
}

resource "aws_s3_bucket" "own_region" {
  region = "eu-north-1" # bad: region-not-allowed
  bucket = "mail-archive"
}

resource "aws_dynamodb_table" "replicated" {
  name = "orders"
  replica {
    region_name = "eu-west-1"
  }
  replica {
    region_name = "ap-northeast-1" # bad: region-not-allowed
  }
}

resource "aws_secretsmanager_secret" "replicated" {
  name = "token"
  replica {
    region = "us-east-1" # bad: region-not-allowed
  }
}

resource "aws_ecr_replication_configuration" "images" {
  replication_configuration {
    rule {
      destination {
        region      = "us-west-1" # bad: region-not-allowed
        registry_id = "111122223333"
      }
    }
  }
}

resource "aws_ami_copy" "from_far" {
  name              = "copy"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-2" # bad: region-reference-not-allowed
}

resource "aws_sns_topic_subscription" "far_topic" {
  topic_arn = "arn:aws:sns:us-east-2:111122223333:news" # bad: region-reference-not-allowed
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-west-1:111122223333:jobs"
}

resource "aws_vpc_endpoint" "far_service" {
  service_name = "com.amazonaws.us-east-2.s3" # bad: region-not-allowed
}

resource "aws_vpc_endpoint" "home_service" {
  service_name = "com.amazonaws.eu-west-1.s3"
}

resource "aws_cloudfront_distribution" "site" {
  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/0f0f"
  }
}

resource "aws_lambda_function" "words_only" {
  function_name = "us-east-2"
  environment {
    variables = {
      AWS_BACKUP_REGION = "us-east-2"
    }
  }
  tags = {
    region = "us-east-2"
  }
}

resource "aws_cloudformation_stack_set_instance" "far" {
  stack_set_name            = "base"
  stack_set_instance_region = "us-east-2" # bad: region-not-allowed
}

resource "aws_vpc_peering_connection" "far" {
  peer_region = "sa-east-1" # bad: region-not-allowed
}

module "network" {
  source = "terraform-aws-modules/vpc/aws"
  azs    = ["eu-west-1a", "eu-west-3b"] # bad: region-not-allowed
}

terraform {
  backend "s3" {
    bucket = "state"
    region = "eu-west-2" # bad: region-not-allowed
  }
}

resource "aws_config_configuration_aggregator" "everywhere" {
  name = "all"
  account_aggregation_source {
    account_ids = ["111122223333"]
    regions     = ["us-east-2", "ap-south-1"]
  }
}

resource "aws_route53_zone" "inside" {
  vpc {
    vpc_id     = "vpc-0123456789abcdef0"
    vpc_region = "eu-west-1"
  }
}
