"""Files: read in bounds whatever they are, quoted to the model, and never learned unjudged."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import pdfworker
from app.domain.attachments import (
    MOST_BYTES,
    MOST_CHARACTERS,
    Attachment,
    CannotRead,
    FileKind,
    Reason,
)
from app.domain.errors import KnownError
from app.domain.events import ReplyDone, ReplyEvent, ReplyStarted
from app.domain.ledger import Arm, Message, Provenance, Setup, State
from app.services import Reverie, attachments
from app.services.attachments import read_file
from tests.support.pdf import locked, pdf

OPEN = {"passphrase": lambda: "words", "insist": True}
CANARY = "The Wistfulcanary committee meets on the third of May in the large hall."
NOTES = Attachment("n", "notes.md", FileKind.MARKDOWN, CANARY)
NOBODY = 65534


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, **OPEN) as opened:
        opened.change_settings(max_tokens=24, temperature=0.0)
        yield opened


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refused(path: Path) -> Reason:
    with pytest.raises(CannotRead) as caught:
        read_file(path)
    return caught.value.reason


# reading


@pytest.mark.parametrize(
    ("name", "data", "kind", "text"),
    [
        ("a.txt", b"one\r\ntwo\n", FileKind.TEXT, "one\ntwo"),
        ("a.md", "# Größe".encode("utf-16"), FileKind.MARKDOWN, "# Größe"),
        ("a.py", b"print(1)\n", FileKind.CODE, "print(1)"),
        ("a.pdf", b"not a PDF at all", FileKind.TEXT, "not a PDF at all"),
        ("a.txt", pdf("Hello there"), FileKind.PDF, "Hello there"),
        ("two.pdf", pdf("Page one", "Page two"), FileKind.PDF, "Page one\n\nPage two"),
        ("for readers.pdf", locked(pdf("Read me"), ""), FileKind.PDF, "Read me"),
    ],
)
def test_a_file_is_read_as_what_it_is(
    tmp_path: Path, name: str, data: bytes, kind: FileKind, text: str
) -> None:
    read = read_file(written(tmp_path, name, data))
    assert (read.name, read.kind, read.text) == (name, kind, text)
    assert read.message is None
    assert not read.is_cut


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\t\n", Reason.EMPTY),
        (bytes(range(256)), Reason.BINARY),
        (b"x" * (MOST_BYTES + 1), Reason.TOO_BIG),
        (pdf("", ""), Reason.SCANNED),
        (locked(pdf("hidden"), "secret"), Reason.LOCKED),
        (b"%PDF-1.7\n" + bytes(100), Reason.BROKEN),
        (pdf("Hello")[:300], Reason.BROKEN),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, data: bytes, reason: Reason) -> None:
    assert refused(written(tmp_path, "file", data)) is reason


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path) is Reason.FOLDER
    assert refused(tmp_path / "nothing") is Reason.GONE
    assert refused(written(tmp_path, "file", b"x") / "below") is Reason.GONE
    assert refused(tmp_path / "nul\0") is Reason.GONE


@pytest.mark.skipif(os.name == "nt", reason="no pipes by name there")
def test_a_pipe_that_nobody_writes_to_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") is Reason.SPECIAL


@pytest.mark.skipif(os.name == "nt", reason="no POSIX rights there")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    """Root may read everything, so it looks as somebody else."""
    path = written(tmp_path, "file", b"x")
    path.chmod(stat.S_IWUSR)
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        assert refused(path) is Reason.DENIED
    finally:
        os.seteuid(me)


def test_a_long_file_is_cut_and_says_so(tmp_path: Path) -> None:
    read = read_file(written(tmp_path, "log.txt", b"a line of a log\n" * 40_000))
    assert read.is_cut
    assert len(read.text) < MOST_CHARACTERS + 200


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=2000), st.text(max_size=30))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, name: str) -> None:
    path = written(tmp_path, "file", data.replace(b"%PDF-", b""))
    try:
        assert read_file(path).text.strip()
    except CannotRead as problem:
        assert problem.remedy
    try:
        read_file(tmp_path / name)
    except KnownError as problem:
        assert problem.remedy


@given(st.data())
def test_a_broken_pdf_is_refused_or_read_never_a_fault(data: st.DataObject) -> None:
    """In this process: what the worker makes of bytes that almost are a PDF."""
    whole = bytearray(pdf("Hello there", "and more"))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    answer = pdfworker.read_pdf(bytes(whole))
    assert Reason(answer["reason"]) if "reason" in answer else answer["text"].strip()


def test_a_pdf_that_takes_too_long_costs_its_own_process_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "PDF_SECONDS", 0.0)
    assert refused(written(tmp_path, "slow.pdf", pdf("Hello"))) is Reason.TOO_MUCH
    assert not [c for c in psutil.Process().children() if "app.pdfworker" in c.cmdline()]


@pytest.mark.skipif(os.name == "nt", reason="no such limits there")
def test_the_process_that_reads_pdfs_can_neither_hoard_memory_nor_write(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from app.pdfworker import limit_self\n"
        "limit_self()\n"
        "try:\n    bytearray(2**31)\nexcept MemoryError:\n    print('no memory')\n"
        "try:\n    Path(sys.argv[1]).write_text('x')\nexcept OSError:\n    print('no writing')\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "file")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines() == ["no memory", "no writing"]


# with a message


def done(events: Iterator[ReplyEvent]) -> Message:
    *_, last = events
    assert isinstance(last, ReplyDone)
    return last.message


def talk(reverie: Reverie, text: str = "Sum it up.") -> Message:
    conversation = reverie.conversations.new()
    return done(reverie.chat.send(conversation.id, text, attachments=[NOTES]))


def test_a_file_is_stored_with_its_message_and_quoted_in_it(reverie: Reverie) -> None:
    reply = talk(reverie)
    reading = reverie.conversations.read(reply.conversation)
    asked = reading.messages[0]
    assert asked.text == "Sum it up."
    (stored,) = reading.files[asked.id]
    assert (stored.name, stored.text, stored.message) == ("notes.md", CANARY, asked.id)
    (turn,) = reverie.conversations.turns([asked])
    assert turn.content.startswith("Sum it up.\n\nAttached file")
    assert f"```\n{CANARY}\n```" in turn.content
    assert reading.conversation.title == "Sum it up."


def test_later_turns_read_the_file_again_from_the_cache(reverie: Reverie) -> None:
    reply = talk(reverie)
    started = next(iter(reverie.chat.send(reply.conversation, "And then?")))
    assert isinstance(started, ReplyStarted)
    assert reply.origin is not None
    assert started.reused_tokens >= reply.origin.prompt_tokens


def test_sending_again_takes_the_files_along(reverie: Reverie) -> None:
    reply = talk(reverie)
    assert reply.parent is not None
    again = done(reverie.chat.send_again(reply.parent, "In one word."))
    files = reverie.conversations.files(reply.conversation)
    assert again.parent is not None
    assert [f.text for f in files[again.parent]] == [f.text for f in files[reply.parent]]
    reverie.conversations.rewrite(reply.parent, "In two words.")
    assert reverie.conversations.files(reply.conversation) == files


def test_a_file_goes_with_its_conversation_to_the_last_byte(reverie: Reverie) -> None:
    reply = talk(reverie)
    assert any("Wistfulcanary" in text for text in reverie.store.dump())
    reverie.conversations.delete(reply.conversation)
    assert not any("Wistfulcanary" in text for text in reverie.store.dump())


def test_a_temporary_chat_keeps_its_files_in_memory(reverie: Reverie) -> None:
    conversation = reverie.conversations.new(temporary=True)
    list(reverie.chat.send(conversation.id, "Sum it up.", attachments=[NOTES]))
    assert len(reverie.conversations.read(conversation.id).files) == 1
    assert not any("Wistfulcanary" in text for text in reverie.store.dump())


def test_the_context_is_weighed_with_what_is_attached(reverie: Reverie) -> None:
    reverie.models.start()
    alone = reverie.chat.weigh(None, "Sum it up.", Setup())
    beside = reverie.chat.weigh(None, "Sum it up.", Setup(), [NOTES])
    assert alone is not None
    assert beside is not None
    assert beside.tokens > alone.tokens
    place = talk(reverie).conversation
    later = reverie.chat.weigh(place, "And then?", Setup())
    assert later is not None
    assert later.tokens > beside.tokens


# learning


def test_what_is_done_after_a_file_waits_to_be_judged(reverie: Reverie) -> None:
    reply = talk(reverie)
    assert reply.parent is not None
    edit = reverie.gestures.edit(reply.id, f"hey, {CANARY} ok?")
    later = done(reverie.chat.send(reply.conversation, "And then?"))
    thumb = reverie.gestures.accept(later.id)
    beside = done(reverie.chat.send_again(reply.parent, "In one word."))
    copied = reverie.gestures.reject(beside.id)
    for signal in (edit, thumb, copied):
        assert signal is not None
        assert signal.state is State.QUARANTINED
        assert CANARY in signal.messages[0].content
    assert edit is not None
    marked = [
        edit.edited[span.start : span.end]
        for span in edit.spans
        if edit.edited and span.provenance is Provenance.UNTRUSTED
    ]
    assert marked == [CANARY.removesuffix(".")]


def test_a_quarantined_signal_is_no_example_and_no_material_of_a_night(reverie: Reverie) -> None:
    reverie.gestures.edit(talk(reverie, "Write to Ann about lunch.").id, "hey Ann, lunch?")
    assert reverie.nights.readiness().why.startswith("0 corrections")
    conversation = reverie.conversations.new()
    asked = reverie.chat.send(conversation.id, "Write to Ann about dinner.", arm=Arm.MEMORY)
    origin = done(asked).origin
    assert origin is not None
    assert origin.examples == ()


def test_keeping_an_edit_out_of_learning_stays_the_users_choice(reverie: Reverie) -> None:
    reply = talk(reverie)
    reverie.gestures.edit(reply.id, "Just here.", learn=False)
    assert [s.state for s in reverie.signals.all()] == [State.EXCLUDED]
    reverie.gestures.edit(reply.id, "Just here.", learn=True)
    assert [s.state for s in reverie.signals.all()] == [State.QUARANTINED]


def test_no_switch_takes_a_signal_past_the_judgement(reverie: Reverie) -> None:
    signal = reverie.gestures.edit(talk(reverie).id, "Just here.", learn=False)
    assert signal is not None
    reverie.gestures.set_learning(signal.id, True)
    assert [s.state for s in reverie.signals.all()] == [State.QUARANTINED]


def test_without_a_file_on_its_own_branch_a_signal_is_active(reverie: Reverie) -> None:
    conversation = reverie.conversations.new().id
    first = done(reverie.chat.send(conversation, "Say hello."))
    done(reverie.chat.send(conversation, "Sum it up.", attachments=[NOTES]))
    signal = reverie.gestures.edit(first.id, "hey")
    assert signal is not None
    assert signal.state is State.ACTIVE
