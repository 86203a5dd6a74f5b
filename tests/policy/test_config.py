"""Settings: what may be said, and what every complaint names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seawall.errors import SettingsError
from seawall.policy.config import parse
from seawall.policy.schema import SCHEMA, json_schema

GOOD = (
    "",
    'select = ["secrets", "admin-*"]',
    'fail-on = "medium"\nexclude = ["vendor/", "*.min.js"]',
    '[regions]\nallowed = ["eu-west-1", "us-gov-west-1", "ap-northeast-1"]',
    '[severity]\n"web-port-open" = "high"',
    '[gate.push]\nfail-on = "high"',
    '[per-path."legacy/**"]\nignore = ["encryption"]',
    '[[exempt]]\npath = "demo/"\nreason = "a demo"\nuntil = "2027-01-31"',
    '[[exempt]]\ncheck = "web-port-open"\ntag = "Public=yes"\nreason = "x"\nuntil = 2027-01-31',
    '[[deployment]]\nname = "prod"\npaths = ["live/prod"]\naccount = "123456789012"',
    '[[secrets.rule]]\nid = "our-key"\npattern = "ok_[a-z]{20}"\nkeywords = ["key"]',
    "[ignores]\nmax-days = 90\nforeign = false",
)

BAD = (
    ("selct = []", "s.toml:1: unknown key 'selct'; did you mean 'select'?"),
    ("\n\nfail-on = 'hihg'", "s.toml:3: 'fail-on' must be one of low, medium, high"),
    ("select = 'secrets'", "s.toml:1: 'select' must be a list of strings"),
    ("[regions]\nallowed = []", "s.toml:2: 'regions.allowed' is empty"),
    ("[regions]\nallowed = ['Tokyo']", "s.toml:2: 'Tokyo' is no AWS region's name"),
    ("[regions]\nalowed = ['eu-west-1']", "did you mean 'allowed'?"),
    ("[[exempt]]\npath = 'x'", "s.toml:1: 'exempt.0' needs 'reason'"),
    ("[[exempt]]\npath='x'\nreason='y'\n[[exempt]]\nreason='z'", "s.toml:4: an exemption needs"),
    ("[[exempt]]\npath='x'\nreason='y'\nuntil='soon'", "s.toml:4: 'exempt.0.until' must be a date"),
    ("[[exempt]]\npath='x'\nreason=' '", "an exemption needs a reason"),
    ("a = [", "s.toml:1"),
    ("[severity]\nx = 'never'", "a severity is low, medium, high or critical"),
    ("[[secrets.rule]]\nid='Bad Id'\npattern='x'", "lower-case words with hyphens"),
    ("language = 'fr'", "'language' must be 'en' or 'ja'"),
    ("[gate.pull]\nfail-on = 'high'", "unknown key 'pull'"),
    ("[ignores]\nmax-days = -1", "must be a whole number, 0 or more"),
)


@pytest.mark.parametrize("text", GOOD)
def test_what_may_be_said(text: str) -> None:
    assert parse(text, "s.toml").path == "s.toml"


@pytest.mark.parametrize(("text", "complaint"), BAD)
def test_a_complaint_names_file_line_and_way_out(text: str, complaint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse(text, "s.toml")
    assert complaint in str(caught.value)


def test_only_our_table_of_pyproject_counts() -> None:
    text = '[project]\nname = "x"\n\n[tool.seawall]\nfail-on = "low"\n[tool.seawall.regions]\nallowed = ["eu-west-1"]\n'
    settings = parse(text, "pyproject.toml")
    assert settings.text("fail-on") == "low"
    assert settings.texts("regions.allowed") == ("eu-west-1",)
    assert settings.lines["fail-on"] == 5


def test_unknown_checks_are_refused_where_the_catalogue_is_known() -> None:
    known = frozenset({"bucket-public-acl", "secrets"})
    with pytest.raises(SettingsError, match="did you mean 'bucket-public-acl'"):
        parse('ignore = ["bucket-public-acls"]', "s.toml", known)
    assert parse('ignore = ["bucket-*", "secrets"]', "s.toml", known)


def test_every_key_of_the_schema_stands_in_the_json_schema() -> None:
    properties = json_schema()["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == set(SCHEMA)


@given(st.text(max_size=200))
def test_no_text_makes_anything_but_settings_or_a_complaint(text: str) -> None:
    complaint = ""
    try:
        parse(text, "s.toml")
    except SettingsError as error:
        complaint = str(error)
    assert complaint == "" or complaint.startswith("s.toml")
