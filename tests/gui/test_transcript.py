"""The view stays where the person reads, and only what is near it is built."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ledger import Message, Provenance, Role, utc_now
from app.domain.provenance import Draft, spans_of_edit
from app.ui.message import ReplyMessage
from app.ui.transcript import Transcript
from benchmarks.conversations import conversation
from tests.support.watchdog import turn

WORDS = "Some words of a paragraph that is long enough to take a line or two. " * 4
SOME = 60  # no more than this many messages are ever built in a window of this size


def message(position: int, role: Role, text: str = WORDS) -> Message:
    return Message(f"m{position}", "c", position, role, text, utc_now())


@pytest.fixture
def view(qtbot: QtBot, look: object) -> Transcript:
    made = Transcript()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def quiet(qtbot: QtBot, view: Transcript) -> None:
    qtbot.waitUntil(lambda: not view._ahead.isActive())


def shown(view: Transcript) -> list[int]:
    """The numbers of the messages in the view."""
    return [int(entry.text.split()[1].rstrip(".")) for entry in view._seen()]


def place_of(view: Transcript, widget: QWidget) -> int:
    return widget.mapTo(view.viewport(), widget.rect().topLeft()).y()


def test_it_opens_at_the_end_and_builds_what_is_near(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(2000), {})
    assert shown(view)[-1] == 1999
    quiet(qtbot, view)
    assert view.at_bottom
    assert 5 < len(view.views) < SOME
    assert view.verticalScrollBar().maximum() > 100_000, "the bar shows how long it is"


def test_scrolling_all_the_way_keeps_few_messages_and_misses_none(
    qtbot: QtBot, view: Transcript
) -> None:
    view.show_messages(conversation(300), {})
    bar, seen, most = view.verticalScrollBar(), set(), 0
    while bar.value() > 0:
        seen.update(shown(view))
        bar.setValue(bar.value() - 300)
        assert all(entry.view is not None for entry in view._seen()), "a hole in the view"
        turn()
        turn()
        most = max(most, len(view.views))
    seen.update(shown(view))
    assert seen == set(range(300))
    assert most < SOME
    bar.setValue(bar.maximum())
    quiet(qtbot, view)
    assert shown(view)[-1] == 299
    assert len(view.findChildren(ReplyMessage)) < SOME


def test_reading_while_others_are_built_and_dropped_does_not_move_the_text(
    qtbot: QtBot, view: Transcript
) -> None:
    view.show_messages(conversation(400), {})
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    reading = view._seen()[0].view
    place = place_of(view, reading)
    while view._ahead.isActive():
        turn()
        assert place_of(view, reading) == place
    for _ in range(5):
        bar.setValue(bar.value() - 100)
        assert place_of(view, reading) == place + 100
        turn()
        assert place_of(view, reading) == place + 100
        place += 100


def test_a_new_width_keeps_what_is_read_in_view(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(400), {})
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    quiet(qtbot, view)
    first = shown(view)[0]
    view.resize(480, 500)
    quiet(qtbot, view)
    assert shown(view)[0] == first


def test_a_growing_reply_follows_only_at_the_bottom(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(10), {})
    live = view.begin_reply()
    bar = view.verticalScrollBar()
    for count in range(1, 8):
        live.show_live((WORDS + "\n\n") * count, "")
        qtbot.wait(5)
        assert view.at_bottom
    bar.setValue(bar.value() - 400)
    place = place_of(view, live)
    assert view._pill.isVisible()
    for count in range(8, 14):
        live.show_live((WORDS + "\n\n") * count, "")
        qtbot.wait(5)
        assert place_of(view, live) == place
    view._pill.click()
    qtbot.waitUntil(lambda: view.at_bottom)
    assert not view._pill.isVisible()


def test_asking_goes_to_the_end(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(10), {})
    view.verticalScrollBar().setValue(0)
    view.add_user("A new question")
    qtbot.waitUntil(lambda: view.at_bottom)


def test_a_live_reply_repaints_only_what_grew(view: Transcript) -> None:
    live = view.begin_reply()
    start = "Intro.\n\n```py\nx = 1\n```\n\n"
    live.show_live(start + "And", "")
    first, code, last = live.prose._views
    live.show_live(start + "And then more.", "")
    assert live.prose._views == [first, code, last]
    assert last.toPlainText() == "And then more."
    live.show_live(start.replace("```py", "text"), "")
    assert len(live.prose._views) == len(live.prose._segments)


def test_long_code_is_coloured_when_it_is_complete(qtbot: QtBot, view: Transcript) -> None:
    text = "```python\n" + "value = compute(1)  # why\n" * 300
    live = view.begin_reply()
    for end in (5000, 6000, len(text)):
        live.show_live(text[:end], "")
    (block,) = live.prose._views
    assert block.rough
    assert block.view.toPlainText() == text.removeprefix("```python\n").rstrip("\n")
    view.finish_reply(message(0, Role.ASSISTANT, text + "```"), "")
    qtbot.waitUntil(lambda: not block.rough)
    assert block.view.toPlainText().startswith("value = compute(1)")
    colours = {
        span.fragment().charFormat().foreground().color().name()
        for span in block.view.document().begin()
    }
    assert len(colours) > 1


ARABIC = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643"
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # one sign of several, held together
FLAG = "\U0001f1e9\U0001f1ea"


@pytest.mark.parametrize("words", [ARABIC, HEBREW, f"{FAMILY} {FLAG}"])
def test_other_scripts_and_signs_are_shown_edited_and_corrected(
    qtbot: QtBot, view: Transcript, words: str
) -> None:
    text = f"{words}, one. {words}"
    view.show_messages([message(0, Role.USER, text), message(1, Role.ASSISTANT, text)], {})
    question, reply = view.views
    assert question.texts()[0].toPlainText() == text
    assert reply.prose.plain_text() == text
    first = question.texts()[0].document().firstBlock()
    leftwards = first.textDirection() is Qt.LayoutDirection.RightToLeft
    assert leftwards == (words in (ARABIC, HEBREW))
    question.edit()
    assert question.editor.text() == text
    reply.edit()
    field = reply.editor.field
    at = text.index("one")
    field.select((at, at + 3))
    assert field.selected() == (at, at + 3)
    QApplication.clipboard().setText(FAMILY + words)
    field.paste()
    qtbot.keyClicks(field, "!")
    after = f"{words}, {FAMILY}{words}!. {words}"
    pasted = (at, at + len(FAMILY + words))
    assert reply.draft() == Draft(after, (pasted,))
    spans = spans_of_edit(text, after, [pasted])
    assert "".join(after[span.start : span.end] for span in spans) == after
    of = {kind: [(s.start, s.end) for s in spans if s.provenance is kind] for kind in Provenance}
    assert of[Provenance.PASTED]
    assert all(at <= start and end <= pasted[1] for start, end in of[Provenance.PASTED])
    assert [after[start:end] for start, end in of[Provenance.TYPED]] == ["!"]


def test_only_the_last_reply_can_be_written_again(view: Transcript) -> None:
    view.show_messages(conversation(6), {})
    replies = [view.reply(f"m{number}") for number in (1, 3, 5)]
    assert [r.tools.redo.isVisibleTo(r) for r in replies] == [False, False, True]
    view.add_user("More")
    assert view.last_reply() is None
    assert not replies[-1].tools.redo.isVisibleTo(replies[-1])


def test_the_editor_scrolls_to_the_caret(qtbot: QtBot, view: Transcript) -> None:
    long = message(1, Role.ASSISTANT, "\n\n".join([WORDS] * 30))
    view.show_messages([message(0, Role.USER), long], {})
    reply = view.reply("m1")
    reply.edit()
    qtbot.waitUntil(lambda: view.at_bottom and view.verticalScrollBar().maximum() > 1000)
    cursor = reply.editor.field.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    reply.editor.field.setTextCursor(cursor)
    field = reply.editor.field
    qtbot.waitUntil(
        lambda: (
            view.viewport()
            .rect()
            .contains(field.mapTo(view.viewport(), field.cursorRect().center()))
        )
    )


def test_any_reply_can_be_had_and_a_draft_outlives_a_look_elsewhere(
    qtbot: QtBot, view: Transcript
) -> None:
    view.show_messages(conversation(400), {})
    far = view.reply("m101")
    assert far.message.text.startswith("Message 101.")
    assert view.at_bottom, "asking for it moves nothing"
    far.edit(Draft("half a thought"))
    bar = view.verticalScrollBar()
    for share in (0.9, 0.1, 1.0):
        bar.setValue(int(bar.maximum() * share))
        quiet(qtbot, view)
    assert view.reply("m101") is far
    assert far.draft() == Draft("half a thought")
    far.close_editor()


def test_a_reply_that_was_dropped_comes_back_as_it_was(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(200), {})
    view.add_user("A question")
    view.begin_reply()
    view.finish_reply(message(201, Role.ASSISTANT, "The answer."), "Stopped.")
    bar = view.verticalScrollBar()
    bar.setValue(0)
    quiet(qtbot, view)
    assert all(entry.view is None for entry in view._column.entries[-2:])
    view.update_message(message(201, Role.ASSISTANT, "A better answer."), ())
    view.jump_to_latest()
    again = view.last_reply()
    assert again.prose.plain_text() == "A better answer."
    assert again.notes.state.text() == "Stopped."
    assert again.tools.redo.isVisibleTo(again)
    question = view._column.entries[-2].view
    assert question.texts()[0].toPlainText() == "A question"


def test_a_message_that_was_looked_for_comes_into_view_and_is_lit_up(
    qtbot: QtBot, view: Transcript
) -> None:
    view.show_messages(conversation(2000), {})
    for number in (700, 3, 1998, 701):
        assert view.reveal_message(f"m{number}")
        assert number in shown(view)
        turn()
        assert number in shown(view)
        glow, entry = view._column._glow, view._column.entry_of(f"m{number}")
        assert glow.isVisible()
        assert glow.geometry().contains(entry.view.geometry())
    assert not view.reveal_message("no such message")
    assert 701 in shown(view)


def test_a_question_of_this_session_can_be_looked_for_once_it_is_stored(view: Transcript) -> None:
    view.show_messages(conversation(4), {})
    view.add_user("A new question")
    assert not view.reveal_message("m4")
    view.adopt([*conversation(4), message(4, Role.USER, "A new question")], {})
    assert view.reveal_message("m4")


def test_keys_page_through_it_and_go_to_both_ends(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(500), {})
    quiet(qtbot, view)
    bar = view.verticalScrollBar()
    before = bar.value()
    text = view._seen()[-1].view.findChildren(QWidget)[0]
    qtbot.keyClick(text, Qt.Key.Key_PageUp)
    assert before - 500 <= bar.value() < before
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert shown(view)[0] == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.at_bottom
    assert shown(view)[-1] == 499


def test_tab_goes_through_messages_in_the_order_of_reading(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(40), {})
    quiet(qtbot, view)
    places, widget = [], view.nextInFocusChain()
    while widget is not view:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and view._column.isAncestorOf(widget):
            owner = next(v for v in view.views if v.isAncestorOf(widget))
            places.append(view.views.index(owner))
        widget = widget.nextInFocusChain()
    assert len(set(places)) == len(view.views)
    assert places == sorted(places)


def test_the_message_with_the_focus_is_not_taken_away(qtbot: QtBot, view: Transcript) -> None:
    view.show_messages(conversation(300), {})
    view.activateWindow()
    last = view.last_reply()
    last.tools.change.setFocus()
    qtbot.waitUntil(last.tools.change.hasFocus)
    view.verticalScrollBar().setValue(0)
    quiet(qtbot, view)
    assert QApplication.focusWidget() is last.tools.change


def test_what_comes_into_a_message_later_has_its_place_in_the_tab_order(
    qtbot: QtBot, view: Transcript
) -> None:
    view.show_messages(conversation(10), {})
    quiet(qtbot, view)
    reply = view.views[-3]
    assert isinstance(reply, ReplyMessage)
    reply.show_message(reply.message, (), last=True, versions=("a", reply.message.id))
    chain, widget = [], view
    while (widget := widget.nextInFocusChain()) is not view:
        if reply.isAncestorOf(widget) and is_stop(widget):
            chain.append(widget)
    tools = reply.tools
    late = [tools.redo, tools.why, tools.versions.back, tools.versions.forth]
    assert chain[: len(reply.texts())] == reply.texts()
    assert chain[-len(late) :] == late
    after = view.views[-2].texts()[0]
    while not is_stop(widget := chain[-1].nextInFocusChain()):
        chain.append(widget)
    assert widget is after


def is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
