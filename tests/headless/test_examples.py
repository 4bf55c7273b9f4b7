"""Examples: what a click fills and runs, what is kept, and what is said at once when it is wrong."""

from __future__ import annotations

import asyncio
import threading

import pytest

import desktop_app as gr
from desktop_app.testing import HeadlessApp
from tests.waiting import wait_until

ROWS = [["Ada", 36], ["Alan", 41]]


class Greet:
    """A function to give examples to; `called` is what it was given."""

    def __init__(self):
        self.called = []

    def __call__(self, name, age):
        self.called.append((name, age))
        return f"Hello, {name}!"


def greeter(examples=ROWS, fn=None, **options):
    """An app with a name and an age that are used somehow, a greeting, and examples for them."""
    with gr.Blocks() as demo:
        demo.who, demo.age = gr.Textbox(label="Name"), gr.Number(label="Age")
        demo.greeting = gr.Textbox(label="Greeting")
        gr.Button("Use").click(lambda *_: None, [demo.who, demo.age])
        demo.examples = gr.Examples(examples, [demo.who, demo.age], demo.greeting, fn, **options)
    return demo


def choose(window, index, *, wait=True):
    """Click on an example."""
    window.set("Examples", index, wait=wait)
    window.click("Examples", wait=wait)


def shown(window):
    """What the three fields show."""
    return tuple(window.value(label) for label in ("Name", "Age", "Greeting"))


def test_a_click_fills_the_inputs():
    """Without a function to run that is all it does."""
    fn = Greet()
    with HeadlessApp(greeter(fn=fn)) as app:
        window = app.open_window()
        assert shown(window) == (None, None, None)
        choose(window, 1)
        assert shown(window) == ("Alan", 41, None)
        choose(window, 0)
        assert shown(window) == ("Ada", 36, None)
    assert fn.called == []


def test_inputs_that_a_row_leaves_out_stay():
    """None is a value, and empties its input."""
    with HeadlessApp(greeter([["Ada", 36], ["Alan"], [None, 1]])) as app:
        window = app.open_window()
        window.set("Age", 7)
        choose(window, 1)
        assert shown(window)[:2] == ("Alan", 7)
        choose(window, 2)
        assert shown(window)[:2] == (None, 1)


def test_an_input_without_any_value_has_no_column():
    """It stays as it is."""
    demo = greeter([[None, 36], [None, 41]])
    assert (demo.examples.dataset.headers, demo.examples.dataset.samples) == (["Age"], [[36], [41]])
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Name", "Grace")
        choose(window, 1)
        assert shown(window)[:2] == ("Grace", 41)


@pytest.mark.parametrize("examples", [["Ada", "Alan"], [["Ada"], ["Alan"]], (("Ada",), ("Alan",))])
def test_values_for_one_input_need_no_rows(examples):
    """A list of values is a list of rows of one."""
    with gr.Blocks() as demo:
        gr.Examples(examples, gr.Textbox(label="Name"))
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, 1)
        assert window.value("Name") == "Alan"


def test_what_an_input_cannot_show_in_this_window_is_said():
    """It was checked where it was written, but a handler may have changed the input since."""
    with gr.Blocks() as demo:
        drinks = gr.Dropdown(["Tea", "Milk"], label="Drinks", multiselect=True)
        gr.Examples([[["Tea", "Milk"]]], drinks)
        gr.Button("Go").click(lambda: gr.update(max_choices=1), None, drinks)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        choose(window, 0)
        assert "Dropdown 'Drinks' cannot show ['Tea', 'Milk']: 2 are chosen, but 1 is the most" in window.toasts[0]


def test_a_state_gets_a_copy():
    """What a window does with it changes neither the example nor another window."""
    with gr.Blocks() as demo:
        cart = gr.State([])
        gr.Examples([[["Milk"]]], cart)
        out = gr.Textbox(label="Out")
        gr.Button("Add").click(lambda cart: cart.append("Tea") or str(cart), cart, out)
    with HeadlessApp(demo) as app:
        for _ in range(2):
            window = app.open_window()
            choose(window, 0)
            window.click("Add")
            assert window.value("Out") == "['Milk', 'Tea']"


