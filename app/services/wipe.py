"""Wiping: memories, what was learned, one conversation with all that it taught, or everything.

Everything needs neither the key nor a sound store: it destroys the key, then every file that it
opened. Killed at any point, the next start of anything on that profile finishes it before it does
anything else. Models, and what the bare base wrote for replay, are nobody's and stay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.errors import KnownError
from app.domain.phrases import Phrase, phrase
from app.services import autostart
from app.services.forgetting import Forgetting, Forgotten
from app.store import Store, keyrings
from app.store.keyrings import IsSecure
from app.store.wiping import Held, Part, destroy, held, is_begun


class Scope(StrEnum):
    MEMORIES = "memories"
    LEARNED = "learned"
    CONVERSATION = "conversation"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that goes: how many, and how many bytes on the disk, as far as that is known."""

    what: str
    count: int
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """`what` comes now, as the step number `done` (from 0) `of` so many; `done` is `of` at the
    end."""

    what: str
    done: int
    of: int


OnStep = Callable[[Step], object]

_PARTS: dict[Part, Phrase] = {
    Part.KEY: phrase("the key, without which nothing of this can be read"),
    Part.STORE: phrase("the store: conversations, corrections, memories, nights"),
    Part.BACKUPS: phrase("backups"),
    Part.ADAPTERS: phrase("what was learned"),
    Part.SETTINGS: phrase("settings"),
}
_AT_LOGIN = phrase("the entry that starts Reverie at login")
_CLOSING = phrase("ending what is running")
_DONE = phrase("done")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open profile, how to close it, and how to drop what could be undone."""

    store: Store
    forgetting: Forgetting
    close: Callable[[], object]
    clear: Callable[[], object]


class Wipe:
    """Of one profile, open or not. Where it is not `opened`, only everything can be wiped.
    `is_default` says that it is the profile that is used where none is named."""

    def __init__(
        self,
        profile: Path,
        opened: Opened | None = None,
        *,
        is_default: bool = False,
        secure: IsSecure = keyrings.is_secure,
    ) -> None:
        self._profile = profile
        self._opened = opened
        self._named = None if is_default else profile
        self._secure = secure

    def describe(self, scope: Scope, conversation: str | None = None) -> tuple[Item, ...]:
        """What would go; things of which there are none are left out. *Slow.* KnownError where it
        cannot be found out."""
        items = self._everything() if scope is Scope.EVERYTHING else self._part(scope, conversation)
        return tuple(item for item in items if item.count)

    def carry_out(
        self, scope: Scope, conversation: str | None = None, on_step: OnStep = lambda _: None
    ) -> None:
        """*Slow.* There is no way back. After everything an open profile is closed for good.

        KnownError: nothing could be begun, or something could not be finished, as it says;
        StillThere where all of the profile is gone, but something outside of it is left."""
        if scope is Scope.EVERYTHING:
            self._destroy(on_step)
            return
        opened = self._needed()
        what, work = self._work(scope, conversation, opened)
        on_step(Step(what, 0, 1))
        done = work()
        opened.clear()
        if done.unfinished is not None:
            raise done.unfinished
        on_step(Step(_DONE, 1, 1))

    # a part of it

    def _part(self, scope: Scope, conversation: str | None) -> list[Item]:
        opened = self._needed()
        store, forgetting = opened.store, opened.forgetting
        if scope is Scope.LEARNED:
            quoted = sum("examples" in (night.metrics or {}) for night in store.nights.all())
            return [
                _adapters(store, [one.id for one in store.adapters.all()]),
                Item(phrase("nights' examples, which quote you"), quoted),
            ]
        if scope is Scope.MEMORIES:
            memories = store.memories.all()
            saw = store.adapters.that_saw([memory.id for memory in memories])
            size = sum(len(memory.text.encode()) for memory in memories)
            return [
                Item(phrase("memories"), len(memories), size),
                _adapters(store, [one.id for one in saw]),
            ]
        wanted = _required(store, conversation)
        messages, taught = store.messages.of(wanted), forgetting.of_conversations([wanted])
        saw = store.adapters.that_saw([*taught.signals, *taught.memories])
        return [
            Item(phrase("messages"), len(messages), sum(len(m.text.encode()) for m in messages)),
            Item(phrase("corrections and other signals"), len(taught.signals)),
            Item(phrase("memories"), len(taught.memories)),
            _adapters(store, [one.id for one in saw]),
        ]

    def _work(
        self, scope: Scope, conversation: str | None, opened: Opened
    ) -> tuple[Phrase, Callable[[], Forgotten]]:
        store, forgetting = opened.store, opened.forgetting
        if scope is Scope.LEARNED:
            return phrase("what was learned"), forgetting.forget_learned
        if scope is Scope.MEMORIES:
            ids = [memory.id for memory in store.memories.all()]
            return phrase("memories"), lambda: forgetting.forget(memories=ids)
        wanted = _required(store, conversation)
        told = phrase("the conversation and what it taught")
        return told, lambda: forgetting.forget_conversations([wanted], also=True)

    def _needed(self) -> Opened:
        if self._opened is None:
            raise KnownError(
                phrase("The profile is not open"),
                phrase("To wipe a part of it, Reverie must be able to read it."),
                phrase("Open the profile first, or wipe everything."),
            )
        return self._opened

    # everything

    def _everything(self) -> list[Item]:
        files = held(self._profile) if self._profile.is_dir() else {}
        items = []
        for part, name in _PARTS.items():
            found = files.get(part, Held(0, 0))
            items.append(Item(name, found.files, found.bytes))
            if part is Part.STORE and self._opened is not None:
                items += self._rows(self._opened.store)
        return [*items, Item(_AT_LOGIN, int(autostart.starts(self._named)))]

    def _rows(self, store: Store) -> list[Item]:
        """As far as somebody can count them."""
        return [
            Item(phrase("conversations"), len(store.conversations.all())),
            Item(phrase("corrections and other signals"), len(store.signals.all())),
            Item(phrase("memories"), len(store.memories.all())),
            Item(phrase("nights"), len(store.nights.all())),
        ]

    def _destroy(self, on_step: OnStep) -> None:
        steps: Sequence[Phrase] = [_CLOSING, *_PARTS.values(), _AT_LOGIN]

        def tell(what: Phrase) -> None:
            on_step(Step(what, steps.index(what), len(steps)))

        problems: list[KnownError] = []

        def not_at_login() -> None:
            tell(_AT_LOGIN)
            try:
                if autostart.starts(self._named):
                    autostart.switch(on=False, profile=self._named)
            except KnownError as error:
                problems.append(error)

        tell(_CLOSING)
        if self._opened is not None:
            self._opened.clear()
            with suppress(KnownError):  # what could not be saved any more goes anyway
                self._opened.close()
        problem = destroy(
            self._profile,
            lambda part: tell(_PARTS[part]),
            before_the_end=not_at_login,
            secure=self._secure,
        )
        on_step(Step(_DONE, len(steps), len(steps)))
        if problem is not None:
            problems.append(problem)
        if problems:
            raise StillThere(problems[0])


def finish(profile: Path, *, is_default: bool = False) -> None:
    """Called before anything is done with a profile. Where a wipe of it was cut off, finishes it
    and raises WipeFinished; else nothing happens."""
    if is_begun(profile):
        Wipe(profile, is_default=is_default).carry_out(Scope.EVERYTHING)
        raise WipeFinished


class WipeFinished(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("The wipe is finished now"),
            phrase("It had been cut off. Everything that was in this profile is destroyed."),
            phrase("Start Reverie again to begin a new profile."),
        )


class StillThere(KnownError):
    """The profile is destroyed; something outside of it could not be reached."""

    def __init__(self, cause: KnownError) -> None:
        super().__init__(
            phrase("Wiped, except for one thing"),
            phrase(
                "Nothing of the profile is left on this disk. But: {cause}", cause=cause.sentence
            ),
            phrase(
                "Delete what is left by hand: the entry named reverie in your keyring, or the one "
                "that starts Reverie at login. Without the files that key opens nothing."
            ),
        )


def _adapters(store: Store, ids: Sequence[str]) -> Item:
    size = sum(map(store.adapters.size_of, ids))
    return Item(phrase("learned adapters"), len(ids), size)


def _required(store: Store, conversation: str | None) -> str:
    if conversation is None or store.conversations.get(conversation) is None:
        raise KnownError(
            phrase("That conversation is gone"),
            phrase("There is no conversation {id}.", id=conversation or ""),
            phrase("`reverie conversations` lists them; nothing was wiped."),
        )
    return conversation
