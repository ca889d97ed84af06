"""Every way in which the store, its key or an adapter file can be out of order, one type each.

All texts for people live here: a title, what happened, what to do now. None of them holds a
key, a passphrase or a stored text.
"""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import KnownError
from app.domain.phrases import Phrase, phrase

_RESTORE = phrase("Restore the latest backup. The file was left exactly as it is.")

_FOREIGN = phrase("{path} is another kind of file.")


class StoreError(KnownError):
    """The store cannot be opened, read or written."""


class EmptyStoreError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            phrase("The store is empty"), phrase("{path} has 0 bytes.", path=path), _RESTORE
        )


class TruncatedStoreError(StoreError):
    def __init__(self, path: Path, size: int) -> None:
        super().__init__(
            phrase("The store is cut short"),
            phrase(
                "{path} ends after {size} bytes, in the middle of its data.", path=path, size=size
            ),
            _RESTORE,
        )


class DamagedStoreError(StoreError):
    def __init__(self, path: Path, where: str) -> None:
        super().__init__(
            phrase("The store is damaged"),
            phrase("{path} was altered: {where}.", path=path, where=where),
            _RESTORE,
        )


class ForeignStoreError(StoreError):
    def __init__(self, path: Path, sentence: Phrase = _FOREIGN) -> None:
        super().__init__(
            phrase("This is not a Reverie store"),
            sentence.filled(path=path),
            phrase("Move that file away, or choose another profile folder. It was left as it is."),
        )


class PlaintextStoreError(ForeignStoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            path, phrase("{path} is an unencrypted database, which Reverie never writes.")
        )


class WrongKeyError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            phrase("The key does not fit the store"),
            phrase(
                "{path} was encrypted with another key, or its first page is destroyed.", path=path
            ),
            phrase(
                "Open it with the key it was made with, or restore a backup. The file "
                "was left exactly as it is."
            ),
        )


class NewerStoreError(StoreError):
    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            phrase("The store is from a newer Reverie"),
            phrase(
                "{path} has schema version {found}; this version knows {known}.",
                path=path,
                found=found,
                known=known,
            ),
            phrase("Install the newer version again. The file was left exactly as it is."),
        )


class MissingStoreError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            phrase("The store is missing"),
            phrase("{path} is gone, though other data of this profile is still there.", path=path),
            phrase("Put the file back or restore a backup. No new store was made in its place."),
        )


class StoreInUseError(StoreError):
    def __init__(self, profile: Path) -> None:
        super().__init__(
            phrase("The store is open elsewhere"),
            phrase("Another Reverie process is using {profile}.", profile=profile),
            phrase("Close that one first, or choose another profile folder."),
        )


class DiskFullError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            phrase("The disk is full"),
            phrase(
                "There is no room to write beside {path}. What was saved before is safe.", path=path
            ),
            phrase("Free some space and try again."),
        )


class ReadOnlyStoreError(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            phrase("The profile cannot be written"),
            phrase("{path} or its folder is read-only, or belongs to another user.", path=path),
            phrase("Give yourself write access to the folder, or choose another profile folder."),
        )


class DiskFaultError(StoreError):
    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            phrase("The disk reported a fault"),
            phrase("Reading or writing {path} failed: {detail}.", path=path, detail=detail),
            phrase("Check the disk and its free space, then try again."),
        )


class ScrubUnfinishedError(StoreError):
    def __init__(self, cause: StoreError) -> None:
        super().__init__(
            phrase("Forgetting is not finished"),
            phrase(
                "The entries are deleted, but what they left on the disk (old bytes inside the "
                "encrypted store, adapters) could not be removed yet. {cause}.",
                cause=cause.title,
            ),
            phrase("{remedy} The rest is done at the next start.", remedy=cause.remedy),
        )


_ABSENT = {
    "adapter": (phrase("No such adapter"), phrase("There is no adapter with the id {identity}.")),
    "conversation": (
        phrase("No such conversation"),
        phrase("There is no conversation with the id {identity}."),
    ),
    "memory": (phrase("No such memory"), phrase("There is no memory with the id {identity}.")),
    "message": (phrase("No such message"), phrase("There is no message with the id {identity}.")),
    "night": (phrase("No such night"), phrase("There is no night with the id {identity}.")),
    "signal": (phrase("No such signal"), phrase("There is no signal with the id {identity}.")),
}


class NotFoundError(StoreError):
    """`what` is one of `_ABSENT`."""

    def __init__(self, what: str, identity: str) -> None:
        title, sentence = _ABSENT[what]
        super().__init__(
            title,
            sentence.filled(identity=identity),
            phrase("List what there is, and use an id from that list."),
        )


