"""The script of a bundle that runs the gallery's examples under the native tests' commands."""

import sys

import tests.native.apps.dice  # noqa: F401 - so that it is bundled
from tests.native.program import main

main(*sys.argv[1:])