def test_run_on_click_runs_the_function():
    """It gets the inputs as they are after the click, also those that the example leaves out."""
    fn = Greet()
    demo = greeter([["Ada", 36], ["Alan"]], fn, run_on_click=True)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, 0)
        assert shown(window) == ("Ada", 36, "Hello, Ada!")
        choose(window, 1)
        choose(window, 1)
    assert fn.called == [("Ada", 36), ("Alan", 36), ("Alan", 36)]


def test_a_click_while_the_function_runs_runs_it_at_the_end():
    """The output is the answer to the example that is shown."""
    go = threading.Event()

    def greet(name, age):
        go.wait(10)
        return f"Hello, {name}!"

    with HeadlessApp(greeter(fn=greet, run_on_click=True)) as app:
        window = app.open_window()
        choose(window, 0, wait=False)
        wait_until(lambda: window.value("Name") == "Ada", "the first example")
        choose(window, 1, wait=False)
        wait_until(lambda: window.value("Name") == "Alan", "the second example")
        go.set()
        app.wait()
        assert shown(window) == ("Alan", 41, "Hello, Alan!")


def test_run_on_click_takes_lists_for_a_batch():
    """As any listener of `batch=True` does."""
    demo = greeter(fn=lambda names, ages: [[f"Hello, {n}!" for n in names]], run_on_click=True, batch=True)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, 1)
        assert shown(window) == ("Alan", 41, "Hello, Alan!")


def test_lazy_answers_are_worked_out_at_the_first_click():
    """Later ones, in any window, come from memory."""
    fn = Greet()
    with HeadlessApp(greeter(fn=fn, cache_examples=True, cache_mode="lazy")) as app:
        window = app.open_window()
        assert fn.called == []
        for index in (1, 1, 0):
            choose(window, index)
        other = app.open_window()
        choose(other, 1)
        assert (shown(window), shown(other)) == (("Ada", 36, "Hello, Ada!"), ("Alan", 41, "Hello, Alan!"))
    assert fn.called == [("Alan", 41), ("Ada", 36)]


def test_cache_examples_may_say_lazy():
    """It is the same with that mode."""
    fn = Greet()
    with HeadlessApp(greeter(fn=fn, cache_examples="lazy")) as app:
        choose(app.open_window(), 1)
    assert fn.called == [("Alan", 41)]


def test_eager_answers_are_worked_out_when_the_first_window_opens():
    """Neither clicks nor further windows run the function again."""
    fn = Greet()
    with HeadlessApp(greeter(fn=fn, cache_examples=True)) as app:
        window = app.open_window()
        assert fn.called == [("Ada", 36), ("Alan", 41)]
        app.open_window()
        choose(window, 1)
        assert shown(window) == ("Alan", 41, "Hello, Alan!")
    assert len(fn.called) == 2


class Held(Greet):
    """Greets nobody before it may."""

    def __init__(self):
        super().__init__()
        self.let = threading.Semaphore(0)

    def __call__(self, name, age):
        answer = super().__call__(name, age)
        assert self.let.acquire(timeout=10)
        return answer


def hold(fn, **options):
    """An app with eager examples, and a button whose listener has nothing to do with them."""
    demo = greeter(fn=fn, cache_examples=True, preload=False, **options)
    with demo:
        gr.Button("Other").click(lambda: "other", None, demo.greeting)
    return demo


def test_eager_answers_delay_neither_the_window_nor_other_listeners():
    """While one is worked out the app goes on."""
    fn = Held()
    with HeadlessApp(hold(fn)) as app:
        app.app.open_window()
        window = app.windows[0]
        wait_until(lambda: fn.called, "the first answer being worked out")
        window.click("Other", wait=False)
        wait_until(lambda: window.value("Greeting") == "other", "the other listener")
        fn.let.release(10)


def test_a_click_waits_for_an_answer_that_is_not_there_yet():
    """The inputs are filled at once; the function is not run twice for the example, nor for two at a time."""
    fn = Held()
    with HeadlessApp(hold(fn)) as app:
        app.app.open_window()
        window = app.windows[0]
        wait_until(lambda: fn.called, "the first answer being worked out")
        choose(window, 0, wait=False)
        wait_until(lambda: window.value("Name") == "Ada", "the inputs")
        assert window.value("Greeting") is None
        fn.let.release(10)
        app.wait()
        assert shown(window) == ("Ada", 36, "Hello, Ada!")
    assert fn.called == [("Ada", 36), ("Alan", 41)]


