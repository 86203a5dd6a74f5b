resource "aws_iam_role_policy" "bad_h2" {
  role = "r"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["*"], Resource = ["*"] } }) # bad: action-and-resource-star
}
data "aws_iam_policy_document" "bad_h3" {
  statement {
    actions = ["*"] # bad: action-and-resource-star
    resources = ["*"]
  }
}
resource "aws_iam_user_policy" "bad_h4" {
  user = "u"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*:*", Resource = "*" }] }) # bad: action-and-resource-star
}
resource "aws_iam_group_policy" "bad_5" {
  group = "g"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "arn:aws:s3:::x/*" }] }) # bad: action-star
}
resource "aws_iam_policy" "bad_m1" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "*" }] }) # bad: service-star
}
resource "aws_iam_policy" "bad_m2" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = ["iam:*"], Resource = "*" }] }) # bad: allow-not-action
}
resource "aws_iam_policy" "bad_m3" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["iam:PassRole"], Resource = "*" }] }) # bad: pass-role-everywhere
}
resource "aws_iam_policy" "bad_m4" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Resource = "*" }] }) # bad: assume-role-everywhere
}
resource "aws_iam_policy" "good_1" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ec2:Describe*"], Resource = "*" }] })
}
resource "aws_iam_policy" "good_2" {
  policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
}
resource "aws_iam_policy" "good_3" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::x/*" }] })
}
resource "aws_iam_policy" "good_4" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ec2:DescribeInstances", "ec2:DescribeTags"], Resource = "*" }] })
}
resource "aws_iam_policy" "bad_6" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "dynamodb:PutItem"], Resource = "*" }] }) # bad: resource-star
}
resource "aws_iam_role" "bad_h7" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }] }) # bad: trust-everyone
}
resource "aws_iam_role" "good_8" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role" "good_9" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:role/x" }, Condition = { StringEquals = { "sts:ExternalId" = "abc" } } }] })
}
resource "aws_iam_role" "bad_9" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:root" } }] }) # bad: trust-account-without-condition
}
resource "aws_iam_role" "bad_10" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } } }] }) # bad: trust-oidc-without-subject
}
resource "aws_iam_role" "bad_11" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*" } } }] }) # bad: trust-oidc-wide-subject
}
resource "aws_iam_role" "good_11" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:acme/site:ref:refs/heads/main", "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } } }] })
}
resource "aws_iam_role" "bad_12" {
  assume_role_policy = data.aws_iam_policy_document.good_trust.json
  inline_policy {
    name = "x"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # bad: action-and-resource-star
  }
}
data "aws_iam_policy_document" "good_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "bad_13" {
  assume_role_policy = data.aws_iam_policy_document.good_trust.json
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] # bad: administrator-attached
}
resource "aws_iam_role_policy_attachment" "bad_14" {
  role = "r"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # bad: administrator-attached
}
resource "aws_iam_user_policy_attachment" "bad_h15" {
  user = "r"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # bad: administrator-attached
}
resource "aws_iam_group_policy_attachment" "bad_16" {
  group = "r"
  policy_arn = "arn:aws-cn:iam::aws:policy/AdministratorAccess" # bad: administrator-attached
}
resource "aws_iam_policy_attachment" "bad_17" {
  name = "x"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # bad: administrator-attached
}
resource "aws_iam_role_policy_attachment" "bad_m18" {
  role = "r"
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess" # bad: full-access-attached
}
resource "aws_iam_role_policy_attachment" "bad_m18b" {
  role = "r"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess" # bad: full-access-attached
}
resource "aws_iam_role_policy_attachment" "good_18" {
  role = "r"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
resource "aws_iam_role_policy_attachment" "good_18b" {
  role = "r"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
data "aws_iam_policy" "adm" {
  name = "AdministratorAccess"
}
resource "aws_iam_role_policy_attachment" "bad_19" {
  role = "r"
  policy_arn = data.aws_iam_policy.adm.arn # bad: administrator-attached
}
resource "aws_ssoadmin_managed_policy_attachment" "bad_20" {
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # bad: administrator-attached
  instance_arn = "x"
  permission_set_arn = "y"
}
resource "aws_ssoadmin_permission_set_inline_policy" "bad_21" {
  inline_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # bad: action-and-resource-star
}
resource "aws_kms_key" "bad_22" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_kms_key" "good_22" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }] })
}
resource "aws_sqs_queue_policy" "bad_23" {
  queue_url = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_sqs_queue_policy" "good_23" {
  queue_url = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*", Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:us-east-1:111122223333:t" } } }] })
}
resource "aws_sns_topic" "bad_24" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sns:Publish", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_ecr_repository_policy" "bad_25" {
  repository = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:GetDownloadUrlForLayer" }] }) # bad: resource-policy-public
}
resource "aws_secretsmanager_secret_policy" "bad_26" {
  secret_arn = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_lambda_permission" "bad_27" {
  action = "lambda:InvokeFunction"
  function_name = "x"
  principal = "*" # bad: resource-policy-public
}
resource "aws_lambda_permission" "good_27" {
  action = "lambda:InvokeFunction"
  function_name = "x"
  principal = "s3.amazonaws.com"
  source_arn = "arn:aws:s3:::b"
}
resource "aws_efs_file_system_policy" "bad_28" {
  file_system_id = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "elasticfilesystem:ClientMount", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_glacier_vault" "bad_29" {
  name = "x"
  access_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "glacier:InitiateJob", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_cloudwatch_event_permission" "bad_30" {
  principal = "*" # bad: resource-policy-public
  statement_id = "x"
}
resource "aws_backup_vault_policy" "bad_31" {
  backup_vault_name = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "backup:*", Resource = "*" }] }) # bad: resource-policy-action-star, resource-policy-public
}
resource "aws_api_gateway_rest_api_policy" "bad_32" {
  rest_api_id = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_glue_resource_policy" "bad_33" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "glue:*", Resource = "*" }] }) # bad: resource-policy-action-star, resource-policy-public
}
resource "aws_cloudwatch_log_destination_policy" "bad_34" {
  destination_name = "x"
  access_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "logs:PutSubscriptionFilter", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_ses_identity_policy" "bad_35" {
  identity = "x"
  name = "x"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "ses:SendEmail", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_cloudwatch_event_bus_policy" "bad_36" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "events:PutEvents", Resource = "*" }] }) # bad: resource-policy-public
}
resource "aws_sqs_queue" "bad_37" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "*", Resource = "*" }] }) # bad: resource-policy-action-star
}
resource "aws_iam_policy" "bad_38" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["iam:CreatePolicyVersion"], Resource = "arn:aws:iam::111122223333:policy/x" }] })
}
resource "aws_iam_policy" "bad_39" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["iam:AttachUserPolicy"], Resource = "*" }] }) # bad: privilege-escalation
}
resource "aws_iam_policy" "bad_40" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["lambda:CreateFunction", "lambda:InvokeFunction", "iam:PassRole"], Resource = "*" }] }) # bad: pass-role-everywhere, privilege-escalation, resource-star
}
resource "aws_iam_policy" "bad_41" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["kms:Decrypt"], Resource = "*" }] }) # bad: resource-star
}
resource "aws_iam_policy" "bad_42" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], NotResource = "arn:aws:s3:::x" }] }) # bad: allow-not-resource
}
resource "aws_iam_role" "bad_43" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", NotPrincipal = { AWS = "arn:aws:iam::111122223333:root" } }] }) # bad: trust-everyone
}
resource "aws_iam_policy" "bad_44" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:Get*"], Resource = "*" }] }) # bad: resource-star
}
resource "aws_iam_policy" "good_45" {
  policy = data.aws_iam_policy_document.unknown.json
}
