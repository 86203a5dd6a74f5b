resource "aws_db_instance" "bad_h1" {
  publicly_accessible = true # bad: database-public
}
resource "aws_db_instance" "bad_h2" {
  publicly_accessible = "true" # bad: database-public
  replicate_source_db = "x"
}
resource "aws_db_instance" "good_1" {
  publicly_accessible = false
}
resource "aws_db_instance" "good_2" {
  engine = "mysql"
}
resource "aws_rds_cluster_instance" "bad_h3" {
  cluster_identifier = "x"
  publicly_accessible = true # bad: database-public
}
resource "aws_rds_cluster_instance" "good_3" {
  cluster_identifier = "x"
}
resource "aws_db_snapshot" "bad_h4" {
  db_instance_identifier = "x"
  db_snapshot_identifier = "y"
  shared_accounts = ["all"] # bad: snapshot-public
}
resource "aws_db_cluster_snapshot" "bad_h5" {
  shared_accounts = ["111122223333", "all"] # bad: snapshot-public
}
resource "aws_db_cluster_snapshot" "good_5" {
  shared_accounts = ["111122223333"]
}
resource "aws_db_snapshot_copy" "bad_h6" {
  shared_accounts = ["all"] # bad: snapshot-public
}
resource "aws_rds_cluster" "bad_h7" {
  publicly_accessible = true
}
module "bad_h8" {
  source = "terraform-aws-modules/rds/aws"
  publicly_accessible = true # bad: database-public
}
module "good_8" {
  source = "terraform-aws-modules/rds/aws"
  publicly_accessible = false
}
module "bad_h9" {
  source = "terraform-aws-modules/rds-aurora/aws"
  publicly_accessible = true # bad: database-public
}
module "bad_h10" {
  source = "terraform-aws-modules/rds/aws//modules/db_instance"
  publicly_accessible = true # bad: database-public
}
module "bad_h11" {
  source = "terraform-aws-modules/rds-aurora/aws"
  instances = {
    one = { instance_class = "db.r5.large", publicly_accessible = true } # bad: database-public
  }
}
resource "aws_lightsail_database" "bad_h12" {
  publicly_accessible = true # bad: database-public
}
