"""Real repositories for what is meant to break us."""

from worlds import environment, key, remote, repo, template, world

__all__ = ["environment", "key", "remote", "repo", "template", "world"]
