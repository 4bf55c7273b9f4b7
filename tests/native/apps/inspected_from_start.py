"""The same app, launched by an author who wants to see its insides."""

from tests.native.apps import inspected


class demo:  # noqa: N801 - what the tests launch has this name
    """Stands for the blocks, and adds to the arguments of their launch."""

    @staticmethod
    def launch(engine: str) -> None:
        """Launch with the inspector."""
        inspected.demo.launch(engine=engine, debug=True)
