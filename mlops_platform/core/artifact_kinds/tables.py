"""Tables: Parquet, Arrow, Excel, SQLite by their marks; CSV and its kin by their names."""

from mlops_platform.core.contents.content import Content, Kind

_MARKS = {b"PAR1": "parquet", b"ARROW1": "arrow", b"SQLite format 3\x00": "sqlite"}


def recognize(content: Content) -> Kind | None:
    """Tell a table by its mark, else by its name."""
    for mark, name in _MARKS.items():
        if content.head.startswith(mark):
            return Kind(name)
    if "xl/workbook.xml" in content.members:
        return Kind("excel")
    if content.has_suffix(".csv", ".tsv", ".csv.gz", ".jsonl"):
        return Kind("table", sureness=1)
    return None
