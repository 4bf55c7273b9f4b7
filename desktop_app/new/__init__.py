"""The command `desktop-blocks new`: a project to start from."""
