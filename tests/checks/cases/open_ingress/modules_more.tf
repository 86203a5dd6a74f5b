module "bad_h1" {
  source = "terraform-aws-modules/security-group/aws"
  version = "5.1.0"
  ingress_cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open
  ingress_rules = ["ssh-tcp"]
}
module "bad_h2" {
  source = "terraform-aws-modules/security-group/aws//modules/ssh"
  ingress_cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open
}
module "bad_h3" {
  source = "terraform-aws-modules/security-group/aws"
  ingress_with_cidr_blocks = [
    {
      from_port = 5432
      to_port = 5432
      protocol = "tcp"
      cidr_blocks = "10.0.0.0/8,0.0.0.0/0" # bad: sensitive-port-open
    },
  ]
}
module "bad_h4" {
  source = "terraform-aws-modules/security-group/aws"
  ingress_with_cidr_blocks = [
    {
      rule = "postgresql-tcp"
      cidr_blocks = "0.0.0.0/0" # bad: sensitive-port-open
    },
  ]
}
module "good_1" {
  source = "terraform-aws-modules/security-group/aws"
  ingress_cidr_blocks = ["10.10.0.0/16"]
  ingress_rules = ["ssh-tcp", "all-all"]
  egress_cidr_blocks = ["0.0.0.0/0"]
  egress_rules = ["all-all"]
}
module "good_2" {
  source = "terraform-aws-modules/security-group/aws//modules/mysql"
  ingress_cidr_blocks = ["10.10.0.0/16"]
}
module "good_3" {
  source = "terraform-aws-modules/security-group/aws//modules/ssh"
  name = "x"
  vpc_id = "vpc-1"
}
module "bad_h5" {
  source = "terraform-aws-modules/security-group/aws//modules/mysql"
  ingress_ipv6_cidr_blocks = ["::/0"] # bad: sensitive-port-open
}
module "bad_l1" {
  source = "terraform-aws-modules/security-group/aws//modules/https-443"
  ingress_cidr_blocks = ["0.0.0.0/0"] # bad: web-port-open
}
module "bad_h6" {
  source = "terraform-aws-modules/security-group/aws"
  ingress_with_ipv6_cidr_blocks = [
    { from_port = 22, to_port = 22, protocol = "tcp", ipv6_cidr_blocks = "::/0" }, # bad: admin-port-open
  ]
}
module "bad_h7" {
  source = "cloudposse/security-group/aws"
  rules = [
    { type = "ingress", from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = ["0.0.0.0/0"], self = null } # bad: admin-port-open
  ]
}
module "good_7" {
  source = "cloudposse/security-group/aws"
  rules = [
    { type = "egress", from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = ["0.0.0.0/0"], self = null }
  ]
}
module "bad_h8" {
  source = "terraform-aws-modules/vpc/aws"
  default_security_group_ingress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = "0.0.0.0/0" }] # bad: all-ports-open
}
module "bad_h9" {
  source = "terraform-aws-modules/alb/aws"
  security_group_ingress_rules = {
    all_ssh = { from_port = 22, to_port = 22, ip_protocol = "tcp", cidr_ipv4 = "0.0.0.0/0" } # bad: admin-port-open
  }
}
module "bad_h10" {
  source = "terraform-aws-modules/eks/aws"
  node_security_group_additional_rules = {
    ssh = { type = "ingress", from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = ["0.0.0.0/0"] } # bad: admin-port-open
  }
}
module "good_10" {
  source = "terraform-aws-modules/eks/aws"
  node_security_group_additional_rules = {
    ssh = { type = "egress", from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }
  }
}
