"""The icon of a new project: a window on a ground whose hue comes from its name."""

from __future__ import annotations

import colorsys
import math
import struct
import zlib

SIZE = 256  # pixels, width and height
CORNER = 56  # the radius of the ground's corners
WHITE = (255, 255, 255)
Color = tuple[int, int, int]
Box = tuple[float, float, float, float]  # left, top, right, bottom
WINDOW: Box = (56, 64, 200, 192)
BAR: Box = (56, 64, 200, 92)
LINES: list[Box] = [(76, 112, 180, 124), (76, 138, 150, 150)]
BUTTON: Box = (140, 164, 180, 178)


def icon(name: str) -> bytes:
    """Return a PNG of 256 by 256 pixels; the same name always gets the same."""
    hue = zlib.crc32(name.encode()) % 360 / 360
    top, bottom = _color(hue, 0.60, 0.65), _color(hue, 0.42, 0.70)
    ink = _color(hue, 0.45, 0.60)
    rows = bytearray()
    for y in range(SIZE):
        ground = _mixed(top, bottom, y / SIZE)
        rows.append(0)  # the row is stored as it is
        for x in range(SIZE):
            color = _mixed(ground, WHITE, _inside(x, y, WINDOW, 16))
            shade = 0.35 * min(_inside(x, y, BAR, 0), _inside(x, y, WINDOW, 16))
            marks = max(_inside(x, y, box, 6) for box in (*LINES, BUTTON))
            color = _mixed(_mixed(color, ink, shade), ink, marks)
            rows += bytes((*color, round(255 * _inside(x, y, (8, 8, SIZE - 8, SIZE - 8), CORNER))))
    return _png(bytes(rows))


def _inside(x: int, y: int, box: Box, radius: float) -> float:
    """Return how much of a pixel is inside a box with round corners, from 0 to 1."""
    left, top, right, bottom = box
    dx = max(left + radius - x - 0.5, x + 0.5 - right + radius, 0)
    dy = max(top + radius - y - 0.5, y + 0.5 - bottom + radius, 0)
    return min(max(radius - math.hypot(dx, dy) + 0.5, 0), 1)


def _color(hue: float, lightness: float, saturation: float) -> Color:
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return round(255 * red), round(255 * green), round(255 * blue)


def _mixed(one: Color, other: Color, share: float) -> Color:
    if share <= 0:
        return one
    mixed = [round(a + (b - a) * share) for a, b in zip(one, other, strict=True)]
    return mixed[0], mixed[1], mixed[2]


def _png(rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)  # 8 bits for each of red, green, blue and alpha
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
