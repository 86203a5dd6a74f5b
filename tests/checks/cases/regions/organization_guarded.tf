resource "aws_organizations_organization" "main" {
  feature_set = "ALL"
}

resource "aws_organizations_policy" "regions" {
  name    = "regions"
  content = data.aws_iam_policy_document.regions.json
}

data "aws_iam_policy_document" "regions" {
  statement {
    effect      = "Deny"
    not_actions = ["iam:*", "organizations:*", "route53:*", "cloudfront:*", "sts:*"]
    resources   = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1", "us-east-1"]
    }
    condition {
      test     = "ArnNotLike"
      variable = "aws:PrincipalARN"
      values   = ["arn:aws:iam::*:role/AWSControlTowerExecution"]
    }
  }
}

resource "aws_organizations_policy_attachment" "root" {
  policy_id = aws_organizations_policy.regions.id
  target_id = aws_organizations_organization.main.roots[0].id
}