_GONE = phrase("{missing} of the signals that adapter {adapter} learned from are gone.")
_ONE_GONE = phrase("1 of the signals that adapter {adapter} learned from is gone.")


class ForgottenRowsError(StoreError):
    """An adapter that saw a forgotten signal must never answer again."""

    def __init__(self, adapter: str, missing: int) -> None:
        super().__init__(
            phrase("This adapter saw something you had it forget"),
            (_ONE_GONE if missing == 1 else _GONE).filled(missing=missing, adapter=adapter),
            phrase("Let the next night learn without them."),
        )


class NightEndedError(StoreError):
    """A night that was ended from elsewhere must not put anything into use."""

    def __init__(self) -> None:
        super().__init__(
            phrase("This night has ended"),
            phrase("What was learned was wiped while this night ran."),
            phrase("Sleep again to learn from what is there now."),
        )


class MasterKeyError(KnownError):
    """The master key cannot be had. Each of these can be retried without a restart."""


class PassphraseNeededError(MasterKeyError):
    def __init__(self, why: str) -> None:
        super().__init__(
            phrase("A passphrase is needed"),
            why,
            phrase("Enter it in the window, or name a file that holds it with --passphrase-file."),
        )


class WrongPassphraseError(MasterKeyError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Wrong passphrase"),
            phrase("The passphrase does not unlock this profile's key."),
            phrase("Try again. Nothing was changed."),
        )


class KeyFileDamagedError(MasterKeyError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            phrase("The key file is damaged"),
            phrase("{path} cannot be read as a key file.", path=path),
            phrase("Restore that file from a backup of the profile. Nothing was changed."),
        )


class KeyFileMissingError(MasterKeyError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            phrase("The key file is missing"),
            phrase("{path} is gone, but there is data that was encrypted with its key.", path=path),
            phrase("Put the file back from a backup of the profile. No new key was made."),
        )


class KeyAbsentError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            phrase("The key is not in the keyring"),
            phrase(
                "The keyring ({backend}) answers but has no entry for this profile.",
                backend=backend,
            ),
            phrase(
                "Log in to the desktop account that made this profile, or restore its "
                "keyring. No new key was made."
            ),
        )


class KeyEntryDamagedError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            phrase("The key in the keyring is damaged"),
            phrase(
                "The entry for this profile in the keyring ({backend}) is not a key.",
                backend=backend,
            ),
            phrase("Restore the keyring. Nothing was changed."),
        )


class KeyringLockedError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            phrase("The keyring is locked"),
            phrase(
                "The keyring ({backend}) stayed locked, or its prompt was dismissed.",
                backend=backend,
            ),
            phrase("Unlock the keyring and try again."),
        )


class KeyringDeniedError(MasterKeyError):
    def __init__(self, backend: str) -> None:
        super().__init__(
            phrase("The keyring refused"),
            phrase(
                "The keyring ({backend}) did not let Reverie read or store its key.",
                backend=backend,
            ),
            phrase("Allow Reverie in the keyring's settings and try again."),
        )


class KeyringUnavailableError(MasterKeyError):
    def __init__(self, backend: str, now: str) -> None:
        super().__init__(
            phrase("No keyring answers"),
            phrase(
                "This profile's key is in the keyring ({backend}), but now there is only {now}.",
                backend=backend,
                now=now,
            ),
            phrase(
                "Log in to the desktop session that has the keyring, start its service, "
                "and try again."
            ),
        )


class BackendChangedError(MasterKeyError):
    def __init__(self, recorded: str, now: str) -> None:
        super().__init__(
            phrase("The keyring has changed"),
            phrase(
                "This profile's key is in {recorded}; this session offers {now}.",
                recorded=recorded,
                now=now,
            ),
            phrase(
                "Start Reverie where {recorded} is the keyring, or select it with the "
                "environment variable PYTHON_KEYRING_BACKEND={recorded}. Nothing was "
                "changed.",
                recorded=recorded,
            ),
        )


class AdapterFileError(KnownError):
    """A stored adapter cannot be used. The base model answers without it."""


class AdapterMissingError(AdapterFileError):
    def __init__(self, identity: str) -> None:
        super().__init__(
            phrase("The adapter's file is missing"),
            phrase("The file of adapter {identity} is gone.", identity=identity),
            phrase("Choose another night, or let the next night make a new one."),
        )


class AdapterAlteredError(AdapterFileError):
    def __init__(self, identity: str) -> None:
        super().__init__(
            phrase("The adapter's file was altered"),
            phrase(
                "The file of adapter {identity} is not the one that its night wrote.",
                identity=identity,
            ),
            phrase("Choose another night, or let the next night make a new one."),
        )
