"""Samples to choose from: what is shown of them, what a handler gets, and what is refused."""

from __future__ import annotations

import dataclasses

import pytest

import desktop_app as gr
from desktop_app.errors import HandlerError
from desktop_app.testing import HeadlessApp


class OneOf(gr.Textbox):
    """A component that shows one of some choices."""

    choices: list[tuple[str, str]] = dataclasses.field(default_factory=list)


PEOPLE = [["Ada", 36], ["Alan", 41.5], ["Grace"]]


def choose(window, target, index):
    """Do what the page does when a sample is clicked."""
    window.set(target, index)
    window.click(target)
    window.trigger(target, "select", {"index": index, "value": window.property(target, "samples")[index]})


def people(**options):
    """An app with three people, whose chosen one is heard in `demo.heard`."""
    with gr.Blocks() as demo:
        demo.heard = []
        demo.people = gr.Dataset(
            **{"label": "People", "components": ["textbox", "number"], "samples": PEOPLE, **options}
        )
        demo.people.click(demo.heard.append, demo.people)
        demo.out = gr.Textbox(label="Out")
    return demo


@pytest.mark.parametrize(
    ("kind", "heard"),
    [
        ("values", [["Alan", 41.5], ["Grace"]]),
        ("index", [1, 2]),
        ("tuple", [(1, ["Alan", 41.5]), (2, ["Grace"])]),
    ],
)
def test_a_handler_gets_what_type_says(kind, heard):
    """Of the sample that was chosen last: its values as they were given, its number, or both."""
    demo = people(type=kind)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, "People", 1)
        choose(window, "People", 2)
    assert demo.heard == heard


def test_before_any_is_chosen_a_handler_gets_none():
    """So does one that asks for the number."""
    for kind in ("values", "index", "tuple"):
        heard = []
        demo = people(type=kind)
        with demo:
            gr.Button("Go").click(heard.append, demo.people)
        with HeadlessApp(demo) as app:
            app.open_window().click("Go")
        assert heard == [None]


def test_what_a_handler_gets_is_its_own():
    """Changing the list changes no sample."""
    demo = people()
    with demo:
        demo.people.click(lambda values: values.clear(), demo.people)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, "People", 0)
        choose(window, "People", 0)
    assert demo.heard == [["Ada", 36]] * 2


def test_select_tells_the_number_and_the_values():
    """It comes with each click, also on the same sample."""
    heard = []

    def note(event: gr.SelectData):
        heard.append((event.index, event.value))

    demo = people()
    with demo:
        demo.people.select(note)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, "People", 1)
        choose(window, "People", 1)
    assert heard == [(1, ["Alan", 41.5])] * 2


@pytest.mark.parametrize("data", [None, {}, {"index": 99}, {"index": -1}, {"index": "0"}, [0]])
def test_a_selection_that_is_none_is_refused(data, caplog):
    """The page cannot name a sample that is not there."""
    seen = []
    with gr.Blocks() as demo:
        samples = gr.Dataset(components=["textbox"], samples=[["Ada"]], elem_id="people")
        samples.select(lambda: seen.append(1))
    with HeadlessApp(demo) as app:
        app.open_window().trigger("people", "select", data)
    assert seen == []
    assert "select cannot carry that" in caplog.text


def test_change_is_another_sample():
    """The same one again is a click and no change."""
    heard = []
    demo = people(type="index")
    with demo:
        demo.people.change(heard.append, demo.people)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        for index in (1, 1, 0):
            choose(window, "People", index)
    assert (heard, demo.heard) == ([1, 0], [1, 1, 0])


@pytest.mark.parametrize("untrusted", [3, -1, 1.0, True, "1", [0], {}])
def test_a_sample_that_is_not_there_is_refused(untrusted, caplog):
    """The page could not have sent it; the one that was chosen before stays."""
    demo = people(type="index")
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, "People", 2)
        window.set("People", untrusted)
        window.click("People")
        assert window.value("People") == 2
    assert demo.heard == [2, 2]
    assert "People' cannot have that value" in caplog.text


def test_what_only_listeners_write_can_be_clicked():
    """A handler that changes the samples does not make them read-only."""
    heard = []
    with gr.Blocks() as demo:
        names = gr.Dataset(label="Names", components=["textbox"], samples=[["Ada"]])
        names.click(lambda: heard.append("click") or gr.Dataset(samples=[["Alan"]]), None, names)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, "Names", 0)
        assert (window.property("Names", "samples"), window.value("Names")) == ([["Alan"]], 0)
        choose(window, "Names", 0)
    assert heard == ["click", "click"]


@pytest.mark.parametrize(
    ("value", "shown"), [(None, None), (2, 2), (["Alan", 41.5], 1), (("Ada", 36), 0), (["B"], None)]
)
def test_a_handler_chooses_by_number_or_values(value, shown):
    """Values that no sample has choose none."""
    demo = people()
    with demo:
        gr.Button("Go").click(lambda: value, None, demo.people)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.value("People") == shown


@pytest.mark.parametrize("value", [3, -1, "Ada", True, 1.5])
def test_a_handler_cannot_choose_what_is_not_there(value):
    """The error names the dataset and the value."""
    demo = people()
    with pytest.raises(HandlerError, match="Dataset 'People' cannot show"):
        demo.people.to_page(value)


