module "bad_h1" {
  source = "terraform-aws-modules/ec2-instance/aws"
  version = "4.0.0"
  metadata_options = {
    http_tokens = "optional" # bad: imdsv1-possible
  }
}
module "good_1" {
  source = "terraform-aws-modules/ec2-instance/aws"
  version = "5.6.0"
  metadata_options = { http_tokens = "required", http_endpoint = "enabled" }
}
module "bad_h2" { # bad: imdsv1-possible
  source = "terraform-aws-modules/ec2-instance/aws"
  version = "3.0.0"
  name = "x"
}
module "bad_h3" {
  source = "terraform-aws-modules/autoscaling/aws"
  version = "6.5.0"
  metadata_options = { http_tokens = "optional" } # bad: imdsv1-possible
}
module "good_3" {
  source = "terraform-aws-modules/autoscaling/aws"
  metadata_options = { http_tokens = "required" }
}
module "bad_h4" {
  source = "terraform-aws-modules/eks/aws"
  version = "19.0.0"
  eks_managed_node_groups = {
    a = { metadata_options = { http_tokens = "optional" } } # bad: imdsv1-possible
  }
}
module "good_4" {
  source = "terraform-aws-modules/eks/aws"
  version = "19.0.0"
  eks_managed_node_groups = {
    a = { }
  }
}
module "bad_h5" {
  source = "terraform-aws-modules/eks/aws"
  version = "19.0.0"
  eks_managed_node_group_defaults = { metadata_options = { http_tokens = "optional" } } # bad: imdsv1-possible
  eks_managed_node_groups = {
    a = { }
  }
}
