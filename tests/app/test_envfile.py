from io import StringIO

import pytest
from dotenv import dotenv_values

from app.envfile import set_value, with_value


@pytest.mark.parametrize("value", ["plain", "/a/path with spaces", "it's #1 \\ done", 'a "word"', ""])
@pytest.mark.parametrize(
    "text", ["", "A=1", "# why\n\nA='old\nvalue'\nB=2\n", "export A=1 # why\r\nB=2\r\n", "a=1\nB=2"]
)
def test_what_is_written_is_what_is_read(text, value):
    before = dotenv_values(stream=StringIO(text))
    after = dotenv_values(stream=StringIO(with_value(text, "A", value)))
    assert {name.upper(): kept for name, kept in after.items()} == {
        **{k.upper(): v for k, v in before.items()},
        "A": value,
    }


def test_comments_and_other_lines_stay():
    text = "# why\n\nexport A=1  # because\nB='2'  # and\n# end"
    assert with_value(text, "A", "3") == "# why\n\nexport A=3  # because\nB='2'  # and\n# end"


def test_line_endings_stay():
    assert with_value("B=1\r\n", "A", "2") == "B=1\r\nA=2\r\n"


def test_a_new_file_starts_as_its_example(tmp_path):
    (tmp_path / ".env.example").write_text("# the token\nA=\n")
    set_value(tmp_path / ".env", "A", "1")
    assert (tmp_path / ".env").read_text() == "# the token\nA=1\n"


def test_a_link_is_followed(tmp_path):
    (tmp_path / "kept").write_text("A=1\n")
    (tmp_path / ".env").symlink_to("kept")
    set_value(tmp_path / ".env", "A", "2")
    assert (tmp_path / ".env").is_symlink()
    assert (tmp_path / "kept").read_text() == "A=2\n"
