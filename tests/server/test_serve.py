"""`samspil serve` as a real process on a real port: how it begins, what it tells, how it ends."""

import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import pytest
from tests.server.processes import ODD_PAGES, Served, served

from samspil.errors import NoPublicAddress, NotOurHost, PortTaken
from samspil.server import listen
from samspil.settings import Serving, read_size, write_size

WRONG = "@prefix sam: <https://w3id.org/samspil/model/> .\n<https://example.org/a> a sam:Agreement .\n"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "access.jsonl"


@pytest.fixture(scope="module")
def explorer_process(log: Path) -> Iterator[Served]:
    """Serve the shipped register as a user does, and stop it as one does."""
    with served("--access-log", str(log)) as process:
        yield process
        assert process.stop(signal.SIGINT) == 130
        assert not any("Traceback" in line for line in process.told)


def test_each_step_is_told_and_then_the_address(explorer_process: Served) -> None:
    assert explorer_process.address.startswith("http://127.0.0.1:")
    assert [line.split(" ")[0] for line in explorer_process.told] == [
        "Reading",
        "Validating",
        "Drawing",
        "Samspil",
    ]


def test_it_answers_on_this_machine(explorer_process: Served) -> None:
    page = httpx.get(f"{explorer_process.address}/", follow_redirects=True, timeout=20)
    assert (page.status_code, "Samspil" in page.text) == (200, True)


def test_health_is_told_and_kept_nowhere(explorer_process: Served) -> None:
    for _ in range(600):
        response = httpx.get(
            f"{explorer_process.address}/health", headers={"host": "10.1.2.3:8080"}, timeout=20
        )
        if response.json()["status"] != "starting":
            break
        sleep(0.1)
    assert (response.status_code, response.json()["status"]) == (200, "ok")
    assert response.headers["cache-control"] == "no-store"


def test_the_access_log_tells_what_was_asked_and_never_by_whom(explorer_process: Served, log: Path) -> None:
    personal = {"user-agent": "Browser of Ane", "referer": "https://example.org/ane", "cookie": "ane=1"}
    httpx.get(f"{explorer_process.address}/da/queries?q=Ane+Jensen", headers=personal, timeout=20)
    httpx.get(f"{explorer_process.address}/da/Ane-Jensen", headers=personal)
    lines = [json.loads(line) for line in _lines(log, " 404, ")]
    assert [(line["method"], line["path"], line["status"]) for line in lines[-2:]] == [
        ("GET", "/da/queries", 200),
        ("GET", None, 404),
    ]
    assert set(lines[-1]) == {"time", "method", "path", "status", "bytes", "ms"}
    assert not any(word in log.read_text(encoding="utf-8") for word in ("Ane", "127.0.0.1", "example.org"))


def test_the_access_log_is_written_anew_after_it_was_moved_away(explorer_process: Served, log: Path) -> None:
    httpx.get(f"{explorer_process.address}/missing")
    before = _lines(log, " 404, ")
    old = log.rename(log.with_suffix(".1"))
    httpx.get(f"{explorer_process.address}/health")
    assert (len(_lines(log, " 200, ")), _lines(old, "")) == (1, before)


def _lines(log: Path, last: str) -> list[str]:
    """Return the lines of a log once the last one has what is waited for: it is written after the answer."""
    end = monotonic() + 10
    while monotonic() < end:
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        if lines and last in lines[-1]:
            return lines
    raise AssertionError(f"{last} is not in the last line of {log}")


def test_what_is_under_way_is_finished_before_it_stops() -> None:
    with served(program=ODD_PAGES) as process:
        answers: list[str] = []
        address = process.address
        asked = threading.Thread(target=lambda: answers.append(httpx.get(f"{address}/slow", timeout=20).text))
        asked.start()
        while not _connected(process.port):
            pass
        assert process.stop(signal.SIGTERM) == 0
        asked.join()
    assert answers == ["done"]


def _connected(port: int) -> bool:
    """Tell whether a client is connected to a port, by what the system says."""
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    return any(line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "01" for line in lines)


