"""Keeps the window's English complete: collects sentences from the code, fills them in, compiles them.

python installer/translate.py                 collect and compile
python installer/translate.py --missing       also print what has no English yet, as JSON by context
python installer/translate.py --fill FILE     take English from such a JSON, then compile
"""

import argparse
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "onestop_desk"
FOLDER = ROOT / "resources" / "translations"
ENGLISH = FOLDER / "onestop_en.ts"
VIETNAMESE_QT = FOLDER / "qtbase_vi.ts"

Sentences = dict[str, dict[str, str]]


def collect(target: Path = ENGLISH) -> None:
    """Bring `target` up to date with the sentences in the code; what is gone leaves it."""
    options = [
        "-source-language",
        "vi_VN",
        "-target-language",
        "en_US",
        "-no-obsolete",
        "-locations",
        "none",
        "-silent",
    ]
    files = [str(p.relative_to(ROOT)) for p in sorted(SOURCES.rglob("*.py")) if _speaks(p)]
    subprocess.run([_tool("lupdate"), *files, *options, "-ts", str(target)], check=True, cwd=ROOT)


def compile_ts(source: Path, target: Path) -> None:
    """Make the file that Qt reads."""
    subprocess.run([_tool("lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def missing(source: Path = ENGLISH) -> Sentences:
    """Return the sentences without English, by context."""
    found: Sentences = {}
    for context, message in _messages(ET.parse(source)):
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished" or not translation.text:
            found.setdefault(context, {})[message.findtext("source", "")] = ""
    return found


def fill(sentences: Sentences, target: Path = ENGLISH) -> None:
    """Put English into `target` for the sentences given."""
    tree = ET.parse(target)
    for context, message in _messages(tree):
        english = sentences.get(context, {}).get(message.findtext("source", ""), "")
        translation = message.find("translation")
        if english and translation is not None:
            translation.text = english
            translation.attrib.pop("type", None)
    body = ET.tostring(tree.getroot(), encoding="unicode")
    target.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def main() -> int:
    """Do what the command line asks; 1 if English is incomplete."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true", help="print what has no English yet, as JSON")
    parser.add_argument("--fill", type=Path, help="JSON of English sentences by context")
    arguments = parser.parse_args()
    collect()
    if arguments.fill:
        fill(json.loads(arguments.fill.read_text(encoding="utf-8")))
        collect()
    for source in (ENGLISH, VIETNAMESE_QT):
        compile_ts(source, source.with_suffix(".qm"))
    lacking = missing()
    if arguments.missing:
        sys.stdout.write(json.dumps(lacking, ensure_ascii=False, indent=1) + "\n")
    sys.stderr.write(f"{sum(len(one) for one in lacking.values())} sentences without English\n")
    return 1 if lacking else 0


def _speaks(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return ".tr(" in text or "translate(" in text


def _messages(tree: "ET.ElementTree[ET.Element]") -> list[tuple[str, ET.Element]]:
    contexts = tree.getroot().findall("context")
    return [(c.findtext("name", ""), message) for c in contexts for message in c.findall("message")]


def _tool(name: str) -> str:
    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / f"{name}.exe"):
        if candidate.is_file():
            return str(candidate)
    raise FileNotFoundError(f"{name} is not beside PySide6")


if __name__ == "__main__":
    sys.exit(main())
