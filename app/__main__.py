"""Entry point: the window without a command, the command line with one."""

from __future__ import annotations

import sys

from app.cli import KNOWN, parser
from app.cli import main as command_line
from app.domain.errors import KnownError


def main(argv: list[str] | None = None) -> int:
    argv = sys.argv[1:] if argv is None else argv
    args = parser().parse_args(argv)
    if args.command is not None:
        return command_line(argv)
    from app.services import default_profile  # noqa: PLC0415 - the command line needs no Qt
    from app.ui.app import run  # noqa: PLC0415

    try:
        return run(
            getattr(args, "profile", None) or default_profile(),
            getattr(args, "passphrase_file", None),
        )
    except KnownError as error:
        sys.stderr.write(f"{error.title}\n{error.sentence}\n{error.remedy}\n")
        return KNOWN


if __name__ == "__main__":
    sys.exit(main())
