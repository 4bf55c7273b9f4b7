"""What a function is called with, parameter by parameter."""

from __future__ import annotations

import copy
import functools
import warnings
from typing import TYPE_CHECKING, Optional

import pytest

import desktop_app as gr
from desktop_app.events.arguments import Arguments

if TYPE_CHECKING:
    from not_there import Frame  # what an author imports for type checkers alone

REQUEST = gr.Request(session_hash="hash", window="window-1", app_id="app")
DATA = gr.EventData(None, {"index": 2, "value": "two"})


def filled(fn, values=(), views=(), progressed=None):
    """Return what `fn` would be called with; a warning about it fails."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plan = Arguments(fn, len(values), "fn")
    return plan.fill(values, views, REQUEST, DATA, progressed)


def called(fn, *values, views=()):
    """Return what `fn` answers when it is called so."""
    args, kwargs = filled(fn, values, views)
    return fn(*args, **kwargs)


def test_an_annotation_that_cannot_be_read_leaves_the_others_alone():
    """A name imported for type checkers alone costs nobody the request."""

    def handler(frame: Frame, request: gr.Request, other: Frame | None = None):
        return frame, request, other

    assert called(handler, "a") == ("a", REQUEST, None)


def test_a_parameter_behind_one_left_to_its_default_is_still_filled():
    """It is handed over by its name, and the default stays."""

    def handler(first, second="default", request: gr.Request = None, *, data: gr.SelectData):
        return first, second, request, data.index

    assert called(handler, "a") == ("a", "default", REQUEST, 2)
    assert called(handler, "a", "b") == ("a", "b", REQUEST, 2)


class Handler:
    """A class of the author's."""

    def __init__(self, value, request: gr.Request):
        self.answer = value, request

    def method(self, request: gr.Request, value):
        return value, request

    @classmethod
    def of_class(cls, value, request: Optional[gr.Request]):  # noqa: UP045 - it is written so as well
        return value, request

    @staticmethod
    def static(value, *, request: gr.Request | None = None):
        return value, request

    def __call__(self, value, request: gr.Request):
        return value, request


def decorated(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return wrapper


def decorated_elsewhere(fn):
    """Decorate it in a module that knows none of the names around it."""
    elsewhere = {"functools": functools, "fn": fn}
    exec("@functools.wraps(fn)\ndef wrapper(*args, **kwargs): return fn(*args, **kwargs)", elsewhere)
    return elsewhere["wrapper"]


HANDLER = Handler("made", None)


@pytest.mark.parametrize(
    "fn",
    [
        HANDLER,
        HANDLER.method,
        Handler.of_class,
        Handler.static,
        lambda value: Handler(value, REQUEST).answer,
        functools.partial(HANDLER),
        functools.partial(HANDLER.method),
        functools.partial(Handler.static, request="replaced"),
        decorated(Handler.static),
        decorated(HANDLER.method),
        decorated_elsewhere(Handler.static),
        functools.partial(lambda first, value, request: (value, request), "bound", request=REQUEST),
    ],
)
def test_every_kind_of_callable_is_read(fn):
    """Objects, methods, partials of them, decorated functions."""
    assert called(fn, "value") == ("value", REQUEST)


def test_a_class_is_called_with_what_its_constructor_asks_for():
    """A class is a function that makes one."""
    assert called(Handler, "value").answer == ("value", REQUEST)


@pytest.mark.parametrize(("fn", "values", "answer"), [(max, (1, 3), 3), (len, ("abc",), 3), (str.upper, ("a",), "A")])
def test_a_builtin_gets_its_inputs(fn, values, answer):
    """Also one that does not say what it takes."""
    assert called(fn, *values) == answer


def test_defaults_that_are_a_progress_or_a_cache_take_no_input():
    """Wherever they stand, each run gets a progress of its own, and all of them the same cache."""
    kept = gr.Cache()
    declared = gr.Progress()
    steps = []

    def handler(first, progress=declared, second="default", cache=kept):
        return first, progress, second, cache

    def keyword_only(first, *, progress=declared, cache=kept):
        return first, progress, "b", cache

    for fn, values in ((handler, ("a", "b")), (keyword_only, ("a",)), (functools.partial(handler, "a"), ("b",))):
        args, kwargs = filled(fn, values, progressed=steps.append)
        first, progress, second, cache = fn(*args, **kwargs)
        assert (first, second, cache is kept) == ("a", "b", True)
        progress(0.5)
        assert steps[-1] is progress is not declared


def test_a_run_that_nobody_watches_gets_the_declared_progress():
    """Such as one for several sessions at once; it shows nothing."""
    declared = gr.Progress()
    assert called(lambda progress=declared: progress) is declared


def test_properties_cannot_be_changed_and_say_whose_they_are():
    """What is not there is an error that names the class; so is writing."""
    box = gr.Textbox("declared", label="Name", lines=2)

    def handler(box: gr.Textbox):
        return box

    held = called(handler, "now", views=[box])
    assert (held.value, held.label, held.lines) == ("now", "Name", 2)
    assert repr(held).startswith("Textbox(")
    assert "value='now'" in repr(held)
    with pytest.raises(AttributeError, match="Textbox has no property 'colour'"):
        _ = held.colour
    with pytest.raises(AttributeError, match=r"'label' cannot be set here. Return Textbox\(label=…\) for an output"):
        held.label = "New"
    with pytest.raises(AttributeError, match="'label' cannot be deleted"):
        del held.label
    assert copy.deepcopy(held).label == "Name"


def test_only_inputs_count_for_the_place_of_a_component():
    """What we fill in before it moves nothing."""
    boxes = [gr.Textbox(label=label) for label in ("A", "B")]

    def handler(request: gr.Request, first, data: gr.EventData, box: gr.Textbox, *rest):
        return first, box.label, box.value, rest

    assert called(handler, "a", "b", views=boxes) == ("a", "B", "b", ())


def test_a_state_is_what_it_holds_however_it_is_annotated():
    """Handlers written for Gradio annotate it with its class and use it as a list."""

    def handler(history: gr.State):
        return history

    history = [1]
    assert called(handler, history, views=[gr.State([])]) is history


def test_values_of_several_sessions_have_no_properties():
    """A function that takes several events at once gets lists."""

    def handler(boxes: gr.Textbox):
        return boxes

    assert called(handler, ["a", "b"]) == ["a", "b"]


@pytest.mark.parametrize(
    ("fn", "inputs", "takes"),
    [
        (lambda a, b: None, 1, "2"),
        (lambda a, b=1: None, 0, "1 to 2"),
        (lambda a, b=1: None, 3, "1 to 2"),
        (lambda a, *rest: None, 0, "at least 1"),
        (lambda a, *, b=1: None, 2, "1"),
    ],
)
def test_a_wrong_count_is_warned_of(fn, inputs, takes):
    """With how many there should be."""
    with pytest.warns(UserWarning, match=rf"takes {takes} value\(s\), but the listener has {inputs} input\(s\)"):
        Arguments(fn, inputs, "fn")


def test_a_caller_that_decides_is_not_warned():
    """None says that nobody knows how many there will be."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Arguments(lambda a, b: None, None, "fn")
