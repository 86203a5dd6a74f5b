# inputs of modules that are not at hand

module "optional" {
  source = "terraform-aws-modules/ec2-instance/aws"
  metadata_options = {
    http_tokens = "optional" # bad: imdsv1-possible
  }
}

module "required" {
  source = "terraform-aws-modules/ec2-instance/aws"
  metadata_options = {
    http_tokens = "required"
  }
}

module "silent" {
  source = "terraform-aws-modules/ec2-instance/aws"
}

module "nested" {
  source = "terraform-aws-modules/eks/aws"
  eks_managed_node_groups = {
    workers = {
      metadata_options = {
        http_endpoint = "enabled"
        http_tokens   = "optional" # bad: imdsv1-possible
      }
    }
  }
}

module "other_spelling" {
  source                        = "cloudposse/ec2-instance/aws"
  metadata_http_tokens_required = false # bad: imdsv1-possible
}

module "old_version" { # bad: imdsv1-possible
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "~> 3.0"
}

module "new_version" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.6.1"
}
