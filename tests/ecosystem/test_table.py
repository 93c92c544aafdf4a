"""docs/reference/compatibility.md names what is tested, and nothing else."""

from table import PAGE, replace_table, write_table


def test_the_page_has_the_table_of_what_is_tested():
    text = PAGE.read_text("utf-8")
    assert replace_table(text) == text, "Run: python tests/ecosystem/table.py"
    assert write_table() in text
