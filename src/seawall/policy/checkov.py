"""Which checks of ours a `checkov:skip=ID:reason` speaks for; other ids silence nothing.

What each id means: https://www.checkov.io/5.Policy%20Index/terraform.html
"""

CHECKS: dict[str, tuple[str, ...]] = {
    "CKV_AWS_3": ("volume-unencrypted",),
    "CKV_AWS_16": ("database-unencrypted",),
    "CKV_AWS_17": ("database-public",),
    "CKV_AWS_18": ("bucket-without-access-log",),
    "CKV_AWS_19": ("bucket-without-encryption",),
    "CKV_AWS_20": ("bucket-public-acl",),
    "CKV_AWS_24": ("admin-port-open",),
    "CKV_AWS_25": ("admin-port-open",),
    "CKV_AWS_26": ("topic-unencrypted",),
    "CKV_AWS_27": ("queue-unencrypted",),
    "CKV_AWS_35": ("trail-unencrypted",),
    "CKV_AWS_36": ("trail-not-validated",),
    "CKV_AWS_39": ("kubernetes-api-public",),
    "CKV_AWS_42": ("file-system-unencrypted",),
    "CKV_AWS_43": ("stream-unencrypted",),
    "CKV_AWS_53": ("bucket-access-block-off", "bucket-access-block-incomplete"),
    "CKV_AWS_54": ("bucket-access-block-off", "bucket-access-block-incomplete"),
    "CKV_AWS_55": ("bucket-access-block-off", "bucket-access-block-incomplete"),
    "CKV_AWS_56": ("bucket-access-block-off", "bucket-access-block-incomplete"),
    "CKV_AWS_57": ("bucket-public-acl",),
    "CKV_AWS_67": ("trail-single-region",),
    "CKV_AWS_70": ("bucket-public-policy",),
    "CKV_AWS_79": ("imdsv1-possible", "imdsv1-by-default"),
    "CKV_AWS_260": ("web-port-open",),
    "CKV_AWS_277": ("all-ports-open",),
    "CKV_AWS_341": ("metadata-hop-limit-high",),
    "CKV2_AWS_6": ("bucket-without-access-block", "bucket-access-block-incomplete"),
}
