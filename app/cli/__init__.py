"""The command line: a second front end over the same services.

`--json` prints one JSON object on stdout and nothing else there. Exit codes: 0 done, 2 wrong
usage, 3 a known problem of the environment (title, sentence, remedy on stderr), 1 a fault of ours.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from app import __version__
from app.domain.errors import KnownError
from app.domain.ledger import Arm

OK, KNOWN = 0, 3


def parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--profile", type=Path, metavar="DIR", help="all state of one user")
    shared.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="for machines without a keyring"
    )
    shared.add_argument("--json", action="store_true", help="one JSON object on stdout")

    top = argparse.ArgumentParser(
        prog="reverie",
        parents=[shared],
        description="An assistant that learns you overnight, on your own machine. "
        "Without a command it opens the window.",
    )
    top.add_argument("--version", action="version", version=f"reverie {__version__}")
    starts = top.add_mutually_exclusive_group()
    starts.add_argument(
        "--prompt", action="store_true", help="open the quick prompt; bind a desktop key to this"
    )
    starts.add_argument(
        "--background", action="store_true", help="start without a window, as at login"
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[shared])

    _ask(add("ask", "Ask once and print the reply; nothing is stored."))
    _conversations(add("conversations", "List, export or import conversations."))
    _signals(add("signals", "List, import, export or forget what replies taught."))
    _memories(add("memories", "List, add, find, change or forget what is known about you."))
    _search(add("search", "Search all conversations; typing errors are forgiven."))
    _sleep(add("sleep", "Run a night of learning now."))
    _nights(add("nights", "List nights; show, use, roll back, export or delete one."))
    _erasure(add("erasure", "Prove that what is forgotten is gone; receipts; backups."), shared)
    _wipe(add("wipe", "Destroy a part of this profile, or all of it, for good."))
    _models(add("models", "List models; pull or use one."))
    add("doctor", "Check this machine and this profile.")
    _demo(add("demo", "Watch a simulated user teach a throw-away profile in some minutes."))
    return top


def _ask(p: argparse.ArgumentParser) -> None:
    p.add_argument("text", metavar="TEXT", help="the question; - reads it from standard input")
    p.add_argument("--arm", choices=[a.value for a in Arm], default=None, help="what may answer")
    p.add_argument("--seed", type=int, metavar="N", help="the same seed gives the same text")
    p.add_argument("--temperature", type=_at_least_zero, metavar="T", help="0 is greedy")
    p.add_argument("--max-tokens", type=_positive, metavar="N", help="longest reply")


def _signals(p: argparse.ArgumentParser) -> None:
    actions = p.add_subparsers(dest="action", metavar="ACTION")
    listed = actions.add_parser("list", help="all of them, oldest first")
    states = ("active", "excluded", "quarantined")
    listed.add_argument("--state", choices=states, help="only these")
    for name in ("import", "export"):
        actions.add_parser(name, help=f"{name} a JSON Lines file").add_argument(
            "file", type=Path, metavar="FILE.jsonl"
        )
    for name, text in (
        ("forget", "delete rows; adapters that saw them go off"),
        ("approve", "learn from what was left out or waits to be judged"),
        ("exclude", "keep, and do not learn from"),
        ("pin", "always among the rows of a night, and first among the examples"),
        ("unpin", "like any other"),
    ):
        actions.add_parser(name, help=text).add_argument("ids", nargs="+", metavar="ID")


def _conversations(p: argparse.ArgumentParser) -> None:
    actions = p.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("list", help="the newest first")
    text = "write a JSON file, a Markdown file, or a folder of Markdown files; not encrypted"
    export = actions.add_parser("export", help=text, description=text)
    export.add_argument("path", type=Path, metavar="FILE.json|FILE.md|DIR")
    export.add_argument(
        "--id", action="append", metavar="ID", help="only this one; may be repeated"
    )
    export.add_argument("--replace", action="store_true", help="write over files that are there")
    text = "read our own JSON, ChatGPT's export (.zip or conversations.json) or Open WebUI's"
    actions.add_parser("import", help=text, description=text).add_argument(
        "file", type=Path, metavar="FILE"
    )


def _memories(p: argparse.ArgumentParser) -> None:
    actions = p.add_subparsers(dest="action", metavar="ACTION")
    listed = actions.add_parser("list", help="all of them, also proposed and replaced ones")
    states = ("proposed", "active", "excluded")
    listed.add_argument("--state", choices=states, help="only these")
    add = actions.add_parser("add", help="remember a sentence")
    add.add_argument("text", metavar="TEXT")
    kinds = add.add_mutually_exclusive_group()
    for kind, text in (
        ("fact", "something about you; the default unless the words say otherwise"),
        ("preference", "how you like things; nights learn it too"),
    ):
        kinds.add_argument(f"--{kind}", dest="kind", action="store_const", const=kind, help=text)
    search = actions.add_parser("search", help="those that have any of the words")
    search.add_argument("text", nargs="+", metavar="TEXT")
    for name, text in (
        ("forget", "delete for good; adapters that were taught one go off"),
        ("approve", "remember what was proposed"),
        ("exclude", "keep, and do not use"),
        ("use", "use again what was left out"),
        ("pin", "put into every prompt"),
        ("unpin", "only where it fits"),
    ):
        actions.add_parser(name, help=text).add_argument("ids", nargs="+", metavar="ID")
    for name, text in (("correct", "it was wrong"), ("replace", "it has changed since")):
        changed = actions.add_parser(name, help=f"{text}: say it anew")
        changed.add_argument("id", metavar="ID")
        changed.add_argument("text", metavar="TEXT")
    actions.add_parser("contradictions", help="pairs that cannot both be true")


def _search(p: argparse.ArgumentParser) -> None:
    p.add_argument("text", nargs="+", metavar="TEXT", help='words, or "a phrase" in quotes')
    p.add_argument("--limit", type=_positive, default=20, metavar="N", help="hits; default 20")


def _sleep(p: argparse.ArgumentParser) -> None:
    p.add_argument("--now", action="store_true", required=True, help="do not wait for the night")
    p.add_argument("--budget-minutes", type=_above_zero, metavar="N", help="stop after so long")


def _nights(p: argparse.ArgumentParser) -> None:
    actions = p.add_subparsers(dest="action", metavar="ACTION")
    for name, text in (("show", "the report of a night"), ("use", "switch to its adapter")):
        actions.add_parser(name, help=text).add_argument("id", metavar="ID")
    actions.add_parser("rollback", help="back to the adapter before, or to the base")
    text = "destroy what it learned; its record stays"
    actions.add_parser("delete", help=text, description=text).add_argument("id", metavar="ID")
    export = actions.add_parser("export", help="write the plain adapter for other programs")
    export.add_argument("id", metavar="ID")
    export.add_argument("file", type=Path, metavar="FILE.gguf")


def _erasure(p: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    actions = p.add_subparsers(dest="action", metavar="ACTION", required=True)
    text = "plant rows in throw-away profiles, forget them, look for what is left: up to an hour"
    prove = actions.add_parser("prove", help=text, description=text, parents=[shared])
    prove.add_argument("--seed", type=int, metavar="N", help="plant the same texts again")
    text = "list the receipts of what was forgotten; show, export or verify one"
    receipts = actions.add_parser("receipts", help=text, description=text, parents=[shared])
    kinds = receipts.add_subparsers(dest="what", metavar="ACTION")
    ids = "of the receipt, or of a row that it erased"
    kinds.add_parser("show", help="all of it").add_argument("id", metavar="ID", help=ids)
    export = kinds.add_parser("export", help="write it as a file that can be checked elsewhere")
    export.add_argument("id", metavar="ID", help=ids)
    export.add_argument("file", type=Path, metavar="FILE.json")
    verify = kinds.add_parser("verify", help="is it this profile's, and does it still hold?")
    verify.add_argument("file", type=Path, metavar="FILE.json")
    text = "list the backups from before migrations, and which hold forgotten rows"
    backups = actions.add_parser("backups", help=text, description=text, parents=[shared])
    kinds = backups.add_subparsers(dest="what", metavar="ACTION")
    kinds.add_parser("delete", help="for good").add_argument("names", nargs="+", metavar="NAME")


def _wipe(p: argparse.ArgumentParser) -> None:
    scopes = p.add_mutually_exclusive_group()
    scopes.add_argument("--memories", action="store_true", help="what it knows about you in words")
    scopes.add_argument("--learned", action="store_true", help="every adapter; corrections stay")
    scopes.add_argument("--conversation", metavar="ID", help="with all that it taught")
    scopes.add_argument("--everything", action="store_true", help="the whole profile; the default")
    p.add_argument("--yes", action="store_true", help="do not ask")


def _models(p: argparse.ArgumentParser) -> None:
    actions = p.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("pull", help="download a model").add_argument("name", metavar="NAME")
    actions.add_parser("use", help="choose a model").add_argument("name", metavar="NAME|FILE.gguf")


def _demo(p: argparse.ArgumentParser) -> None:
    p.add_argument("--edits", type=_positive, default=48, metavar="N", help="default 48")
    p.add_argument("--keep", type=Path, metavar="DIR", help="keep the profile in this new folder")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def _above_zero(text: str) -> float:
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError("must be more than 0")
    return value


def _at_least_zero(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 2:
        raise argparse.ArgumentTypeError("must be between 0 and 2")
    return value


def main(argv: list[str]) -> int:
    """Runs one command. `argv` is without the program's name and has a command in it."""
    args = parser().parse_args(argv)
    from app.cli import commands  # noqa: PLC0415 - `--help` must not wait for the services
    from app.cli.erasure import Unproved  # noqa: PLC0415

    try:
        result = commands.run(args)
    except KnownError as error:
        if getattr(args, "json", False) and isinstance(error, Unproved):
            print(json.dumps(error.result, ensure_ascii=False))
        print(f"{error.title}\n{error.sentence}\n{error.remedy}", file=sys.stderr)
        return KNOWN
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    if getattr(args, "json", False):
        print(json.dumps(result, ensure_ascii=False))
    return OK
