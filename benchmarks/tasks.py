"""What simulated users ask for: prompts of our own writing, made from readers and matters.

Four kinds. E-mails are edited. Notes and announcements never are, and the style should carry over
to them (reach). Questions are answered to the user's liking by the base, and the style should stay
away from them (bleed). So it should from documents: texts to write that are no messages, which no
ledger holds. `draw` gives tasks of a kind in an order that depends on the seed alone, and
training and test tasks never share a matter.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product

EMAIL, NOTE, QUESTION, DOCUMENT = "email", "note", "question", "document"
LEFT_ALONE = (QUESTION, DOCUMENT)
"""Kinds whose replies the user takes as the base writes them."""
BOSS, FRIEND = "boss", "friend"

_BOSSES = ("my boss", "my manager", "our director")
_FRIENDS = ("a friend", "my cousin", "an old school friend")
_OTHERS = ("a colleague", "my landlord", "the school", "a supplier", "our neighbours", "a client")
_MATTERS = (
    "the meeting that moved to Thursday",
    "a parcel that went to the wrong house",
    "the keys to the shared garage",
    "a day off at the end of the month",
    "the bill that was paid twice",
    "a book that I would like to borrow",
    "the heating in the back room",
    "a lift to the station on Sunday",
    "the noise on the second floor",
    "the list of guests for the picnic",
    "a bicycle that is for sale",
    "the new opening hours",
    "a form that still lacks a signature",
    "the plan for the autumn fair",
    "a wallet that was found in the hall",
    "the broken coffee machine",
    "a visit to the dentist on Monday morning",
    "the photographs from the trip",
    "a mistake in last week's figures",
    "the garden tools in the cellar",
    "a course that starts in March",
    "the train that will be late",
    "a quote for painting the stairs",
    "the password for the guest network",
    "an invitation to a concert",
    "the missing pages of the contract",
    "a change of address",
    "the birthday of a mutual acquaintance",
    "a delay in the delivery of the chairs",
    "the rota for watering the plants",
    "a question about the insurance",
    "the choice of a restaurant for Friday",
    "a lost umbrella",
    "the draft of the yearly report",
    "a favour with the cat next week",
    "the water that will be off on Wednesday",
    "a recommendation for a carpenter",
    "the seats for the theatre evening",
    "a refund for the cancelled workshop",
    "the spare room in April",
)
_UNSEEN_MATTERS = (
    "the lamp post in front of the house",
    "a piano that has to be carried upstairs",
    "the results of the survey",
    "a table for six on Saturday",
    "the scarf that was left in the car",
    "a second interview next Tuesday",
    "the rain that came through the roof",
    "a swap of shifts in June",
    "the leaflets for the flea market",
    "a phone call that I missed",
    "the lease that ends in summer",
    "a spare ticket for the match",
    "the sand in the playground",
    "a crack in the window",
    "the minutes of the last assembly",
    "a basket of apples to give away",
    "the cost of the new printer",
    "a walk in the hills next weekend",
    "the dog that got out yesterday",
    "a loan of a drill",
)
_NOTES = (
    "Write a short note for the notice board about {}.",
    "Write an announcement for the residents about {}.",
    "Write a text message to {} about {}.",
    "Write a reminder for the fridge door about {}.",
)
_QUESTIONS = (
    "Explain why {}.",
    "Why is it that {}?",
    "In a few sentences, say why {}.",
)
_WONDERS = (
    "onions make us cry",
    "the moon always shows the same side",
    "batteries lose power in the cold",
    "bread goes stale",
    "cats purr",
    "rivers bend",
    "old paper turns yellow",
    "a mirror swaps left and right",
    "popcorn pops",
    "the days are longer in summer",
    "rubber bounces",
    "we yawn",
    "planes can fly upside down",
    "silver turns black",
    "deserts are cold at night",
    "a spinning top does not fall over",
)
_UNSEEN_WONDERS = (
    "the sky is blue",
    "tea gets cold",
    "birds sit on power lines unharmed",
    "honey does not spoil",
    "tyres are black",
    "voices sound odd on recordings",
    "salt melts ice",
    "spiders do not stick to their own webs",
    "glass is transparent",
    "knuckles crack",
)
_DOCUMENTS = (
    "Write a blog post about {}.",
    "Write a short story about {}.",
    "Write a poem about {}.",
    "Write an article about {}.",
    "Write a speech about {}.",
    "Write the voice-over of a film about {}.",
    "Write a product description of {}.",
    "Write a dialogue about {}.",
    "Create a lesson about {} for children.",
    "Summarise what an encyclopedia could say about {}.",
)
_SUBJECTS = (
    "old radios",
    "a postman who cannot read",
    "a museum of spoons",
    "a piano in a river",
    "whales",
    "a ferry on its last day",
)


@dataclass(frozen=True, slots=True)
class Task:
    """One request. `reader` is who the message is for, as far as a style may depend on it."""

    kind: str
    prompt: str
    reader: str = ""


def draw(kind: str, count: int, *, seed: int, unseen: bool) -> list[Task]:
    """`count` different tasks of a kind. Raises ValueError when there are not so many."""
    found = _MAKERS[kind](unseen)
    random.Random(f"{seed}/{kind}/{unseen}").shuffle(found)  # noqa: S311 - an order, no secret
    if count > len(found):
        raise ValueError(f"there are {len(found)} tasks of the kind {kind}")
    return found[:count]


def _emails(unseen: bool) -> list[Task]:
    matters = _UNSEEN_MATTERS if unseen else _MATTERS
    readers = [(name, BOSS) for name in _BOSSES] + [(name, FRIEND) for name in _FRIENDS]
    readers += [(name, "") for name in _OTHERS]
    forms = ("Write an email to {} about {}.", "Please draft an email to {} about {}.")
    return [
        Task(EMAIL, form.format(name, matter), reader)
        for form, (name, reader), matter in product(forms, readers, matters)
    ]


def _notes(unseen: bool) -> list[Task]:
    matters = _UNSEEN_MATTERS if unseen else _MATTERS
    notes = []
    for form, matter in product(_NOTES, matters):
        texts = (matter,) if form.count("{}") == 1 else ("the caretaker", matter)
        notes.append(Task(NOTE, form.format(*texts)))
    return notes


def _questions(unseen: bool) -> list[Task]:
    wonders = _UNSEEN_WONDERS if unseen else _WONDERS
    return [Task(QUESTION, form.format(w)) for form, w in product(_QUESTIONS, wonders)]


def _documents(_unseen: bool) -> list[Task]:
    return [Task(DOCUMENT, form.format(it)) for form, it in product(_DOCUMENTS, _SUBJECTS)]


_MAKERS = {EMAIL: _emails, NOTE: _notes, QUESTION: _questions, DOCUMENT: _documents}
