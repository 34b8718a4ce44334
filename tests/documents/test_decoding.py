"""Every paper's codes are read back from its pixels, also when the scan is blurred, turned or small."""

from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from onestop_desk.documents.apology_letter import draw_apology_letter
from onestop_desk.documents.label import draw_label
from onestop_desk.documents.receipt import draw_receipt
from onestop_desk.documents.refusal_letter import draw_refusal_letter
from onestop_desk.documents.request_letter import draw_request_letter
from onestop_desk.documents.return_slip import draw_return_slip
from onestop_desk.documents.sheet import A4, A5, LABEL
from onestop_desk.documents.slip80 import draw_slip
from onestop_desk.documents.stop_notice import draw_stop_notice
from tests.documents.letters import APOLOGY, OLD_STYLE, REFUSED, REQUEST, SLIP, STOPPED
from tests.documents.pictures import codes, rasters
from tests.documents.samples import STAMPED, TAG, USUAL

_OLD_STYLE = replace(TAG, code=STAMPED.code, compact_code=STAMPED.compact_code, qr_text=STAMPED.qr_text)
PAPERS = {
    "A4": (draw_receipt(USUAL, A4), USUAL.code, USUAL.qr_text),
    "A5": (draw_receipt(USUAL, A5), USUAL.code, USUAL.qr_text),
    "slip": (draw_slip(USUAL), USUAL.compact_code, USUAL.qr_text),
    "label": (draw_label(TAG), TAG.compact_code, TAG.qr_text),
    "A4 old style": (draw_receipt(STAMPED, A4), STAMPED.code, STAMPED.qr_text),
    "A5 old style": (draw_receipt(STAMPED, A5), STAMPED.code, STAMPED.qr_text),
    "slip old style": (draw_slip(STAMPED), STAMPED.compact_code, STAMPED.qr_text),
    "label old style": (draw_label(_OLD_STYLE, replace(LABEL, width=60)), _OLD_STYLE.compact_code, _OLD_STYLE.qr_text),
    "02 on A4": (draw_request_letter(REQUEST, A4), USUAL.code, USUAL.qr_text),
    "02 on A5": (draw_request_letter(REQUEST, A5), USUAL.code, USUAL.qr_text),
    "02 old style": (draw_request_letter(replace(REQUEST, reference=OLD_STYLE), A5), OLD_STYLE.code, OLD_STYLE.qr_text),
    "03 on A4": (draw_refusal_letter(REFUSED, A4), USUAL.code, USUAL.qr_text),
    "03 on A5": (draw_refusal_letter(REFUSED, A5), USUAL.code, USUAL.qr_text),
    "04": (draw_apology_letter(APOLOGY), USUAL.code, USUAL.qr_text),
    "04 old style": (draw_apology_letter(replace(APOLOGY, reference=OLD_STYLE)), OLD_STYLE.code, OLD_STYLE.qr_text),
    "05": (draw_stop_notice(STOPPED), USUAL.code, USUAL.qr_text),
    "return slip on A4": (draw_return_slip(SLIP, A4), USUAL.code, USUAL.qr_text),
    "return slip on A5": (draw_return_slip(SLIP, A5), USUAL.code, USUAL.qr_text),
}


def blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(0.6))


def turned(picture: Image.Image) -> Image.Image:
    return picture.rotate(1.5, fillcolor=255, resample=Image.Resampling.BICUBIC, expand=True)


def stretched(picture: Image.Image) -> Image.Image:
    return picture.resize((round(picture.width * 1.13), round(picture.height * 1.13)), Image.Resampling.BILINEAR)


def thresholded(picture: Image.Image) -> Image.Image:
    return picture.point([0] * 128 + [255] * 128)


DAMAGES = {
    "clean": Image.Image.copy,
    "black and white": thresholded,
    "blur": blurred,
    "turn": turned,
    "stretch": stretched,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("name", PAPERS)
def test_both_codes_are_read_back(name, dpi, damage):
    content, code, qr_text = PAPERS[name]
    found = codes(DAMAGES[damage](rasters(content, dpi)[0]))
    assert found == {"Code128": code, "QRCode": qr_text}


@pytest.mark.parametrize("name", ["A4", "A5", "slip"])
def test_each_copy_carries_both_codes(name):
    content, code, qr_text = PAPERS[name]
    assert [codes(page) for page in rasters(content, 203)] == [{"Code128": code, "QRCode": qr_text}] * 2


def test_the_slip_is_exactly_the_printers_dots_wide():
    assert {page.width for page in rasters(PAPERS["slip"][0], 203)} == {576}


def test_a_label_too_narrow_for_bars_keeps_its_qr_code():
    assert codes(rasters(draw_label(_OLD_STYLE, LABEL), 300)[0]) == {"QRCode": _OLD_STYLE.qr_text}
