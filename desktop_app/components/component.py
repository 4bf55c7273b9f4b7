"""What a session can hold a value of."""

from __future__ import annotations

from dataclasses import KW_ONLY, field
from functools import cache
from typing import Annotated, Any, ClassVar

import pydantic
from pydantic import BeforeValidator, WithJsonSchema

from desktop_app.blocks.block import Block, Names
from desktop_app.components.computed import compute
from desktop_app.errors import DeclarationError, HandlerError

# None is what it is called in scripts written for Gradio.
ShowLabel = Annotated[
    bool | None, BeforeValidator(lambda given: True if given is None else given), WithJsonSchema({"type": "boolean"})
]


class Component(Block):
    """The base of everything with a value.

    A `value` that is a function is called at each load of the page.

    A subclass declares its `value`, names its `kind` for the page, its events and the JSON type of its value on the
    page (`page_value`), and says how that turns into what a handler gets (`preprocess`) and back (`postprocess`).

    Args:
        every: seconds between two calls of a `value` that is a function, or a Timer at whose ticks it is called.
        inputs: what a `value` that is a function gets, a component or a list of them; it is called when one changes.
        scale: how much of a surrounding row's free width it takes, beside its neighbours.
        min_width: pixels; a row that cannot give as much wraps it below.
    """

    page_value: ClassVar[Any] = None
    editable: ClassVar[bool] = False  # True: the user can change its value
    verb: ClassVar[str] = "show"  # what messages say it does with a value
    python_only: ClassVar[frozenset[str]] = Block.python_only | {"value", "every", "inputs"}
    computed: ClassVar[bool] = True  # a `value` that is a function is called for what to show

    _: KW_ONLY
    every: Any = None
    inputs: Any = None
    preserved_by_key: Names = field(default_factory=lambda: ["value"])
    scale: int | None = None
    min_width: int = 160

    def declared(self) -> None:
        """Listen to what a computed value depends on, or look at a value that is there from the start.

        Raises:
            DeclarationError: it cannot show that value.
        """
        fn = getattr(self, "value", None)
        if self.computed and callable(fn):
            vars(self)["value"] = None  # until it is worked out
            compute(self, fn)
        elif self.every is not None or self.inputs is not None:
            raise DeclarationError(f"{self.name}: every and inputs need a value that is a function.")
        elif self.in_tree:
            try:
                self.to_page(fn)
            except HandlerError as error:
                raise DeclarationError(str(error)) from error

    @property
    def masked(self) -> bool:
        """Whether its value is a secret, shown nowhere but in the component itself."""
        return False

    def initial(self) -> Any:
        """Return the page's value that a new session starts with."""
        return self.to_page(getattr(self, "value", None))

    def accept(self, untrusted: object) -> Any:
        """Return a value from the page if it is one this component can have.

        Raises:
            ValueError: if it is not; the page could not have sent it.
        """
        return _validator(self.page_value).validate_python(untrusted, strict=True)

    def preprocess(self, value: Any) -> Any:
        """Turn the page's value into what a handler gets."""
        return value

    def postprocess(self, value: Any) -> Any:
        """Turn what a handler returned into the page's value.

        Raises:
            ValueError: for a value that this component cannot show.
        """
        return value

    def to_page(self, value: Any) -> Any:
        """Do `postprocess`, with an error that names the component.

        Raises:
            HandlerError: for a value that this component cannot show.
        """
        try:
            return self.postprocess(value)
        except (TypeError, ValueError) as error:
            raise HandlerError(f"{self.name} cannot {self.verb} {value!r:.200}: {error}") from error


@cache
def _validator(page_value: Any) -> pydantic.TypeAdapter[Any]:
    return pydantic.TypeAdapter(page_value)
