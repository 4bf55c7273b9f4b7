"""Session objects: one object a window that cannot be copied, kept by the session's hash."""

import random
import threading

import desktop_app as gr


class Dice:
    """Holds a lock, so it cannot be copied as the value of a State is."""

    def __init__(self):
        self.rolls = 0
        self.lock = threading.Lock()

    def roll(self):
        with self.lock:
            self.rolls += 1
            return random.randint(1, 6), self.rolls  # noqa: S311 - it is a game


dice_of_session: dict[str, Dice] = {}


def hand_out(request: gr.Request):
    dice_of_session[request.session_hash] = Dice()
    return f"You have dice of your own. Dice in use: {len(dice_of_session)}."


def take_back(request: gr.Request):
    dice_of_session.pop(request.session_hash, None)


def roll(request: gr.Request):
    return dice_of_session[request.session_hash].roll()


with gr.Blocks(title="Dice") as demo:
    gr.Markdown("# Dice\nEach window gets its own dice when it opens, and gives them back when it closes or reloads.")
    status = gr.Textbox(label="Status")
    with gr.Row():
        face = gr.Number(label="Rolled")
        rolls = gr.Number(label="Rolls in this window")
    gr.Button("Roll", variant="primary").click(roll, outputs=[face, rolls])
    demo.load(hand_out, outputs=status)
    demo.unload(take_back)

if __name__ == "__main__":
    demo.launch()
