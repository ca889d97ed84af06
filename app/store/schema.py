"""The schema of the ledger, as the ordered steps that led to it.

Released steps are never edited, only followed by new ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.store.inspection import APPLICATION_ID


@dataclass(frozen=True, slots=True)
class Migration:
    """Leads from schema `version` - 1 to `version`."""

    version: int
    statements: tuple[str, ...]


# `seq` keeps the order of arrival: an implicit rowid may change when the file is rebuilt.
_FIRST = Migration(
    version=1,
    statements=(
        f"PRAGMA application_id = {APPLICATION_ID}",
        """CREATE TABLE conversations (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
            created TEXT NOT NULL, updated TEXT NOT NULL) STRICT""",
        """CREATE TABLE messages (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            conversation TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
            position INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
            base TEXT, adapter TEXT, arm TEXT, partial INTEGER NOT NULL,
            UNIQUE (conversation, position)) STRICT""",
        """CREATE TABLE signals (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
            session TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
            messages TEXT NOT NULL, reply TEXT NOT NULL, edited TEXT, spans TEXT NOT NULL,
            base TEXT, adapter TEXT, state TEXT NOT NULL, via TEXT NOT NULL,
            message TEXT) STRICT""",
        "CREATE INDEX signals_message ON signals (message)",
        """CREATE TABLE memories (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL,
            kind TEXT NOT NULL, "from" TEXT NOT NULL, until TEXT, superseded_by TEXT,
            source TEXT, state TEXT NOT NULL, pinned INTEGER NOT NULL) STRICT""",
        """CREATE TABLE nights (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, started TEXT NOT NULL,
            finished TEXT, outcome TEXT, reason TEXT NOT NULL, base TEXT NOT NULL,
            recipe TEXT NOT NULL, rows TEXT NOT NULL, metrics TEXT, adapter TEXT) STRICT""",
        """CREATE TABLE adapters (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            night TEXT NOT NULL REFERENCES nights(id), base TEXT NOT NULL,
            sha256 TEXT NOT NULL, rows TEXT NOT NULL, active INTEGER NOT NULL) STRICT""",
        "CREATE UNIQUE INDEX adapters_one_active ON adapters (active) WHERE active = 1",
        "CREATE TABLE housekeeping (task TEXT PRIMARY KEY) STRICT",
    ),
)

# The tree of messages, what a conversation is set to, and the words of all messages and titles.
_SECOND = Migration(
    version=2,
    statements=(
        "ALTER TABLE messages ADD COLUMN parent TEXT",
        "ALTER TABLE messages ADD COLUMN origin TEXT",
        """UPDATE messages SET parent = (
            SELECT id FROM messages AS before WHERE before.conversation = messages.conversation
            AND before.position < messages.position ORDER BY before.position DESC LIMIT 1)""",
        "ALTER TABLE conversations ADD COLUMN leaf TEXT",
        "ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversations ADD COLUMN folder TEXT",
        "ALTER TABLE conversations ADD COLUMN setup TEXT NOT NULL DEFAULT '{}'",
        """UPDATE conversations SET leaf = (
            SELECT id FROM messages WHERE conversation = conversations.id
            ORDER BY position DESC LIMIT 1)""",
        """CREATE TABLE attachments (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            message TEXT NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
            name TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL) STRICT""",
        "CREATE INDEX attachments_message ON attachments (message)",
        """CREATE TABLE summaries (
            until TEXT PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
            base TEXT NOT NULL, text TEXT NOT NULL) STRICT""",
        "CREATE TABLE presets (name TEXT PRIMARY KEY, setup TEXT NOT NULL) STRICT",
        # `place`: a conversation, a message that is being corrected, or a word of the window's.
        "CREATE TABLE drafts (place TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT",
        """CREATE TRIGGER conversation_draft AFTER DELETE ON conversations BEGIN
            DELETE FROM drafts WHERE place = old.id; END""",
        """CREATE TRIGGER message_draft AFTER DELETE ON messages BEGIN
            DELETE FROM drafts WHERE place = old.id; END""",
        # Without secure-delete, words of a deleted message stay in the index (facts: Forgetting).
        """CREATE VIRTUAL TABLE messages_text USING fts5(
            text, content = 'messages', content_rowid = 'seq',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
        "INSERT INTO messages_text (messages_text, rank) VALUES ('secure-delete', 1)",
        "INSERT INTO messages_text (messages_text) VALUES ('rebuild')",
        "CREATE VIRTUAL TABLE messages_words USING fts5vocab(messages_text, 'row')",
        """CREATE TRIGGER messages_text_in AFTER INSERT ON messages BEGIN
            INSERT INTO messages_text (rowid, text) VALUES (new.seq, new.text); END""",
        """CREATE TRIGGER messages_text_out AFTER DELETE ON messages BEGIN
            INSERT INTO messages_text (messages_text, rowid, text)
            VALUES ('delete', old.seq, old.text); END""",
        # A new text alone is indexed anew: origin and state of a message change more often.
        """CREATE TRIGGER messages_text_new AFTER UPDATE OF text ON messages
            WHEN old.text IS NOT new.text BEGIN
            INSERT INTO messages_text (messages_text, rowid, text)
            VALUES ('delete', old.seq, old.text);
            INSERT INTO messages_text (rowid, text) VALUES (new.seq, new.text); END""",
        """CREATE VIRTUAL TABLE titles_text USING fts5(
            title, content = 'conversations', content_rowid = 'seq',
            tokenize = 'unicode61 remove_diacritics 2')""",
        "INSERT INTO titles_text (titles_text, rank) VALUES ('secure-delete', 1)",
        "INSERT INTO titles_text (titles_text) VALUES ('rebuild')",
        "CREATE VIRTUAL TABLE titles_words USING fts5vocab(titles_text, 'row')",
        """CREATE TRIGGER titles_text_in AFTER INSERT ON conversations BEGIN
            INSERT INTO titles_text (rowid, title) VALUES (new.seq, new.title); END""",
        """CREATE TRIGGER titles_text_out AFTER DELETE ON conversations BEGIN
            INSERT INTO titles_text (titles_text, rowid, title)
            VALUES ('delete', old.seq, old.title); END""",
        """CREATE TRIGGER titles_text_new AFTER UPDATE OF title ON conversations
            WHEN old.title IS NOT new.title BEGIN
            INSERT INTO titles_text (titles_text, rowid, title)
            VALUES ('delete', old.seq, old.title);
            INSERT INTO titles_text (rowid, title) VALUES (new.seq, new.title); END""",
    ),
)

