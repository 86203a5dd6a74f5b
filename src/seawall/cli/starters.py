"""The files that `seawall init` begins with."""

from seawall import __url__, __version__

SETTINGS = """\
# Settings of seawall: `seawall config --schema` tells what may stand here.
fail-on = "high"

"""

HOOKS = f"""\
default_install_hook_types: [pre-commit, pre-merge-commit, commit-msg, prepare-commit-msg, pre-push]
repos:
  - repo: {__url__}
    rev: v{__version__}
    hooks:
      - id: seawall
      - id: seawall-message
      - id: seawall-prepare
      - id: seawall-push
"""

WORKFLOW = f"""\
name: seawall
on:
  pull_request:
  merge_group:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  seawall:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: {__url__.partition(".com/")[2]}@v{__version__}
"""
