"""Flagging: what an Interface answered is kept in a file."""

from __future__ import annotations

import csv
import threading
from pathlib import Path

import pytest

import desktop_app as gr
from desktop_app.errors import DeclarationError
from desktop_app.testing import HeadlessApp


def rows(file: Path) -> list[list[str]]:
    """What a reader of such files finds in it."""
    csv.field_size_limit(10_000_000)
    with file.open(newline="", encoding="utf-8") as opened:
        return list(csv.reader(opened))


def logger(folder: Path, *components: gr.Textbox, **options) -> gr.CSVLogger:
    made = gr.CSVLogger(**options)
    made.setup(components or [gr.Textbox(label="Name"), gr.Number()], str(folder))
    return made


def test_a_csv_logger_writes_labels_values_and_the_time(tmp_path):
    """Columns are called by their labels, else by their place; each call says how many were flagged."""
    log = logger(tmp_path)
    assert [log.flag(["Ada", 36]), log.flag(["Alan", None])] == [1, 2]
    header, *values = rows(tmp_path / "dataset1.csv")
    assert header == ["Name", "component 1", "timestamp"]
    assert [row[:2] for row in values] == [["Ada", "36"], ["Alan", ""]]
    assert values[0][2].startswith("20")


def test_a_csv_logger_writes_option_and_user_if_they_are_given(tmp_path):
    """Each in a column of its own; a file with other columns stays as it is."""
    log = logger(tmp_path)
    log.flag(["Ada", 36])
    log.flag(["Ada", 36], flag_option="wrong")
    log.flag(["Ada", 36], "wrong", "me")
    log.flag(["Alan", 41], flag_option="odd")
    assert rows(tmp_path / "dataset1.csv")[0] == ["Name", "component 1", "timestamp"]
    assert [row[:3] for row in rows(tmp_path / "dataset2.csv")] == [
        ["Name", "component 1", "flag"],
        ["Ada", "36", "wrong"],
        ["Alan", "41", "odd"],
    ]
    assert rows(tmp_path / "dataset3.csv")[0] == ["Name", "component 1", "flag", "username", "timestamp"]


def test_a_csv_logger_goes_on_with_the_file_of_its_columns(tmp_path, caplog):
    """Also with another one made at the next start; the log says only which file is new."""
    caplog.set_level("INFO", "desktop_app")
    logger(tmp_path).flag(["Ada", 36])
    assert "dataset1.csv" in caplog.text
    caplog.clear()
    assert logger(tmp_path).flag(["Alan", 41]) == 2
    assert logger(tmp_path, gr.Textbox(label="Other"), verbose=False).flag(["x"]) == 1
    assert len(rows(tmp_path / "dataset1.csv")) == 3
    assert rows(tmp_path / "dataset2.csv")[0] == ["Other", "timestamp"]
    assert caplog.text == ""


def test_a_csv_logger_takes_the_name_of_its_file(tmp_path):
    """A number behind it makes another file for other columns."""
    logger(tmp_path, dataset_file_name="mine.csv").flag(["Ada", 36])
    logger(tmp_path, gr.Textbox(label="Other"), dataset_file_name="mine.csv").flag(["x"])
    assert len(rows(tmp_path / "mine.csv")) == 2
    assert rows(tmp_path / "mine2.csv")[0] == ["Other", "timestamp"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('a "quoted"\nline, \u05e9\u05dc\u05d5\u05dd 🎉', 'a "quoted"\nline, \u05e9\u05dc\u05d5\u05dd 🎉'),
        ("x" * 1_000_000, "x" * 1_000_000),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (-5, "-5"),
        (True, "True"),
        (["a", "é"], '["a", "é"]'),
        ({"set": {1}}, '{"set": "{1}"}'),
        (float("nan"), "nan"),
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        ("\ud83d", "\\ud83d"),
    ],
)
def test_any_value_can_be_flagged(tmp_path, value, written):
    """What comes after it is not hurt; a spreadsheet runs nothing of it."""
    log = logger(tmp_path, gr.Textbox(label="Name"))
    assert [log.flag([value]), log.flag(["after"])] == [1, 2]
    assert [row[0] for row in rows(tmp_path / "dataset1.csv")] == ["Name", written, "after"]


@pytest.mark.parametrize("torn", ["Ada", 'Ada,"half', 'Ada,"half\n'])
def test_a_row_that_was_cut_off_hurts_no_other(tmp_path, torn):
    """After a crash the next row has a line for itself."""
    log = logger(tmp_path)
    log.flag(["Ada", 36])
    file = tmp_path / "dataset1.csv"
    with file.open("a", newline="") as opened:
        opened.write(torn)
    log.flag(["Alan", 41])
    found = rows(file)
    assert found[1][0] == "Ada"
    assert found[-1][:2] == ["Alan", "41"]


def test_a_password_is_not_written(tmp_path):
    """Its column is there and empty."""
    log = logger(tmp_path, gr.Textbox(label="Password", type="password"))
    log.flag(["secret"])
    assert "secret" not in (tmp_path / "dataset1.csv").read_text()


def test_values_for_other_components_are_an_error(tmp_path):
    """Nothing is written into the wrong columns."""
    with pytest.raises(ValueError, match="1 values were flagged of 2 components"):
        logger(tmp_path).flag(["Ada"])


def test_a_simple_csv_logger_writes_only_values(tmp_path):
    """No headers, no time."""
    log = gr.SimpleCSVLogger()
    log.setup([gr.Textbox(label="Name"), gr.Number()], tmp_path)
    assert [log.flag(["Ada", 36]), log.flag(["Alan", 41], flag_option="x")] == [0, 1]
    assert rows(tmp_path / "log.csv") == [["Ada", "36"], ["Alan", "41"]]


