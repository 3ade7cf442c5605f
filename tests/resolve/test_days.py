"""Days that agree, and days that lie apart."""

from rashomon.resolve.days import days_agree, exact_days_apart


def test_days() -> None:
    assert days_agree(frozenset({"2031-05-01"}), frozenset({"2031-05-01"})) == 1.0
    assert days_agree(frozenset({"2031-05-01"}), frozenset({"2031-05-04"})) == -1.0
    assert days_agree(frozenset({"2031-05-01"}), frozenset({"2031-05-02"})) == 0.0
    assert days_agree(frozenset({"2031-05-01"}), frozenset()) == 0.0
    assert days_agree(frozenset({"XXXX-WXX-3"}), frozenset({"2031-05-04"})) == 0.0
    assert not exact_days_apart(frozenset({"2031-05"}), frozenset({"2031-05-04"}))
    assert not exact_days_apart(frozenset({"2031-13-45"}), frozenset({"2031-05-04"}))
    assert not exact_days_apart(frozenset({"2031-05-01", "2031-06-01"}), frozenset({"2031-05-01"}))
