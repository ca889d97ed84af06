"""Addresses and numbers that lead to a person: mail, telephone, accounts, cards, IDs.

A shape alone is often something else, an order number or a date; so what has check digits is
checked (python-stdnum), telephone numbers are looked up in the plan of their country (phonenumbers)
and bare digits count only beside a word that says what they are.
"""

from __future__ import annotations

import importlib
import ipaddress
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.private import Found, Private

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}(?![\w-])")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,32}", re.I)
_CARD = re.compile(r"(?<![\w.,-])\d(?:[ -]?\d){12,18}(?![\w-])")
_ISSUERS = re.compile(r"4|5[0-8]|2[2-7]|3[0-9]|6")
_IPV4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]?\w)")
_IPV6 = re.compile(
    r"(?<![\w:.])[23][0-9a-f]{3}:(?:[0-9a-f]{0,4}:){2,6}[0-9a-f]{0,4}(?![\w:])", re.I
)
_VERSION = re.compile(r"(?:\bv|version|release|\bver\.?)\s*$", re.I)
_DIGITS = re.compile(
    r"(?<![\w.,/:+-])(?:\+|00)?\(?\d[\d \t()./\u2011\u2013\u00a0-]{5,22}\d(?!\w|[.,]\d)"
)
_NO_NUMBER = re.compile(
    r"\d{4}-\d\d-\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\d{1,4}\s*[\u2013-]\s*\d{1,4}$"
    r"|\d{1,3}(?:[ .]\d{3})+$|\d+\.\d+$"
)
"""Dates, ranges, sums of money, fractions."""
_TELEPHONE = re.compile(
    r"\b(?:tel|phone|mobile|cell|call|ring|fax|text|telefon|handy|mobil|ruf|anruf|whatsapp|nummer"
    r"|number|reach|erreich)\w*\W{0,12}(?:\w+\W+){0,3}$",
    re.I,
)
_NEAR = 40
"""Characters beside a number in which a word may say what it is."""


@dataclass(frozen=True, slots=True)
class _National:
    """A shape, the module of python-stdnum that checks it ("" where there are no check digits), and
    the words that must stand beside it, where the shape says too little."""

    shape: re.Pattern[str]
    module: str
    words: str = ""


def _national(shape: str, module: str, words: str = "") -> _National:
    return _National(re.compile(rf"(?<![\w.+-]){shape}(?![\w-]|\.\d)"), module, words)


_NATIONAL = (
    _national(r"\d{3}-\d{2}-\d{4}", "us.ssn"),
    _national(r"\d{3}[ -]?\d{2}[ -]?\d{4}", "", r"\bssn\b|social security"),
    _national(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]", ""),
    _national(r"\d{3}[ -]?\d{3}[ -]?\d{4}", "gb.nhs", r"nhs"),
    _national(r"\d{2} \d{3} \d{3} \d{3}", "de.idnr"),
    _national(r"\d{11}", "de.idnr", r"steuer|idnr|ident|tax|\btin\b"),
    _national(r"[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}", "fr.nir"),
    _national(r"\d{8}-?[A-Z]", "es.dni"),
    _national(r"[XYZ]-?\d{7}-?[A-Z]", "es.nie"),
    _national(r"[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]", "it.codicefiscale"),
    _national(r"\d{9}", "nl.bsn", r"bsn|burgerservice"),
    _national(r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}", "be.nn"),
    _national(r"756\.\d{4}\.\d{4}\.\d{2}", "ch.ssn"),
    _national(r"\d{4} ?\d{6}", "at.vnr", r"sv-?n|versicherung"),
    _national(r"(?:\d{2})?\d{6}[-+]\d{4}", "se.personnummer"),
    _national(r"\d{6}-\d{4}", "dk.cpr"),
    _national(r"\d{6}[-+A-F]\d{3}[0-9A-Y]", "fi.hetu"),
    _national(r"\d{11}", "no.fodselsnummer", r"f[øo]dsels|personnummer"),
    _national(r"\d{11}", "pl.pesel", r"pesel"),
    _national(r"\d{3}[ -]\d{3}[ -]\d{3}", "ca.sin", r"\bsin\b|social insurance"),
    _national(r"\d{4} \d{4} \d{4}", "in_.aadhaar"),
    _national(r"\d{3}\.\d{3}\.\d{3}-\d{2}", "br.cpf"),
)


def numbers(block: str, regions: Sequence[str]) -> Iterator[Found]:
    """In the order of what is most sure."""
    if "@" in block:
        yield from (Found(*hit.span(), Private.EMAIL) for hit in _EMAIL.finditer(block))
    if not any(map(str.isdigit, block)):
        return
    yield from _ibans(block)
    yield from _nationals(block)
    yield from _cards(block)
    yield from _addresses(block)
    yield from _telephones(block, regions)


@cache
def _checker(module: str) -> Any:
    return importlib.import_module(f"stdnum.{module}")


def _ibans(block: str) -> Iterator[Found]:
    """The shape may run on into the words after the number, so shorter beginnings are tried."""
    for hit in _IBAN.finditer(block):
        text = hit[0]
        for end in range(len(text), 14, -1):
            ends_here = end == len(text) or not text[end].isalnum()
            if ends_here and text[end - 1].isalnum() and _checker("iban").is_valid(text[:end]):
                yield Found(hit.start(), hit.start() + end, Private.IBAN)
                break


def _cards(block: str) -> Iterator[Found]:
    for hit in _CARD.finditer(block):
        digits = re.sub(r"\D", "", hit[0])
        if _ISSUERS.match(digits) and len(set(digits)) > 1 and _checker("luhn").is_valid(digits):
            yield Found(*hit.span(), Private.CARD)


def _nationals(block: str) -> Iterator[Found]:
    for kind in _NATIONAL:
        for hit in kind.shape.finditer(block):
            around = block[max(0, hit.start() - _NEAR) : hit.end() + _NEAR]
            if kind.words and not re.search(kind.words, around, re.I):
                continue
            if not kind.module or _checker(kind.module).is_valid(hit[0]):
                yield Found(*hit.span(), Private.NATIONAL_ID)


def _addresses(block: str) -> Iterator[Found]:
    """Those of a network at home or of none say nothing about anybody."""
    for hit in (*_IPV4.finditer(block), *_IPV6.finditer(block)):
        try:
            address = ipaddress.ip_address(hit[0])
        except ValueError:
            continue
        if address.is_global and not _VERSION.search(block[: hit.start()][-12:]):
            yield Found(*hit.span(), Private.IP)


def _telephones(block: str, regions: Sequence[str]) -> Iterator[Found]:
    for hit in _DIGITS.finditer(block):
        if _NO_NUMBER.match(hit[0]):
            continue
        abroad = hit[0].startswith(("+", "00"))
        split = any(not sign.isdigit() for sign in hit[0]) or hit[0].startswith("0")
        before = block[max(0, hit.start() - _NEAR) : hit.start()]
        if abroad or split or _TELEPHONE.search(before):
            yield from _dialled(hit, (None,) if hit[0].startswith("+") else regions)


def _dialled(hit: re.Match[str], regions: Sequence[str | None]) -> Iterator[Found]:
    """Loading the tables takes a seventh of a second, and some milliseconds more a country."""
    import phonenumbers  # noqa: PLC0415

    for region in regions:
        matches = list(phonenumbers.PhoneNumberMatcher(hit[0], region))
        for match in matches:
            yield Found(hit.start() + match.start, hit.start() + match.end, Private.PHONE)
        if matches:
            return
