# the account's default makes silence compliant, an explicit word does not

resource "aws_ec2_instance_metadata_defaults" "account" {
  http_tokens = "required"
}

resource "aws_instance" "silent" {
  ami = "ami-0123456789abcdef0"
}

resource "aws_launch_template" "silent" {
  image_id = "ami-0123456789abcdef0"
}

resource "aws_instance" "optional" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = "optional" # bad: imdsv1-possible
  }
}