def test_a_click_comes_before_what_nobody_has_asked_for():
    """The example that a user waits for is the next to be worked out."""
    fn = Held()
    with HeadlessApp(hold(fn, examples=[[f"name {n}", n] for n in range(10)])) as app:
        app.app.open_window()
        window = app.windows[0]
        wait_until(lambda: fn.called, "the first answer being worked out")
        choose(window, 7, wait=False)
        wait_until(lambda: window.status("Greeting"), "the click to wait")
        fn.let.release(10)
        app.wait()
        assert window.value("Greeting") == "Hello, name 7!"
    assert ("name 7", 7) in fn.called[1:3]
    assert len(fn.called) == 10


def test_an_answer_that_is_there_does_not_wait_for_one_that_is_not():
    """The answer to an example that was clicked before comes too late, and is kept all the same."""
    fn = Held()
    demo = greeter(fn=fn, cache_examples="lazy")
    with demo:
        gr.Button("Clear").click(lambda: None, None, demo.greeting)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        fn.let.release()
        choose(window, 1)
        window.click("Clear")
        choose(window, 0, wait=False)
        wait_until(lambda: len(fn.called) == 2, "the other answer being worked out")
        choose(window, 1, wait=False)
        wait_until(lambda: shown(window) == ("Alan", 41, "Hello, Alan!"), "the answer that is there")
        fn.let.release(10)
        app.wait()
        assert shown(window) == ("Alan", 41, "Hello, Alan!")
        choose(window, 0)
        assert shown(window) == ("Ada", 36, "Hello, Ada!")
    assert len(fn.called) == 2


def test_a_window_that_closes_leaves_the_rest_to_the_next():
    """What is left to work out eagerly is worked out for those that are still open."""
    fn = Held()
    with HeadlessApp(hold(fn)) as app:
        app.app.open_window()
        wait_until(lambda: fn.called, "the first answer being worked out")
        app.app.open_window()
        app.app.windows[0].close()
        fn.let.release(10)
        app.wait()
        assert fn.called == [("Ada", 36), ("Alan", 41)]
        choose(app.windows[0], 1)
        assert app.windows[0].value("Greeting") == "Hello, Alan!"
    assert len(fn.called) == 2


def generator(name, age):
    """Says more at each step."""
    said = []
    for word in ("Hello", name):
        said.append(word)
        yield ", ".join(said)


async def coroutine(name, age):
    """Takes a moment."""
    await asyncio.sleep(0)
    return f"Hello, {name}"


async def async_generator(name, age):
    """Says more at each step, with moments between."""
    for words in ("Hello", f"Hello, {name}"):
        await asyncio.sleep(0)
        yield words


@pytest.mark.parametrize("mode", ["eager", "lazy"])
@pytest.mark.parametrize(
    ("fn", "steps"),
    [
        (lambda name, age: f"Hello, {name}", ["Hello, Alan"]),
        (generator, ["Hello", "Hello, Alan"]),
        (coroutine, ["Hello, Alan"]),
        (async_generator, ["Hello", "Hello, Alan"]),
    ],
)
def test_every_kind_of_function_is_answered_for_from_memory(mode, fn, steps):
    """Of a generator each step comes again."""
    heard = []
    called = []
    demo = greeter(fn=counted(fn, called), cache_examples=True, cache_mode=mode, preload=False)
    with demo:
        demo.greeting.change(lambda text: heard.append(text), demo.greeting, trigger_mode="multiple")
        gr.Button("Clear").click(lambda: None, None, demo.greeting)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(2):
            choose(window, 1)
            assert (heard, window.value("Greeting")) == (steps, steps[-1])
            window.click("Clear")
            heard.clear()
    assert called.count("Alan") == 1


