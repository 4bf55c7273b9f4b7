"""Session state: a list that each window has for itself."""

import desktop_app as gr


def put_in(picked, basket):
    return basket + picked


def describe(basket):
    return len(basket), "\n".join(f"- {item}" for item in basket) or "*Nothing yet.*"


with gr.Blocks(title="Picnic basket") as demo:
    gr.Markdown("# Picnic basket\nEach window packs a basket of its own. Reload the window to start with an empty one.")
    basket = gr.State([])
    picks = gr.CheckboxGroup(["Bread", "Cheese", "Grapes", "Lemonade"], label="Pick some")
    add = gr.Button("Put in the basket", variant="primary")
    count = gr.Number(label="Things in the basket", value=0)
    contents = gr.Markdown("*Nothing yet.*")
    add.click(put_in, [picks, basket], basket)
    basket.change(describe, basket, [count, contents])

if __name__ == "__main__":
    demo.launch()
