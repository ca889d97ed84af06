"""Conversations to files and back, over a real store: private, whole, once, and no signal."""

from __future__ import annotations

import json
import stat
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli import main
from app.domain.attachments import Attachment, FileKind
from app.domain.errors import KnownError
from app.domain.ledger import Conversation, Message, Role, Setup, State, utc_now
from app.services import Reverie
from app.services.transcripts import AT_ONCE

OPEN = {"passphrase": lambda: "words", "insist": True}


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, **OPEN) as opened:
        yield opened


def talk(reverie: Reverie, title: str, folder: str | None = None) -> Conversation:
    """A question with two answers, of which the first is shown."""
    made = reverie.conversations.new()
    base = reverie.models.base_sha256()
    asked = Message(f"{made.id}-q", made.id, 0, Role.USER, f"{title}?", utc_now())
    reverie.conversations.append(asked)
    for number in (1, 2):
        reply = replace(asked, id=f"{made.id}-{number}", role=Role.ASSISTANT, text=f"No {number}.")
        reverie.conversations.append(replace(reply, parent=asked.id, base=base))
    reverie.conversations.rename(made.id, title)
    reverie.conversations.put_into({made.id: folder})
    reverie.conversations.set_up(made.id, Setup(system="Be brief.", seed=7))
    reverie.conversations.show(f"{made.id}-1")
    return reverie.conversations.get(made.id)


def everything(reverie: Reverie) -> dict[Conversation, list[Message]]:
    return {c: reverie.store.messages.of(c.id) for c in reverie.conversations.all()}


def chatgpt_zip(path: Path, *ids: str) -> Path:
    nodes = {"a": {"message": {"author": {"role": "user"}, "content": {"parts": ["Hi"]}}}}
    items = [{"id": identity, "title": identity, "mapping": nodes} for identity in ids]
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("conversations.json", json.dumps(items))
    return path


def test_json_goes_out_and_comes_back_whole(reverie: Reverie, tmp_path: Path) -> None:
    talk(reverie, "Bread", "Kitchen")
    talk(reverie, "Tides")
    before = everything(reverie)
    file = reverie.transcripts.export_json(tmp_path / "all.json")
    reverie.conversations.delete(*(c.id for c in before))
    assert everything(reverie) == {}
    done = reverie.transcripts.import_file(file)
    assert (done.added, done.known) == (2, 0)
    bare = [[replace(m, base=None) for m in messages] for messages in before.values()]
    assert list(everything(reverie)) == list(before)
    assert list(everything(reverie).values()) == bare


def test_the_same_file_twice_adds_nothing(reverie: Reverie, tmp_path: Path) -> None:
    reverie.transcripts.import_file(chatgpt_zip(tmp_path / "a.zip", "one", "two"))
    before = everything(reverie)
    more = chatgpt_zip(tmp_path / "b.zip", "one", "two", "three", "three")
    done = reverie.transcripts.import_file(more)
    assert done.sentence == "1 conversation imported, 3 were already there."
    after = everything(reverie)
    assert len(after) == 3
    assert {c: after[c] for c in before} == before
    assert reverie.transcripts.import_file(more).added == 0


def test_what_is_imported_teaches_nothing_until_it_is_judged(
    reverie: Reverie, tmp_path: Path
) -> None:
    held = talk(reverie, "Bread").id
    file = reverie.transcripts.export_json(tmp_path / "all.json")
    reverie.conversations.delete(held)
    reverie.transcripts.import_file(file)
    assert reverie.signals.all() == []
    reply = reverie.conversations.messages(held)[-1]
    assert reply.base is reply.adapter is None
    signal = reverie.gestures.accept(reply.id)
    assert signal is not None
    assert signal.base is None


