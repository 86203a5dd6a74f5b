"""A table of expressions and what Terraform makes of them; the terraform binary keeps it honest."""

import json
import os
import re
import shutil
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from seawall.readers.terraform import functions, functions_files

TABLE = Path(__file__).with_name("expressions.txt")
BESIDE = """variable "n" {
  type    = number
  default = "5"
}
locals {
  list = ["a", "b"]
  tpl  = "t-$${a}"
}
"""


def table() -> list[tuple[str, Any]]:
    rows = re.findall(r"^(\S.*)\n  => (.*)$", TABLE.read_text("utf-8"), re.M)
    return [(expression, json.loads(wanted)) for expression, wanted in rows]


def rounded(value: Any) -> Any:
    """Numbers as far as a double holds them."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 12)
    if isinstance(value, list):
        return [rounded(each) for each in value]
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return value


def outputs() -> str:
    return BESIDE + "".join(
        f'output "o{number}" {{\n  value = jsonencode(try([{expression}], "ERR"))\n}}\n'
        for number, (expression, _) in enumerate(table())
    )


def test_functions_give_what_the_table_says(project: Any) -> None:
    tree = project({"main.tf": outputs()})
    wrong = []
    for number, (expression, wanted) in enumerate(table()):
        value = tree.at(f"output.o{number}", "value")
        given = json.loads(value.value) if value.known else value.why
        wanted = "ERR" if wanted == "ERR" else [wanted]
        if rounded(given) != rounded(wanted):
            wrong.append(f"{expression}: {given!r} instead of {wanted!r}")
    assert not wrong, "\n".join(wrong)


def test_terraform_itself_says_what_the_table_says(tmp_path: Path) -> None:
    binary = shutil.which("terraform")
    if binary is None:
        pytest.skip("no terraform here")
    (tmp_path / "main.tf").write_text(outputs(), "utf-8")
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    applied = subprocess.run(
        [binary, "apply", "-auto-approve", "-no-color"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert applied.returncode == 0, applied.stderr
    shown = subprocess.run(
        [binary, "output", "-json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    given = {name: json.loads(each["value"]) for name, each in json.loads(shown.stdout).items()}
    assert given == {
        f"o{number}": wanted if wanted == "ERR" else [wanted]
        for number, (_, wanted) in enumerate(table())
    }


def test_every_function_is_found_where_it_is_looked_for() -> None:
    homes: dict[str, list[str]] = {}
    for name, home in functions._HOMES.items():
        homes.setdefault(home, []).append(name)
    for home, names in homes.items():
        module = import_module(home)
        assert sorted(names) == sorted([*module.SHAPED, *module.PLAIN])
    assert set(functions_files.FILES) == functions.OF_FILES
