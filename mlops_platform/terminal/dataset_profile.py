"""A dataset's profile as text: aligned for the terminal, or as Markdown."""

from mlops_platform.core.dataset_profile import ColumnProfile, DatasetProfile, TargetProfile
from mlops_platform.core.report.escaping import for_markdown, for_terminal

HEADINGS = ("column", "holds", "missing", "distinct", "mean", "deviation", "remarks")
MOST_SHOWN = 200
LEAKS = {
    "equal": "equals the target",
    "one_to_one": "is the target under other names",
    "determines": "nearly always tells the target",
    "correlates": "is the target in another unit",
}


def as_table(profile: DatasetProfile) -> str:
    """Lay the profile out for a terminal."""
    rows = [HEADINGS, *_rows(profile)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEADINGS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (tuple(for_terminal(cell) for cell in row) for row in rows)
    ]
    return "\n".join([*(for_terminal(line) for line in _summary(profile)), "", *lines])


def as_markdown(profile: DatasetProfile) -> str:
    """Lay the profile out as Markdown."""
    rows = [HEADINGS, ("---",) * len(HEADINGS)]
    head = [f"| {' | '.join(row)} |" for row in rows]
    body = [f"| {' | '.join(map(for_markdown, row))} |" for row in _rows(profile)]
    return "\n".join([*(f"- {for_markdown(line)}" for line in _summary(profile)), "", *head, *body])


def _summary(profile: DatasetProfile) -> list[str]:
    extent = "all rows were read" if profile.is_whole else f"not all was read: {profile.limit}"
    lines = [
        f"{profile.path}: {profile.rows} rows, {profile.column_count} columns ({extent})",
        f"{profile.duplicate_rows} rows repeat another row",
    ]
    if profile.has_header is False:
        lines.append("no header: the first row is data")
    if profile.uneven_rows:
        lines.append(f"{profile.uneven_rows} rows have more or fewer cells than the first")
    if profile.undecodable_rows:
        lines.append(f"{profile.undecodable_rows} rows hold bytes that are no {profile.encoding}")
    if profile.repeated_names:
        lines.append(f"repeated names: {', '.join(profile.repeated_names[:20])}")
    if len(profile.columns) > MOST_SHOWN:
        lines.append(f"the first {MOST_SHOWN} columns are shown; --format json has all")
    return [*lines, *(_of_target(profile.target) if profile.target else ["target: unknown"])]


def _of_target(target: TargetProfile) -> list[str]:
    lines = [f"target: {target.column} (by {target.source}, confidence {target.confidence:g})"]
    if target.class_shares:
        largest, smallest = target.class_shares[0], target.class_shares[-1]
        lines.append(
            f"{len(target.class_shares)} classes: the largest has {largest:.1%} of the rows, "
            f"the smallest {smallest:.1%}"
        )
    if target.conflicting_rows:
        lines.append(f"{target.conflicting_rows} rows have the features of another class's row")
    return [*lines, *(f"{leak.column} {LEAKS[leak.how]}" for leak in target.leaks)]


def _rows(profile: DatasetProfile) -> list[tuple[str, ...]]:
    return [_row(column, profile.rows) for column in profile.columns[:MOST_SHOWN]]


def _row(column: ColumnProfile, rows: int) -> tuple[str, ...]:
    share = f"{column.missing_cells / rows:.1%}" if rows and column.missing_cells else "0"
    return (
        *(column.name, column.kind.value, share, str(column.distinct_values)),
        *(_number(column.mean), _number(column.standard_deviation)),
        "; ".join(_remarks(column)),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _remarks(column: ColumnProfile) -> list[str]:
    counts = (
        (column.odd_cells, "unlike the others"),
        (column.infinite_cells, "infinite"),
        (column.outlying_cells, "far out"),
        *((each.cells, f"like {each.sort}") for each in column.personal_data),
    )
    remarks = [f"{count} {what}" for count, what in counts if count]
    return [*remarks, "named like personal data"] if column.is_named_personal else remarks
