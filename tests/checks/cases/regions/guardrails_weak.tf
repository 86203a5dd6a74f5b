# settings: eu-west-1

resource "aws_organizations_policy" "detached" { # bad: region-guardrail-detached
  name = "detached"
  content = jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = "iam:*"
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:RequestedRegion" = "eu-west-1" } }
    }]
  })
}

resource "aws_organizations_policy" "wide" {
  name = "wide"
  content = jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*"]
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1", "us-east-1", "us-west-2"] } } # bad: region-guardrail-weak
    }]
  })
}

resource "aws_organizations_policy_attachment" "wide" {
  policy_id = aws_organizations_policy.wide.id
  target_id = "ou-ab12-cdefghij"
}

resource "aws_organizations_policy" "exempt" {
  name = "exempt"
  content = jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*", "ec2:*"] # bad: region-guardrail-weak
      Resource  = "*"
      Condition = {
        StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1"] }
        ArnNotLike      = { "aws:PrincipalArn" = "*" } # bad: region-guardrail-weak
      }
    }]
  })
}

resource "aws_organizations_policy_attachment" "exempt" {
  policy_id = aws_organizations_policy.exempt.id
  target_id = "ou-ab12-cdefghij"
}

resource "aws_organizations_policy" "tags" {
  name    = "tags"
  type    = "TAG_POLICY"
  content = jsonencode({ tags = {} })
}
