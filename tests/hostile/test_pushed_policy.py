"""A push that brings its own policy is judged by the server's, and its code is never run."""

import pytest

ATTACKS = {
    "everything excluded": {"seawall.toml": 'exclude = ["*"]\n'},
    "nothing fails": {"seawall.toml": 'fail-on = "never"\n[gate.receive]\nfail-on = "never"\n'},
    "the hidden name": {".seawall.toml": 'ignore = ["*"]\n'},
    "the project's file": {"pyproject.toml": '[tool.seawall]\nselect = ["hsts-missing"]\n'},
    "settings that are broken": {"seawall.toml": "= = ="},
    "a link as settings": {"seawall.toml": 'ignore = ["secrets"]'},
    "a secret that is allowed": {"seawall.toml": '[secrets]\nallow = ["."]\n'},
    "severities": {"seawall.toml": '[severity]\naws-access-key = "low"\n'},
    "an exemption": {
        "seawall.toml": '[[exempt]]\npath = "*"\nreason = "mine"\nuntil = 2099-01-01\n'
    },
    "a plugin": {
        "seawall.toml": 'plugins = ["house/evil.py"]\n',
        "house/evil.py": 'open("MARK", "w").close()\nraise SystemExit(0)\n',
    },
    "modules beside the scan": dict.fromkeys(
        ("re.py", "json.py", "seawall.py", "sitecustomize.py", "yaml.py"),
        'open("MARK", "w").close()\nraise SystemExit(0)\n',
    ),
    "old git-secrets settings": {".gitallowed": ".*\n"},
    "attributes": {".gitattributes": "* binary -diff -text export-ignore linguist-generated\n"},
    "ignored by git": {".gitignore": "*\n"},
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_push_does_not_bring_its_own_policy(world, repo, key, name):
    server = world.remote(repo)
    repo.publish()
    assert server.seawall("install").code == 0
    mark = server.path.parent / "executed"
    files = {path: text.replace("MARK", str(mark)) for path, text in ATTACKS[name].items()}
    repo.sneak({"a": f"id = {key}\n"})
    repo.write(files)
    repo.git("add", "-f", "--", *files)
    repo.sneak({}, "policy")
    ran = repo.push("--no-verify", "origin", "HEAD:refs/heads/main")
    assert ran.code == 1, ran
    assert "aws-access-key" in ran.out
    assert key not in ran.out
    assert not mark.exists()
    # and neither does a look at the work tree run what lies in it
    repo.seawall("scan")
    repo.seawall("scan", "--range", "HEAD~1..HEAD")
    assert not mark.exists()


def test_a_pushed_baseline_knows_nothing(world, repo, key):
    repo.write({"a": f"id = {key}\n"})
    assert repo.seawall("baseline", "write").code == 0
    server = world.remote(repo)
    repo.publish()
    assert server.seawall("install").code == 0
    repo.sneak(
        {"a": f"id = {key}\n", ".seawall-baseline": (repo.path / ".seawall-baseline").read_bytes()}
    )
    ran = repo.push("--no-verify", "origin", "HEAD:refs/heads/main")
    assert ran.code == 1, ran
