"""Files are read strictly and replaced whole."""

import os
from pathlib import Path

import pytest

from samspil.errors import ByteOrderMark, EncodingError, LineEndings, UnreadableInput, UnwritableOutput
from samspil.files import check_file, check_folder, line_at, read_any, read_bytes, read_mended, replace_file


def saved(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_good_file_is_read_as_it_is(tmp_path: Path) -> None:
    assert read_bytes(saved(tmp_path / "a.txt", "æ\nø\n")) == "æ\nø\n".encode()
    assert read_any(saved(tmp_path / "b.txt", b"\xff\r\n")) == b"\xff\r\n"


def test_byte_order_mark_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ByteOrderMark):
        read_bytes(saved(tmp_path / "a.txt", "\ufeff# one\n"))


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_that_ends_otherwise_is_refused(tmp_path: Path, ending: str) -> None:
    with pytest.raises(LineEndings) as caught:
        read_bytes(saved(tmp_path / "a.txt", f"# one\n# two{ending}# three\n"))
    assert caught.value.line == 2


def test_latin_1_is_refused_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(EncodingError) as caught:
        read_bytes(saved(tmp_path / "a.txt", b"# one\n# \xe6\n"))
    assert (caught.value.line, caught.value.byte_offset) == (2, 8)


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    for path, reason in [(tmp_path / "no.ttl", "no such file"), (tmp_path, "it is a folder")]:
        with pytest.raises(UnreadableInput) as caught:
            read_bytes(path)
        assert (caught.value.path, caught.value.reason) == (path, reason)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_access_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.txt", "")
    path.chmod(0)
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(path)
    assert caught.value.reason == "access is denied"


@pytest.mark.parametrize(
    "data",
    ["\ufeff# æ\r\n# b\r\n", "# æ\r# b\r", "# æ\n# b\r\n", "# æ\n# b\n"],
    ids=["bom", "cr", "mixed", "lf"],
)
def test_windows_file_is_mended(tmp_path: Path, data: str) -> None:
    assert read_mended(saved(tmp_path / "a.txt", data)) == "# æ\n# b\n".encode()


def test_another_encoding_is_not_mended(tmp_path: Path) -> None:
    with pytest.raises(EncodingError):
        read_mended(saved(tmp_path / "a.txt", b"\xe6"))


def test_line_is_counted_from_one() -> None:
    assert [line_at(b"a\nb\n", offset) for offset in range(5)] == [1, 1, 2, 2, 3]


@pytest.mark.parametrize("old", [None, b"", b"older and longer"])
def test_file_is_replaced_and_nothing_else_is_left(tmp_path: Path, old: bytes | None) -> None:
    path = tmp_path / "a.txt"
    if old is not None:
        saved(path, old)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("name", "reason"), [("no/a.txt", "no such folder"), ("folder", "it is a folder")])
def test_place_that_cannot_be_written_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritableOutput) as caught:
        replace_file(tmp_path / name, b"new")
    assert caught.value.reason == reason
    assert [found.name for found in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize(
    ("name", "reason"), [("file/a.txt", "it is not a folder"), ("a" * 300, "the name is too long")]
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has other words for it")
def test_impossible_name_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    saved(tmp_path / "file", "")
    with pytest.raises(UnwritableOutput) as caught:
        replace_file(tmp_path / name, b"new")
    assert caught.value.reason == reason


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    replace_file(pipe, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.txt", "")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_link_stays_a_link(tmp_path: Path) -> None:
    target = saved(tmp_path / "target.txt", "")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_whether_a_file_can_be_written_is_known_before(tmp_path: Path) -> None:
    check_file(saved(tmp_path / "old", "x"))
    check_file(tmp_path / "new")
    check_file(Path("/dev/null"))
    for wrong, reason in (
        (tmp_path, "it is a folder"),
        (tmp_path / "none" / "x", "no such folder"),
        (Path("x" * 300), "the name is too long"),
    ):
        with pytest.raises(UnwritableOutput) as caught:
            check_file(wrong)
        assert caught.value.reason == reason
    assert list(tmp_path.iterdir()) == [tmp_path / "old"]


def test_whether_a_folder_can_be_there_is_known_before(tmp_path: Path) -> None:
    file = saved(tmp_path / "file", "x")
    check_folder(tmp_path)
    check_folder(tmp_path / "new" / "one")
    for wrong in (file, file / "below", Path("x" * 300)):
        with pytest.raises(UnwritableOutput):
            check_folder(wrong)
    assert sorted(tmp_path.iterdir()) == [file]
