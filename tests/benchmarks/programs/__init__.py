"""The programs that are measured: ours, the same by hand in a bare pywebview window, and the others'."""
