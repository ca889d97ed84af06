"""Which combinations can be the one global key, and that nothing is called held without proof."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.domain.errors import KnownError
from app.ui.globalkey import GlobalKey, KeyState, macos, windows
from app.ui.globalkey.combination import KEYS, MODIFIERS, Combination, UnusableKey, parse

SETS = list(chain.from_iterable(combinations(MODIFIERS, n) for n in range(1, 5)))
USABLE = st.builds(
    Combination, st.sampled_from([s for s in SETS if s != ("Shift",)]), st.sampled_from(KEYS)
)


@given(USABLE)
def test_every_combination_survives_being_written_and_is_one_that_qt_knows(
    key: Combination,
) -> None:
    assert parse(str(key)) == key
    portable = QKeySequence.SequenceFormat.PortableText
    assert parse(QKeySequence(str(key)).toString(portable)) == key


@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from((*MODIFIERS, *KEYS, "", "x")))))
def test_whatever_stands_in_the_settings_is_read_or_refused(given_: str | list[str]) -> None:
    text = given_ if isinstance(given_, str) else "+".join(given_)
    try:
        key = parse(text)
    except UnusableKey:
        return
    assert parse(str(key)) == key


@pytest.mark.parametrize(
    "text", ["A", "Shift+A", "Space", "F9", "Ctrl", "Ctrl+A, Ctrl+B", "Ctrl++"]
)
def test_a_key_that_is_needed_for_typing_is_refused(text: str) -> None:
    with pytest.raises(UnusableKey):
        parse(text)


def test_every_platform_has_its_own_code_for_every_key() -> None:
    keys = [Combination(("Ctrl",), key) for key in KEYS]
    for table in (windows.virtual_key, macos.virtual_key):
        assert len({table(key) for key in keys}) == len(KEYS)
    assert windows.virtual_key(parse("Ctrl+F12")) == 0x7B
    assert windows.modifiers(parse("Ctrl+Alt+Space")) == 0x3
    assert macos.virtual_key(parse("Meta+Space")) == 49
    assert macos.modifiers(parse("Ctrl+Shift+A")) == 0x300


def test_where_no_key_can_be_taken_none_is_said_to_be(qtbot: QtBot) -> None:
    """This platform plugin has no desktop behind it."""
    key = GlobalKey()
    key.use("Ctrl+Alt+Space")
    assert key.state.held is None
    assert "reverie --prompt" in key.state.problem.remedy
    key.use("Shift+A")
    assert key.state.problem.title == "That key cannot be used"
    key.use(None)
    assert key.state == KeyState()


def test_a_key_that_was_lost_is_told(qtbot: QtBot) -> None:
    key = GlobalKey()
    with qtbot.waitSignal(key.changed):
        key._lost(KnownError("Lost", "It is gone.", "Choose another."))
    assert key.state.problem.title == "Lost"
