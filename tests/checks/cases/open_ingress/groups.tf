resource "aws_security_group" "spellings" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["127.0.0.1/0"] # bad: admin-port-open
  }
  ingress {
    from_port        = 3389
    to_port          = 3389
    protocol         = "6"
    ipv6_cidr_blocks = ["0000:0000:0000:0000:0000:0000:0000:0000/0"] # bad: admin-port-open
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/1"] # bad: admin-port-open, admin-port-open, admin-port-open
  }
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["3.0.0.0/8", "203.0.113.0/24"] # bad: wide-network-open
  }
}

resource "aws_security_group" "ports" {
  ingress {
    from_port   = 0
    to_port     = 65535
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # bad: all-ports-open
  }
  ingress {
    from_port   = 44
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: sensitive-port-open
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # bad: unknown-port-open
  }
  ingress {
    from_port   = 1434
    to_port     = 1434
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # bad: sensitive-port-open
  }
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # bad: unknown-port-open
  }
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "50"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "closed" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]
  }
  ingress {
    from_port        = 22
    to_port          = 22
    protocol         = "tcp"
    ipv6_cidr_blocks = ["fc00::/7", "fe80::/10"]
  }
  ingress {
    from_port       = 22
    to_port         = 22
    protocol        = "tcp"
    security_groups = ["sg-0123456789abcdef0"]
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["52.95.110.0/24"]
  }
}

locals {
  services = { ssh = 22, web = 443 }
}

resource "aws_security_group" "dynamic" {
  dynamic "ingress" {
    for_each = local.services
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"] # bad: admin-port-open, web-port-open
    }
  }
}
