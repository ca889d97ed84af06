"""What drawing the words costs on IFEval: figures in, rows out."""

from __future__ import annotations

from benchmarks.ifeval_control import rows


def test_a_row_tells_what_was_lost_and_gained() -> None:
    likeliest = {"ifeval_prompts": [1.0, 0.0], "ifeval_instructions": [1.0, 1.0, 0.0, 0.0]}
    drawn = {"ifeval_prompts": [1.0, 0.0], "ifeval_instructions": [0.0, 0.0, 1.0, 0.0]}
    assert list(rows(likeliest, drawn)) == [
        ["prompts", "2", "50.00", "+0.00", "0 : 0", "1.000"],
        ["instructions", "4", "50.00", "-25.00", "2 : 1", "1.000"],
    ]
