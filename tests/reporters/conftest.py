"""Sample reports that every format is tried on, built in code."""

from collections.abc import Callable

import pytest

from seawall.finding import (
    BLOCKING,
    INFORMATION,
    Counts,
    Edit,
    Finding,
    Fix,
    Frame,
    Notice,
    Related,
    Report,
    RuleInfo,
    Subject,
    Verdict,
)
from seawall.reporters.options import Options
from seawall.severity import CRITICAL, HIGH, LOW, MEDIUM
from seawall.span import Place
from seawall.words import say

RULES = {
    "aws-access-key": RuleInfo(
        "aws-access-key",
        "secrets",
        CRITICAL,
        say("AWS access key id", "AWS アクセスキー ID"),
        say("Whoever reads it can act as its owner.", "読んだ人は誰でも所有者として操作できます。"),
        say(
            "Deactivate the key, then read it from a role.",
            "キーを無効にし、ロールから取得します。",
        ),
        maps=("cwe:798",),
    ),
    "admin-port-open": RuleInfo(
        "admin-port-open",
        "open-ingress",
        HIGH,
        say(
            "Administration port is open to the internet", "管理ポートがインターネットに開いている"
        ),
        say("Open SSH ports are attacked within minutes.", "開いた SSH は数分で攻撃されます。"),
        say("Name the networks that may connect.", "接続を許すネットワークを指定します。"),
        maps=("cis-aws-3.0:5.2", "cwe:284"),
    ),
    "bucket-no-access-block": RuleInfo(
        "bucket-no-access-block",
        "public-buckets",
        LOW,
        say("Bucket has no public access block", "バケットに公開ブロックがない"),
        say("A later mistake would open it.", "後の誤りで公開されます。"),
        say("Add a public access block.", "公開アクセスブロックを追加します。"),
    ),
    "generic-password": RuleInfo(
        "generic-password",
        "secrets",
        MEDIUM,
        say("Password in the text", "テキスト内のパスワード"),
        say("Whoever reads the text can log in.", "読んだ人がログインできます。"),
        say("Read it from the environment.", "環境変数から読みます。"),
        precision="medium",
    ),
}


def key_finding(**changes: object) -> Finding:
    values: dict[str, object] = {
        "excerpt": 'access_key = "AKIA********" # 本番',
        "frame": Frame(
            (
                (11, 'provider "aws" {'),
                (12, '  access_key = "AKIA********" # 本番'),
                (13, "}"),
            )
        ),
        "fingerprint": "9f2c4e6a8b0d1f35",
        "line_hash": "271789c17abda88f:1",
        "group": "k1",
        "verdict": Verdict(blocks=True),
        "advice": (
            say(
                "deactivate it now: aws iam update-access-key --status Inactive",
                "今すぐ無効化: aws iam update-access-key --status Inactive",
            ),
        ),
    }
    values.update(changes)
    return Finding(
        "aws-access-key",
        "secrets",
        CRITICAL,
        say("key of account 123456789012", "アカウント 123456789012 のキー"),
        Place("infra/main.tf", 12, 17, 12, 37),
        **values,  # type: ignore[arg-type]
    )


def full_width() -> Finding:
    return Finding(
        "generic-password",
        "secrets",
        MEDIUM,
        say("password written out", "パスワードが直書き"),
        Place("設定/アプリ.env", 3, 9, 3, 21),
        excerpt="パスワード ＝「hunt********」",
        frame=Frame(((3, "パスワード ＝「hunt********」"),)),
        fingerprint="1111222233334444",
        subject=Subject(owner="@org/team-a"),
    )


def port() -> Finding:
    return Finding(
        "admin-port-open",
        "open-ingress",
        HIGH,
        say("0.0.0.0/0 may reach SSH", "0.0.0.0/0 が SSH に届く"),
        Place("infra/network.tf", 7, 21, 7, 32),
        subject=Subject(
            "module.web.aws_security_group.bastion", "aws_security_group", owner="@org/net"
        ),
        related=(
            Related(
                Place("infra/main.tf", 30, 1, 30, 13),
                say("module.web called here", "module.web をここで呼び出し"),
                "module.web",
            ),
        ),
        excerpt='cidr_blocks = [ "0.0.0.0/0"]',
        frame=Frame(((6, '    protocol    = "tcp"'), (7, '    cidr_blocks = [ "0.0.0.0/0"]'))),
        fingerprint="aaaabbbbccccdddd",
        verdict=Verdict(blocks=True),
        line_hash="54703d4cd895b18:1",
        fix=Fix(
            say("remove 0.0.0.0/0", "0.0.0.0/0 を外す"),
            True,
            (
                Edit(
                    "infra/network.tf",
                    120,
                    131,
                    "",
                    "d41d8cd9",
                    Place("infra/network.tf", 7, 21, 7, 32),
                ),
            ),
        ),
    )


