module "preset" {
  source              = "terraform-aws-modules/security-group/aws//modules/ssh"
  ingress_cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open
}

module "named" {
  source              = "terraform-aws-modules/security-group/aws"
  ingress_cidr_blocks = ["0.0.0.0/0"] # bad: sensitive-port-open, web-port-open
  ingress_rules       = ["https-443-tcp", "mysql-tcp"]
}

module "with_ranges" {
  source = "terraform-aws-modules/security-group/aws"
  ingress_with_cidr_blocks = [
    {
      rule        = "postgresql-tcp"
      cidr_blocks = "0.0.0.0/0" # bad: sensitive-port-open
    },
    {
      from_port   = 8080
      to_port     = 8090
      protocol    = "tcp"
      cidr_blocks = "10.10.0.0/16,0.0.0.0/0" # bad: risky-port-open
    },
    {
      rule        = "ssh-tcp"
      cidr_blocks = "10.10.0.0/16"
    },
  ]
}

module "inside" {
  source              = "terraform-aws-modules/security-group/aws//modules/ssh"
  ingress_cidr_blocks = ["10.0.0.0/8"]
}

module "prepared" {
  source              = "terraform-aws-modules/security-group/aws"
  ingress_cidr_blocks = ["0.0.0.0/0"] # bad: module-source-open
}

module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
  default_network_acl_ingress = [
    {
      rule_no    = 100
      action     = "allow"
      from_port  = 3389
      to_port    = 3389
      protocol   = "tcp"
      cidr_block = "0.0.0.0/0" # bad: network-acl-open
    },
  ]
  default_security_group_ingress = [
    {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = "0.0.0.0/0" # bad: admin-port-open
    },
  ]
}
