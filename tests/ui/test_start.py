"""The window starts lightly: nothing heavy is imported before somebody needs it."""

import json
import subprocess
import sys

HEAVY = {"sqlalchemy", "alembic", "reportlab", "holidays", "openpyxl", "argon2", "PySide6.QtPrintSupport"}
PROBE = """
import json, sys
before = set(sys.modules)
import onestop_desk.ui.main_window, onestop_desk.ui.language
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_the_shell_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert "onestop_desk.ui.main_window" in loaded
    assert loaded & HEAVY == set()
    assert not any(name.startswith(("onestop_desk.services", "onestop_desk.models")) for name in loaded)
