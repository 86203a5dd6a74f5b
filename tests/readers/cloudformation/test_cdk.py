"""Stacks that aws-cdk-lib really synthesises are read with their construct paths."""

import subprocess
from pathlib import Path

import pytest
from npm import install

from seawall.readers.cloudformation.project import read
from seawall.readers.node import Node, Options, Reading
from seawall.span import Source

APP = """
const cdk = require('aws-cdk-lib');
const { aws_s3: s3, aws_ec2: ec2, aws_iam: iam, aws_lambda: lambda } = cdk;

const app = new cdk.App({ outdir: process.argv[2],
  context: { 'aws:cdk:enable-path-metadata': true } }); // as the cdk command sets it

class Inner extends cdk.NestedStack {
  constructor(scope, id, props) {
    super(scope, id, props);
    new s3.Bucket(this, 'Nested', { bucketName: props.bucketName });
  }
}

const open = new cdk.Stack(app, 'Open', { env: { region: 'ap-northeast-1' } });
const logs = new s3.Bucket(open, 'Logs', { publicReadAccess: true, blockPublicAccess:
  new s3.BlockPublicAccess({ blockPublicPolicy: false }) });
const role = new iam.Role(open, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
role.addToPolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
new Inner(open, 'Inner', { bucketName: 'fixed' });

const net = new cdk.Stack(app, 'Net');
const vpc = new ec2.Vpc(net, 'Vpc', { maxAzs: 2 });
const group = new ec2.SecurityGroup(net, 'Group', { vpc });
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
new ec2.Instance(net, 'Host', { vpc, securityGroup: group, requireImdsv2: true,
  instanceType: new ec2.InstanceType('t3.micro'), machineImage: ec2.MachineImage.latestAmazonLinux2023() });
new lambda.Function(net, 'Run', { runtime: lambda.Runtime.NODEJS_20_X, handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = 0') });

app.synth();
"""


class Folder:
    """A folder on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def paths(self) -> list[str]:
        found = [each.relative_to(self.root) for each in self.root.rglob("*") if each.is_file()]
        return sorted(each.as_posix() for each in found)

    def source(self, path: str) -> Source | None:
        full = self.root / path
        return Source(path, full.read_bytes()) if full.is_file() else None


@pytest.mark.host
def test_synthesised_stacks_are_read(tmp_path: Path) -> None:
    modules = install(tmp_path / "npm", "aws-cdk-lib@2", "constructs@10")
    script = modules.parent / "app.js"
    script.write_text(APP, "utf-8")
    app = tmp_path / "app"
    app.mkdir()
    (app / "cdk.json").write_text("{}", "utf-8")
    subprocess.run(["node", str(script), str(app / "cdk.out")], check=True, timeout=300)

    found = {each.path: each for each in read(Folder(app), Options())}
    assert not [notice for each in found.values() for notice in each.notices]
    main = found["cdk.out/Open.template.json"]
    (bucket,) = typed(main, "AWS::S3::Bucket")
    assert bucket.metadata["construct"] == "Open/Logs/Resource"
    assert bucket.at("PublicAccessBlockConfiguration.BlockPublicPolicy").is_(False)
    (policy,) = typed(main, "AWS::S3::BucketPolicy")
    assert policy.at("Bucket").refs == (bucket.address,)
    (star,) = typed(main, "AWS::IAM::Policy")
    assert star.at("PolicyDocument.Statement.0.Action").is_("*")

    net = found["cdk.out/Net.template.json"]
    (group,) = typed(net, "AWS::EC2::SecurityGroup")
    assert group.at("SecurityGroupIngress.0.CidrIp").is_("0.0.0.0/0")

    (nested,) = [each for path, each in found.items() if path.endswith(".nested.template.json")]
    (inner,) = typed(nested, "AWS::S3::Bucket")
    assert inner.at("BucketName").is_("fixed")
    assert inner.trail


def typed(reading: Reading, kind: str) -> list[Node]:
    return [each for each in reading.nodes if each.kind == "resource" and each.type == kind]