def low() -> Finding:
    return Finding(
        "bucket-no-access-block",
        "public-buckets",
        LOW,
        say("aws_s3_bucket.logs has no access block", "aws_s3_bucket.logs に公開ブロックがない"),
        Place("infra/storage.tf", 1, 1, 1, 29),
        subject=Subject("aws_s3_bucket.logs", "aws_s3_bucket"),
        frame=Frame(((1, 'resource "aws_s3_bucket" "logs" {'),)),
        fingerprint="eeeeffff00001111",
        line_hash="180aee12dab6264:1",
    )


HOSTILE_PATH = "::error::a,b:c%\n\x1b[31m##[error]\u202egnp.exe"


def hostile() -> Finding:
    text = "##[error]no \x1b]0;title\x07 ::stop-commands::x \u202eevil <script>alert(1)</script> ``` | ]]>"
    return Finding(
        "generic-password",
        "secrets",
        MEDIUM,
        say(f"password after {text}\n::error::injected", f"{text}\n::error::injected"),
        Place(HOSTILE_PATH, 1, 4, 1, 16),
        excerpt=f"{text} hunt********",
        frame=Frame(((1, text),)),
        fingerprint="5555666677778888",
        subject=Subject("a|b<c>", owner="@x|y"),
        author="Eve <eve@example.com>\n::error::x",
        commit="f" * 40,
        date="2026-01-02T03:04:05Z",
    )


def everything() -> tuple[Finding, ...]:
    again = key_finding(
        commit="0123456789abcdef0123456789abcdef01234567",
        author="Ann <ann@example.com>",
        date="2026-01-02T03:04:05Z",
        fingerprint="9f2c4e6a8b0d1f36",
    )
    ignored = key_finding(
        verdict=Verdict("suppressed", "inline", "documentation example", "2027-01-31"),
        fingerprint="9f2c4e6a8b0d1f37",
    )
    baseline = low()
    baseline.verdict = Verdict("suppressed", "baseline")
    warned = port()
    warned.verdict = Verdict()
    warned.fingerprint = "aaaabbbbccccddde"
    return key_finding(), again, ignored, full_width(), port(), low(), baseline, warned, hostile()


def notices() -> tuple[Notice, ...]:
    return (
        Notice(
            BLOCKING,
            "syntax",
            say("line 3: a block is never closed", "3 行目: ブロックが閉じていません"),
            Place("infra/broken.tf", 3, 1),
        ),
        Notice(INFORMATION, "binary", say("binary", "バイナリ"), Place("logo.png")),
        Notice(
            INFORMATION,
            "unknown-value",
            say("var.acl has no default", "var.acl に既定値がありません"),
            Place("infra/main.tf", 4),
            4,
        ),
    )


SAMPLES: dict[str, Callable[[], Report]] = {
    "empty": lambda: Report(rules=RULES, counts=Counts(14, 38_123, 0)),
    "one": lambda: Report((key_finding(),), rules=RULES, counts=Counts(1, 640), gate="commit"),
    "full": lambda: Report(
        everything(), notices(), RULES, Counts(1414, 38_123_456, 3), 91, {"lane.text": 0.5}
    ),
    "undecided": lambda: Report((), notices()[:1], RULES, Counts(1, 20), gate="commit"),
    "everyday": lambda: Report((), notices()[1:], RULES, Counts(2, 20), gate="commit"),
}


@pytest.fixture
def sample() -> Callable[[str], Report]:
    return lambda name: SAMPLES[name]()


@pytest.fixture
def options() -> Callable[..., Options]:
    def make(**values: object) -> Options:
        given = {"version": "0.1.0", "now": "2026-01-02T03:04:05Z", **values}
        return Options(**given)  # type: ignore[arg-type]

    return make
