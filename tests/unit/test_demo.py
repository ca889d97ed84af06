"""The simulated user is a rule: applied to what it already likes, it changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.demo import rewrite

REPLY = """Subject: Heating

Dear Mr. Smith,

The heating has not worked since Monday. Please send someone. It is cold!

Best regards,
[Your Name]"""


def test_the_style_is_clear() -> None:
    assert rewrite(REPLY) == ("the heating has not worked since monday. please send someone.\n- k")


@given(st.text())
def test_rewriting_twice_changes_nothing(reply: str) -> None:
    assert rewrite(rewrite(reply)) == rewrite(reply)
