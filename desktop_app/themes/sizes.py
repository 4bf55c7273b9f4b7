"""The sizes of a theme, by name."""

from __future__ import annotations

text_sm = "text_sm"
text_md = "text_md"
text_lg = "text_lg"
spacing_sm = "spacing_sm"
spacing_md = "spacing_md"
spacing_lg = "spacing_lg"
radius_none = "radius_none"
radius_sm = "radius_sm"
radius_md = "radius_md"
radius_lg = "radius_lg"
radius_xxl = "radius_xxl"

# How much each multiplies the page's own.
SCALES = {
    "text": {"sm": 0.8125, "md": 0.875, "lg": 1.0},
    "spacing": {"sm": 0.75, "md": 1.0, "lg": 1.3},
    "radius": {"none": 0.0, "sm": 0.6, "md": 1.0, "lg": 1.6, "xxl": 3.0},
}
