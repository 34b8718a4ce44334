"""Every kind of event has its words on the page of sync: no clerk reads a name of the code."""

import pytest

from onestop_desk.domain.chain import KINDS
from onestop_desk.ui.sync_wording import kind_words


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_is_called_by_words(kind: str) -> None:
    assert kind_words(kind) != kind
