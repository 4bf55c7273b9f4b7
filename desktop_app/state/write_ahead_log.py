"""Reading SQLite's write-ahead log without SQLite, which drops everything behind the first broken frame.

Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from desktop_app.state.sqlite_rows import PAGE_SIZE

HEADER = struct.Struct(">8I")  # magic, format, page size, checkpoint number, two salts, two sums
FRAME_HEADER = struct.Struct(">6I")  # page number, size of the database if it commits, two salts, two sums
MAGIC = 0x377F0682  # the last bit says in which order the bytes of a word are added up
Pair = tuple[int, int]


@dataclass(frozen=True)
class Frame:
    """A page as a transaction left it.

    Attributes:
        number: of the page.
        commits: it is the last one of its transaction.
        salts: say to which round of the log it belongs.
        sums: over the log up to its end.
        summed: the part of its header that they cover.
        page: the page.
    """

    number: int
    commits: bool
    salts: Pair
    sums: Pair
    summed: bytes
    page: bytes


@dataclass(frozen=True)
class Log:
    """What a write-ahead log holds.

    Attributes:
        committed: the frames of finished transactions; what SQLite reads.
        unfinished: the frames behind them, of a transaction that was under way.
        dropped: a broken frame and what follows it in this round of the log; SQLite drops these, finished or not.
        left: what follows then: left from earlier rounds, or with a header that does not even tell the round.
        broken: those dropped hold a finished transaction behind the broken frame, or the log's own header is broken.
    """

    committed: list[Frame]
    unfinished: list[Frame]
    dropped: list[Frame]
    left: list[Frame]
    broken: bool


def read_log(content: bytes) -> Log:
    """Take a log apart."""
    frames = _frames(content)
    if not frames:
        return Log([], [], [], [], broken=False)
    magic, _, page_size, _, salt1, salt2, *stored = HEADER.unpack_from(content)
    order = ">" if magic & 1 else "<"
    sums = _add_up(order, content[:24], (0, 0))
    if magic & ~1 != MAGIC or page_size != PAGE_SIZE or sums != tuple(stored):
        return Log([], [], frames, [], broken=True)
    valid = finished = 0
    for frame in frames:
        sums = _add_up(order, frame.summed + frame.page, sums)
        if frame.salts != (salt1, salt2) or frame.sums != sums:
            break
        valid += 1
        if frame.commits:
            finished = valid

    def ours(frame: Frame) -> bool:
        """A frame of an earlier round shares no salt with this one; one whose salts were damaged shares one."""
        return any(a == b for a, b in zip(frame.salts, (salt1, salt2), strict=True))

    broken = any(frame.commits and ours(frame) for frame in frames[valid + 1 :])
    # A round fills the log from its start: what lies before one of its frames belongs to it, whatever its salts are.
    end = max((number for number, frame in enumerate(frames, 1) if ours(frame)), default=0)
    return Log(frames[:finished], frames[finished:valid], frames[valid:end], frames[end:], broken)


def log_of(path: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of a database file."""
    return path.with_name(f"{path.name}-wal")


def content_of(path: Path) -> bytes:
    """Return the bytes of a file, none if it is not there."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _frames(content: bytes) -> list[Frame]:
    found = []
    step = FRAME_HEADER.size + PAGE_SIZE
    for start in range(HEADER.size, len(content) - step + 1, step):
        number, size, salt1, salt2, sum1, sum2 = FRAME_HEADER.unpack_from(content, start)
        page = content[start + FRAME_HEADER.size : start + step]
        found.append(Frame(number, size != 0, (salt1, salt2), (sum1, sum2), content[start : start + 8], page))
    return found


def _add_up(order: str, content: bytes, sums: Pair) -> Pair:
    first, second = sums
    words = iter(struct.unpack(f"{order}{len(content) // 4}I", content))
    for even in words:
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + next(words) + first) & 0xFFFFFFFF
    return first, second
