"""An app with something in each scope, and what a user might do with it."""

from dataclasses import dataclass

import desktop_app as gr


@dataclass
class Price:
    """An object as a value."""

    amount: float
    currency: str = "EUR"


with gr.Blocks(title="Corner shop", app_id="corner-shop") as demo:
    visits = gr.GlobalState(0, key="visits", persist=True)
    stock = gr.GlobalState({"bread": 12, "milk": 7, "cheese": 3}, key="stock")
    prices = gr.GlobalState({"bread": Price(2.4), "milk": Price(1.2)}, key="prices")
    settings = gr.BrowserState({"theme": "dark", "size": 14}, storage_key="settings")
    token = gr.BrowserState("none", storage_key="token", secret="a passphrase of the shop")
    basket = gr.State([])
    name = gr.Textbox(label="Name")
    code = gr.Textbox(label="Code", type="password")
    seen = gr.Textbox(label="Seen")

    def visit():
        """Count a visit."""
        visits.update(lambda count: count + 1)

    def put(basket, stock):
        """Move a bread into the basket."""
        return [*basket, "bread"], stock | {"bread": stock["bread"] - 1}

    def sign_in(name, code):
        """Keep a token."""
        return f"{name}:{code}", {"theme": "light", "size": 14, "note": "<b>| **not** markup |</b>"}

    def restock(stock):
        """Fail."""
        return stock | {"bread": stock["butter"]}

    def look():
        """Read what the inspector shows, as one line."""
        return " ".join(gr.App.current().inspector.surface.view.evaluate("document.body.innerText").split())

    demo.load(visit)
    gr.Button("Put").click(put, [basket, stock], [basket, stock])
    gr.Button("Sign in").click(sign_in, [name, code], [token, settings])
    gr.Button("Restock").click(restock, stock, stock)
    gr.Button("Look").click(look, None, seen)