def counted(fn, called):
    """The same function, noting for whom it is called."""
    import functools
    import inspect

    if inspect.isasyncgenfunction(fn):

        @functools.wraps(fn)
        async def noting(name, age):
            called.append(name)
            async for step in fn(name, age):
                yield step
    elif inspect.iscoroutinefunction(fn):

        @functools.wraps(fn)
        async def noting(name, age):
            called.append(name)
            return await fn(name, age)
    else:

        @functools.wraps(fn)
        def noting(name, age):
            called.append(name)
            return fn(name, age)

    return noting


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("mode", ["eager", "lazy"])
def test_an_example_that_raises_shows_it_at_its_click_and_is_tried_again(is_async, mode, caplog):
    """Eagerly it is in the log; the others are there all the same."""
    called = []

    def greet(name, age):
        called.append(name)
        if called.count("Ada") < 3 and name == "Ada":
            raise gr.Error(f"{name} is out.")
        return f"Hello, {name}!"

    async def greet_async(name, age):
        return greet(name, age)

    demo = greeter(fn=greet_async if is_async else greet, cache_examples=True, cache_mode=mode, preload=False)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.toasts == []
        assert ("failed for the example 0" in caplog.text) is (mode == "eager")
        app.open_window()
        choose(window, 1)
        assert window.value("Greeting") == "Hello, Alan!"
        while len(called) < 3:
            choose(window, 0)
        assert window.toasts == ["Ada is out."] * (1 if mode == "eager" else 2)
        choose(window, 0)
        assert window.value("Greeting") == "Hello, Ada!"
        choose(window, 0)
    assert sorted(called) == ["Ada"] * 3 + ["Alan"]


def test_an_answer_that_did_not_come_to_its_end_is_not_kept():
    """A generator that raises after some steps is run again."""
    called = []

    def greet(name, age):
        called.append(name)
        yield "Hello"
        if len(called) == 1:
            raise gr.Error("Oh")
        yield f"Hello, {name}"

    with HeadlessApp(greeter(fn=greet, cache_examples="lazy")) as app:
        window = app.open_window()
        choose(window, 0)
        assert (window.value("Greeting"), window.toasts) == ("Hello", ["Oh"])
        choose(window, 0)
        assert window.value("Greeting") == "Hello, Ada"
    assert called == ["Ada", "Ada"]


@pytest.mark.parametrize("by_component", [False, True])
def test_what_is_kept_is_nobody_elses(by_component):
    """A handler that goes on with what it has returned changes nothing of what is kept."""
    with gr.Blocks() as demo:
        name, cart = gr.Textbox(label="Name"), gr.State([])
        fn = lambda name: {cart: [name]} if by_component else [name]
        gr.Examples(["Ada"], name, cart, fn, cache_examples="lazy")
        out = gr.Textbox(label="Out")
        gr.Button("Add").click(lambda cart: cart.append("Tea") or str(cart), cart, out)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for _ in range(3):
            choose(window, 0)
            window.click("Add")
            assert window.value("Out") == "['Ada', 'Tea']"


def test_answers_may_be_updates_and_dicts_by_component():
    """Whatever a listener may return."""
    with gr.Blocks() as demo:
        name, one, two = gr.Textbox(label="Name"), gr.Textbox(label="One"), gr.Textbox(label="Two")
        fn = lambda name: {two: gr.update(value=name, label="New")}
        gr.Examples(["Ada"], name, [one, two], fn, cache_examples="lazy")
    with HeadlessApp(demo) as app:
        for _ in range(2):
            window = app.open_window()
            choose(window, 0)
            assert (window.value("New"), window.value("One")) == ("Ada", None)


def test_an_answer_takes_the_inputs_as_they_were_declared():
    """Those that the example leaves out are not what a user has entered, as the answer is everybody's."""
    called = []
    with gr.Blocks() as demo:
        name, age, out = gr.Textbox(label="Name"), gr.Number(5, label="Age"), gr.Textbox(label="Out")
        gr.Button("Use").click(lambda _: None, age)
        gr.Examples([["Ada"]], [name, age], out, lambda *given: called.append(given), cache_examples="lazy")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.set("Age", 99)
        choose(window, 0)
        assert window.value("Age") == 99
    assert called == [("Ada", 5)]


