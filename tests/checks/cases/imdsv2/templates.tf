# a template decides for what is started from it

resource "aws_launch_template" "lax" { # bad: imdsv1-possible
  image_id = "ami-0123456789abcdef0"
}

resource "aws_launch_template" "strict" {
  image_id = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "from_strict" {
  launch_template {
    id = aws_launch_template.strict.id
  }
}

resource "aws_instance" "from_lax" {
  launch_template {
    name = aws_launch_template.lax.name
  }
}

resource "aws_instance" "from_elsewhere" {
  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_instance" "undoes_it" {
  launch_template {
    id = aws_launch_template.strict.id
  }
  metadata_options {
    http_tokens = "optional" # bad: imdsv1-possible
  }
}

resource "aws_autoscaling_group" "mixed" {
  max_size = 2
  min_size = 1
  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.strict.id
      }
      override {
        launch_template_specification {
          launch_template_id = aws_launch_template.lax.id
        }
      }
    }
  }
}

resource "aws_launch_configuration" "old" { # bad: imdsv1-possible
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_launch_configuration" "old_and_strict" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_spot_fleet_request" "without_template" { # bad: imdsv1-possible
  iam_fleet_role  = "arn:aws:iam::111122223333:role/fleet"
  target_capacity = 1
  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "t3.micro"
  }
}

resource "aws_spot_fleet_request" "with_template" {
  iam_fleet_role  = "arn:aws:iam::111122223333:role/fleet"
  target_capacity = 1
  launch_template_config {
    launch_template_specification {
      id      = aws_launch_template.strict.id
      version = "1"
    }
  }
}
