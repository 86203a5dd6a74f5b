"""The click group: a table of names, each command's module loaded when it is named."""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from seawall import __version__
from seawall.errors import SeawallError
from seawall.gate import INTERRUPTED, UNDECIDED, bug, complain, locale_language
from seawall.words import pick, say

# name -> (module, what it does); `seawall --help` reads this table and loads nothing
COMMANDS = {
    "scan": (
        "scan",
        say("find secrets and dangerous infrastructure", "秘密情報と危険な構成を検出"),
    ),
    "hook": ("hook", say("what git's hooks and pre-commit call", "git フックと pre-commit が呼ぶ")),
    "install": ("install", say("put git's own hooks in place", "git フックを設置する")),
    "uninstall": ("uninstall", say("take the hooks out again", "フックを取り除く")),
    "doctor": ("doctor", say("tell whether the gate is active here", "ゲートが有効か診断する")),
    "ci": ("ci", say("gate a CI run, annotate, summarise", "CI で判定し注釈と要約を出す")),
    "fix": ("fix", say("apply or show safe edits", "安全な修正を適用または表示する")),
    "baseline": ("baseline", say("known findings", "既知の検出")),
    "allow": ("allow", say("exempt one finding, with a reason", "検出 1 件を理由つきで除外する")),
    "explain": ("explain", say("one check's page", "チェックの説明")),
    "checks": ("checks", say("the catalogue", "チェック一覧")),
    "config": ("config", say("the settings in force", "有効な設定")),
    "init": ("init", say("adoption in an old repository", "既存リポジトリへの導入")),
    "respond": ("respond", say("the first ten minutes after a leak", "漏えい直後の 10 分")),
    "report": (
        "report",
        say("several JSON reports as one page", "複数の JSON を 1 ページに"),
    ),
    "docs": ("docs", say("write the generated pages", "生成ページを書き出す")),
    "git-secrets": ("git_secrets", say("git-secrets' own command line", "git-secrets 互換")),
}


class Group(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"seawall.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            difflib = import_module("difflib")
            near = difflib.get_close_matches(name, COMMANDS, 1, 0.5)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{name}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = locale_language()
        with formatter.section(pick(say("Commands", "コマンド"), lang)):
            formatter.write_dl([(name, pick(about, lang)) for name, (_, about) in COMMANDS.items()])


@click.command(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Stops leaked credentials and dangerous infrastructure code at the water's edge.",
)
@click.version_option(__version__, "-V", "--version", prog_name="seawall")
def group() -> None:
    pass


def main(argv: Sequence[str]) -> int:
    """Run the command that `argv` names; 2 for arguments that cannot be meant."""
    try:
        result = group.main(list(argv), prog_name="seawall", standalone_mode=False)
    except click.exceptions.Abort:
        complain("seawall: interrupted")
        return INTERRUPTED
    except click.ClickException as error:
        error.show(file=sys.stderr)
        return 2
    except SeawallError as error:
        complain(f"seawall: {pick(error.words, locale_language())}")
        return error.exit_code
    except KeyboardInterrupt:
        complain("seawall: interrupted")
        return INTERRUPTED
    # our own bug: never the text of the exception, which may hold what was scanned
    except Exception as error:
        complain(bug(error, locale_language()))
        return UNDECIDED
    return result if isinstance(result, int) else 0