def test_an_import_that_fails_in_the_middle_adds_nothing(reverie: Reverie, tmp_path: Path) -> None:
    talk(reverie, "Bread")
    data = json.loads(reverie.transcripts.export_json(tmp_path / "all.json").read_text())
    (old,) = data["conversations"]
    fine = {**old, "id": "fine", "leaf": None, "messages": [{**old["messages"][0], "id": "free"}]}
    data["conversations"] = [fine, {**old, "id": "thief"}]
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(data))
    before = everything(reverie)
    with pytest.raises(KnownError, match="new conversation 2 belong to another one"):
        reverie.transcripts.import_file(file)
    assert everything(reverie) == before


@pytest.mark.parametrize("at", [1, 2 * AT_ONCE + 1])
def test_an_interrupted_import_adds_nothing(reverie: Reverie, tmp_path: Path, at: int) -> None:
    def stop(done: int, of: int) -> None:
        if done == at:
            raise KeyboardInterrupt

    file = chatgpt_zip(tmp_path / "a.zip", *map(str, range(3 * AT_ONCE)))
    with pytest.raises(KeyboardInterrupt):
        reverie.transcripts.import_file(file, stop)
    assert everything(reverie) == {}


def test_somebody_can_write_while_a_long_import_runs(reverie: Reverie, tmp_path: Path) -> None:
    written = threading.Event()

    def write() -> None:
        reverie.conversations.new()
        written.set()

    def on_progress(done: int, of: int) -> None:
        if done == 0:
            threading.Thread(target=write).start()
        assert done < of - 1 or written.is_set(), "it waited for all of the import"

    file = chatgpt_zip(tmp_path / "a.zip", *map(str, range(20 * AT_ONCE)))
    assert reverie.transcripts.import_file(file, on_progress).added == 20 * AT_ONCE


