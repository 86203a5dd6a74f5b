"""`seawall init`: adoption in an old repository, so that the next unrelated commit is silent."""

import os

import click

from seawall.cli.baseline import write_known
from seawall.cli.place import root_of
from seawall.cli.starters import HOOKS, SETTINGS, WORKFLOW
from seawall.errors import UsageError
from seawall.gate import locale_language
from seawall.lanes.regions import named_regions
from seawall.policy.load import NAMES
from seawall.sources import worktree
from seawall.words import pick, say


@click.command(name="init", help="Adopt seawall in a repository that has a past.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, write nothing.")
@click.option(
    "--workflow/--no-workflow", default=None, help="A GitHub workflow; by default beside .github."
)
@click.option("--lang", type=click.Choice(["en", "ja"]), default=None)
def command(dry_run: bool, workflow: bool | None, lang: str | None) -> int:
    lang = lang or locale_language()
    root = root_of(os.getcwd())
    os.chdir(root)
    tree = worktree.tree(root)
    try:
        regions = named_regions(tree.after) if tree.after is not None else ()
    finally:
        tree.close()
    if not any(_has_settings(name) for name in NAMES):
        allowed = ", ".join(f'"{each}"' for each in regions)
        lines = f"[regions]\nallowed = [{allowed}]\n" if regions else ""
        _file("seawall.toml", SETTINGS + lines, lang, dry_run=dry_run)
    if workflow or (workflow is None and os.path.isdir(".github")):
        path = os.path.join(".github", "workflows", "seawall.yml")
        if not os.path.exists(path):
            _file(path, WORKFLOW, lang, dry_run=dry_run)
    known, keys = write_known(dry_run=dry_run)
    _tell(known, keys, regions, lang)
    return 0


def _has_settings(name: str) -> bool:
    try:
        with open(name, "rb") as file:
            return name != "pyproject.toml" or b"tool.seawall" in file.read()
    except OSError:
        return False


def _file(path: str, text: str, lang: str, *, dry_run: bool) -> None:
    verb = say("would write", "書き込み予定") if dry_run else say("wrote", "作成")
    if not dry_run:
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror}") from None
    click.echo(f"{pick(verb, lang)} {path}")


def _tell(known: int, keys: int, regions: tuple[str, ...], lang: str) -> None:
    click.echo(
        pick(
            say(
                f"{known} finding{' is' if known == 1 else 's are'} known now; "
                "an unrelated commit is silent.",
                f"{known} 件を既知として登録しました。無関係なコミットでは何も出ません。",
            ),
            lang,
        )
    )
    if regions:
        named = ", ".join(regions)
        click.echo(pick(say(f"Regions in use: {named}.", f"使用中のリージョン: {named}"), lang))
    if keys:
        click.echo(
            pick(
                say(
                    f"{keys} credential{' still stands' if keys == 1 else 's still stand'} in the "
                    "work tree: revoke first (seawall respond), then `seawall baseline audit`.",
                    f"認証情報が {keys} 件残っています。まず失効させ (seawall respond)、"
                    "その後 `seawall baseline audit` を実行してください。",
                ),
                lang,
            )
        )
    framework = os.path.exists(".pre-commit-config.yaml")
    step = say(
        "Add these hooks to .pre-commit-config.yaml:"
        if framework
        else "Next: `seawall install`, or with pre-commit, in .pre-commit-config.yaml:",
        ".pre-commit-config.yaml に次を追加してください:"
        if framework
        else "次に `seawall install`、pre-commit を使う場合は .pre-commit-config.yaml に:",
    )
    click.echo(pick(step, lang))
    click.echo(HOOKS)