def test_a_handler_changes_the_samples_for_its_window_alone():
    """What is chosen then is one of the new ones; another window shows the old ones."""
    demo = people()
    with demo:
        new = [["Edsger", 72]]
        gr.Button("Go").click(lambda: gr.Dataset(samples=new, label="Others"), None, demo.people)
    with HeadlessApp(demo) as app:
        window, other = app.open_window(), app.open_window()
        window.click("Go")
        assert window.property("Others", "samples") == [["Edsger", 72]]
        assert other.property("People", "samples") == [["Ada", 36], ["Alan", 41.5], ["Grace"]]
        choose(window, "Others", 0)
        window.set("Others", 1)
        window.click("Others")
    assert demo.heard == [["Edsger", 72], ["Edsger", 72]]


def test_a_sample_that_is_gone_is_chosen_no_more():
    """Its number is beyond the samples that are there now, so a handler gets None."""
    demo = people(type="index")
    with demo:
        gr.Button("Go").click(lambda: gr.update(samples=[["Edsger", 72]]), None, demo.people)
        gr.Button("Tell").click(demo.heard.append, demo.people)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        choose(window, "People", 2)
        window.click("Go")
        window.click("Tell")
    assert demo.heard == [2, None]


def test_other_components_have_other_headers():
    """A handler may change both with the samples."""
    demo = people()

    def change():
        return gr.Dataset(components=[gr.Textbox(label="City")], samples=[["Paris"]])

    with demo:
        gr.Button("Go").click(change, None, demo.people)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert window.property("People", "headers") == ["City"]
        assert window.property("People", "samples") == [["Paris"]]


def test_samples_that_do_not_fit_are_an_error_of_the_handler(caplog):
    """What was there stays."""
    demo = people()
    with demo:
        gr.Button("Go").click(lambda: gr.update(samples=[["Edsger", "old"]]), None, demo.people)
    with HeadlessApp(demo) as app:
        window = app.open_window()
        window.click("Go")
        assert len(window.toasts) == 1
        assert len(window.property("People", "samples")) == 3
    assert "samples[0]: Number cannot show 'old'" in caplog.text


@pytest.mark.parametrize(
    ("components", "sample", "shown"),
    [
        (["textbox"], [5], ["5"]),
        (["number"], ["2.50"], [2.5]),
        (["Number"], [None], [None]),
        ([gr.CheckboxGroup([("Strong tea", "tea"), "coffee"])], [["coffee", "tea"]], ["coffee, Strong tea"]),
        ([OneOf(choices=[("Strong tea", "tea")])], ["tea"], ["Strong tea"]),
        ([gr.Textbox(type="password")], ["hunter2"], ["••••••"]),
        (["state"], [{"a": 1}], ["{'a': 1}"]),
        (None, [1, None, ["x"]], ["1", None, "['x']"]),
    ],
)
def test_a_value_is_shown_as_its_component_shows_it(components, sample, shown):
    """Choices by their labels, secrets not at all; without components as text."""
    with gr.Blocks():
        assert gr.Dataset(components=components, samples=[sample]).samples == [shown]


def test_properties_may_be_given_for_components_that_are_named():
    """So a name alone can stand for a component with choices."""
    with gr.Blocks():
        dataset = gr.Dataset(
            components=["checkboxgroup", "number"],
            component_props=[{"choices": [("Strong tea", "tea")], "label": "Drinks"}, {}],
            samples=[[["tea"], 2]],
        )
    assert (dataset.samples, dataset.headers) == ([["Strong tea", 2]], ["Drinks", ""])


def test_headers_are_the_labels():
    """Unless they are given."""
    with gr.Blocks():
        components = [gr.Textbox(label="Name"), gr.Number()]
        assert gr.Dataset(components=components).headers == ["Name", ""]
        assert gr.Dataset(components=components, headers=["Who", "Age"]).headers == ["Who", "Age"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"components": ["slidre"]}, "There is no component 'slidre'"),
        ({"components": ["blocks"]}, "There is no component 'blocks'"),
        ({"components": [5]}, "5 is no component"),
        ({"components": "textbox"}, "components have to be a list"),
        ({"samples": [["Ada", "old"]]}, r"Dataset 'People': samples\[0\]: Number cannot show 'old'"),
        ({"samples": [["Ada"], ["Alan", 41, 1]]}, r"samples\[1\] has 3 values for 2 component"),
        ({"samples": ["Ada"]}, "valid list"),
        ({"headers": ["Name"]}, r"has 2 component\(s\), but 1 headers"),
        ({"sample_labels": ["First"]}, r"has 3 sample\(s\), but 1 sample_labels"),
        ({"component_props": [{}]}, "has 2 components, but 1 component_props"),
        ({"component_props": [{}, {"lable": "x"}]}, "Did you mean 'label'"),
        ({"type": "row"}, "'values', 'index' or 'tuple'"),
        ({"layout": "list"}, "'gallery' or 'table'"),
        ({"samples_per_page": 0}, "greater than or equal to 1"),
    ],
)
def test_what_does_not_fit_is_said_where_it_is_written(options, message):
    """A wrong argument is a DeclarationError."""
    with pytest.raises(gr.DeclarationError, match=message):
        people(**options)


def test_a_proxy_has_no_effect_and_says_so():
    """The warning is at the author's line."""
    with pytest.warns(UserWarning, match=r"Dataset\(proxy_url=…\) has no effect") as caught:
        gr.Dataset(proxy_url="https://example.com")
    assert caught[0].filename == __file__


def test_the_warning_of_a_subclass_is_at_the_authors_line_too():
    """Its constructor is made in the author's module, but is no line of anybody's."""

    class People(gr.Dataset):
        team: str = "A"

    with pytest.warns(UserWarning, match="proxy_url") as caught:
        People(proxy_url="https://example.com")
    assert caught[0].filename == __file__
