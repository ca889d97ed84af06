"""Secrets and private numbers: found, replaced, never told, and nothing else touched."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.ledger import Provenance, Span
from app.domain.private import Private
from app.domain.redaction import kinds_in, placeholders, redacted, redacted_together

KEY_BLOCK = (
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\nAAAAB3NzaC1yc2E\n"
)
SECRETS = [
    ("bob.smith+x@mail.example.co.uk", Private.EMAIL),
    ("jürgen@müller-söhne.de", Private.EMAIL),
    ("+49 171 2345678", Private.PHONE),
    ("030 12345678", Private.PHONE),
    ("(212) 736-5000", Private.PHONE),
    ("020 7946 0958", Private.PHONE),
    ("DE89 3704 0044 0532 0130 00", Private.IBAN),
    ("gb29NWBK60161331926819", Private.IBAN),
    ("4111 1111 1111 1111", Private.CARD),
    ("378282246310005", Private.CARD),
    ("219-45-6789", Private.NATIONAL_ID),
    ("AB 12 34 56 C", Private.NATIONAL_ID),
    ("756.9217.0769.85", Private.NATIONAL_ID),
    ("12345678Z", Private.NATIONAL_ID),
    ("8.8.4.4", Private.IP),
    ("2001:4860:4860::8888", Private.IP),
    ("AKIAQYLPMN5HHHFPZAM2", Private.ACCESS_KEY),
    ("ghp_" + "a1B2" * 9, Private.ACCESS_KEY),
    ("sk-proj-" + "Ab3_" * 8, Private.ACCESS_KEY),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl_-X", Private.ACCESS_KEY),
    (KEY_BLOCK + "-----END OPENSSH PRIVATE KEY-----", Private.PRIVATE_KEY),
]
NAMED = [
    ("The password is {}.", "Sommer2024!", Private.PASSWORD),
    ("Passwort: {}", "sonnenblume", Private.PASSWORD),
    ("Password for the guest network:\n  {}\nSee you", "Fluffy99", Private.PASSWORD),
    ("DB_PASSWORD={}", "xK9-alpha", Private.PASSWORD),
    ('passphrase = "{}"', "correct horse battery", Private.PASSWORD),
    ("my PIN is {}, do not tell", "4711", Private.PASSWORD),
    ("the door code is {}!", "2580#", Private.PASSWORD),
    ("Dein Bestätigungscode lautet {}.", "482 913", Private.PASSWORD),
    ("pw: {}", "Tr0ub4dor", Private.PASSWORD),
    ("Das PW lautet {}.", "Tr0ub4dor", Private.PASSWORD),
    ("My SSN is {}.", "078-05-1120", Private.NATIONAL_ID),
    ("{} (social security)", "078 05 1120", Private.NATIONAL_ID),
    ("social security number: {}", "078051120", Private.NATIONAL_ID),
    ("wifi key: {}", "b4nana-split", Private.PASSWORD),
    ("https://bob:{}@host.example/path", "s3cretpw", Private.PASSWORD),
    ('api_key: "{}"', "zzTop12345abcde", Private.ACCESS_KEY),
    ("token={}", "8f14e45fceea167a5a36dedd4bea2543", Private.ACCESS_KEY),
]
HARMLESS = [
    "The password is wrong, and the password is case-sensitive.",
    "Password: required\nNext: your name",
    "das Passwort ist falsch, das Kennwort wurde geändert",
    "def f(password: str, token: Token) -> None: ...",
    "token = self.tokens.next()\nsecret = load_secret(path)",
    "Meet on 2026-11-26 14:30, or 26.11.2026; invoice 20261126-0012.",
    "It costs 1.234.567,00 EUR or 100 000 000, about 3.14159265 times more.",
    "350 \u2013 380 miles, from 1645 \u2013 1646, pages 12-15",
    "ISBN 978-3-16-148410-0, order 4711-0815-22",
    "192.168.178.20 and 10.0.0.1, version 8.8.4.4 of the program",
    "std::vector a::b, 12:30:45, a@b, @someone, user @ home",
    "commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "id 550e8400-e29b-41d4-a716-446655440000",
    "the code is 1234-5678.",
    "What is the PIN for?",
    "The pw is wrong. PW: 4 seats, a trailer, 123 of 1200 places.",
    'The secret of it all is "to begin before the others do".',
]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([secret for secret, _ in SECRETS]),
        st.sampled_from([where.format(secret) for where, secret, _ in NAMED]),
        st.sampled_from([kind.placeholder for kind in Private]),
        st.text(max_size=12),
        st.sampled_from(["\n", " ", "password: ", "PIN ", "[", "]", "@", "."]),
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(("secret", "kind"), SECRETS)
def test_a_secret_is_replaced_whole(secret: str, kind: Private) -> None:
    result = redacted(f"Look: {secret}, and then go on.")
    assert result.text == f"Look: {kind.placeholder}, and then go on."
    assert [found.kind for found in result.found] == [kind]


@pytest.mark.parametrize(("where", "secret", "kind"), NAMED)
def test_what_is_named_a_secret_is_one(where: str, secret: str, kind: Private) -> None:
    assert redacted(where.format(secret)).text == where.format(kind.placeholder)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert redacted(text).text == text


@given(TEXTS)
@example("bob.smith+x@mail.example.co.uk" * 2)
def test_a_second_time_finds_nothing(text: str) -> None:
    once = redacted(text)
    again = redacted(once.text)
    assert again.text == once.text
    assert again.found == ()


@given(TEXTS)
def test_only_what_was_found_changes(text: str) -> None:
    result = redacted(text)
    rebuilt, told = "", 0
    for found in result.found:
        assert told <= found.start < found.end
        rebuilt += text[told : found.start] + found.kind.placeholder
        told = found.end
    assert result.text == rebuilt + text[told:]
    for placed in result.placed:
        assert result.text[placed.start : placed.end] == placed.kind.placeholder


@given(TEXTS, st.data())
def test_spans_go_along_and_placeholders_are_marked(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    spans = [Span(0, cut, Provenance.TYPED), Span(cut, len(text), Provenance.PASTED)]
    result = redacted(text)
    moved = result.spans([span for span in spans if span.start < span.end])
    assert "".join(result.text[span.start : span.end] for span in moved) == result.text
    hidden = {place for start, end in placeholders(result.text) for place in range(start, end)}
    marked = {
        place
        for span in moved
        if span.provenance is Provenance.PLACEHOLDER
        for place in range(span.start, span.end)
    }
    assert marked == hidden


def test_what_one_text_gives_away_is_found_in_the_others() -> None:
    asked, reply = redacted_together(["My password is Hunter22x.", "Hunter22x? Noted, hunter."])
    assert asked.text == "My password is [password]."
    assert reply.text == "[password]? Noted, hunter."


def test_nothing_that_can_be_printed_holds_a_secret() -> None:
    result = redacted("mail bob@example.com, password: Hunter22x")
    assert "Hunter22x" not in f"{result!r} {result} {result.found}"
    assert "bob@example" not in repr(result)
    assert kinds_in(result.text) == {Private.EMAIL, Private.PASSWORD}


def test_a_private_key_without_its_end_goes_to_its_last_line() -> None:
    assert redacted(f"{KEY_BLOCK}\nThat was it.").text == "[private key]\nThat was it."


def test_telephone_numbers_go_by_the_country() -> None:
    text = "Appelez le 01 42 68 53 00."
    assert redacted(text, ("FR",)).text == "Appelez le [phone number]."
    assert redacted("+33 1 42 68 53 00").text == "[phone number]"


def test_a_long_line_is_searched_to_its_end() -> None:
    text = "word " * 3000 + "bob@example.com " + "x" * 5000
    assert redacted(text).text == text.replace("bob@example.com", "[email address]")


def test_the_tables_are_loaded_when_they_are_needed_and_not_before() -> None:
    code = (
        "import sys; from app.domain import guard; from app.domain.redaction import redacted;"
        "redacted('Dear all, see you at five.\\n- k');"
        "print([m for m in ('phonenumbers', 'stdnum', 'detect_secrets') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
