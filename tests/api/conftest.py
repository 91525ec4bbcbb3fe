"""Each test begins with no requests counted, and with the small registry of the public pages."""

import pytest
from django.core.cache import cache

from ..factories import registry


@pytest.fixture(autouse=True)
def _rows(db, settings):
    cache.clear()
    settings.API_RATE = "100000/min"
    registry()


@pytest.fixture
def get(client):
    """get("states/", "state=XES") gives the answer of the API as Python has it; the status is checked."""

    def get(path, query="", status=200, **headers):
        response = client.get(f"/api/v1/{path}" + (f"?{query}" if query else ""), headers=headers)
        assert response.status_code == status, response.content
        assert response["Content-Type"] == "application/json"
        return response.json()

    return get
