"""Which format of a table a file's name speaks of."""

TABLE_FORMATS = frozenset({"csv", "tsv", "data", "txt", "parquet", "jsonl", "json", "xlsx"})
UNREAD_FORMATS = {"xls": "Excel files of before 2007 are not read; save it as .xlsx or CSV"}
_PACKED = (".gz", ".zip")


def table_format(name: str) -> str | None:
    """Return the format that a file name speaks of, without its packing; None for no table."""
    lowered = name.lower()
    for ending in _PACKED:
        lowered = lowered.removesuffix(ending)
    ending = {"ndjson": "jsonl", "tab": "tsv", "pq": "parquet"}.get(
        found := lowered.rpartition(".")[2], found
    )
    return ending if ending in TABLE_FORMATS or ending in UNREAD_FORMATS else None
