"""What a bench must keep, by the name of the figure: the limit, and the goal that may still have to be reached.

A limit is what was measured last, with room for noise; absolute times also with room for a machine that is a third slower an hour
later. Whoever makes something faster lowers it.

`make bench` exits with an error when a limit is broken. Times are in milliseconds, of the best run; the rest are ratios of medians
in one run, which say the same on any machine.
"""

from typing import NamedTuple


class Bound(NamedTuple):
    limit: float
    goal: float


BOUNDS = {
    # Milliseconds.
    "start": Bound(8, 5),
    "check of a first plan": Bound(35, 12),
    "check of valmereau": Bound(120, 25),
    "simulate of valmereau": Bound(50, 40),
    "diff of valmereau, a title": Bound(1000, 300),
    "diff of valmereau, a step": Bound(1500, 300),
    "diff of 1,000 files": Bound(2500, 1000),
    # Times the floor: a C program of one thread that reads and parses the same files and does nothing with them.
    "check of 10,000 files, two cores": Bound(9, 1.5),
    "check of 10,000 files, one core": Bound(15, 3),
    "check of 10,000 files with 30,000 findings": Bound(11, 3),
    # Times `git status` of the same folder, where a check keeps what it found.
    "warm check of 10,000 files": Bound(3, 3),
    # The time for four times as many files, divided by four.
    "growth of a check": Bound(1.3, 1.15),
    # Peer's time and memory for the same words, divided by planc's.
    "pages as fast as Typst, times": Bound(2, 3),
    "pages in less memory than Typst, times": Bound(7, 8),
}
