"""The public notice on the board: the month's results, then what the office offers, in large letters."""

from dataclasses import dataclass
from functools import partial

from onestop_desk.documents.figure_sheet import begin_figures
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import Letter, close_letter, open_letter
from onestop_desk.documents.lettering import heavy, plain, slanted
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.domain.figures import FigureTable

_SIZE = 0.8  # of the body's letters


@dataclass(frozen=True, slots=True)
class NoticeSheet:
    """What is posted: the results, the offers, as of when."""

    letter: Letter
    results: FigureTable
    offered: FigureTable
    signer: Signer
    fresh: str


def draw_notice(sheet: NoticeSheet, paper: Paper = A4) -> bytes:
    """Return the notice as PDF."""
    flow = open_letter(paper, sheet.letter, sheet.results.title, under=f"({sheet.results.period})")
    flow.keep_together(begin_figures(flow, sheet.results, paper.body * _SIZE))
    flow.skip(paper.body * 0.15)
    for note in (*sheet.results.notes, sheet.fresh):
        flow.paragraph(note, plain(paper.body * 0.85))
    flow.skip(paper.body * 0.2)
    flow.keep_together(partial(_sign, flow, sheet.signer))
    flow.turn()
    flow.centred(sheet.offered.title, heavy(paper.body))
    flow.centred(f"({sheet.offered.period})", slanted(paper.body))
    flow.skip(paper.body * 0.2)
    return close_letter(flow, sheet.results.title, begin_figures(flow, sheet.offered, paper.body * _SIZE))


def _sign(flow: Flow, signer: Signer) -> None:
    draw_signatures(flow, (None, signer), flow.paper.body * 1.4)