@pytest.mark.parametrize(("preprocess", "given"), [(True, [1]), (False, ["Milk"])])
def test_preprocess_decides_what_the_function_gets(preprocess, given):
    """The value as a handler gets it, or as the page has it."""
    called = []
    with gr.Blocks() as demo:
        drinks = gr.CheckboxGroup(["Tea", "Milk"], label="Drinks", type="index")
        fn = lambda drinks: called.append(drinks)
        gr.Examples([[["Milk"]]], drinks, gr.Textbox(), fn, cache_examples="lazy", preprocess=preprocess)
    with HeadlessApp(demo) as app:
        choose(app.open_window(), 0)
    assert called == [given]


@pytest.mark.parametrize(("postprocess", "text"), [(True, "7"), (False, None)])
def test_postprocess_decides_what_is_taken(postprocess, text):
    """What the output can show, or what the page has; a number is no text of a page."""
    with gr.Blocks() as demo:
        age, out = gr.Number(label="Age"), gr.Textbox(label="Out")
        gr.Examples([7], age, out, lambda age: age, cache_examples=True, postprocess=postprocess)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert (window.value("Out"), len(window.toasts)) == (text, 0 if postprocess else 1)
        choose(window, 0)
        assert (window.value("Out"), len(window.toasts)) == (text, 0 if postprocess else 2)


def test_a_value_that_cannot_be_handed_over_is_said():
    """As when a user has entered it."""
    with gr.Blocks() as demo:
        age = gr.Number(label="Age", minimum=0)
        gr.Examples([-1], age, gr.Textbox(), str, cache_examples="lazy")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, 0)
        assert window.toasts == ["Age has to be 0 or more."]


def test_a_batch_function_gets_one_example_at_a_time():
    """In lists of one, and what it returns is taken out of them."""
    called = []

    def greet(names, ages):
        called.append((names, ages))
        return [[f"Hello, {name}" for name in names]]

    with HeadlessApp(greeter(fn=greet, cache_examples=True, batch=True, preload=False)) as app:
        window = app.open_window()
        choose(window, 1)
        assert window.value("Greeting") == "Hello, Alan"
    assert called == [(["Ada"], [36]), (["Alan"], [41])]


@pytest.mark.parametrize("wrong", ["Hello", ["Hello"], [[]], [["a"], ["b"]]])
def test_a_batch_function_that_returns_something_else_is_told_what_to_return(wrong):
    """The message names it."""
    demo = greeter(fn=lambda names, ages: wrong, cache_examples="lazy", batch=True)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, 1)
        assert "return a list with one list of one value for each of its 1 output(s)" in window.toasts[0]


def test_what_the_function_asks_for_is_filled():
    """The request, an empty event, and a progress that nobody watches."""
    heard = []

    def greet(name, age, request: gr.Request, event: gr.EventData, progress=gr.Progress()):
        progress(0.5, desc="half")
        heard.append((request.window, event.target))
        return name

    demo = greeter(fn=greet, cache_examples="lazy")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, 0)
        assert heard == [(app.app.windows[0].id, None)]


def test_nobody_hears_what_an_answer_tells_that_nobody_has_asked_for():
    """Toasts of functions that run eagerly are not shown."""

    def greet(name, age):
        gr.Info(f"Greeting {name}")
        return name

    async def greet_async(name, age):
        await asyncio.sleep(0)
        return greet(name, age)

    for fn in (greet, greet_async):
        with HeadlessApp(greeter(fn=fn, cache_examples=True, preload=False)) as app:
            window = app.open_window()
            choose(window, 0)
            assert (window.toasts, window.value("Greeting")) == ([], "Ada")


def test_something_to_wait_for_of_a_function_that_is_not_async_is_an_error():
    """The message says what to give instead."""
    with HeadlessApp(greeter(fn=lambda name, age: async_generator(name, age), cache_examples="lazy")) as app:
        window = app.open_window()
        choose(window, 0)
        assert "give the async function itself" in window.toasts[0]


