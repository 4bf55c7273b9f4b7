"""The command `desktop-blocks run`: a script in native windows, also one that was written for Gradio."""
