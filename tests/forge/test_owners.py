"""CODEOWNERS, read as its hosts read it."""

import pytest

from seawall.forge.owners import parse

# https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
GITHUB = """
# comment
*       @global-owner1 @global-owner2
*.js    @js-owner #inline
*.go docs@example.com
/build/logs/ @doctocat
docs/*  docs@example.com
apps/ @octocat
/docs/ @doctocat
**/logs @octologs
/apps/github
with\\ blank/ @blank
!never @x
/deep/**/leaf.tf @leaf
fil?.py @one
"""

CASES = [
    ("README.md", ("@global-owner1", "@global-owner2")),
    ("a/b.js", ("@js-owner",)),
    ("x.go", ("docs@example.com",)),
    ("build/logs/a/b.txt", ("@octologs",)),
    ("apps/x/y", ("@octocat",)),
    ("sub/apps/x", ("@octocat",)),
    ("docs/a.md", ("@doctocat",)),
    ("other/docs/a.md", ("@global-owner1", "@global-owner2")),
    ("deploy/logs/x", ("@octologs",)),
    ("apps/github/x", ()),
    ("with blank/x", ("@blank",)),
    ("never", ("@global-owner1", "@global-owner2")),
    ("deep/leaf.tf", ("@leaf",)),
    ("deep/a/b/leaf.tf", ("@leaf",)),
    ("deep/a/b/leaf.tfx", ("@global-owner1", "@global-owner2")),
    ("a/file.py", ("@one",)),
    ("a/fil/.py", ("@global-owner1", "@global-owner2")),
]


@pytest.mark.parametrize(("path", "owners"), CASES)
def test_the_last_pattern_decides(path: str, owners: tuple[str, ...]) -> None:
    assert parse(GITHUB).of(path) == owners


def test_a_star_in_a_folder_is_not_what_lies_below_it() -> None:
    owners = parse("docs/* @docs\n")
    assert owners.of("docs/a.md") == ("@docs",)
    assert owners.of("docs/sub/a.md") == ()


def test_sections_of_gitlab_hand_down_their_owners() -> None:
    owners = parse("[Network][2] @net\n*.tf\n/vpc/ @vpc\n^[Optional]\n*.md\n")
    assert owners.of("main.tf") == ("@net",)
    assert owners.of("vpc/main.tf") == ("@vpc",)
    assert owners.of("a.md") == ()


def test_nothing_owns_without_a_pattern() -> None:
    assert parse("").of("a") == ()
    assert parse("# *\n").of("a") == ()
