"""Real repositories for the gates."""

from worlds import environment, key, remote, repo, template, world

__all__ = ["environment", "key", "remote", "repo", "template", "world"]
