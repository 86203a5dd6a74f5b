resource "aws_organizations_organization" "main" { # bad: region-guardrail-missing
  feature_set = "ALL"
}
