"""Figures that are printed and written to RESULTS.md by `make bench`; no test depends on them. One file a case."""
