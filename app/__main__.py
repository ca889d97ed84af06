"""Entry point: the window without a command, the command line with one."""

from __future__ import annotations

import os
import sys

from app.cli import KNOWN, parser
from app.cli import main as command_line
from app.domain.errors import KnownError
from app.domain.phrases import phrase


def main(argv: list[str] | None = None) -> int:
    argv = sys.argv[1:] if argv is None else argv
    args = parser().parse_args(argv)
    if args.command is not None:
        return command_line(argv)
    try:
        require_display()
        from app.services import default_profile  # noqa: PLC0415 - the command line needs no Qt
        from app.ui.app import run  # noqa: PLC0415
        from app.ui.single import Word  # noqa: PLC0415

        return run(
            getattr(args, "profile", None) or default_profile(),
            getattr(args, "passphrase_file", None),
            Word.PROMPT if args.prompt else Word.NOTHING if args.background else Word.RAISE,
        )
    except KnownError as error:
        sys.stderr.write(f"{error.title}\n{error.sentence}\n{error.remedy}\n")
        return KNOWN


def require_display() -> None:
    """Qt ends the process where it finds no display, so it is asked for before Qt is."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in shown):
        raise KnownError(
            phrase("No display"),
            phrase("The window needs a screen, and neither DISPLAY nor WAYLAND_DISPLAY names one."),
            phrase(
                "Without one, try `make demo`, or the command line: `.venv/bin/reverie --help`."
            ),
        )


if __name__ == "__main__":
    sys.exit(main())