def test_a_stop_before_it_serves_ends_it_at_once() -> None:
    with served() as process:
        process.waits_for("Reading")
        assert process.stop(signal.SIGTERM) == 0


def test_who_is_told_the_address_can_ask_at_once() -> None:
    with listen(Serving(port=0)) as listener, socket.create_connection(listener.getsockname(), timeout=5):
        pass


def test_a_taken_port_is_refused() -> None:
    with listen(Serving(port=0)) as listener, pytest.raises(PortTaken):
        listen(Serving(port=listener.getsockname()[1]))


def test_a_taken_port_is_named_before_any_work_and_the_exit_code_is_2(samspil_serve: Any) -> None:
    with listen(Serving(port=0)) as taken:
        port = str(taken.getsockname()[1])
        result = samspil_serve("--port", port)
    assert (result.returncode, result.stderr.count("\n"), port in result.stderr) == (2, 1, True)


@pytest.fixture
def samspil_serve(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command for what ends by itself."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "samspil", "serve", *arguments]
        return subprocess.run(
            words, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False
        )

    return run


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "0.0.0.0"], ["0.0.0.0", "--public"]),  # noqa: S104  (is refused)
        (["--host", "203.0.113.7", "--public", "https://data.example.dk/"], ["203.0.113.7", "--host"]),
        (["--public", "data.example.dk"], ["--public", "SAMSPIL_PUBLIC", "data.example.dk"]),
        (["--public", "https://a:b@data.example.dk/"], ["--public", "adgangskode"]),
        (["--public", "https://data.example.dk/?x=1"], ["--public"]),
        (["--public", 'https://data.example.dk/"><script>'], ["--public"]),
        (["--memory", "lots"], ["--memory", "SAMSPIL_MEMORY", "lots", "4G"]),
        (["--query-size", "0"], ["--query-size", "SAMSPIL_QUERY_SIZE"]),
        (["--proxies", "10.0.0.0/8"], ["--proxies", "SAMSPIL_PROXIES"]),
        (["--access-log", "nowhere/access.jsonl"], ["nowhere", "mappen findes ikke"]),
        (["--seconds", "0"], ["--seconds", "SAMSPIL_SECONDS"]),
    ],
)
def test_a_setting_that_cannot_be_is_named_before_any_work(
    samspil_serve: Any, arguments: list[str], words: list[str]
) -> None:
    result = samspil_serve("--port", "0", *arguments)
    assert (result.returncode, "Læser" in result.stderr) == (2, False)
    assert all(word in result.stderr for word in words), result.stderr


def test_others_cannot_reach_a_server_that_does_not_know_its_name() -> None:
    with pytest.raises(NoPublicAddress):
        Serving(host="0.0.0.0")  # noqa: S104  (is refused)
    assert Serving(host="0.0.0.0", public="https://data.example.dk/").port == 8765  # noqa: S104


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(NotOurHost):
        listen(Serving(host="203.0.113.7", port=0, public="https://data.example.dk/"))


@pytest.mark.parametrize(
    ("text", "size"), [("65536", 65536), ("64K", 65536), ("4G", 1 << 32), ("512m", 512 << 20)]
)
def test_a_size_is_a_number_of_bytes_with_or_without_a_unit(text: str, size: int) -> None:
    assert (read_size(text), read_size(write_size(size))) == (size, size)


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5G", "4T", "K", "٤", "1" * 20])
def test_what_is_no_size_is_none(text: str) -> None:
    assert read_size(text) is None


def test_a_register_with_violations_is_served_only_when_told_and_says_so(
    samspil_serve: Any, own_register: Path
) -> None:
    (own_register / "data" / "wrong.ttl").write_text(WRONG, encoding="utf-8")
    refused = samspil_serve("--port", "0", "--project", str(own_register))
    assert (refused.returncode, "wrong.ttl" in refused.stderr) == (1, True)
    with served("--project", str(own_register), "--allow-violations") as process:
        page = httpx.get(f"{process.address}/en/queries", timeout=20)
        assert any("violations" in line for line in process.told)
    assert "violation" in page.text
