# inputs of modules that are not at hand

module "cluster" {
  source                               = "terraform-aws-modules/eks/aws"
  cluster_endpoint_public_access       = true
  cluster_endpoint_public_access_cidrs = ["0.0.0.0/0"] # bad: kubernetes-api-public
}

module "cluster_by_ranges" {
  source                               = "terraform-aws-modules/eks/aws"
  cluster_endpoint_public_access_cidrs = ["10.0.0.0/8", "0.0.0.0/0"] # bad: kubernetes-api-public
}

module "cluster_narrow" {
  source                               = "terraform-aws-modules/eks/aws"
  cluster_endpoint_public_access       = true
  cluster_endpoint_public_access_cidrs = ["198.51.100.0/24"]
}

module "cluster_private" {
  source                         = "terraform-aws-modules/eks/aws"
  cluster_endpoint_public_access = false
}

module "kafka" {
  source = "terraform-aws-modules/msk-kafka-cluster/aws"
  broker_node_connectivity_info = {
    public_access = {
      type = "SERVICE_PROVIDED_EIPS" # bad: data-service-public
    }
  }
}

module "facts" {
  source              = "terraform-aws-modules/redshift/aws"
  publicly_accessible = true # bad: data-service-public
}

variable "open" {}

module "asked" {
  source              = "terraform-aws-modules/redshift/aws"
  publicly_accessible = var.open
}
