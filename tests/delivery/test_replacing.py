"""A folder is replaced as a whole, or not at all."""

import fcntl

import pytest

from lingotype.delivery.replacing import MARKER, CannotExportError, replacing


def write(folder, **files):
    """Replace the folder by one with these files."""
    with replacing(folder) as new:
        for name, text in files.items():
            (new / name).write_text(text)


def there(folder):
    return {path.name: path.read_text() for path in folder.iterdir() if path.name != MARKER}


def write_and_fail(folder, error):
    with replacing(folder) as new:
        (new / "a").write_text("2")
        raise error


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "deep" / "site"


def test_a_new_and_an_empty_folder_are_filled(folder):
    write(folder, a="1")
    assert there(folder) == {"a": "1"}
    empty = folder.with_name("empty")
    empty.mkdir()
    write(empty, a="1")
    assert there(empty) == {"a": "1"}


def test_an_earlier_copy_gives_way_whole(folder):
    write(folder, a="1", b="1")
    write(folder, b="2", c="2")
    assert there(folder) == {"b": "2", "c": "2"}
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_until_the_end_readers_find_the_earlier_copy(folder):
    write(folder, a="1")
    with replacing(folder) as new:
        (new / "a").write_text("2")
        assert there(folder) == {"a": "1"}


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_whatever_happens_on_the_way_the_earlier_copy_stays(folder, error):
    write(folder, a="1")
    with pytest.raises(error):
        write_and_fail(folder, error)
    assert there(folder) == {"a": "1"}
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_a_folder_behind_a_symbolic_link_is_replaced_where_it_is(folder):
    write(folder, a="1")
    link = folder.with_name("www")
    link.symlink_to(folder)
    write(link, a="2")
    assert link.is_symlink()
    assert there(folder) == {"a": "2"}


def test_what_a_killed_export_left_is_removed(folder):
    left = folder.with_name(".site.new-0123abcd")
    left.mkdir(parents=True)
    (left / MARKER).touch()
    (left / "a").touch()
    write(folder, a="1")
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_an_export_at_work_is_left_alone(folder):
    other = folder.with_name(".site.new-0123abcd")
    other.mkdir(parents=True)
    with (other / MARKER).open("w") as marker:
        fcntl.flock(marker, fcntl.LOCK_EX)
        write(folder, a="1")
        assert other.exists()


def test_what_no_export_wrote_is_never_removed(folder):
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("x")
    with pytest.raises(CannotExportError, match=r"holds thesis\.txt, which no export wrote"):
        write(folder, a="1")
    assert there(folder) == {"thesis.txt": "x"}


def test_not_even_beside_an_earlier_copy(folder):
    write(folder, a="1")
    (folder / ".git").mkdir()
    with pytest.raises(CannotExportError, match=r"holds \.git"):
        write(folder, a="2")
    assert (folder / "a").read_text() == "1"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"entries": 5}', '{"entries": ["a"]}'])
def test_a_marker_that_says_nothing_vouches_for_nothing(folder, text):
    folder.mkdir(parents=True)
    (folder / "b").write_text("1")
    (folder / MARKER).write_text(text)
    with pytest.raises(CannotExportError, match="which no export wrote"):
        write(folder, a="1")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "site").touch()
    with pytest.raises(CannotExportError, match="site is a file; name a folder"):
        write(tmp_path / "site")
    with pytest.raises(CannotExportError, match=r"^\S+site/below cannot be written: (Not a directory|File exists)"):
        write(tmp_path / "site" / "below")
