"""The values of examples, from whatever form an author has them in."""

from __future__ import annotations

import csv
import re
import sys
import typing
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError

LOG = "log.csv"


def read_rows(examples: Any, inputs: Sequence[Component]) -> list[list[Any]]:
    """Return a row of values for each example; a row may leave out the last inputs.

    Args:
        examples: a list of rows; for one input also a list of values; or a folder with a `log.csv`.
        inputs: the components that the values are for.

    Raises:
        DeclarationError: there are none, or a row does not fit the inputs.
    """
    if isinstance(examples, str | Path):
        rows = _read_folder(examples, inputs)
    elif isinstance(examples, list | tuple):
        rows = _nested(list(examples), inputs)
    else:
        raise DeclarationError(f"Examples take a list or the path of a folder, not {examples!r}.")
    if not rows:
        raise DeclarationError("Examples need at least one example.")
    for number, row in enumerate(rows):
        if not 1 <= len(row) <= len(inputs):
            names = ", ".join(component.name for component in inputs)
            raise DeclarationError(f"examples[{number}] has {len(row)} values for {len(inputs)} input(s): {names}.")
    return rows


def _nested(examples: list[Any], inputs: Sequence[Component]) -> list[list[Any]]:
    rows = [isinstance(example, list | tuple) for example in examples]
    if all(rows):
        return [list(example) for example in examples]
    if len(inputs) == 1 and not any(rows):
        return [[example] for example in examples]
    number = rows.index(False)
    raise DeclarationError(
        f"examples[{number}] has to be a list with a value for each input, not {examples[number]!r}."
    )


def _read_folder(given: str | Path, inputs: Sequence[Component]) -> list[list[Any]]:
    log = _folder(Path(given)) / LOG
    try:
        with log.open(newline="", encoding="utf-8-sig") as file:
            lines = [line for line in csv.reader(file) if line][1:]
    except FileNotFoundError:
        raise DeclarationError(
            f"{log} is missing: a line of headers, then one for each example with a value for each input. Files of "
            "their own are no examples here."
        ) from None
    except (OSError, UnicodeError, csv.Error) as error:
        raise DeclarationError(f"{log} cannot be read: {error}") from error
    rows = []
    for number, line in enumerate(lines, start=1):
        try:
            rows.append([_read(text, component) for text, component in zip(line, inputs, strict=False)])
        except ValueError as error:
            raise DeclarationError(f"{log}, example {number}: {error}") from None
    return rows


def _folder(path: Path) -> Path:
    """Return where the folder is: beside the program if it is not below the working directory."""
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    places = [path, *([Path(script).parent / path] if script else [])]
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise DeclarationError(f"There is no folder {str(path)!r} with examples.")
    return found


def _read(text: str, component: Component) -> Any:
    """Turn a text of the file into a value; an empty one is none to a number."""
    kinds = typing.get_args(component.page_value) or (component.page_value,)
    if str in kinds:
        return text
    if float not in kinds:
        raise ValueError(f"{component.name} takes neither texts nor numbers; give its examples as a list")
    if not text.strip():
        return None
    return int(text) if re.fullmatch(r"\s*[+-]?\d+\s*", text) else float(text)
