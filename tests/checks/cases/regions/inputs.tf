# any region may come in here

variable "region" { # bad: region-unconstrained
  type = string
}

variable "replica_region" { # bad: region-unconstrained
  default = "eu-central-1"
}

variable "checked_region" {
  type = string
  validation {
    condition     = contains(["eu-west-1"], var.checked_region)
    error_message = "Europe only."
  }
}

variable "regional_prefix" {
  type = string
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "replica"
  region = var.replica_region
}

provider "aws" {
  alias  = "checked"
  region = var.checked_region
}
