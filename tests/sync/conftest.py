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
def database(cluster: Cluster) -> CentreDatabase:
    """Give a centre with nothing in it."""
    return cluster.fresh()
