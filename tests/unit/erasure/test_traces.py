"""The search finds a text in every form in which it could lie about."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from app.services.traces import Needles, files_in, merged

TEXT, TOKENS = "the code is 1234-5678.", (504, 2909, 314, 216, 33, 34)
FORMS = {
    "utf-8": TEXT.encode(),
    "utf-16": TEXT.encode("utf-16-le"),
    "tokens in a cache": json.dumps({"x": list(TOKENS)}, separators=(",", ":")).encode(),
    "tokens of 32 bits": struct.pack("<6i", *TOKENS),
    "tokens of 64 bits": struct.pack("<6q", *TOKENS),
}


@pytest.fixture
def needles() -> Needles:
    needles = Needles()
    needles.add(TEXT, TOKENS)
    needles.add("the code is 8765-4321.")
    needles.add("0123456789abcdef")
    return needles


@pytest.mark.parametrize("form", FORMS)
def test_it_is_found_in_the_middle_of_anything(needles: Needles, form: str) -> None:
    found = needles.found_in([("here", b"\0" * 7 + FORMS[form] + b"more"), ("there", b"no")])
    assert found == {"here": {TEXT}}


def test_something_that_only_begins_alike_is_not_it(needles: Needles) -> None:
    assert needles.found_in([("here", b"the code is 1234-5679.")]) == {}


def test_files_are_searched_in_every_folder(needles: Needles, tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "log").write_text("id 0123456789abcdef")
    assert needles.found_in(files_in(tmp_path)) == {
        f"file {Path('a', 'b', 'log')}": {"0123456789abcdef"}
    }
    assert list(files_in(tmp_path / "nowhere")) == []


def test_searches_add_up() -> None:
    assert merged({"a": {"x"}}, {"a": {"y"}, "b": {"x"}}) == {"a": {"x", "y"}, "b": {"x"}}
