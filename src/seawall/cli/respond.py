"""`seawall respond`: what to do in the first ten minutes after a leak, in order, offline."""

import click

from seawall import catalog
from seawall.cli.steps import STEPS
from seawall.errors import UsageError
from seawall.gate import locale_language
from seawall.words import pick, say

_LENGTH = 20


@click.command(name="respond", help="What to do in the first ten minutes after a leak.")
@click.argument("keyid", required=False, default="")
@click.option("--lang", type=click.Choice(["en", "ja"]), default=None)
def command(keyid: str, lang: str | None) -> int:
    lang = lang or locale_language()
    facts = _facts(keyid) if keyid else ()
    click.echo(pick(say("# The first ten minutes", "# 最初の 10 分"), lang))
    click.echo()
    click.echo(
        pick(
            say(
                "Set KEY_ID to the leaked key's id, and use credentials of an administrator that "
                "are not the leaked ones. Leaked keys are used within minutes: do not rewrite "
                "history first.",
                "KEY_ID に漏えいしたキーの ID を入れ、別の管理者権限で実行します。"
                "キーは数分で悪用されます。履歴の書き換えは後回しです。",
            ),
            lang,
        )
    )
    for fact in facts:
        click.echo(pick(say("This key ", "このキー: "), lang) + pick(fact, lang) + ".")
    for number, (title, why, commands) in enumerate(STEPS, 1):
        click.echo()
        click.echo(f"## {number}. {pick(title, lang)}")
        click.echo(pick(why, lang))
        for line in commands:
            click.echo(f"    {line}")
    return 0


def _facts(keyid: str) -> tuple[str, ...]:
    if len(keyid) != _LENGTH or not keyid.isalnum() or not keyid.isascii():
        raise UsageError(
            say(
                "that is no access key id: it has 20 letters and digits",
                "アクセスキー ID ではありません。英数字 20 文字です",
            )
        )
    rule = catalog.token("aws-access-key")
    return rule.facts(keyid) if rule is not None and rule.facts is not None else ()
