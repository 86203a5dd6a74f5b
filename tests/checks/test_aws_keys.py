"""AWS keys are found wherever they stand, and what only looks like one is not."""

import random
import shutil
import string
import subprocess
from pathlib import Path

import pytest

from seawall.cache.store import Store
from seawall.checks.secrets.aws import account_of
from seawall.checks.secrets.checksums import crc32_base62
from seawall.lanes.text import TextLane

BASE32 = string.ascii_uppercase + "234567"
BASE64 = string.ascii_letters + string.digits + "+/"
KEY_IDS = [
    "{}",
    '"{}"',
    "id={}&x=1",
    "/{}/20260101/eu-west-1",
    "%22{}%22",
    r"\n{}\n",
    "キー{}です",
    "&quot;{}&quot;",
    "+{}",
    "_{}_",
]
SECRETS = [
    "aws_secret_access_key = {}",
    "export AWS_SECRET_ACCESS_KEY='{}'",
    '$env:AWS_SECRET_ACCESS_KEY = "{}"',
    "ENV AWS_SECRET_ACCESS_KEY {}",
    '"SecretAccessKey" : "{}",',
    "- name: AWS_SECRET_ACCESS_KEY\n  value: {}",
    ":secret_access_key => '{}'",
    "'aws' => ['key' => $k, 'secret' => '{}'],",
    "cloud.aws.credentials.secret-key={}",
    "<name>fs.s3a.secret.key</name>\n<value>{}</value>",
    'new BasicAWSCredentials("x", "{}")',
    'provider "aws" {{\n  region = "x"\n  secret_key = "{}"\n}}',
    "シークレットアクセスキー: {}",
    "AWS Secret Access Key: `{}`",
    "| AWS_SECRET_ACCESS_KEY | {} |",
]
CLEAN = [
    "aws_secret_access_key = {hex}",
    "secret of aws: commit {hex}",
    "Secrets Manager](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html)",
    "aws_secret_access_key = your_secret_key_goes_here_1234567890abcd",
    "secret_access_key = data.vault_generic_secret.aws.data['secret_key']",
    "secret: arn:aws:secretsmanager:us-east-1:123456789012:secret:name-a1b2c3",
    "user AIDA{base32}, role AROA{base32}",
    "AWS_ACCESS_KEY_ID=AKIA" + "X" * 16,
    "instance_secrets_user_data.metadata.json,sha256={base64},2799",
    "the id ASIA" + "QAAAAAAAGM" + "KEM7X5 in the manual",
]


@pytest.fixture(scope="module")
def lane(tmp_path_factory: pytest.TempPathFactory) -> TextLane:
    return TextLane(store=Store(str(tmp_path_factory.mktemp("rules"))))


@pytest.mark.parametrize("surrounding", KEY_IDS)
@pytest.mark.parametrize("prefix", ["AKIA", "ASIA", "ABIA", "ACCA"])
def test_key_id_alone_is_critical(lane: TextLane, surrounding: str, prefix: str) -> None:
    chance = random.Random(prefix + surrounding)
    key = prefix + "".join(chance.choices(BASE32, k=16))
    (leak,) = lane.search_text(f"first\n{surrounding.format(key)}\nlast\n")
    assert (leak.token, str(leak.severity)) == ("aws-access-key", "critical")


@pytest.mark.parametrize("surrounding", SECRETS)
def test_labelled_secret_is_critical(lane: TextLane, surrounding: str) -> None:
    chance = random.Random(surrounding)
    for _ in range(20):
        secret = "".join(chance.choices(BASE64, k=40))
        text = f"first\n{surrounding.format(secret)}\nlast\n"
        found = [leak for leak in lane.search_text(text) if text[leak.start : leak.end] == secret]
        assert [(leak.token, str(leak.severity)) for leak in found] == [
            ("aws-secret-access-key", "critical")
        ]


@pytest.mark.parametrize("text", CLEAN)
def test_what_only_looks_like_a_key_is_silent(lane: TextLane, text: str) -> None:
    chance = random.Random(text)
    names = {
        "hex": "".join(chance.choices("0123456789abcdef", k=40)),
        "base32": "".join(chance.choices(BASE32, k=17)),
        "base64": "".join(chance.choices(BASE64, k=40)),
    }
    assert [
        leak.token for leak in lane.search_text(text.format(**names)) if "aws" in leak.token
    ] == []


def test_account_of_a_key_id() -> None:
    """The published worked example of the decoding, and an id of the old generation."""
    assert account_of("".join(("ASIAY34F", "ZKBOKMUTVV7A"))) == "609629065308"
    assert account_of("AKIAIOSF" + "ODNN7EXAMPLE") == ""


def test_checksum_of_a_published_example() -> None:
    assert crc32_base62("zQWBuTSOoRi4A9sp" + "HcVY5ncnsDkxkJ") == "0mLq17"


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen")
@pytest.mark.parametrize(("passphrase", "severity"), [("", "critical"), ("a passphrase", "medium")])
def test_real_ssh_key(lane: TextLane, tmp_path: Path, passphrase: str, severity: str) -> None:
    path = tmp_path / "key"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", str(path)]
    subprocess.run(command, check=True)
    (leak,) = lane.search_text(path.read_text("utf-8"))
    assert (leak.token, str(leak.severity), leak.certain) == ("openssh-private-key", severity, True)
    assert lane.search_text((tmp_path / "key.pub").read_text("utf-8")) == ()
