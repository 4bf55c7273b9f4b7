"""python run_scenario.py ENGINE SCENARIO FOLDER: run one scenario on one engine; any failure is exit code 1."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path

import leaving
import scenarios
from desk import Desk
from pages import write_page

from desktop_app.desktop.engines.choose import choose
from desktop_app.desktop.engines.engine import Engine
from desktop_app.desktop.engines.stock import StockEngine


def main(engine_name: str, scenario: str, folder: Path) -> int:
    faulthandler.enable()
    faulthandler.dump_traceback_later(45, exit=True)
    logging.basicConfig(level=logging.INFO)
    engine: Engine = StockEngine("gtk") if engine_name == "stock" else choose(engine_name)
    if scenario == "elsewhere":
        leaving.let_the_network_in()
    engine.prepare("desktop-app-tests", folder / "storage")
    desk = Desk(engine, folder, write_page(folder / "page.html"))
    failed = threading.Event()

    def work() -> None:
        try:
            (getattr(scenarios, scenario, None) or getattr(leaving, scenario))(desk)
        except BaseException:
            traceback.print_exc()
            failed.set()
        finally:
            import webview

            for window in list(webview.windows):
                if window is not desk.first.view.window:
                    window.destroy()
            desk.first.view.close()

    engine.start(work)
    desk.first.wait_for("<closed>")
    print("ended")
    return 1 if failed.is_set() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
