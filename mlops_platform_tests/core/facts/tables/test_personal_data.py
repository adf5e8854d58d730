import pytest

from mlops_platform.core.facts.tables.personal_data import is_named_personal
from mlops_platform_tests.core.facts.tables.drawn_tables import column, described, table


def sorts(tmp_path, cells):
    rows = [f'{n % 3},"{cell}"' for n, cell in enumerate(cells)]
    found = column(described(tmp_path, table("n,thing", rows)), "thing")
    return {each.sort: each.cells for each in found.personal_data}


@pytest.mark.parametrize(
    ("cells", "sort"),
    [
        (["ann@example.org", "write to bob.b@mail.example.co.uk!"], "e-mail addresses"),
        (["+49 30 1234567", "(415) 555-2671"], "phone numbers"),
        (["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"], "IBANs"),
        (["4111111111111111", "5500 0000 0000 0004"], "credit card numbers"),
        (["078-05-1120", "219-09-9999"], "social security numbers"),
        (["192.168.0.1", "8.8.8.8"], "IP addresses"),
    ],
)
def test_personal_data_is_counted_and_not_shown(tmp_path, cells, sort):
    assert sorts(tmp_path, cells) == {sort: 2}


@pytest.mark.parametrize(
    "cells",
    [
        ["2024-01-15", "2023-12-31"],
        ["3.14159265", "1234567890"],
        ["4111111111111112", "4111111111111113"],
        ["DE00 3704 0044 0532 0130 00", "an @mention"],
        ["1.2.3", "10.4.999.1"],
        ["000-12-3456", "12-345-6789"],
        ["1600000000000", "1600000000123"],
        *[[str(10**15 * 4 + n * 7919) for n in range(200)]],
    ],
)
def test_look_alikes_are_no_personal_data(tmp_path, cells):
    assert sorts(tmp_path, cells) == {}


@pytest.mark.parametrize(
    "name", ["email", "First Name", "phoneNumber", "date_of_birth", "user_email"]
)
def test_a_name_can_say_it(name):
    assert is_named_personal(name)


@pytest.mark.parametrize("name", ["name", "address_count", "phone_service", "birth_rate", "hemail"])
def test_a_name_near_it_does_not(name):
    assert not is_named_personal(name)


def test_every_row_with_it_counts_where_few_values_repeat(tmp_path):
    found = sorts(tmp_path, ["ann@example.org", "nothing", "bob@example.org"] * 20)
    assert found == {"e-mail addresses": 40}


def test_a_few_cells_among_numbers_are_seen(tmp_path):
    assert sorts(tmp_path, [*map(str, range(60)), "10.0.0.1"]) == {"IP addresses": 1}
