"""What a value holds, read into a code of fixed size: `walk` goes through it, `rules` says how each kind is read."""
