"""Write an app in Gradio's words and get a native desktop program: no server, no port."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app import themes as themes
    from desktop_app.app import App as App
    from desktop_app.blocks.accordion import Accordion as Accordion
    from desktop_app.blocks.blocks import Blocks as Blocks
    from desktop_app.blocks.column import Column as Column
    from desktop_app.blocks.draggable import Draggable as Draggable
    from desktop_app.blocks.examples import Examples as Examples
    from desktop_app.blocks.flagging import CSVLogger as CSVLogger
    from desktop_app.blocks.flagging import FlaggingCallback as FlaggingCallback
    from desktop_app.blocks.flagging import SimpleCSVLogger as SimpleCSVLogger
    from desktop_app.blocks.group import Group as Group
    from desktop_app.blocks.interface import Interface as Interface
    from desktop_app.blocks.menu import Menu as Menu
    from desktop_app.blocks.menu import MenuItem as MenuItem
    from desktop_app.blocks.render import render as render
    from desktop_app.blocks.row import Row as Row
    from desktop_app.blocks.sidebar import Sidebar as Sidebar
    from desktop_app.blocks.step import Step as Step
    from desktop_app.blocks.tab import Tab as Tab
    from desktop_app.blocks.tab import TabItem as TabItem
    from desktop_app.blocks.tabbed_interface import TabbedInterface as TabbedInterface
    from desktop_app.blocks.tabs import Tabs as Tabs
    from desktop_app.blocks.walkthrough import Walkthrough as Walkthrough
    from desktop_app.components.button import Button as Button
    from desktop_app.components.checkbox import Checkbox as Checkbox
    from desktop_app.components.checkbox_group import CheckboxGroup as CheckboxGroup
    from desktop_app.components.clear_button import ClearButton as ClearButton
    from desktop_app.components.code import Code as Code
    from desktop_app.components.color_picker import ColorPicker as ColorPicker
    from desktop_app.components.dataset import Dataset as Dataset
    from desktop_app.components.date_time import DateTime as DateTime
    from desktop_app.components.dropdown import Dropdown as Dropdown
    from desktop_app.components.highlighted_text import HighlightedText as HighlightedText
    from desktop_app.components.html import HTML as HTML
    from desktop_app.components.input_html_attributes import InputHTMLAttributes as InputHTMLAttributes
    from desktop_app.components.json import JSON as JSON
    from desktop_app.components.label import Label as Label
    from desktop_app.components.markdown import Markdown as Markdown
    from desktop_app.components.navbar import Navbar as Navbar
    from desktop_app.components.number import Number as Number
    from desktop_app.components.param_viewer import ParamViewer as ParamViewer
    from desktop_app.components.radio import Radio as Radio
    from desktop_app.components.slider import Slider as Slider
    from desktop_app.components.text_area import TextArea as TextArea
    from desktop_app.components.textbox import Text as Text
    from desktop_app.components.textbox import Textbox as Textbox
    from desktop_app.components.timer import Timer as Timer
    from desktop_app.dialogs.files import choose_folder as choose_folder
    from desktop_app.dialogs.files import open_file as open_file
    from desktop_app.dialogs.files import open_files as open_files
    from desktop_app.dialogs.files import save_file as save_file
    from desktop_app.dialogs.messages import ask as ask
    from desktop_app.dialogs.messages import show_message as show_message
    from desktop_app.errors import DeclarationError as DeclarationError
    from desktop_app.errors import DesktopAppError as DesktopAppError
    from desktop_app.errors import Error as Error
    from desktop_app.errors import StoreError as StoreError
    from desktop_app.events.api import api as api
    from desktop_app.events.cache import Cache as Cache
    from desktop_app.events.cached import cache as cache
    from desktop_app.events.data import CopyData as CopyData
    from desktop_app.events.data import DeletedFileData as DeletedFileData
    from desktop_app.events.data import DownloadData as DownloadData
    from desktop_app.events.data import DropData as DropData
    from desktop_app.events.data import EditData as EditData
    from desktop_app.events.data import EventData as EventData
    from desktop_app.events.data import KeyUpData as KeyUpData
    from desktop_app.events.data import LikeData as LikeData
    from desktop_app.events.data import RetryData as RetryData
    from desktop_app.events.data import SelectData as SelectData
    from desktop_app.events.data import UndoData as UndoData
    from desktop_app.events.on import on as on
    from desktop_app.events.progress import Progress as Progress
    from desktop_app.events.request import Request as Request
    from desktop_app.events.toast import Info as Info
    from desktop_app.events.toast import Success as Success
    from desktop_app.events.toast import Warning as Warning
    from desktop_app.events.update import skip as skip
    from desktop_app.events.update import update as update
    from desktop_app.events.validate import validate as validate
    from desktop_app.state.browser_state import BrowserState as BrowserState
    from desktop_app.state.can_keep_secrets import can_keep_secrets as can_keep_secrets
    from desktop_app.state.global_state import GlobalState as GlobalState
    from desktop_app.state.session_state import State as State
    from desktop_app.system.clipboard import read_clipboard as read_clipboard
    from desktop_app.system.clipboard import write_clipboard as write_clipboard
    from desktop_app.system.launcher_icon import show_badge as show_badge
    from desktop_app.system.launcher_icon import show_icon_progress as show_icon_progress
    from desktop_app.system.notification import notify as notify
    from desktop_app.system.viewer import open_in_system as open_in_system
    from desktop_app.windows.window import Window as Window

__version__ = "0.1.0"

# Each public name and the module it is loaded from on first use, so that importing the package costs next to nothing.
_PLACES = {
    "Accordion": "blocks.accordion",
    "App": "app",
    "Blocks": "blocks.blocks",
    "BrowserState": "state.browser_state",
    "Button": "components.button",
    "CSVLogger": "blocks.flagging",
    "Cache": "events.cache",
    "Checkbox": "components.checkbox",
    "CheckboxGroup": "components.checkbox_group",
    "ClearButton": "components.clear_button",
    "Code": "components.code",
    "ColorPicker": "components.color_picker",
    "Column": "blocks.column",
    "CopyData": "events.data",
    "Dataset": "components.dataset",
    "DateTime": "components.date_time",
    "DeclarationError": "errors",
    "DeletedFileData": "events.data",
    "DesktopAppError": "errors",
    "DownloadData": "events.data",
    "Draggable": "blocks.draggable",
    "DropData": "events.data",
    "Dropdown": "components.dropdown",
    "EditData": "events.data",
    "Error": "errors",
    "EventData": "events.data",
    "Examples": "blocks.examples",
    "FlaggingCallback": "blocks.flagging",
    "GlobalState": "state.global_state",
    "Group": "blocks.group",
    "HTML": "components.html",
    "HighlightedText": "components.highlighted_text",
    "Info": "events.toast",
    "InputHTMLAttributes": "components.input_html_attributes",
    "Interface": "blocks.interface",
    "JSON": "components.json",
    "KeyUpData": "events.data",
    "Label": "components.label",
    "LikeData": "events.data",
    "Markdown": "components.markdown",
    "Menu": "blocks.menu",
    "MenuItem": "blocks.menu",
    "Navbar": "components.navbar",
    "Number": "components.number",
    "ParamViewer": "components.param_viewer",
    "Progress": "events.progress",
    "Radio": "components.radio",
    "Request": "events.request",
    "RetryData": "events.data",
    "Row": "blocks.row",
    "SelectData": "events.data",
    "Sidebar": "blocks.sidebar",
    "SimpleCSVLogger": "blocks.flagging",
    "Slider": "components.slider",
    "State": "state.session_state",
    "Step": "blocks.step",
    "StoreError": "errors",
    "Success": "events.toast",
    "Tab": "blocks.tab",
    "TabItem": "blocks.tab",
    "TabbedInterface": "blocks.tabbed_interface",
    "Tabs": "blocks.tabs",
    "Text": "components.textbox",
    "TextArea": "components.text_area",
    "Textbox": "components.textbox",
    "Timer": "components.timer",
    "UndoData": "events.data",
    "Walkthrough": "blocks.walkthrough",
    "Warning": "events.toast",
    "Window": "windows.window",
    "api": "events.api",
    "ask": "dialogs.messages",
    "cache": "events.cached",
    "can_keep_secrets": "state.can_keep_secrets",
    "choose_folder": "dialogs.files",
    "notify": "system.notification",
    "on": "events.on",
    "open_file": "dialogs.files",
    "open_files": "dialogs.files",
    "open_in_system": "system.viewer",
    "read_clipboard": "system.clipboard",
    "render": "blocks.render",
    "save_file": "dialogs.files",
    "show_badge": "system.launcher_icon",
    "show_icon_progress": "system.launcher_icon",
    "show_message": "dialogs.messages",
    "skip": "events.update",
    "themes": "themes",
    "update": "events.update",
    "validate": "events.validate",
    "write_clipboard": "system.clipboard",
}

__all__ = [*_PLACES, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = importlib.import_module(f"{__name__}.{_PLACES[name]}")
    value = module if _PLACES[name] == name else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
