"""No key ever means two things, whatever the settings say and whatever is chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings import FILE, change_settings, load_settings
from app.ui.keymap import Keymap, readable, why_not

DEFAULTS = {
    "new": ("Ctrl+N",),
    "next": ("Ctrl+PgDown", "Alt+Down"),
    "stop": ("Esc",),
    "sleep": (),
}
USUAL = ["Ctrl+N", "Alt+Down", "Ctrl+PgDown", "Ctrl+G", "F3", "Ctrl+;", "Ctrl+Shift+L"]
KEYS = st.sampled_from(USUAL)
WRITTEN = KEYS | st.lists(KEYS, min_size=2, max_size=3).map("; ".join) | st.text(max_size=12)
CHOSEN = st.dictionaries(st.sampled_from([*DEFAULTS, "unknown"]), st.none() | WRITTEN, max_size=5)


def all_keys(keymap: Keymap) -> list[str]:
    return [key for keys in keymap.in_force().values() for key in keys]


@given(CHOSEN)
def test_whatever_is_written_every_key_means_one_thing(chosen: dict[str, str | None]) -> None:
    keymap = Keymap(DEFAULTS, chosen)
    assert keymap.in_force().keys() == DEFAULTS.keys()
    keys = all_keys(keymap)
    assert len(keys) == len(set(keys))
    assert all(readable(key) == key for key in keys)


@given(CHOSEN, st.sampled_from(list(DEFAULTS)), st.lists(KEYS, max_size=2, unique=True))
def test_a_given_key_is_had_by_that_action_alone(
    chosen: dict[str, str | None], action: str, keys: list[str]
) -> None:
    before = Keymap(DEFAULTS, chosen)
    lost = before.holders(keys, action)
    after = before.give(action, tuple(keys))
    assert after.in_force()[action] == tuple(keys)
    assert after.holders(keys, action) == {}
    for other, had in before.in_force().items():
        if other != action:
            kept = [key for key in had if key not in keys]
            assert [key for key in after.in_force()[other] if key in had] == kept
            assert {key for key in had if key not in kept} <= set(lost)
    read_again = Keymap(DEFAULTS, json.loads(json.dumps(after.chosen)))
    assert read_again.in_force() == after.in_force()


@given(CHOSEN, st.sampled_from(list(DEFAULTS)))
def test_a_reset_leaves_no_trace(chosen: dict[str, str | None], action: str) -> None:
    after = Keymap(DEFAULTS, chosen).give(action, DEFAULTS[action])
    assert action not in after.chosen
    assert after.in_force()[action] == DEFAULTS[action]


def test_what_cannot_be_read_leaves_the_default_and_null_switches_off() -> None:
    chosen = {"new": "Blah+Q", "next": None, "gone": "Ctrl+J", "sleep": "Ctrl+K, Ctrl+B"}
    keymap = Keymap(DEFAULTS, chosen)
    assert keymap.in_force() == {"new": ("Ctrl+N",), "next": (), "stop": ("Esc",), "sleep": ()}
    assert keymap.give("new", ("Ctrl+J",)).chosen["gone"] == "Ctrl+J"


def test_an_action_keeps_its_other_key_when_one_is_taken() -> None:
    after = Keymap(DEFAULTS).give("sleep", ("Alt+Down",))
    assert after.chosen == {"sleep": "Alt+Down", "next": "Ctrl+PgDown"}
    assert after.give("sleep", ()).give("next", DEFAULTS["next"]).chosen == {}


@pytest.mark.parametrize(
    "key", ["Q", "Shift+Q", "Space", "Up", "Esc", "F2", "Ctrl+Return", "Tab", "Ctrl+R"]
)
def test_keys_that_write_or_are_fixed_cannot_be_chosen(key: str) -> None:
    assert why_not(key).endswith(".")
    assert Keymap(DEFAULTS, {"new": key}).in_force()["new"] == ("Ctrl+N",)


@pytest.mark.parametrize("key", ["Ctrl+C", "Ctrl+V", "Ctrl+Shift+Z", "Ctrl+Left", "Ctrl+Shift+Del"])
def test_keys_that_edit_text_cannot_be_chosen(key: str) -> None:
    assert "editing" in why_not(key)


@pytest.mark.parametrize("key", ["Ctrl+J", "F5", "Alt+Up", "Ctrl+PgUp", "Ctrl+Shift+C", "Ctrl+?"])
def test_other_keys_can(key: str) -> None:
    assert why_not(key) == ""


@pytest.mark.parametrize("text", ["", "Ctrl", "Ctrl+Shift", "Ctrl+", "F99", "Ctrl+K, Ctrl+B", "\0"])
def test_what_is_no_key_is_not_read(text: str) -> None:
    assert readable(text) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(JSON)
def test_odd_entries_never_cost_the_settings(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    profile = tmp_path_factory.mktemp("profile")
    (profile / FILE).write_text(json.dumps({"max_tokens": 99, "shortcuts": value}))
    settings = load_settings(profile)
    assert settings.max_tokens == 99
    for key in settings.shortcuts.values():
        assert key is None or isinstance(key, str)
    Keymap(DEFAULTS, settings.shortcuts).in_force()


def test_what_was_chosen_is_kept(tmp_path: Path) -> None:
    chosen = {"new": "Ctrl+G", "next": None}
    change_settings(tmp_path, load_settings(tmp_path), shortcuts=chosen)
    assert load_settings(tmp_path).shortcuts == chosen
