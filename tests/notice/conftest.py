"""The public page of a busy register in a real Chromium, which sees no network."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from onestop_desk.domain.ledger import month_of
from onestop_desk.services.desk import Desk
from onestop_desk.services.notice import Notice, notice_html, public_notice
from tests.services.busy_year import START, make_busy_register

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ALONE = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="package")
def desk_of_notice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give one busy register."""
    desk = make_busy_register(tmp_path_factory.mktemp("notice") / "data")
    yield desk
    desk.close()


@pytest.fixture(scope="package")
def notice(desk_of_notice: Desk) -> Notice:
    """Give the notice of its first month."""
    return public_notice(desk_of_notice, month_of(START.date()))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium (installer/prepare.sh test installs it)."""
    found = next((path for name in _CHROMIUM if (path := shutil.which(name))), None)
    assert found is not None, "no Chromium: installer/prepare.sh test installs it"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(_ALONE))
        yield opened
        opened.close()


@pytest.fixture
def asked_for() -> list[str]:
    """Give what the page asked for over its life."""
    return []


@pytest.fixture
def page(browser: Browser, notice: Notice, tmp_path: Path, asked_for: list[str]) -> Iterator[Page]:
    """Give the page, opened from a file as the public would."""
    path = tmp_path / "cong-khai.html"
    path.write_text(notice_html(notice), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("request", lambda request: asked_for.append(request.url))
    opened.goto(path.as_uri())
    yield opened
    opened.close()
