"""What a person tells Reverie to remember or to forget, in a chat message. Pure.

"Remember that my sister is called Ann", "Vergiss, dass ich in Kiel wohne". A reminder ("remember
to buy milk"), a figure of speech ("forget it") and a part that is played are not meant. Nor are
the words of others that stand in a message: a mail may ask for anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.attachments import holds_file, own_words
from app.domain.finding import sentence
from app.domain.finding.statements import (
    LONGEST_MESSAGE,
    bare,
    is_about_material,
    is_play,
    material_at,
    sentences,
    without_others,
)
from app.domain.suspicion import commands, instructions, links, quotes_mail

LONGEST = 300
"""Characters of what can be told at once; more is material."""


class Wish(StrEnum):
    REMEMBER = "remember"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Telling:
    """`text`: what is to be remembered, in the person's words; or what is to be forgotten, empty
    where that is everything. `sure`: whether it is plainly theirs; else they are asked. `said`: the
    sentence, as it stands in the message."""

    wish: Wish
    text: str
    sure: bool = True
    said: str = field(default="", compare=False)


def _lead(pattern: str) -> re.Pattern[str]:
    """How such a sentence begins, after whatever is polite."""
    return re.compile(_POLITE + pattern, re.IGNORECASE)


_POLITE = (
    r"(?:(?:hi|hello|hey|ok|okay|also|and|oh|thanks|by the way|btw|hallo|ach ja|ja|übrigens|und)"
    r"\b[,!:.]* )*(?:(?:please|bitte)[,:]? )?(?:(?:can|could|will|would) you |i want you to "
    r"|i'd like you to |you (?:can|should) |(?:kannst|könntest) du |du kannst )?"
    r"(?:please |bitte )?"
)
_ME = r"(?:i|i'm|i've|my|we|we're|our|ich|mein\w*|wir|unser\w*)\b"
_OF_ME = re.compile(rf"\b(?:{_ME}|me\b|mine\b|us\b|mir\b|mich\b|uns\b)", re.IGNORECASE)
_REMEMBER = (
    _lead(
        r"(?:remember|keep in mind|don'?t forget|do not forget|never forget|make a note|note down"
        r"|memori[sz]e)(?: (?:this|the following|for me|for later|from now on|about me))*"
        r"(?: ?[:,] ?(?:that )?| that )"
    ),
    _lead(rf"(?:remember|don'?t forget|keep in mind) (?={_ME})"),
    _lead(
        r"(?:merke?|notiere?) dir(?: (?:bitte|das|folgendes|für später|mal))*"
        r"(?: ?[:,] ?| )(?:dass )?"
    ),
    _lead(
        r"(?:denke? (?:bitte )?(?:immer )?daran|vergiss (?:bitte )?(?:nicht|nie)"
        r"|behalte (?:bitte )?im (?:kopf|gedächtnis)|dir (?:bitte )?merken)(?: ?[:,] ?| )(?:dass )?"
    ),
)
_FORGET = (
    _lead(
        r"(?:forget|delete|erase) (?:(?:about |that |the fact that |everything |all |what )"
        r"(?:that )?(?:(?:i|you|we)(?:'ve)? (?:have )?(?:said|told you|know|mentioned|wrote"
        r"|remember)\b ?)?(?:about |on )?)*"
    ),
    _lead(
        r"(?:vergiss|lösche?)(?: bitte)?(?: alles)?(?: ?, ?|\s)(?:dass |was )?"
        r"(?:(?:ich|du) (?:dir )?(?:gesagt habe|weißt)[ ,]*)?(?:(?:über|von) )?"
    ),
)
_EVERYTHING = _lead(
    r"(?:forget|erase|delete|vergiss|lösche?)(?: bitte)? "
    r"(?:(?:everything|all|alles)"
    r"(?: (?:that )?(?:you know|i (?:said|told you))"
    r"| ?, was (?:du weißt|ich (?:dir )?gesagt habe))?"
    r"(?: (?:about|of|über|von) (?:me|mich|mir))"
    r"|alles, was du (?:über mich|von mir) weißt"
    r"|(?:all )?(?:of )?my (?:personal )?(?:data|memories|information)"
    r"|(?:alle )?meine (?:persönlichen )?(?:daten|erinnerungen|informationen)"
    r"|alle (?:daten|erinnerungen|informationen) (?:über mich|von mir)"
    r")[.!]*$"
)
_MESSAGE = re.compile(
    r"\b(?:previous|last|earlier|above|message|question|instructions?|request|prompt|nachricht"
    r"|frage|anweisung\w*)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:it|this|that|these|those|they|he|she|them|when|how|to|es|das|sie|er|wie|wann)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:ich|wir|(?:mein|unser)e? (?:(?-i:[a-zäöü])\w+ )?(?-i:[A-ZÄÖÜ])\w+)\b", re.IGNORECASE
)


def told(turn: str, before: Sequence[str] = ()) -> Telling | None:
    """What a user's turn tells, if it does; `before` are their earlier turns."""
    whole = own_words(turn).strip()
    text = without_others(whole)
    if is_play(text) or any(is_play(own_words(earlier)) for earlier in before):
        return None
    places = sentences(text)
    for number, place in enumerate(places):
        if _told(text[place].strip(), first=number == 0) is None:
            continue
        said = whole[place].strip().replace("\u2019", "'")  # with what is quoted in it
        found = _told(said, first=number == 0)
        if found is None or len(found.text) > LONGEST:
            return None
        sure = len(whole) <= LONGEST_MESSAGE
        if found.wish is Wish.REMEMBER:
            rest = text[: place.start] + text[place.stop :]
            sure = sure and _stands_apart(text, place, places) and _is_harmless(turn, rest, said)
        return replace(found, sure=sure, said=said)
    return None