def test_many_threads_flag_at_once(tmp_path):
    """Each row is there, whole."""
    log = logger(tmp_path)
    threads = [threading.Thread(target=log.flag, args=([f"n{i}", i],)) for i in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(row[0] for row in rows(tmp_path / "dataset1.csv")[1:]) == sorted(f"n{i}" for i in range(20))


def test_simplify_file_data_says_that_it_has_no_effect():
    """Once, when it is given."""
    with pytest.warns(UserWarning, match="no effect"):
        gr.CSVLogger(simplify_file_data=False)


def test_the_button_flags_what_is_shown(tmp_path):
    """Inputs and outputs, as often as it is pressed; the button is ready again."""
    with HeadlessApp(gr.Interface(str.title, gr.Textbox(label="Name"), "text", flagging_dir=tmp_path)) as app:
        window = app.open_window()
        window.set("Name", "ada")
        window.click("Submit")
        window.click("Flag")
        window.click("Flag")
        assert window.property("Flag", "interactive") is True
    found = rows(tmp_path / "dataset1.csv")
    assert found[0] == ["Name", "output", "timestamp"]
    assert [row[:2] for row in found[1:]] == [["ada", "Ada"]] * 2


def test_each_option_has_a_button(tmp_path):
    """A text is what is written; a pair is the button's text and what is written."""
    options = ["wrong", ("It is rude", "rude")]
    with HeadlessApp(gr.Interface(lambda x: x, "text", "text", flagging_dir=tmp_path, flagging_options=options)) as app:
        window = app.open_window()
        window.click("Flag as wrong")
        window.click("It is rude")
    assert [row[2] for row in rows(tmp_path / "dataset1.csv")] == ["flag", "wrong", "rude"]


def test_answers_are_flagged_by_themselves(tmp_path):
    """With "auto" each that came without an error, and there is no button."""

    def half(x):
        if x % 2:
            raise gr.Error("odd")
        return x // 2

    interface = gr.Interface(
        half, gr.Number(label="x", precision=0), gr.Number(label="y"), flagging_dir=tmp_path, flagging_mode="auto"
    )
    with HeadlessApp(interface) as app:
        window = app.open_window()
        for number in (4, 5, 6):
            window.set("x", number)
            window.click("Submit")
        with pytest.raises(LookupError):
            window.click("Flag")
    assert [row[:2] for row in rows(tmp_path / "dataset1.csv")] == [["x", "y"], ["4", "2"], ["6", "3"]]


def test_never_and_no_options_have_no_button(tmp_path):
    """Nothing is written either."""
    for arguments in ({"flagging_mode": "never"}, {"flagging_options": []}):
        with HeadlessApp(gr.Interface(lambda x: x, "text", "text", flagging_dir=tmp_path, **arguments)) as app:
            window = app.open_window()
            window.click("Submit")
            with pytest.raises(LookupError):
                window.click("Flag")
    assert list(tmp_path.iterdir()) == []


def test_a_callback_of_the_authors_keeps_it_elsewhere(tmp_path):
    """It is set up once, with the components and the folder, before the first value comes."""
    heard = []

    class Keep(gr.FlaggingCallback):
        def setup(self, components, flagging_dir):
            heard.append(([component.label for component in components], flagging_dir))

        def flag(self, flag_data, flag_option=None, username=None):
            heard.append((flag_data, flag_option, username))
            return 1

    interface = gr.Interface(
        str.upper, gr.Textbox("a", label="in"), "text", flagging_dir=tmp_path / "mine", flagging_callback=Keep()
    )
    with HeadlessApp(interface) as app:
        window = app.open_window()
        window.click("Submit")
        assert heard == []
        window.click("Flag")
        window.click("Flag")
    kept = (["a", "A"], None, None)
    assert heard == [(["in", "output"], str(tmp_path / "mine")), kept, kept]


def test_what_cannot_be_written_is_said_and_can_be_tried_again(tmp_path, caplog):
    """The button comes back."""
    (tmp_path / "flags").write_text("no folder")
    with HeadlessApp(gr.Interface(lambda x: x, "text", "text", flagging_dir=tmp_path / "flags")) as app:
        window = app.open_window()
        window.click("Flag")
        assert len(window.toasts) == 1
        assert window.property("Flag", "interactive") is True
        (tmp_path / "flags").unlink()
        window.click("Flag")
    assert len(rows(tmp_path / "flags" / "dataset1.csv")) == 2


def test_the_folder_is_below_that_of_the_apps_data(tmp_path):
    """By default, and for a relative one; a test's own without its storage goes with it."""
    for arguments, folder in (({}, "flagged"), ({"flagging_dir": "a/b"}, "a/b")):
        interface = gr.Interface(lambda x: x, "text", "text", **arguments)
        with HeadlessApp(interface, storage=tmp_path) as app:
            app.open_window().click("Flag")
        assert (tmp_path / folder / "dataset1.csv").is_file()
        with HeadlessApp(interface) as app:
            app.open_window().click("Flag")
            written = app.app.data_folder / folder / "dataset1.csv"
            assert written.is_file()
        assert not written.exists()


@pytest.mark.parametrize("options", ["wrong", [1], [("a",)], [("a", 1)], 3])
def test_wrong_options_are_said(options):
    """The message says what they have to be."""
    with pytest.raises(DeclarationError, match="list of texts, or of pairs"):
        gr.Interface(lambda x: x, "text", "text", flagging_options=options)
