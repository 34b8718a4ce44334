"""The public page as a browser has it: nothing leaves it, everybody can read it, its buttons work by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Page

from onestop_desk.domain.figures import FigureColumn, FigureTable, Sort
from onestop_desk.reports.public_page import PublicPage, public_html
from onestop_desk.services.notice import Notice

# Every text node's colour on the ground that is really under it, as WCAG 2.2 measures contrast.
_CONTRASTS = """() => {
  const light = (text) => {
    const parts = text.match(/[0-9.]+/g).map(Number);
    const straight = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const linear = parts.slice(0, 3).map((v) => straight(v / 255));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/^rgba.*, 0\\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || ['SCRIPT', 'STYLE'].includes(parent.tagName)) continue;
    const [a, b] = [light(getComputedStyle(parent).color), light(ground(parent))].sort((x, y) => y - x);
    found.push([(a + 0.05) / (b + 0.05), walk.currentNode.textContent.trim().slice(0, 40)]);
  }
  return found;
}"""


def _least_contrast(page: Page) -> float:
    found = page.evaluate(_CONTRASTS)
    assert len(found) > 50
    return float(min(contrast for contrast, _ in found))


def test_nothing_leaves_the_page(page: Page, asked_for: list[str]) -> None:
    page.click("#larger")
    assert len(asked_for) == 1 and asked_for[0].startswith("file://")
    assert page.evaluate("document.querySelectorAll('[src], link, [href^=http]').length") == 0
    assert "default-src 'none'" in page.content()


def test_every_text_stands_out_from_its_ground_in_both_looks(page: Page) -> None:
    assert _least_contrast(page) >= 7
    page.click("#contrast")
    assert _least_contrast(page) >= 7


def test_the_page_names_its_language_its_parts_and_its_controls(page: Page) -> None:
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert page.evaluate("[...document.querySelectorAll('h1, h2')].map((h) => h.tagName)") == ["H1", "H2", "H2"]
    for landmark in ("banner", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1, landmark
    names = [page.get_by_role("button").nth(at).evaluate("b => b.ariaLabel || b.innerText") for at in range(4)]
    assert names == ["Chữ nhỏ hơn", "Chữ cỡ thường", "Chữ lớn hơn", "Tương phản cao"]
    assert page.get_by_role("table").count() == 2
    assert page.evaluate("[...document.querySelectorAll('table')].every((t) => t.caption.innerText.length > 5)")
    assert page.evaluate("[...document.querySelectorAll('thead th')].every((h) => h.scope === 'col')")
    assert page.evaluate("[...document.querySelectorAll('tbody tr')].every((r) => r.querySelector('th[scope=row]'))")


def test_headings_ids_and_roles_hang_together(page: Page) -> None:
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    named = page.evaluate(
        "[...document.querySelectorAll('[aria-labelledby]')].map((o) => o.getAttribute('aria-labelledby'))"
    )
    assert set(named) <= set(ids)


def test_letters_grow_and_shrink_and_the_normal_size_comes_back(page: Page) -> None:
    def size() -> float:
        return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('td')).fontSize)"))

    normal = size()
    page.click("#larger")
    page.click("#larger")
    assert size() == pytest.approx(normal * 1.3)
    page.click("#smaller")
    assert size() == pytest.approx(normal * 1.15)
    page.click("#normal")
    assert size() == normal
    page.click("#smaller")
    assert size() == pytest.approx(normal * 0.85)
    page.click("#smaller")
    assert size() == pytest.approx(normal * 0.85), "the smallest stays"
    page.click("#larger")
    assert size() == normal


def test_the_keyboard_reaches_every_button_and_sees_where_it_is(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached == ["smaller", "normal", "larger", "contrast"]
    page.keyboard.press("Space")
    assert page.get_attribute("#contrast", "aria-pressed") == "true"
    page.keyboard.press("Enter")
    assert page.get_attribute("#contrast", "aria-pressed") == "false"


def test_a_narrow_screen_scrolls_tables_and_not_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_print_leaves_the_buttons_out_and_repeats_the_heads(page: Page) -> None:
    page.click("#contrast")
    page.emulate_media(media="print")
    assert not page.is_visible(".tools")
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_figures_are_those_of_the_register(page: Page, notice: Notice) -> None:
    cells = page.evaluate("[...document.querySelectorAll('table:first-of-type tr.total td')].map((c) => c.innerText)")
    counts = notice.total
    assert cells[:2] == [str(counts.online + counts.direct), str(counts.solved)]


def test_no_name_number_or_phone_of_a_person_is_on_it(page: Page) -> None:
    text = page.inner_text("body")
    for personal in ("Nguyễn Văn Mẫu", "034200012345", "0912345678"):
        assert personal not in text


def test_markup_in_a_name_stays_a_text(browser: Any) -> None:
    evil = "<img src=x onerror=alert(1)>&\"'</script>$title"
    columns = (FigureColumn(evil, Sort.WORDS), FigureColumn("Số"))
    table = FigureTable("t", evil, evil, columns, ((evil, 1),), (evil, 1))
    page = browser.new_page()
    page.set_content(public_html(PublicPage(evil, evil, evil, (table,), evil, evil)))
    assert page.evaluate("document.querySelectorAll('img').length") == 0
    assert page.inner_text("tbody th").startswith("<img src=x onerror=alert(1)>&\"'</script>$title")
    page.close()
