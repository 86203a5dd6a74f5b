"""Where git looks for hooks: here, in a template for new repositories, or for the whole user."""

import os

from seawall.errors import UsageError
from seawall.sources.git import Git, repository
from seawall.words import say

LOCAL = (
    "pre-commit",
    "pre-merge-commit",
    "prepare-commit-msg",
    "commit-msg",
    "pre-push",
    "pre-applypatch",
)
SERVER = ("pre-receive",)
# https://git-scm.com/docs/githooks: what a global hooks directory would hide otherwise
PASSED_ON = (
    "applypatch-msg",
    "post-applypatch",
    "post-commit",
    "pre-rebase",
    "post-checkout",
    "post-merge",
    "post-rewrite",
    "pre-receive",
    "update",
    "proc-receive",
    "post-receive",
    "post-update",
    "push-to-checkout",
    "reference-transaction",
    "pre-auto-gc",
    "sendemail-validate",
    "post-index-change",
)


class Place:
    """A directory of hook files. `everywhere` when it serves all of a user's repositories."""

    __slots__ = ("git", "top", "folder", "everywhere", "bare")

    def __init__(
        self, git: Git, top: str, folder: str, *, everywhere: bool = False, bare: bool = False
    ) -> None:
        self.git = git
        self.top = top
        self.folder = folder
        self.everywhere = everywhere
        self.bare = bare

    def hook(self, event: str) -> str:
        return os.path.join(self.folder, event)

    def events(self) -> tuple[str, ...]:
        return SERVER if self.bare else LOCAL


def here(path: str = "") -> Place:
    """The repository at `path`: core.hooksPath and linked worktrees are git's to resolve."""
    top = repository(path)
    if top is None:
        raise UsageError(say("no git repository here", "git リポジトリではありません"))
    git = Git(top)
    bare = git.line("rev-parse", "--is-bare-repository") == "true"
    return Place(git, top, os.path.join(top, hooks_path(git)), bare=bare)


def hooks_path(git: Git) -> str:
    found = git.run("rev-parse", "--git-path", "hooks").decode("utf-8", "surrogateescape")
    return found.rstrip("\n")


def for_user() -> Place:
    """The user's own hooks directory: core.hooksPath where it is set, else one of ours."""
    git = Git()
    set_to = git.line("config", "--global", "--type=path", "--get", "core.hooksPath")
    folder = set_to or own_folder()
    return Place(git, "", folder, everywhere=not set_to or folder == own_folder())


def template() -> Place:
    """init.templateDir: what new and cloned repositories start with."""
    git = Git()
    folder = git.line("config", "--type=path", "--get", "init.templateDir")
    if not folder:
        why = "init.templateDir is not set: git config --global init.templateDir FOLDER"
        raise UsageError(say(why, f"init.templateDir が未設定です: {why.partition(': ')[2]}"))
    return Place(git, "", os.path.join(folder, "hooks"))


def own_folder() -> str:
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(home, "seawall", "hooks")
