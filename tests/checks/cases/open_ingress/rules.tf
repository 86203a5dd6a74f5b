resource "aws_security_group" "bad_h1" {
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open
  }
}
resource "aws_security_group" "bad_h2" {
  ingress {
    from_port = 0
    to_port = 0
    protocol = "-1"
    ipv6_cidr_blocks = ["::/0"] # bad: all-ports-open
  }
}
resource "aws_security_group" "bad_h3" {
  ingress = [{
    from_port = 3000
    to_port = 4000
    protocol = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"] # bad: admin-port-open, sensitive-port-open
    description = ""
    ipv6_cidr_blocks = []
    prefix_list_ids = []
    security_groups = []
    self = false
  }]
}
resource "aws_security_group" "bad_h4" {
  ingress {
    from_port = 0
    to_port = 65535
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"] # bad: all-ports-open, all-ports-open
  }
}
resource "aws_security_group" "bad_h5" {
  ingress {
    from_port = 27017
    to_port = 27017
    protocol = "6"
    cidr_blocks = ["0:0:0:0:0:0:0:0/0"] # bad: sensitive-port-open
    ipv6_cidr_blocks = ["0000:0000:0000:0000:0000:0000:0000:0000/0"] # bad: sensitive-port-open
  }
}
resource "aws_security_group_rule" "bad_h6" {
  type = "ingress"
  from_port = 1433
  to_port = 1434
  protocol = "tcp"
  cidr_blocks = ["0.0.0.0/0"] # bad: sensitive-port-open
  security_group_id = "sg-1"
}
resource "aws_security_group_rule" "good_egress" {
  type = "egress"
  from_port = 0
  to_port = 0
  protocol = "-1"
  cidr_blocks = ["0.0.0.0/0"]
  security_group_id = "sg-1"
}
resource "aws_vpc_security_group_ingress_rule" "bad_h7" {
  security_group_id = "sg-1"
  cidr_ipv4 = "0.0.0.0/0" # bad: admin-port-open
  from_port = 3389
  to_port = 3389
  ip_protocol = "tcp"
}
resource "aws_vpc_security_group_ingress_rule" "bad_h8" {
  security_group_id = "sg-1"
  cidr_ipv6 = "::/0" # bad: all-ports-open
  ip_protocol = "-1"
}
resource "aws_vpc_security_group_ingress_rule" "good_ref" {
  security_group_id = "sg-1"
  referenced_security_group_id = "sg-2"
  from_port = 22
  to_port = 22
  ip_protocol = "tcp"
}
resource "aws_vpc_security_group_egress_rule" "good_eg" {
  security_group_id = "sg-1"
  cidr_ipv4 = "0.0.0.0/0"
  ip_protocol = "-1"
}
resource "aws_security_group" "good_self" {
  ingress {
    from_port = 0
    to_port = 0
    protocol = "-1"
    self = true
  }
}
resource "aws_security_group" "good_priv" {
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  egress {
    from_port = 0
    to_port = 0
    protocol = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "good_24" {
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}
variable "ports" { default = [22, 443] }
resource "aws_security_group" "bad_hdyn" {
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port = ingress.value
      to_port = ingress.value
      protocol = "tcp"
      cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open, web-port-open
    }
  }
}
resource "aws_security_group" "bad_l443" {
  ingress {
    from_port = 443
    to_port = 443
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: web-port-open
  }
}
resource "aws_security_group" "bad_m9999" {
  ingress {
    from_port = 9999
    to_port = 9999
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: unknown-port-open
  }
}
resource "aws_security_group" "bad_icmp" {
  ingress {
    from_port = -1
    to_port = -1
    protocol = "icmp"
    cidr_blocks = ["0.0.0.0/0"] # bad: icmp-open
  }
}
resource "aws_security_group" "bad_h0" {
  ingress {
    from_port = 0
    to_port = 0
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: unknown-port-open
  }
}
resource "aws_security_group" "bad_hhost" {
  ingress {
    from_port = 5432
    to_port = 5432
    protocol = "tcp"
    cidr_blocks = ["127.0.0.1/0"] # bad: sensitive-port-open
  }
}
resource "aws_ec2_managed_prefix_list" "all" {
  name = "all"
  address_family = "IPv4"
  max_entries = 1
  entry { cidr = "0.0.0.0/0" } # bad: admin-port-open
}
resource "aws_security_group" "bad_hpl" {
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.all.id]
  }
}
resource "aws_security_group" "good_pl" {
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    prefix_list_ids = ["pl-12345"]
  }
}
resource "aws_security_group" "bad_hselfmix" {
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    self = true
  }
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open
  }
}
resource "aws_default_security_group" "bad_def" { # bad: default-group-used
  vpc_id = "vpc-1"
  ingress {
    protocol = -1
    self = true
    from_port = 0
    to_port = 0
  }
}
resource "aws_default_security_group" "good_def" {
  vpc_id = "vpc-1"
}
resource "aws_network_acl" "bad_h_nacl" {
  vpc_id = "v"
  ingress {
    protocol = "tcp"
    rule_no = 100
    action = "allow"
    cidr_block = "0.0.0.0/0" # bad: network-acl-open
    from_port = 22
    to_port = 22
  }
}
resource "aws_network_acl" "good_nacl" {
  vpc_id = "v"
  ingress {
    protocol = "tcp"
    rule_no = 90
    action = "deny"
    cidr_block = "0.0.0.0/0"
    from_port = 0
    to_port = 65535
  }
  ingress {
    protocol = "tcp"
    rule_no = 100
    action = "allow"
    cidr_block = "0.0.0.0/0"
    from_port = 22
    to_port = 22
  }
}
resource "aws_network_acl_rule" "bad_rule" {
  network_acl_id = "acl-1"
  rule_number = 10
  egress = false
  protocol = "-1"
  rule_action = "allow"
  cidr_block = "0.0.0.0/0" # bad: network-acl-open
}
resource "aws_network_acl_rule" "good_rule" {
  network_acl_id = "acl-2"
  rule_number = 10
  egress = true
  protocol = "-1"
  rule_action = "allow"
  cidr_block = "0.0.0.0/0"
}
resource "aws_default_network_acl" "bad_dnacl" {
  default_network_acl_id = "acl"
  ingress {
    protocol = -1
    rule_no = 100
    action = "allow"
    cidr_block = "0.0.0.0/0" # bad: network-acl-open
    from_port = 0
    to_port = 0
  }
}
resource "aws_db_security_group" "bad_dbsg" {
  name = "x"
  ingress { cidr = "0.0.0.0/0" } # bad: database-group-open
}
resource "aws_redshift_security_group" "bad_rssg" {
  name = "x"
  ingress { cidr = "0.0.0.0/0" } # bad: database-group-open
}
resource "aws_security_group" "bad_wide" {
  ingress {
    from_port = 22
    to_port = 22
    protocol = "tcp"
    cidr_blocks = ["64.0.0.0/2"] # bad: admin-port-open
  }
}
locals {
  rules = { ssh = { port = 22, cidr = "0.0.0.0/0" }, web = { port = 8443, cidr = "10.0.0.0/8" } }
  any = "0.0.0.0/0"
}
resource "aws_vpc_security_group_ingress_rule" "bad_heach" {
  for_each = local.rules
  security_group_id = "sg-1"
  cidr_ipv4 = each.value.cidr # bad: admin-port-open
  from_port = each.value.port
  to_port = each.value.port
  ip_protocol = "tcp"
}
resource "aws_security_group_rule" "bad_hloc" {
  type = "ingress"
  from_port = "23"
  to_port = "23"
  protocol = "TCP"
  cidr_blocks = [local.any] # bad: sensitive-port-open
  security_group_id = "sg-1"
}
