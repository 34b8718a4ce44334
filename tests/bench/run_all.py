"""Run every bench_*.py of this folder, each in a process of its own, one after another: `make bench`.

A bench module has a `main()` that prints one table and returns None, or a sentence when a promised figure is missed.
Words given on the command line choose the modules whose names hold one of them.
"""

import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_CALL = "import importlib, sys; sys.exit(importlib.import_module(sys.argv[1]).main())"


def run(name: str) -> int:
    """Run one bench and return its exit code."""
    print(f"\n== {name}", flush=True)
    return subprocess.run([sys.executable, "-c", _CALL, name], cwd=_HERE, check=False).returncode


def main(words: list[str]) -> int:
    """Run the chosen benches; return 1 when any of them failed."""
    names = sorted(path.stem for path in _HERE.glob("bench_*.py"))
    chosen = [name for name in names if not words or any(word in name for word in words)]
    if not chosen:
        print("no bench_*.py to run")
    failed = [name for name in chosen if run(name) != 0]
    if failed:
        print(f"\nmissed or failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
