"""The web service as it runs in production: gunicorn with the project's own configuration, on PostgreSQL."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.db import connection

from .conftest import REPOSITORY, unavailable

KEY = "a-key-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def environment(tmp_path: Path, database: str, port: int) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    return {
        **kept,
        "ENVIRONMENT": "production",
        "SECRET_KEY": KEY,
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": database,
        "ORIGINALS_DIR": str(tmp_path / "originals"),
        "STATIC_ROOT": str(tmp_path / "static"),
        "BIND": f"127.0.0.1:{port}",
    }


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args: object) -> None:
            return None

    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"Host": "localhost", **headers}
    )
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read().decode()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_gunicorn_serves_the_registry_on_postgresql(tmp_path):
    if connection.vendor != "postgresql":
        unavailable("no PostgreSQL: set POSTGRES_TEST_URL to run this")
    port = free_port()
    settings = connection.settings_dict
    database = (
        f"postgres://{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT'] or 5432}/"
        f"{settings['NAME']}"
    )
    env = {**environment(tmp_path, database, port), "TRUSTED_PROXIES": "1"}
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        cwd=REPOSITORY,
        env=env,
        check=True,
        timeout=60,
    )
    server = subprocess.Popen(
        [str(Path(sys.executable).with_name("gunicorn")), "cmw.wsgi:application"],
        cwd=REPOSITORY,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        status, body = wait_for(port)
        assert status == 200, body
        secure = {"X-Forwarded-Proto": "https"}
        status, headers, body = get(port, "/", **secure)
        assert status == 200
        assert "Follow-up registry" in body
        assert headers["Strict-Transport-Security"].startswith("max-age=")
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        stylesheet = next(part for part in body.split('"') if part.endswith(".css"))
        status, headers, _ = get(port, stylesheet, **secure)
        assert status == 200
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        status, headers, _ = get(port, "/")
        assert (status, headers["Location"]) == (301, "https://localhost/")
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(port: int) -> tuple[int, str]:
    """The health check's answer, once the server gives one."""
    deadline = time.monotonic() + 30
    while True:
        try:
            status, _, body = get(port, "/healthz")
            return status, body
        except (ConnectionError, urllib.error.URLError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
