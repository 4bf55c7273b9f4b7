"""Finding rows in a damaged file: they are looked for in its bytes, so no broken page hides those on other pages.

A row is taken only if its checksum is right; how the bytes of a row lie in a page is described at
https://www.sqlite.org/fileformat2.html#record_format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.state.sqlite_rows import CHECKSUM_SIZE, PAGE_SIZE, DamagedRow, verified
from desktop_app.state.store import Entry
from desktop_app.state.write_ahead_log import content_of, read_log

# The header of a row: its size, then the kinds of key, revision, version, text and checksum (a blob of 16 bytes).
VARINT = rb"[\x80-\xff]{0,4}[\x00-\x7f]"
HEADER = re.compile(
    rb"[\x06-\x10](%b)([\x01-\x06\x08\x09])([\x01-\x06\x08\x09])(%b)%b"
    % (VARINT, VARINT, re.escape(bytes([12 + 2 * CHECKSUM_SIZE]))),
    re.DOTALL,
)
INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}
# What of a row lies in its own page (the rest on others): https://www.sqlite.org/fileformat2.html#b_tree_pages
MOST_LOCAL = (PAGE_SIZE - 12) * 64 // 255 - 23
LEAST_LOCAL = (PAGE_SIZE - 12) * 32 // 255 - 23
ON_OTHER_PAGE = PAGE_SIZE - 4


@dataclass
class Salvaged:
    """What was found.

    Attributes:
        entries: the newest readable entry of each key.
        unreadable: keys of which only damaged rows were found.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)

    def search(self, looked_at: Iterable[bytes], pages: Mapping[int, bytes]) -> None:
        """Take the rows of some pages; `pages` has, by number, those on which long rows go on."""
        for page in looked_at:
            start = 0
            while match := HEADER.search(page, start):
                start = match.start() + 1  # what looks like a header may hide the true one within it
                try:
                    key, entry = verified(_row(page, match, pages))
                except DamagedRow as damaged:
                    if isinstance(damaged.key, str) and damaged.key.isprintable():
                        self.unreadable.add(damaged.key)
                else:
                    if key not in self.entries or entry.revision > self.entries[key].revision:
                        self.entries[key] = entry
        self.unreadable -= self.entries.keys()


def salvage(database: bytes, log_path: Path, *, finished_only: bool = False) -> Salvaged:
    """Return what can be read in a file and its log: each key's newest entry.

    Args:
        database: the bytes of the file.
        log_path: of its log.
        finished_only: unless the log is broken, take only what SQLite would read.

    Raises:
        OSError: the log cannot be read.
    """
    log = read_log(content_of(log_path))
    # Where a file was cut off, its last page goes on with zeros, as SQLite reads it: a row may end on what is there.
    pages = {
        start // PAGE_SIZE + 1: database[start : start + PAGE_SIZE].ljust(PAGE_SIZE, b"\0")
        for start in range(0, len(database), PAGE_SIZE)
    }
    found = Salvaged()
    found.search(list(pages.values()), pages)
    transaction = []
    finished_only = finished_only and not log.broken
    for frame in [*log.committed, *([] if finished_only else [*log.unfinished, *log.dropped])]:
        pages[frame.number] = frame.page
        transaction.append(frame.page)
        if frame.commits:
            found.search(transaction, pages)
            transaction = []
    found.search(transaction, pages)
    if not finished_only:
        found.search([frame.page for frame in log.left], pages)  # most are older: they take no page's place
    return found


def _row(page: bytes, match: re.Match[bytes], pages: Mapping[int, bytes]) -> tuple[object, ...]:
    header = match[0]
    key_kind, revision_kind, version_kind, text_kind = (_varint(match[group]) for group in range(1, 5))
    sizes = [
        max(key_kind - 13, 0) // 2,
        INTEGER_SIZES[revision_kind],
        INTEGER_SIZES[version_kind],
        max(text_kind - 12, 0) // 2,
        CHECKSUM_SIZE,
    ]
    if header[0] != len(header) or key_kind % 2 == 0 or 0 < text_kind < 12:
        raise DamagedRow(None)
    payload = _payload(page, match.start(), len(header) + sum(sizes), pages)
    fields = []
    start = len(header)
    for size in sizes:
        fields.append(payload[start : start + size])
        start += size
    name, revision, version, text, checksum = fields
    try:
        key = name.decode()
    except UnicodeDecodeError as error:
        raise DamagedRow(None) from error
    if len(payload) < start:
        raise DamagedRow(key if len(name) == sizes[0] else None)
    return (
        key,
        _integer(revision_kind, revision),
        _integer(version_kind, version),
        text if text_kind else None,
        checksum,
    )


def _payload(page: bytes, start: int, size: int, pages: Mapping[int, bytes]) -> bytes:
    local = size
    if size > MOST_LOCAL:
        local = LEAST_LOCAL + (size - LEAST_LOCAL) % ON_OTHER_PAGE
        local = local if local <= MOST_LOCAL else LEAST_LOCAL
    parts = [page[start : start + local]]
    missing = size - local
    following = page[start + local : start + local + 4]
    while missing > 0:
        other = pages.get(int.from_bytes(following, "big"))
        if other is None:
            break
        parts.append(other[4 : 4 + missing])
        following = other[:4]
        missing -= len(parts[-1])
    return b"".join(parts)


def _integer(kind: int, content: bytes) -> int:
    return int.from_bytes(content, "big", signed=True) if content else kind - 8


def _varint(content: bytes) -> int:
    number = 0
    for byte in content:
        number = number << 7 | byte & 0x7F
    return number
