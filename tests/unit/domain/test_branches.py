"""The tree of messages: every branch can be read, and none hides another."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from app.domain.branches import branch, newest_leaf, siblings
from app.domain.ledger import Message, Role, utc_now

NOW = utc_now()


def message(position: int, parent: int | None) -> Message:
    role = Role.USER if parent is None else Role.ASSISTANT
    above = None if parent is None else f"m{parent}"
    return Message(f"m{position}", "c", position, role, f"text {position}", NOW, above)


@some.composite
def trees(draw: some.DrawFn) -> list[Message]:
    size = draw(some.integers(1, 25))
    parents = [None if at == 0 else draw(some.integers(-1, at - 1)) for at in range(size)]
    return [message(at, None if p is None or p < 0 else p) for at, p in enumerate(parents)]


@given(trees())
def test_a_branch_begins_at_the_beginning_and_ends_at_its_leaf(tree: list[Message]) -> None:
    for leaf in tree:
        path = branch(tree, leaf.id)
        assert path[0].parent is None and path[-1] == leaf
        assert all(low.parent == high.id for high, low in itertools.pairwise(path))


@given(trees())
def test_versions_share_a_parent_and_stand_in_the_order_of_arrival(tree: list[Message]) -> None:
    known = {one.id: one for one in tree}
    versions = siblings(tree)
    assert set(versions) == set(known)
    for identity, group in versions.items():
        assert identity in group
        assert {known[other].parent for other in group} == {known[identity].parent}
        assert list(group) == sorted(group, key=lambda other: known[other].position)


@given(trees())
def test_the_newest_leaf_is_the_last_of_all_below(tree: list[Message]) -> None:
    for start in tree:
        leaf = newest_leaf(tree, start.id)
        path = [one.id for one in branch(tree, leaf)]
        below = [one for one in tree if start in branch(tree, one.id)]
        assert start.id in path
        assert leaf == max(below, key=lambda one: one.position).id


def test_nothing_is_read_without_a_leaf() -> None:
    assert branch([message(0, None)], None) == []
    assert branch([message(0, None)], "gone") == []


def test_a_question_and_a_reply_under_one_message_are_no_versions_of_each_other() -> None:
    asked, reply = message(0, None), message(1, 0)
    beside = replace(message(2, 0), role=Role.USER)
    versions = siblings([asked, reply, beside])
    assert versions[reply.id] == (reply.id,) and versions[beside.id] == (beside.id,)
