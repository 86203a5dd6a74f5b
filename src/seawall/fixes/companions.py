"""What stands beside a resource to make it safe, in either language's own words."""

# kind -> (resource type, its lines); TARGET becomes the reference to the resource beside it
TERRAFORM: dict[str, tuple[str, tuple[str, ...]]] = {
    "public-access-block": (
        "aws_s3_bucket_public_access_block",
        (
            "  bucket = TARGET",
            "",
            "  block_public_acls       = true",
            "  block_public_policy     = true",
            "  ignore_public_acls      = true",
            "  restrict_public_buckets = true",
        ),
    ),
    "bucket-encryption": (
        "aws_s3_bucket_server_side_encryption_configuration",
        (
            "  bucket = TARGET",
            "",
            "  rule {",
            "    apply_server_side_encryption_by_default {",
            '      sse_algorithm = "AES256"',
            "    }",
            "  }",
        ),
    ),
}

# kind -> (property of the resource itself, its value)
CLOUDFORMATION: dict[str, tuple[str, object]] = {
    "public-access-block": (
        "PublicAccessBlockConfiguration",
        {
            "BlockPublicAcls": True,
            "BlockPublicPolicy": True,
            "IgnorePublicAcls": True,
            "RestrictPublicBuckets": True,
        },
    ),
    "bucket-encryption": (
        "BucketEncryption",
        {
            "ServerSideEncryptionConfiguration": [
                {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
            ]
        },
    ),
}

# the adapters' language-free attribute -> CloudFormation's property, by resource type
PROPERTIES: dict[tuple[str, str], str] = {
    ("AWS::EC2::Instance", "metadata_options.http_tokens"): "MetadataOptions.HttpTokens",
    (
        "AWS::EC2::LaunchTemplate",
        "metadata_options.http_tokens",
    ): "LaunchTemplateData.MetadataOptions.HttpTokens",
    (
        "AWS::AutoScaling::LaunchConfiguration",
        "metadata_options.http_tokens",
    ): "MetadataOptions.HttpTokens",
    ("AWS::EC2::Volume", "encrypted"): "Encrypted",
    ("AWS::RDS::DBInstance", "storage_encrypted"): "StorageEncrypted",
    ("AWS::RDS::DBCluster", "storage_encrypted"): "StorageEncrypted",
    ("AWS::RDS::DBInstance", "publicly_accessible"): "PubliclyAccessible",
    ("AWS::EFS::FileSystem", "encrypted"): "Encrypted",
}

# the model's word -> CloudFormation's, by resource type, where the two spell a value differently
VALUES: dict[tuple[str, str], str] = {
    ("AWS::S3::Bucket", "private"): "Private",
}