def _stands_apart(text: str, place: slice, places: Sequence[slice]) -> bool:
    """Whether it is the first or the last sentence beside greetings and thanks, and not after the
    colon that leads to somebody's text."""
    meant = [one for one in places if bare(text[one])]
    return place in (meant[0], meant[-1]) and place.start <= material_at(text)


def _is_harmless(turn: str, rest: str, said: str) -> bool:
    """Whether nothing near it may be another's, and it gives no orders to a model. `rest`: the
    person's other words."""
    foreign = holds_file(turn) or quotes_mail(own_words(turn)) or is_about_material(rest)
    return not (foreign or instructions(said) or links(said) or commands(said))


def _told(said: str, *, first: bool) -> Telling | None:
    remembered = _after(_REMEMBER, said)
    if remembered is not None:
        kept = _is_kept(remembered, first=first) and not _is_asked(said)
        return Telling(Wish.REMEMBER, sentence(_in_order(remembered, said))) if kept else None
    if not first:
        return None
    if _EVERYTHING.match(said):
        return Telling(Wish.FORGET, "")
    gone = _after(_FORGET, said)
    if gone is None or not _OF_ME.search(said) or _NOTHING.match(gone) or _MESSAGE.search(gone):
        return None
    return Telling(Wish.FORGET, _in_order(gone, said))


def _after(leads: Sequence[re.Pattern[str]], said: str) -> str | None:
    """What follows such a beginning; None where there is no such beginning or nothing after it."""
    found = (lead.match(said) for lead in leads)
    rest = next((bare(said[match.end() :].rstrip("?")) for match in found if match), None)
    return rest or None


def _is_kept(what: str, *, first: bool) -> bool:
    """Within a longer message it may be about the task; what is about the person is meant."""
    about_them = _OF_ME.search(what) is not None
    return not _NOTHING.match(what) and len(what.split()) > 1 and (first or about_them)


def _is_asked(said: str) -> bool:
    """ "Remember my name?" asks; "Can you remember that …?" tells."""
    polite = re.match(r"(?i)\W*(?:\w+[,!]? )*?(?:can|could|will|would|kannst|könntest)\b", said)
    return said.endswith("?") and not polite


def _in_order(what: str, said: str) -> str:
    """A German clause after "dass" has its verb at the end; on its own it comes second."""
    subject = _SUBJECT.match(what)
    if subject is None or f"dass {what}".casefold() not in said.casefold():
        return what
    rest, _, verb = what[subject.end() :].strip().rpartition(" ")
    return f"{subject.group()} {verb} {rest}".strip() if verb else what
