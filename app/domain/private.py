"""Kinds of secrets and private numbers, and the placeholders that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.phrases import Phrase, phrase


class Private(StrEnum):
    """What was found. The value is what its placeholder says, between brackets."""

    PRIVATE_KEY = "private key"
    ACCESS_KEY = "access key"
    PASSWORD = "password"  # noqa: S105  # a kind, not one
    EMAIL = "email address"
    IBAN = "IBAN"
    CARD = "card number"
    NATIONAL_ID = "national ID"
    PHONE = "phone number"
    IP = "IP address"

    @property
    def placeholder(self) -> str:
        return f"[{self.value}]"

    @property
    def words(self) -> Phrase:
        """For people, in the language of the front end."""
        return _WORDS[self]


CREDENTIALS = frozenset((Private.PRIVATE_KEY, Private.ACCESS_KEY, Private.PASSWORD))
"""What opens something."""

_WORDS = {
    Private.PRIVATE_KEY: phrase("a private key"),
    Private.ACCESS_KEY: phrase("an access key"),
    Private.PASSWORD: phrase("a password or code"),
    Private.EMAIL: phrase("an email address"),
    Private.IBAN: phrase("a bank account number"),
    Private.CARD: phrase("a card number"),
    Private.NATIONAL_ID: phrase("a national ID"),
    Private.PHONE: phrase("a phone number"),
    Private.IP: phrase("an IP address"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Characters [start, end) of the text that was searched."""

    start: int
    end: int
    kind: Private
