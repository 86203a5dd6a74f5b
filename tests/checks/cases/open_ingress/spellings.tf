resource "aws_security_group" "bad_1" {
  name = "x"
  ingress {
    from_port = "22"
    to_port = "22"
    protocol = "Tcp"
    cidr_blocks = concat(["10.0.0.0/8"], ["0.0.0.0/0"]) # bad: admin-port-open
  }
}
resource "aws_security_group" "bad_2" {
  ingress {
    from_port = 0
    to_port = 65535
    protocol = "all"
    cidr_blocks = toset(["0.0.0.0/0"]) # bad: all-ports-open
  }
}
resource "aws_security_group" "bad_3" {
  ingress {
    from_port = 20
    to_port = 25
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open, sensitive-port-open
    ipv6_cidr_blocks = ["::/0"] # bad: admin-port-open, sensitive-port-open
  }
  ingress {
    from_port = 443
    to_port = 443
    protocol = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
resource "aws_security_group" "bad_4" {
  ingress {
    from_port = 3306
    to_port = 3306
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: sensitive-port-open
    security_groups = ["sg-123"]
  }
}
resource "aws_security_group_rule" "bad_5" {
  type = "ingress"
  from_port = 0
  to_port = 0
  protocol = "-1"
  ipv6_cidr_blocks = ["::/0"] # bad: all-ports-open
  security_group_id = aws_security_group.bad_4.id
}
resource "aws_security_group_rule" "good_5" {
  type = "ingress"
  from_port = 22
  to_port = 22
  protocol = "tcp"
  source_security_group_id = "sg-3"
  security_group_id = aws_security_group.bad_4.id
}
resource "aws_security_group" "bad_6" {
  ingress {
    description = "x"
    from_port = 1
    to_port = 65535
    protocol = "tcp"
    cidr_blocks = ["0.0.0.0/0",] # bad: all-ports-open
  }
}
resource "aws_security_group" "bad_7" {
  ingress {
    from_port = 5900
    to_port = 5900
    protocol = 6
    cidr_blocks = ["0.0.0.0/00"] # bad: sensitive-port-open
  }
}
resource "aws_security_group" "good_7" {
  ingress {
    from_port = 3389
    to_port = 3389
    protocol = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
  tags = { Name = "0.0.0.0/0" }
}
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_security_group" "good_empty" {
  ingress = []
  egress = []
}
resource "aws_security_group" "good_none" {
  name = "x"
}
resource "aws_network_acl_rule" "bad_nacl22" {
  network_acl_id = "x"
  rule_number = 1
  protocol = "6"
  rule_action = "allow"
  cidr_block = "0.0.0.0/0" # bad: network-acl-open
  from_port = 22
  to_port = 22
}
resource "aws_network_acl_rule" "bad_nacl6" {
  network_acl_id = "y"
  rule_number = 1
  protocol = "all"
  rule_action = "allow"
  ipv6_cidr_block = "::/0" # bad: network-acl-open
}
resource "aws_network_acl_rule" "good_naclweb" {
  network_acl_id = "z"
  rule_number = 1
  protocol = "tcp"
  rule_action = "allow"
  cidr_block = "0.0.0.0/0"
  from_port = 443
  to_port = 443
}
resource "aws_network_acl_rule" "good_nacldeny" {
  network_acl_id = "w"
  rule_number = 1
  protocol = "tcp"
  rule_action = "deny"
  cidr_block = "0.0.0.0/0"
  from_port = 22
  to_port = 22
}
resource "aws_elasticache_security_group" "good_ec" {
  security_group_names = ["x"]
}
resource "aws_lb_listener" "x" { port = 22 }
