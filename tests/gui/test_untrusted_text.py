"""Model text can do nothing: no loads, no HTML, and links only ask."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import icons
from app.ui.dialogs import LinkDialog
from app.ui.markdown import SAFE_LINK, Code, Growing, Prose, Table, segments
from app.ui.prose import ProseView
from app.ui.textview import TextView

PATIENCE_MS = 60_000
OUR_TAGS = {"p", "br", "em", "strong", "s", "code", "pre", "a", "span", "i", "ul", "ol", "li"}
OUR_TAGS |= {"blockquote", "div", "hr", "table", "thead", "tbody", "tr", "th", "td"}
HOSTILE = [
    "<img src='{url}'>",
    "<script>alert(1)</script>",
    "<style>@import '{url}';</style>",
    "![a]({url})",
    "![a][r]\n\n[r]: {url}",
    "[![a]({url})]({url})",
    "[a](javascript:alert(1))",
    "[a](file:///etc/passwd)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "<{url}>",
    "<javascript:alert(1)>",
    '<a href="{url}" onclick="x()">a</a>',
    "<table background='{url}'><tr><td>a</td></tr></table>",
    "<link rel=stylesheet href='{url}'>",
    "<iframe src='{url}'></iframe>",
    "```html\n<img src='{url}'>\n```",
    "```\"><img src='{url}'>\nx\n```",
    "`<img src={url}>`",
    "|a|\n|-|\n|<img src='{url}'>|",
    "&lt;img src='{url}'&gt;",
    "&#60;img src='{url}'&#62;",
    '[a](http://ok.example/"onmouseover=x)',
    "\x00\x1b[31m\u202e<img src='{url}'>",
    '[x](http://a.example "t\\"><img src=\'{url}\'>")',
    "> " * 200 + "deep",
    "- " * 60 + "deep",
    "".join("  " * depth + "- a\n" for depth in range(200)),
    "[a](vbscript:msgbox(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](java\nscript:alert(1))",
    "[a](data:image/svg+xml;utf8,<svg/onload=alert(1)>)",
    "![a](data:image/svg+xml;utf8,<svg/onload=alert(1)>)",
    "[a](\\\\server\\share\\x.png) ![b](\\\\server\\share\\x.png)",
    "[a](file://server/share/x.png) ![b](//server/x.png)",
    "<!-- <img src='{url}'> -->",
    "<!--[if IE]><img src='{url}'><![endif]-->",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='{url}'/></svg>",
    "<p style=\"background-image: url('{url}')\">a</p>",
    "<div style='background: url({url})'>a</div>",
    "<object data='{url}'></object><embed src='{url}'><video src='{url}'></video>",
    "<meta http-equiv='refresh' content='0;url={url}'><base href='{url}'>",
    "<?xml-stylesheet href='{url}'?><![CDATA[<img src='{url}'>]]>",
    "$<img src='{url}'>$ and $$\\text{{<img src='{url}'>}}$$",
    "\\[\n<img src='{url}'>\n\\]",
    "| a |\n| :-: |\n| ![a]({url}) |\n| [b](javascript:alert(1)) |",
    "> ![a]({url})\n> <img src='{url}'>",
    "- [x] ![a]({url})\n- [ ] <img src='{url}'>",
    "```<img src='{url}'>\n</pre><img src='{url}'>\n```",
    "# <img src='{url}'> ![a]({url})",
    "[" * 10_000,
    "![" * 5_000,
    "*" * 10_000,
    "`" * 10_000,
    "$" * 10_000,
    "\\(" * 5_000,
    "{" * 3_000 + "$" + "{" * 3_000 + "$",
    "<" * 10_000,
    "&" * 10_000,
    "|a" * 500 + "\n" + "|-" * 500 + "\n" + "|b" * 500,
    "\u200b\u200d\ufeff\u2060" * 200,
    "\u202e\u2066\u2067[txt](https://example.org/\u202egpj.exe)\u2069",
    "\x1b]8;;{url}\x1b\\click\x1b]8;;\x1b\\ \x1b[2J\x07\x9b31m",
    "\ud7ff\ufffe\uffff\U0010ffff\U000e0041",
    "a\u0300" * 2_000,
]


@pytest.fixture(scope="module")
def trap() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine that counts who asks."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/canary.png", asked
    server.shutdown()
    server.server_close()
    thread.join()


def assert_inert(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        for fragment in block:
            form = fragment.fragment().charFormat()
            assert not form.isImageFormat(), fragment.fragment().text()
            if form.isAnchor() and form.anchorHref():
                assert SAFE_LINK.match(form.anchorHref()), form.anchorHref()
        block = block.next()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_loads_nothing(
    qtbot: QtBot, look: object, trap: tuple[str, list[str]], tmp_path: Path, text: str
) -> None:
    url, asked = trap
    picture = tmp_path / "canary.png"
    icons.pixmap("spark", "#ff0000", 16).save(str(picture))
    targets = (url, picture.as_uri(), str(picture), f":{picture}", "qrc:/x.png")
    for target in targets if "{url}" in text else targets[:1]:
        view = ProseView("Reply")
        qtbot.addWidget(view)
        view.show_text(text.replace("{url}", target))
        view.resize(400, 300)
        view.show()
        view.grab()
        for browser in view.findChildren(TextView):
            assert_inert(browser.document())
            kind = QTextDocument.ResourceType.ImageResource
            found = browser.document().resource(kind, QUrl(target))
            assert found is None or found.size().width() <= 1
    QApplication.processEvents()
    assert asked == []


def test_even_html_that_got_through_could_load_nothing(
    qtbot: QtBot, look: object, trap: tuple[str, list[str]], tmp_path: Path
) -> None:
    url, asked = trap
    picture = tmp_path / "canary.png"
    icons.pixmap("spark", "#ff0000", 64).save(str(picture))
    view = TextView("Reply")
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    view.set_html("".join(f"<img src='{u}'>" for u in (url, picture.as_uri(), str(picture))))
    shot = view.grab().toImage()
    red = sum(
        shot.pixelColor(x, y).red() > 200 and shot.pixelColor(x, y).green() < 60
        for x in range(0, shot.width(), 2)
        for y in range(0, shot.height(), 2)
    )
    assert red == 0
    assert asked == []


def test_a_line_of_a_million_characters_is_shown(qtbot: QtBot, look: object) -> None:
    view = ProseView("Reply")
    qtbot.addWidget(view)
    view.show_text("word " * 200_000)
    view.resize(400, 300)
    qtbot.waitUntil(lambda: view.complete, timeout=PATIENCE_MS)
    assert len(view.plain_text()) > 999_000


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_shown_and_nothing_in_it_acts(text: str) -> None:
    for segment in segments(text):
        markup = "" if isinstance(segment, Code) else segment.html
        assert set(re.findall(r"</?([a-z0-9]+)", markup)) <= OUR_TAGS
        assert not re.search(r"[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", markup)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="<>&\"'[]()!`*_#|-: \n\\$^{}ahtp/s.xj1", max_size=80))
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    for segment in segments(text):
        markup = "" if isinstance(segment, Code) else segment.html
        assert set(re.findall(r"</?([a-z0-9]+)", markup)) <= OUR_TAGS
        for address in re.findall(r'href="([^"]*)"', markup):
            assert SAFE_LINK.match(html.unescape(address))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>&\"'[]()!`*_#|-: \n\\ahtp/s.xj"), max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    for segment in segments(text):
        if isinstance(segment, Prose):
            document = segment.html.lower()
            assert "<img" not in document
            assert "<script" not in document


def test_what_hides_or_reorders_text_is_left_out() -> None:
    (shown,) = segments("a\x1b[31mred\x1b[0m \u202eevil\u202c \x00\x07b\u2066c\u2069")
    assert shown == Prose("<p>ared evil bc</p>\n")
    (code,) = segments("```\nif x:\u202e # \x1b]0;title\x07end\n```")
    assert code == Code("", "if x: # end")
    (persian,) = segments("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")
    assert "\u200c" in persian.html, "a joiner is part of a word"


def test_code_and_prose_keep_their_order() -> None:
    found = segments("one\n\n```py title\nx = 1\n```\n\ntwo\n\n~~~\ny\n~~~")
    assert [type(s) for s in found] == [Prose, Code, Prose, Code]
    assert found[1] == Code("py", "x = 1")


def test_a_signature_is_no_list_and_line_breaks_are_kept() -> None:
    (letter,) = segments("see you on friday.\n- k")
    assert letter == Prose("<p>see you on friday.<br />\n- k</p>\n")
    for text in ("Buy:\n- milk\n- eggs", "- milk", "text\n\n- milk", "1. one\n2. two"):
        assert "<li>" in "".join(s.html for s in segments(text) if isinstance(s, Prose)), text


def test_a_long_text_is_laid_out_in_pieces() -> None:
    found = segments("\n\n".join(["a paragraph of some words. " * 20] * 60))
    assert len(found) > 5
    assert all(isinstance(s, Prose) and len(s.html) < 10_000 for s in found)


def test_no_text_comes_to_nothing() -> None:
    addresses = "\n".join(f"[{n}]: https://example.org/{n}" for n in range(2000))
    for found in (segments(addresses), Growing().segments(addresses)):
        shown = "".join(s.html for s in found if isinstance(s, Prose))
        assert "[1999]: https://example.org/1999" in shown


@pytest.mark.parametrize(
    "text",
    [
        "A sentence of words. " * 900,
        "A line of words.\n" * 900,
        "1. An item of words\n" * 900,
        "- An item of words\n" * 900,
        "> " + "A quoted sentence. " * 900,
        "|a|b|\n|-|-|\n" + "|x|y|\n" * 90 + "\nThe end.",
    ],
)
def test_what_is_long_is_cut_the_same_way_while_it_grows(text: str) -> None:
    growing = Growing()
    for end in range(0, len(text), 333):
        growing.segments(text[:end])
    whole = segments(text)
    assert growing.segments(text) == whole
    words = re.sub(r"<[^>]*>", " ", "".join(s.html for s in whole if not isinstance(s, Code)))
    assert words.split() == re.sub(r"^(?:\d+\.|-|>)\s|[|]|-\|", " ", text, flags=re.M).split()
    sizes = [len(part) for s in whole for part in (s.parts if isinstance(s, Table) else (s.html,))]
    assert len(sizes) > 3
    assert max(sizes) < 7000


def test_the_pieces_of_a_list_go_on_counting() -> None:
    starts = [re.match(r'<ol(?: start="(\d+)")?>', s.html)[1] for s in segments("1. word\n" * 1500)]
    assert starts == [None, "1001"]


class Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


def test_a_link_asks_before_it_opens(qtbot: QtBot, look: object) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("https", opener, "open")
    try:
        view = ProseView("Reply")
        qtbot.addWidget(view)
        view.show_text("[a very long link text](https://example.org/page)")
        view.resize(400, 100)
        view.show()
        with qtbot.waitSignal(view.link) as told:
            browser = view.findChildren(TextView)[0]
            qtbot.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
        assert opener.opened == []
        host = QWidget()
        qtbot.addWidget(host)
        dialog = LinkDialog(host, told.args[0])
        dialog.open()
        dialog.open_button.click()
        assert opener.opened == [QUrl("https://example.org/page")]
    finally:
        QDesktopServices.unsetUrlHandler("https")
