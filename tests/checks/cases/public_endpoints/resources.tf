resource "aws_redshift_cluster" "bad_h1" {
  cluster_identifier = "x"
  publicly_accessible = true # bad: data-service-public
}
resource "aws_redshift_cluster" "good_1" {
  publicly_accessible = false
}
resource "aws_redshiftserverless_workgroup" "bad_h2" {
  publicly_accessible = true # bad: data-service-public
}
resource "aws_redshiftserverless_workgroup" "good_2" {
  namespace_name = "x"
}
resource "aws_eks_cluster" "bad_3" {
  vpc_config {
    endpoint_public_access = true
    public_access_cidrs = ["0.0.0.0/0"] # bad: kubernetes-api-public
  }
}
resource "aws_eks_cluster" "bad_3b" { # bad: kubernetes-api-public
  vpc_config {
    subnet_ids = ["a"]
  }
}
resource "aws_eks_cluster" "good_3" {
  vpc_config {
    endpoint_public_access = true
    public_access_cidrs = ["203.0.113.0/24"]
  }
}
resource "aws_elasticsearch_domain" "bad_4" { # bad: search-domain-public
  domain_name = "x"
  access_policies = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }] }) # bad: search-policy-public
}
resource "aws_opensearch_domain" "good_4" {
  domain_name = "x"
  vpc_options { subnet_ids = ["a"] }
}
resource "aws_opensearch_domain" "bad_4c" { # bad: search-domain-public
  domain_name = "y"
}
resource "aws_mq_broker" "bad_5" {
  publicly_accessible = true # bad: data-service-public
}
resource "aws_mq_broker" "good_5" {
  broker_name = "x"
}
resource "aws_msk_cluster" "bad_6" {
  broker_node_group_info {
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS" # bad: data-service-public
      }
    }
  }
}
resource "aws_msk_cluster" "good_6" {
  broker_node_group_info {
    connectivity_info {
      public_access {
        type = "DISABLED"
      }
    }
  }
}
resource "aws_dms_replication_instance" "bad_7" {
  publicly_accessible = true # bad: data-service-public
}
resource "aws_dms_replication_instance" "good_7" {
  publicly_accessible = false
}
resource "aws_neptune_cluster_instance" "bad_8" {
  publicly_accessible = true # bad: data-service-public
}
resource "aws_docdb_cluster_instance" "good_8" {
  cluster_identifier = "x"
}
resource "aws_sagemaker_notebook_instance" "bad_9" {
  direct_internet_access = "Enabled" # bad: notebook-internet-direct
}
resource "aws_sagemaker_notebook_instance" "bad_9b" { # bad: notebook-internet-direct
  name = "x"
}
resource "aws_sagemaker_notebook_instance" "good_9" {
  direct_internet_access = "Disabled"
}
resource "aws_emr_block_public_access_configuration" "bad_10" {
  block_public_security_group_rules = false # bad: emr-public-access-allowed
}
resource "aws_emr_block_public_access_configuration" "good_10" {
  block_public_security_group_rules = true
}
resource "aws_transfer_server" "bad_11" {
  endpoint_type = "PUBLIC" # bad: transfer-server-public
}
resource "aws_transfer_server" "bad_11b" { # bad: transfer-server-public
  protocols = ["SFTP"]
}
resource "aws_transfer_server" "good_11" {
  endpoint_type = "VPC"
}
resource "aws_lambda_function_url" "bad_12" {
  function_name = "x"
  authorization_type = "NONE" # bad: function-url-public
}
resource "aws_lambda_function_url" "good_12" {
  function_name = "x"
  authorization_type = "AWS_IAM"
}
resource "aws_eks_node_group" "bad_13" {
  remote_access {
    ec2_ssh_key = "k" # bad: node-ssh-public
  }
}
resource "aws_eks_node_group" "good_13" {
  remote_access {
    ec2_ssh_key = "k"
    source_security_group_ids = ["sg-1"]
  }
}
module "bad_14" {
  source = "terraform-aws-modules/eks/aws"
  version = "19.0"
  cluster_endpoint_public_access = true # bad: kubernetes-api-public
}
module "good_14" {
  source = "terraform-aws-modules/eks/aws"
  version = "19.0"
  cluster_endpoint_public_access = true
  cluster_endpoint_public_access_cidrs = ["203.0.113.0/24"]
}
module "good_14b" {
  source = "terraform-aws-modules/eks/aws"
  version = "19.0"
}
module "bad_14c" {
  source = "terraform-aws-modules/eks/aws"
  version = "21.0"
  endpoint_public_access = true # bad: kubernetes-api-public
}
module "bad_15" {
  source = "terraform-aws-modules/redshift/aws"
  publicly_accessible = true # bad: data-service-public
}
module "bad_16" {
  source = "terraform-aws-modules/dms/aws"
  repl_instance_publicly_accessible = true # bad: data-service-public
}
module "bad_17" {
  source = "terraform-aws-modules/msk-kafka-cluster/aws"
  broker_node_connectivity_info = { public_access = { type = "SERVICE_PROVIDED_EIPS" } } # bad: data-service-public
}
module "bad_18" {
  source = "terraform-aws-modules/lambda/aws"
  create_lambda_function_url = true
  authorization_type = "NONE" # bad: function-url-public
}
module "bad_19" {
  source = "cloudposse/mq-broker/aws"
  publicly_accessible = true # bad: data-service-public
}
resource "aws_ecr_repository_policy" "bad_20" {
  repository = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:*" }] })
}
