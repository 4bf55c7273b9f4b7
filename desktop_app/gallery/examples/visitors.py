"""Global state: a module's own variable, shared by every window."""

import desktop_app as gr

visits = 0


def count_visit():
    global visits
    visits += 1  # handlers of one function never overlap, so no visit is lost
    return visits


with gr.Blocks(title="Visitors") as demo:
    gr.Markdown("# Visitors\nOpen another window, or reload this one: each counts as a visit, and all share the count.")
    total = gr.Number(label="Visits so far")
    demo.load(count_visit, outputs=total)

if __name__ == "__main__":
    demo.launch()
