"""What this machine has for desktop apps, and what it lacks: the command `desktop-blocks doctor`."""