@pytest.mark.parametrize(
    ("options", "start"),
    [
        ({}, ("Ada", 36, "Hello, Ada!")),
        ({"preload": 1}, ("Alan", 41, "Hello, Alan!")),
        ({"preload": False}, (None, None, None)),
        ({"cache_mode": "lazy"}, (None, None, None)),
        ({"cache_examples": False}, (None, None, None)),
    ],
)
def test_an_example_is_there_at_the_start_with_an_eager_cache(options, start):
    """The first, unless `preload` names another or none."""
    with HeadlessApp(greeter(fn=Greet(), **{"cache_examples": True, **options})) as app:
        window = app.open_window()
        assert shown(window) == start
        choose(window, 1)
        window.reload()
        assert shown(window) == start


def test_no_example_takes_the_place_of_an_authors_value():
    """An input with a value of its own keeps it at the start, and so do the others."""
    with gr.Blocks() as demo:
        name, age, out = gr.Textbox("Grace", label="Name"), gr.Number(label="Age"), gr.Textbox(label="Greeting")
        gr.Examples(ROWS, [name, age], out, Greet(), cache_examples=True)
    with HeadlessApp(demo) as app:
        assert shown(app.open_window()) == ("Grace", None, None)


def test_other_samples_can_be_put_in_their_place():
    """A click on one fills the inputs, and its answer is worked out anew, not that to the one that was there."""
    fn = Greet()
    demo = greeter(fn=fn, cache_examples="lazy")
    with demo:
        gr.Button("Go").click(lambda: gr.Dataset(samples=[["Grace", 85]]), None, demo.examples.dataset)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, 0)
        window.click("Go")
        for _ in range(2):
            choose(window, 0)
            assert shown(window) == ("Grace", 85, "Hello, Grace!")
    assert fn.called == [("Ada", 36), ("Grace", 85), ("Grace", 85)]


def test_its_listeners_can_be_followed():
    """`load_input_event` is the last one after a click, so what follows it sees the answer."""
    heard = []
    for options in ({}, {"cache_examples": "lazy"}):
        demo = greeter(fn=Greet(), **options)
        assert (demo.examples.cache_event is not None) is bool(options)
        with demo:
            demo.examples.load_input_event.then(lambda *seen: heard.append(seen), [demo.who, demo.greeting])
        with HeadlessApp(demo) as app:
            choose(app.open_window(), 0)
    assert heard == [("Ada", None), ("Ada", "Hello, Ada!")]


def test_python_code_loads_an_example_by_its_name():
    """With a cache the name answers, and another fills the inputs."""
    with HeadlessApp(greeter()) as app:
        assert app.call("load_example", 1) == ("Alan", 41)
        with pytest.raises(ValueError, match="there is no sample 2"):
            app.call("load_example", 2)
    with HeadlessApp(greeter(fn=Greet(), cache_examples="lazy", api_name="ex")) as app:
        assert app.call("ex", 1) == "Hello, Alan!"
        assert app.call("ex_input", 1) == ("Alan", 41)
    with HeadlessApp(greeter(api_visibility="private")) as app, pytest.raises(LookupError):
        app.call("load_example", 1)


def test_examples_in_a_part_that_is_rendered_anew_work():
    """They fill what is rendered with them."""
    with gr.Blocks() as demo:
        count = gr.Number(1, label="Count")

        @gr.render(inputs=count)
        def make(count):
            name = gr.Textbox(label="Name")
            gr.Examples([f"name {n}" for n in range(count)], name, name, lambda n: n, cache_examples=True)

    with HeadlessApp(demo) as app:
        window = app.open_window()
        assert window.value("Name") == "name 0"
        window.set("Count", 3)
        choose(window, 2)
        assert window.value("Name") == "name 2"


LOG = 'Name,Age,flag,timestamp\nAda,36,,2020\n"Alan, Mathison",41.5,good,2021\nGrace,,,2022\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder `people` below the working directory, with a log.csv as flagging writes it."""
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "log.csv").write_text(LOG, encoding="utf-8-sig")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "people"


def test_examples_are_read_from_a_folder(folder):
    """The first columns of its log.csv are for the inputs; an empty number is none."""
    for given in ("people", folder):
        samples = greeter(given).examples.dataset.samples
        assert samples == [["Ada", 36], ["Alan, Mathison", 41.5], ["Grace", None]]
        assert type(samples[0][1]) is int


