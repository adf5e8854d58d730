from mlops_platform.core.rules.dataset_health.tables_match_their_schemas import answer
from mlops_platform_tests.core.rules.cases import (
    data,
    differing,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    schema,
    tabled,
)


def told(*checks):
    return answer(data(tabled(), schemas=checks))


def test_met_when_the_table_is_as_declared():
    is_met(told(schema()), "train.py:7")


def test_unmet_where_it_is_not():
    found = told(schema(differing()))
    is_unmet(found, "1 of 1 schema is not what the table holds")
    assert [(each.path, each.column) for each in found.evidence] == [
        ("train.py", None),
        ("data.csv", "age"),
    ]
    assert "the schema of `data.csv`" in found.evidence[0].note


def test_partly_met_where_another_is():
    is_partly_met(told(schema(differing()), schema(line=9)), 0.5, "1 of 2 schemas is not")


def test_unknown_when_no_such_table_was_read():
    is_unknown(told(schema(unread="the table was not read")), "`data.csv` has a schema, but")


def test_not_applicable_without_a_schema():
    is_not_applicable(told(), "no schema is declared")
