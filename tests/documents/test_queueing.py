"""Few documents are read at once, whichever processes ask; and who reads them has no network."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from followup.documents import Busy, extract, page_image, queueing
from followup.documents.queueing import place

from .builders import flowing, pdf
from .crowd import crowded

HOLD = """
import sys, time
from pathlib import Path
from followup.documents.queueing import place
with place(Path(sys.argv[1]), 2, 0):
    print("taken", flush=True)
    time.sleep(60)
"""


def hold(folder: Path) -> subprocess.Popen:
    """Another process that has a place, until it is killed."""
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "taken\n"
    return other


def test_places_are_shared_between_processes_and_a_killed_one_leaves_none_taken(tmp_path):
    others = [hold(tmp_path) for _ in range(2)]
    try:
        with pytest.raises(Busy) as caught, place(tmp_path, 2, 0.1):
            pytest.fail("a third place of two")
        assert caught.value.code == "busy"
        assert caught.value.message.endswith("Nothing is wrong with this one: try again in a minute.")
        others[0].kill()
        others[0].wait()
        with place(tmp_path, 2, 2):
            pass
    finally:
        for other in others:
            other.kill()
            other.wait()
            other.stdout.close()


def test_who_comes_waits_for_a_place_and_no_more_are_inside_than_there_are(tmp_path):
    inside, most = [], []

    def read(number: int) -> None:
        with place(tmp_path, 3, 10):
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.05)
            inside.remove(number)

    with ThreadPoolExecutor(12) as threads:
        list(threads.map(read, range(12)))
    assert (len(most), max(most)) == (12, 3)


def test_a_place_is_given_back_when_reading_fails(tmp_path):
    for _ in range(3):
        with pytest.raises(ValueError, match="broken"), place(tmp_path, 1, 0):
            raise ValueError("broken")


def test_a_letter_and_the_image_of_a_page_wait_for_the_same_places(tmp_path):
    document = pdf([flowing("Excellency,")])
    with crowded(tmp_path):
        for ask in (lambda: extract(document), lambda: page_image(document, 1)):
            with pytest.raises(Busy):
                ask()
    assert extract(document).text == "Excellency,"
    assert page_image(document, 1)[0] == 1


def test_a_folder_that_is_not_ours_counts_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / f"followup-readers-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    assert queueing.ours() is None
    with place(seconds=0) as number:
        assert number == 0
    assert list((tmp_path / "elsewhere").iterdir()) == []


REACH = """
import socket, sys
from followup.documents import network
from followup.documents.child import confine, Ocr
{before}
confine(Ocr("ask"))
try:
    socket.socket().connect(("127.0.0.1", int(sys.argv[1])))
    print("reached")
except OSError as error:
    print("cut off")
"""


def child(source: str, *arguments: str) -> str:
    """What another Python prints."""
    command = [sys.executable, "-c", source, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


@pytest.mark.parametrize("become", ["", "import os; os.setuid(65534)"], ids=["as we are", "as nobody"])
def test_the_child_reaches_nothing_on_the_network(port, become):
    if become and os.getuid() != 0:
        pytest.skip("only root may become somebody else")
    if child(f"from followup.documents import network\n{become}\nprint(network.leave())") != "True":
        pytest.skip("the kernel permits no network namespace here")
    assert child(REACH.format(before=become), port) == "cut off"


def test_where_the_kernel_refuses_the_child_goes_on(port):
    """As in many containers. The kernel knows no such flag: it refuses as it does there."""
    refused = "network.NEW_NETWORK = network.NEW_USERS = 1\nassert not network.leave()"
    assert child(REACH.format(before=refused), port) == "reached"
