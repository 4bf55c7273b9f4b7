"""Makes a program of a script, for machines without Python."""
