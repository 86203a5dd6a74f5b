# an image may require tokens for what is started from it

resource "aws_ami" "golden" {
  name         = "golden"
  imds_support = "v2.0"
}

resource "aws_ami" "plain" { # bad: image-allows-imdsv1
  name = "plain"
}

resource "aws_instance" "from_golden" {
  ami = aws_ami.golden.id
}

resource "aws_instance" "from_plain" { # bad: imdsv1-possible
  ami = aws_ami.plain.id
}