# Memories that can be found by their words, what a corrected reply said, receipts of erasures.
_THIRD = Migration(
    version=3,
    statements=(
        "ALTER TABLE memories ADD COLUMN origin TEXT NOT NULL DEFAULT 'typed'",
        "CREATE INDEX memories_source ON memories (source)",
        """CREATE INDEX memories_newest ON memories (kind, "from")
            WHERE state = 'active' AND superseded_by IS NULL""",
        "CREATE INDEX memories_pinned ON memories (pinned) WHERE pinned = 1",
        # Seals of texts that were forgotten, by a key of the profile: never to be proposed again.
        "CREATE TABLE dismissed (seal TEXT PRIMARY KEY) STRICT",
        "ALTER TABLE messages ADD COLUMN written TEXT",
        """UPDATE messages SET written = (
            SELECT reply FROM signals WHERE signals.message = messages.id AND kind = 'edit')""",
        """CREATE TABLE receipts (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
            body TEXT NOT NULL, signature TEXT NOT NULL) STRICT""",
        """CREATE VIRTUAL TABLE memories_text USING fts5(
            text, content = 'memories', content_rowid = 'seq',
            tokenize = 'porter unicode61 remove_diacritics 2')""",
        "INSERT INTO memories_text (memories_text, rank) VALUES ('secure-delete', 1)",
        "INSERT INTO memories_text (memories_text) VALUES ('rebuild')",
        """CREATE TRIGGER memories_text_in AFTER INSERT ON memories BEGIN
            INSERT INTO memories_text (rowid, text) VALUES (new.seq, new.text); END""",
        """CREATE TRIGGER memories_text_out AFTER DELETE ON memories BEGIN
            INSERT INTO memories_text (memories_text, rowid, text)
            VALUES ('delete', old.seq, old.text); END""",
        """CREATE TRIGGER memories_text_new AFTER UPDATE OF text ON memories
            WHEN old.text IS NOT new.text BEGIN
            INSERT INTO memories_text (memories_text, rowid, text)
            VALUES ('delete', old.seq, old.text);
            INSERT INTO memories_text (rowid, text) VALUES (new.seq, new.text); END""",
    ),
)

# Corrections that the person has pinned.
_FOURTH = Migration(
    version=4,
    statements=("ALTER TABLE signals ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",),
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)
