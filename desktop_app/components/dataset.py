"""Samples to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator, Field

from desktop_app.author_warning import warn_author
from desktop_app.blocks.component_names import component_named
from desktop_app.blocks.page_type import PageType
from desktop_app.components.component import Component
from desktop_app.errors import DeclarationError, HandlerError
from desktop_app.events.event import Event

D = TypeVar("D", bound="Dataset")
Cell = str | int | float | bool | None  # what the page shows of one value


def _as_components(given: object) -> object:
    if not isinstance(given, list | tuple | None):
        raise ValueError("components have to be a list")
    components = [component_named(each) if isinstance(each, str) else each for each in given or []]
    for each in components:
        if not isinstance(each, Component):
            raise ValueError(f"{each!r} is no component")
    return components


def _as_samples(given: object) -> object:
    return [] if given is None else given


Components = Annotated[Sequence[Any] | None, BeforeValidator(_as_components)]
# The page gets of each sample what is to be seen.
Samples = Annotated[
    list[list[Any]] | None,
    BeforeValidator(_as_samples),
    PageType(list[list[Cell]]),
]
Headers = Annotated[list[str] | None, PageType(list[str])]


class Dataset(Component):
    """Samples in a table, or as chips in a row, to choose one of. Handlers get what `type` says of the one chosen last.

    A handler may return the number of a sample or its values to choose it, or None.

    Args:
        label: what it is called, above the samples.
        show_label: False hides the label, which screen readers still read.
        components: one for each column, which shows its values; components, or names of their classes such as
            "textbox". Without them values are shown as text.
        component_props: a dict for each of the components, of properties that it shows the values with.
        samples: a list of samples, each a list of values, one for each component; the last ones may be left out.
        headers: the names of the columns; by default the labels of the components.
        type: "values" hands handlers a list of the sample's values, "index" its number from 0, "tuple" both.
        layout: "table" or "gallery", which are chips; by default a gallery for one component and for `sample_labels`.
        samples_per_page: how many are shown at a time.
        sample_labels: a text for each sample, shown in place of its values.
        container: False leaves out the label and the frame.
        proxy_url: accepted for scripts written for Gradio; it has no effect, as there is no server.

    Events:
        click: a sample was chosen, also the same one again.
        select: likewise; tells its number as `index`, and as `value` the list of its values.
        change: another sample is the one chosen.

    Raises:
        DeclarationError: the samples do not fit the components, or a component cannot show a value.

    Example:
        >>> people = Dataset(components=["textbox", "number"], headers=["Name", "Age"], samples=[["Ada", 36]])
        >>> people.click(lambda values: f"Hello, {values[0]}!", people, greeting)
    """

    kind: ClassVar[str] = "dataset"
    page_value: ClassVar[Any] = int | None
    editable: ClassVar[bool] = True
    interactive: ClassVar[bool] = True  # to the user, also where listeners write it
    python_only: ClassVar[frozenset[str]] = Component.python_only | {
        "components",
        "component_props",
        "type",
        "proxy_url",
    }
    change: ClassVar[Event] = Event()
    click: ClassVar[Event] = Event()
    select: ClassVar[Event] = Event()

    _: KW_ONLY
    label: str | None = None
    show_label: bool = True
    components: Components = field(default_factory=list)
    component_props: list[dict[str, Any]] | None = None
    samples: Samples = field(default_factory=list)
    headers: Headers = None
    type: Literal["values", "index", "tuple"] = "values"
    layout: Literal["gallery", "table"] | None = None
    samples_per_page: Annotated[int, Field(ge=1)] = 10
    sample_labels: list[str] | None = None
    container: bool = True
    proxy_url: str | None = None

    def __post_init__(self) -> None:
        if self.proxy_url is not None:
            warn_author("Dataset(proxy_url=…) has no effect: there is no server to go through.")
        self.raw_samples: list[list[Any]] = self.samples or []
        super().__post_init__()

    def declared(self) -> None:
        """Look at the samples once it has its place; one that is made in a handler is only an update."""
        super().declared()
        self._look()

    def given(self) -> dict[str, Any]:
        """Return the arguments that were given; other components have other headers."""
        given = super().given()
        return {"headers": None, **given} if "components" in given else given

    def changed(self: D, properties: Mapping[str, object]) -> D:
        """Return a copy with other properties, whose samples are looked at again."""
        clone = super().changed(properties)
        if "samples" in properties:
            clone.raw_samples = clone.samples or []
        clone._look()
        return clone

    def accept(self, untrusted: object) -> int | None:
        """Refuse a sample that is not there."""
        index: int | None = super().accept(untrusted)
        return self._checked(index)

    def event_data(self, event: str, data: Any) -> Any:
        """Give the values of the sample that was selected as they were given to us."""
        if event != "select":
            return data
        index = self.accept(data.get("index") if isinstance(data, dict) else None)
        if index is None:
            raise ValueError("it names no sample")
        return {"index": index, "value": list(self.raw_samples[index]), "selected": True}

    def preprocess(self, value: int | None) -> Any:
        """Hand over what `type` says; None before any is chosen, or when that sample is gone."""
        if value is None or value >= len(self.raw_samples):
            return None
        sample = list(self.raw_samples[value])
        return value if self.type == "index" else sample if self.type == "values" else (value, sample)

    def postprocess(self, value: Any) -> int | None:
        """Take the number of a sample, or its values; values that no sample has choose none, as None does."""
        if isinstance(value, list | tuple):
            sample = list(value)
            return self.raw_samples.index(sample) if sample in self.raw_samples else None
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise ValueError("a sample is chosen by its number or by its values")
        return self._checked(value)

    def _checked(self, index: int | None) -> int | None:
        count = len(self.raw_samples)
        if index is not None and not 0 <= index < count:
            raise ValueError(f"there is no sample {index}, but {count} from 0")
        return index

    def _columns(self) -> list[Component]:
        components: list[Component] = list(self.components or [])
        if self.component_props is None:
            return components
        if len(self.component_props) != len(components):
            raise DeclarationError(
                f"{self.name} has {len(components)} components, but {len(self.component_props)} component_props."
            )
        return [component.changed(props) for component, props in zip(components, self.component_props, strict=True)]

    def _look(self) -> None:
        """Find out what is to be seen.

        Raises:
            DeclarationError: something does not fit.
        """
        columns, samples = self._columns(), self.raw_samples
        if self.headers is None:
            self.headers = [getattr(column, "label", None) or "" for column in columns]
        if columns and len(self.headers) != len(columns):
            raise DeclarationError(f"{self.name} has {len(columns)} component(s), but {len(self.headers)} headers.")
        if self.sample_labels is not None and len(self.sample_labels) != len(samples):
            raise DeclarationError(
                f"{self.name} has {len(samples)} sample(s), but {len(self.sample_labels)} sample_labels."
            )
        self.samples = [self._cells(number, sample, columns) for number, sample in enumerate(samples)]

    def _cells(self, number: int, sample: list[Any], columns: list[Component]) -> list[Cell]:
        if columns and len(sample) > len(columns):
            raise DeclarationError(
                f"{self.name}: samples[{number}] has {len(sample)} values for {len(columns)} component(s)."
            )
        try:
            return [_cell(columns[place] if columns else None, value) for place, value in enumerate(sample)]
        except HandlerError as error:
            raise DeclarationError(f"{self.name}: samples[{number}]: {error}") from error


def _cell(component: Component | None, value: Any) -> Cell:
    """Return what is to be seen of a value: of a choice its label, of a secret nothing."""
    if value is None:
        return None
    if component is None:
        return str(value)
    if component.masked:
        return "••••••"
    shown = component.to_page(value)
    labels = {choice: label for label, choice in getattr(component, "choices", None) or []}
    if isinstance(shown, list | tuple):
        return ", ".join(str(labels.get(each, each) if labels else each) for each in shown)
    return labels.get(shown, shown) if isinstance(shown, Cell) else str(shown)
