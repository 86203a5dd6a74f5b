"""Dangerous infrastructure at the gates: new blocks a commit, a push only warns."""

import pytest

OPEN = """resource "aws_security_group_rule" "ssh" {
  type        = "ingress"
  from_port   = 22
  to_port     = 22
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/0"]
  security_group_id = "sg-1"
}
"""
SHUT = OPEN.replace("0.0.0.0/0", "10.0.0.0/8")
TEMPLATE = """AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Ssh:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: sg-1
      IpProtocol: tcp
      FromPort: 22
      ToPort: 22
      CidrIp: 0.0.0.0/0
"""


def stopped(ran) -> bool:
    return ran.code == 1 and "admin-port-open" in ran.out


def test_new_open_port_is_stopped(repo):
    assert stopped(repo.commit({"net/main.tf": OPEN}))


def test_new_open_port_in_a_template_is_stopped(repo):
    assert stopped(repo.commit({"net.yaml": TEMPLATE}))


def test_shut_port_passes(repo):
    assert repo.commit({"net/main.tf": SHUT}).code == 0


def test_old_open_port_passes(repo):
    repo.sneak({"net/main.tf": OPEN})
    assert repo.commit({"net/main.tf": OPEN + "# more\n"}).code == 0


def test_moved_file_makes_nothing_new(repo):
    repo.sneak({"net/main.tf": OPEN})
    repo.git("mv", "net/main.tf", "net/rules.tf")
    ran = repo.commit()
    assert ran.code == 0, ran


def test_variable_that_opens_it_elsewhere_is_stopped(repo):
    """The staged file is harmless by itself; its module is not."""
    wide = OPEN.replace('["0.0.0.0/0"]', "var.from")
    narrow = 'variable "from" {\n  default = ["10.0.0.0/8"]\n}\n'
    repo.sneak({"net/main.tf": wide, "net/variables.tf": narrow})
    assert stopped(repo.commit({"net/variables.tf": narrow.replace("10.0.0.0/8", "0.0.0.0/0")}))


def test_index_is_judged_and_not_the_work_tree(repo):
    repo.stage({"net/main.tf": OPEN})
    repo.write({"net/main.tf": SHUT})
    assert stopped(repo.commit())


def test_override_passes_once_and_leaves_a_trace(repo):
    repo.stage({"net/main.tf": OPEN})
    ran = repo.run("git", "commit", "-qm", "open it", SEAWALL_OVERRIDE="incident 42")
    assert ran.code == 0, ran
    assert "Seawall-Override: incident 42" in repo.git("log", "-1", "--format=%B")
    assert stopped(repo.commit({"other/main.tf": OPEN.replace("ssh", "again")}))


def test_push_warns_and_goes_through(repo, remote):
    repo.sneak({"net/main.tf": OPEN})
    ran = repo.push()
    assert ran.code == 0, ran
    assert "admin-port-open" in ran.out


def test_broken_file_is_not_passed_as_clean(repo):
    assert repo.commit({"net/main.tf": 'resource "a" "b" {\n'}).code == 1
    assert repo.seawall("hook", "pre-commit").code == 3


@pytest.mark.parametrize("name", ["notes.json", "values.yaml", "package.json"])
def test_file_of_another_kind_passes(repo, name):
    text = '{"name": "x"}\n' if name.endswith("json") else "a: 1\n"
    assert repo.commit({name: text}).code == 0