def test_a_folder_is_found_beside_the_program(folder, monkeypatch, tmp_path_factory):
    """An app may be started from anywhere."""
    import __main__

    monkeypatch.setattr(__main__, "__file__", str(folder.parent / "app.py"))
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert len(greeter("people").examples.dataset.samples) == 3


@pytest.mark.parametrize(
    ("log", "message"),
    [
        (None, r"log\.csv is missing"),
        ("Name,Age\n", "at least one example"),
        ("Name,Age\nAda,old\n", r"log\.csv, example 1: could not convert string to float: 'old'"),
        ("Name\n\udcff", r"log\.csv cannot be read"),
    ],
)
def test_a_folder_that_cannot_be_read_is_said_where_it_is_written(folder, log, message):
    """The message names the file."""
    (folder / "log.csv").unlink()
    if log is not None:
        (folder / "log.csv").write_bytes(log.encode("utf-8", "surrogateescape"))
    with pytest.raises(gr.DeclarationError, match=message):
        greeter("people")


def test_a_folder_fills_only_texts_and_numbers(folder):
    """For anything else a list is to be given."""
    with (
        gr.Blocks(),
        pytest.raises(gr.DeclarationError, match="CheckboxGroup 'Drinks' takes neither texts nor numbers"),
    ):
        gr.Examples("people", gr.CheckboxGroup(["Ada"], label="Drinks"))
    with pytest.raises(gr.DeclarationError, match="There is no folder 'nowhere' with examples"):
        greeter("nowhere")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"examples": []}, "Examples need at least one example"),
        ({"examples": None}, "take a list or the path of a folder, not None"),
        ({"examples": [["Ada", 36], ["Alan", 41, 1]]}, r"examples\[1\] has 3 values for 2 input\(s\): Textbox 'Name'"),
        ({"examples": [["Ada", 36], []]}, r"examples\[1\] has 0 values"),
        ({"examples": ["Ada", "Alan"]}, r"examples\[0\] has to be a list with a value for each input, not 'Ada'"),
        ({"examples": [["Ada"], "Alan"]}, r"examples\[1\] has to be a list"),
        ({"examples": [["Ada", "old"]]}, r"samples\[0\]: Number 'Age' cannot show 'old'"),
        ({"example_labels": ["one"]}, r"has 2 sample\(s\), but 1 sample_labels"),
        ({"run_on_click": True}, r"Examples\(run_on_click=True\) needs fn"),
        ({"cache_examples": True}, r"Examples\(cache_examples=True\) needs fn"),
        ({"fn": "greet", "run_on_click": True}, "fn has to be a function, not 'greet'"),
        ({"fn": generator, "run_on_click": True, "batch": True}, "cannot be a generator"),
        ({"fn": Greet(), "cache_examples": True, "cache_mode": "soon"}, "cache_mode='soon'; use 'eager' or 'lazy'"),
        ({"fn": Greet(), "cache_examples": "soon"}, "cache_examples='soon'; use True, False or 'lazy'"),
        ({"fn": Greet(), "cache_examples": True, "preload": 2}, "preload=2, but there are 2 examples from 0"),
    ],
)
def test_what_does_not_fit_is_said_where_it_is_written(options, message):
    """A wrong argument is a DeclarationError."""
    with pytest.raises(gr.DeclarationError, match=message):
        greeter(**options)


def test_what_is_missing_around_them_is_said():
    """They need an app, components to fill, and outputs for answers."""
    name = gr.Textbox(label="Name")
    with pytest.raises(gr.DeclarationError, match="inside `with Blocks"):
        gr.Examples(["Ada"], name)
    with gr.Blocks():
        with pytest.raises(gr.DeclarationError, match="cache_examples=True\\) needs outputs"):
            gr.Examples(["Ada"], gr.Textbox(), fn=str, cache_examples=True)
        with pytest.raises(gr.DeclarationError, match="Examples need components as inputs"):
            gr.Examples(["Ada"], gr.Row())
        with pytest.raises(gr.DeclarationError, match="Examples need components as inputs"):
            gr.Examples(["Ada"], None)
