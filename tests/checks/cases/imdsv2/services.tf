# what services start for their users

resource "aws_sagemaker_notebook_instance" "default" { # bad: imdsv1-in-service
  name = "lab"
}

resource "aws_sagemaker_notebook_instance" "two" {
  name = "lab"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}

resource "aws_eks_node_group" "default_image" { # bad: imdsv1-in-service
  cluster_name = "main"
}

resource "aws_eks_node_group" "old_image" {
  cluster_name = "main"
  ami_type     = "AL2_x86_64" # bad: imdsv1-in-service
}

resource "aws_eks_node_group" "new_image" {
  cluster_name = "main"
  ami_type     = "AL2023_x86_64_STANDARD"
}

resource "aws_eks_node_group" "bottlerocket" {
  cluster_name = "main"
  ami_type     = "BOTTLEROCKET_x86_64"
}

resource "aws_eks_node_group" "templated" {
  cluster_name = "main"
  launch_template {
    id      = "lt-0123456789abcdef0"
    version = "1"
  }
}

resource "aws_batch_compute_environment" "machines" { # bad: imdsv1-in-service
  type = "MANAGED"
  compute_resources {
    type      = "EC2"
    max_vcpus = 4
  }
}

resource "aws_batch_compute_environment" "fargate" {
  type = "MANAGED"
  compute_resources {
    type      = "FARGATE"
    max_vcpus = 4
  }
}

resource "aws_elastic_beanstalk_environment" "allowed" {
  name        = "web"
  application = "web"
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "DisableIMDSv1"
    value     = "false" # bad: imdsv1-in-service
  }
}

resource "aws_elastic_beanstalk_environment" "refused" {
  name        = "web"
  application = "web"
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "DisableIMDSv1"
    value     = "true"
  }
}

resource "aws_elastic_beanstalk_environment" "new_platform" {
  name                = "web"
  application         = "web"
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running Python 3.11"
}

resource "aws_emr_security_configuration" "one" {
  configuration = jsonencode({ # bad: imdsv1-in-service
    InstanceMetadataServiceConfiguration = { MinimumInstanceMetadataServiceVersion = 1 }
  })
}

resource "aws_emr_security_configuration" "two" {
  configuration = jsonencode({
    InstanceMetadataServiceConfiguration = {
      MinimumInstanceMetadataServiceVersion = 2
      HttpPutResponseHopLimit               = 1
    }
  })
}

resource "aws_imagebuilder_infrastructure_configuration" "lax" { # bad: imdsv1-possible
  name                  = "builds"
  instance_profile_name = "builds"
}

resource "aws_imagebuilder_infrastructure_configuration" "strict" {
  name                  = "builds"
  instance_profile_name = "builds"
  instance_metadata_options {
    http_tokens = "required"
  }
}
