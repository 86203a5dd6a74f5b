module "bad_2" {
  source = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"
  custom_role_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] # bad: administrator-attached
}
module "bad_3" {
  source = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"
  attach_admin_policy = true # bad: administrator-attached
}
module "bad_4" {
  source = "terraform-aws-modules/lambda/aws"
  attach_policy_json = true
  policy_json = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # bad: action-and-resource-star
}
module "bad_5" {
  source = "terraform-aws-modules/lambda/aws"
  attach_policy_statements = true
  policy_statements = {
    all = { effect = "Allow", actions = ["*"], resources = ["*"] } # bad: action-and-resource-star
  }
}
module "good_5" {
  source = "terraform-aws-modules/lambda/aws"
  attach_policy_statements = true
  policy_statements = {
    all = { effect = "Allow", actions = ["s3:GetObject"], resources = ["arn:aws:s3:::b/*"] }
  }
}
module "bad_6" {
  source = "terraform-aws-modules/ec2-instance/aws"
  create_iam_instance_profile = true
  iam_role_policies = { admin = "arn:aws:iam::aws:policy/AdministratorAccess" } # bad: administrator-attached
}
module "bad_7" {
  source = "terraform-aws-modules/iam/aws//modules/iam-group-with-policies"
  custom_group_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] # bad: administrator-attached
}
module "good_7" {
  source = "terraform-aws-modules/iam/aws//modules/iam-group-with-policies"
  custom_group_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
}
module "bad_8" {
  source = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
  iam_role_additional_policies = { a = "arn:aws:iam::aws:policy/AdministratorAccess" } # bad: administrator-attached
}
module "bad_9" {
  source = "terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts-eks"
  role_policy_arns = { a = "arn:aws:iam::aws:policy/AdministratorAccess" } # bad: administrator-attached
}
module "bad_10" {
  source = "terraform-aws-modules/sqs/aws"
  create_queue_policy = true
  queue_policy_statements = {
    all = { actions = ["sqs:SendMessage"], principals = [{ type = "AWS", identifiers = ["*"] }] } # bad: resource-policy-public
  }
}