def test_progress_counts_the_new_ones(reverie: Reverie, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    file = chatgpt_zip(tmp_path / "a.zip", "one", "two")
    reverie.transcripts.import_file(file, lambda *at: seen.append(at))
    assert seen == [(0, 2), (1, 2)]


@pytest.mark.parametrize("name", ["a.json", "a.md"])
def test_a_file_is_for_its_owner_and_never_over_another(
    reverie: Reverie, tmp_path: Path, name: str
) -> None:
    held = talk(reverie, "Bread").id
    file = tmp_path / "out" / name
    file.parent.mkdir()

    def write(*, over: bool = False) -> None:
        if name == "a.json":
            reverie.transcripts.export_json(file, replace=over)
        else:
            reverie.transcripts.export_markdown(file, held, replace=over)

    write()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("mine")
    file.chmod(0o644)
    with pytest.raises(KnownError, match="exists"):
        write()
    assert file.read_text() == "mine"
    write(over=True)
    assert "Bread" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_gets_one_markdown_file_each(reverie: Reverie, tmp_path: Path) -> None:
    talk(reverie, "Bread")
    talk(reverie, "Bread")
    talk(reverie, "../up: and away?")
    files = reverie.transcripts.export_folder(tmp_path / "notes")
    assert len({file.name for file in files}) == 3
    assert {file.parent for file in files} == {tmp_path / "notes"}
    text = next(file for file in files if "away" in file.name).read_text()
    assert "No 1." in text
    assert "No 2." not in text
    assert 'model: "SmolLM2' in text
    with pytest.raises(KnownError, match="exists"):
        reverie.transcripts.export_folder(tmp_path / "notes")


def test_what_cannot_be_read_or_written_is_told(reverie: Reverie, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no conversations yet"):
        reverie.transcripts.export_json(tmp_path / "a.json")
    talk(reverie, "Bread")
    with pytest.raises(KnownError, match="gone"):
        reverie.transcripts.export_json(tmp_path / "a.json", ["none"])
    with pytest.raises(KnownError, match="cannot be written"):
        reverie.transcripts.export_json(tmp_path / "no folder" / "a.json")
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(KnownError, match="cannot be read"):
            reverie.transcripts.import_file(path)


def test_folders_that_are_closed_stay_closed(models_folder: Path, profile: Path) -> None:
    with Reverie.open(profile, **OPEN) as first:
        assert first.conversations.closed_folders() == frozenset()
        first.conversations.keep_closed_folders({"Kitchen", "Work"})
    with Reverie.open(profile, **OPEN) as second:
        assert second.conversations.closed_folders() == {"Kitchen", "Work"}


def test_many_go_together_or_not_at_all(reverie: Reverie) -> None:
    one, two = talk(reverie, "One"), talk(reverie, "Two")
    reverie.conversations.pin([one.id, two.id], True)
    with pytest.raises(KnownError):
        reverie.conversations.put_into({one.id: " The  kitchen ", "none": "The kitchen"})
    assert {c.folder for c in reverie.conversations.all()} == {None}
    reverie.conversations.put_into({one.id: " The  kitchen ", two.id: "The kitchen"})
    assert {(c.folder, c.pinned) for c in reverie.conversations.all()} == {("The kitchen", True)}
    reverie.conversations.delete(one.id, two.id)
    assert reverie.conversations.all() == []
    assert not [text for text in reverie.store.dump() if "One?" in text]


def test_the_command_line_lists_exports_and_imports(
    reverie: Reverie,
    profile: Path,
    passphrase_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    talk(reverie, "Bread", "Kitchen")
    talk(reverie, "Tides")
    reverie.close()
    passphrase_file.write_text("words\n")
    options = ["--profile", str(profile), "--passphrase-file", str(passphrase_file), "--json"]

    def run(*args: str) -> dict:
        assert main([*options, "conversations", *args]) == 0
        return json.loads(capsys.readouterr().out)

    def refused(*args: str) -> str:
        assert main([*options, "conversations", *args]) == 3
        return capsys.readouterr().err

    listed = run()["conversations"]
    assert [(c["title"], c["folder"]) for c in listed] == [("Tides", None), ("Bread", "Kitchen")]
    out = str(tmp_path / "all.json")
    assert run("export", out) == {"exported": 2, "files": [out]}
    assert "exists" in refused("export", out)
    assert run("export", out, "--replace")["exported"] == 2
    note = str(tmp_path / "a.md")
    assert "with --id" in refused("export", note)
    assert run("export", note, "--id", listed[0]["id"])["files"] == [note]
    assert len(run("export", str(tmp_path / "folder"))["files"]) == 2
    assert run("import", out) == {"imported": 0, "known": 2}
    broken = tmp_path / "broken.json"
    broken.write_text(Path(out).read_text()[:-40])
    assert "ends too early" in refused("import", str(broken))


def test_people_are_told_that_the_file_is_not_encrypted(
    reverie: Reverie,
    profile: Path,
    passphrase_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    talk(reverie, "Bread")
    reverie.close()
    passphrase_file.write_text("words\n")
    options = ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]
    assert main([*options, "conversations", "export", str(tmp_path / "all.json")]) == 0
    assert "1 conversation written" in (told := capsys.readouterr().out)
    assert "not encrypted" in told
    assert main([*options, "conversations"]) == 0
    assert "Bread" in capsys.readouterr().out


def test_files_come_back_too_and_what_was_said_about_them_still_waits(
    reverie: Reverie, tmp_path: Path
) -> None:
    made = talk(reverie, "Bread")
    letter = Attachment("f", "letter.txt", FileKind.TEXT, "Dear neighbour", f"{made.id}-q")
    reverie.store.notebook.attachments.add_many([letter])
    file = reverie.transcripts.export_json(tmp_path / "all.json")
    shown = reverie.transcripts.export_markdown(tmp_path / "one.md", made.id)
    assert "*Attached: `letter.txt`*" in shown.read_text()
    reverie.conversations.delete(made.id)
    reverie.transcripts.import_file(file)
    ((back,),) = reverie.conversations.files(made.id).values()
    assert (back.name, back.kind, back.text) == (letter.name, letter.kind, letter.text)
    signal = reverie.gestures.accept(f"{made.id}-1")
    assert signal is not None and signal.state is State.QUARANTINED
