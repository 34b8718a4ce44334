"""Centres for the tests of sync."""

from collections.abc import Iterator

import pytest

from tests.sync.postgres import CentreDatabase, Cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Give this process's PostgreSQL."""
    made = Cluster()
    yield made
    made.stop()


@pytest.fixture
def database(cluster: Cluster) -> Iterator[CentreDatabase]:
    """Give a centre with nothing in it."""
    made = cluster.fresh()
    yield made
    made.drop()
