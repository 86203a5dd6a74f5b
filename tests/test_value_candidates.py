"""What a value with several candidates proves."""

from seawall.value import Val


def test_may_be_looks_past_the_default() -> None:
    acl = Val("Private", possible=(Val("Private"), Val("PublicRead")))
    assert acl.is_("Private")
    assert acl.may_be("PublicRead")
    assert not acl.may_be("Other")


def test_candidates_that_agree_inside_prove_it() -> None:
    block = Val.no_idea("a condition", possible=(Val({"a": Val(1)}), Val({"a": Val(1)})))
    assert block.at("a").is_(1)


def test_a_default_stands_in_for_the_absent_candidate() -> None:
    found = Val.no_idea("a condition", possible=(Val.nothing(), Val(True)))
    assert found.or_default(True).is_(True)
    assert not found.or_default(False).is_(False)
    assert not found.or_default(False).is_(True)


def test_plain_absence_is_unchanged() -> None:
    assert Val.nothing().or_default(3).is_(3)
    assert Val({}).at("a.b").absent
