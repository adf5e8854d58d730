import json

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.facts.training_code import MOST_SIGHTINGS, READERS, read_training_code
from mlops_platform.core.registry import rules_of
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.drawing import draw_checkout

SKETCH = """
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

a, b, c, d = train_test_split(X, y)
SVC().fit(a, c)
"""


def read(tmp_path, files, entry_points=()):
    checkout = draw_checkout(tmp_path, files)
    return read_training_code(checkout, read_repository(checkout), entry_points)


def sighted(facts, practice):
    return [
        (each.evidence.path, each.evidence.line, each.is_sound)
        for each in facts.sightings
        if each.practice == practice
    ]


def notebook(*cells):
    made = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": []} for source in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def test_every_practice_is_a_rule():
    names = [reader.__name__ for reader in READERS]
    assert len(names) == len(set(names))
    assert set(names) <= {rule.name for rule in rules_of("training_assessment")}


def test_a_fault_is_a_line_of_its_file(tmp_path):
    facts = read(tmp_path, {"src/train.py": SKETCH})
    assert facts.training_files == ("src/train.py",)
    assert sighted(facts, "splits_are_repeatable") == [("src/train.py", 5, False)]


def test_a_fault_in_a_notebook_is_a_line_of_its_cell(tmp_path):
    facts = read(tmp_path, {"a.ipynb": notebook("import pandas as pd\n%time x = 1", SKETCH)})
    (found,) = [each for each in facts.sightings if each.practice == "splits_are_repeatable"]
    assert (found.evidence.path, found.evidence.cell, found.evidence.line) == ("a.ipynb", 2, 5)


def test_a_notebook_shows_the_last_line_of_a_cell_and_throws_others_away(tmp_path):
    start = (
        "import pandas as pd\nfrom sklearn.svm import SVC\ndf = pd.read_csv(path)\nSVC().fit(a, b)"
    )
    cells = [
        start,
        "df.dropna()\n\nprint(1)",
        "print(1)\ndf.dropna()",
        "for c in d:\n  d[c].fillna(0)",
    ]
    facts = read(tmp_path, {"a.ipynb": notebook(*cells)})
    found = [each.evidence for each in facts.sightings if each.practice == "results_are_kept"]
    assert [(each.cell, each.line) for each in found] == [(2, 1), (4, 2)]


@pytest.mark.parametrize(
    "path",
    ["tests/test_train.py", "vendor/train.py", ".venv/lib/site-packages/a/train.py", "mlruns/a.py"],
)
def test_tests_and_foreign_code_are_not_read(tmp_path, path):
    facts = read(tmp_path, {path: SKETCH, ".venv/pyvenv.cfg": ""})
    assert facts.training_files == facts.sightings == ()


def test_what_training_imports_belongs_to_it_and_nothing_else(tmp_path):
    files = {
        "train.py": "from rows import X, y\n" + SKETCH,
        "rows.py": 'import pandas as pd\n\nX = pd.read_csv("/home/ada/x.csv")\n',
        "serve.py": 'from flask import Flask\n\nroot = "/home/ada/served"\n',
    }
    facts = read(tmp_path, files)
    assert sighted(facts, "paths_are_portable") == [("rows.py", 3, False)]


def test_an_entry_point_belongs_to_it_where_nothing_in_it_fits(tmp_path):
    files = {
        "main.py": 'from train import run\n\nrun("/home/ada/x.csv")\n',
        "train.py": SKETCH.replace("SVC().fit", "\n\ndef run(path):\n    SVC().fit"),
    }
    assert sighted(read(tmp_path, files), "paths_are_portable") == []
    found = sighted(read(tmp_path, files, ["main.py"]), "paths_are_portable")
    assert found == [("main.py", 3, False)]


def test_a_file_that_is_given_its_model_trains_where_an_entry_point_leads_to_it(tmp_path):
    files = {
        "main.py": "from train import run\n\nrun(model)\n",
        "train.py": "def run(model):\n    model.fit(X, y)\n",
    }
    assert read(tmp_path, files).training_files == ()
    assert read(tmp_path, files, ["main.py"]).training_files == ("train.py",)


def test_a_file_that_only_tries_itself_does_not_train(tmp_path):
    tried = "import torch\n\n\ndef test():\n    Net()(torch.randn(1, 3)).sum().backward()\n"
    assert read(tmp_path, {"net.py": tried}).training_files == ()


def test_a_seed_in_the_starter_of_a_starter_counts(tmp_path):
    files = {
        "run.py": "import numpy as np\nimport main\n\nnp.random.seed(1)\nmain.go()\n",
        "main.py": "from train import run\n\n\ndef go():\n    run()\n",
        "train.py": "\n\ndef run():\n" + SKETCH.replace("\n", "\n    "),
    }
    assert [s for *_, s in sighted(read(tmp_path, files), "splits_are_repeatable")] == [True]


def test_programs_of_their_own_do_not_seed_each_other(tmp_path):
    files = {
        "one/train.py": "import numpy as np\n\nnp.random.seed(1)\n" + SKETCH,
        "two/train.py": SKETCH,
    }
    found = sighted(read(tmp_path, files), "splits_are_repeatable")
    assert found == [("two/train.py", 5, False), ("one/train.py", 8, True)]


def test_what_is_imported_by_name_at_run_time_may_be_any_file(tmp_path):
    files = {
        "train.py": "from importlib import import_module\n\nimport_module(name)\n" + SKETCH,
        "one/other.py": "import numpy as np\n\nnp.random.seed(1)\n" + SKETCH,
    }
    assert {s for *_, s in sighted(read(tmp_path, files), "splits_are_repeatable")} == {True}


def test_words_that_only_sound_like_such_an_import_change_nothing(tmp_path):
    files = {
        "train.py": "# We instantiate and allocate.\n" + SKETCH,
        "one/other.py": "import numpy as np\n\nnp.random.seed(1)\n" + SKETCH,
    }
    found = sighted(read(tmp_path, files), "splits_are_repeatable")
    assert ("train.py", 6, False) in found


def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_read(tmp_path):
    deep = SKETCH + "x = " + "(" * 5000 + ")" * 5000 + "\n"
    nested = SKETCH + "".join(f"{' ' * n}if x:\n" for n in range(90)) + " " * 90 + "pass\n"
    files = {"a.py": SKETCH + "print 'x'\n", "b.py": deep, "c.py": SKETCH, "d.py": nested}
    facts = read(tmp_path, files)
    assert {"a.py", "b.py"} <= {each.path for each in facts.unread}
    assert "c.py" in facts.training_files
    assert all(each.note for each in facts.unread)


def test_long_expressions_and_hostile_names_do_not_break_it(tmp_path):
    long = "y = " + " + ".join(["a.b"] * 900) + "\n"
    chained = "z = x" + ".f(1)" * 500 + "\n"
    text = 'p = "/home/ada/\\u202e' + "q" * 500 + '"\n'
    facts = read(tmp_path, {"train.py": SKETCH + long + chained + text})
    (found,) = [each for each in facts.sightings if each.practice == "paths_are_portable"]
    assert "\u202e" not in found.evidence.note
    assert len(found.evidence.note) < 200


def test_what_is_too_deep_for_one_reader_is_said_and_the_others_go_on(tmp_path):
    deep = "from torch import optim\nopt = optim.SGD(" + "+".join(["m.parameters()"] * 900) + ")\n"
    loop = "for x in loader:\n    m.eval()\n    loss.backward()\n    opt.step()\n"
    facts = read(tmp_path, {"train.py": "import torch\n" + deep + loop + SKETCH})
    assert [each.path for each in facts.unread] == ["train.py"]
    assert [s for *_, s in sighted(facts, "splits_are_repeatable")] == [False]


HOSTILE = {
    "steps": "for x in loader:\n" + "  opt.zero_grad()\n  loss.backward()\n  opt.step()\n" * 4000,
    "sums": "for x in loader:\n" + "  loss.backward()\n  total += loss\n" * 6000,
    "loops": "m.eval()\n" * 3000 + "for x in loader:\n" + "  m(x).grad\n" * 6000,
    "guards": "with torch.no_grad():\n  model(x)\n" * 6000 + "loss.backward()\nopt.step()\n",
    "schedules": "s = optim.lr_scheduler.StepLR(opt)\n" * 6000,
    "words": "optimizer" * 60000 + "\n",
    "globals": "def f():\n" + "  global a\n" * 9000 + "  a = 1\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_repeats_itself_costs_no_more_than_seconds(tmp_path, name):
    start = (
        "import torch\nfrom torch import optim\nfor x in loader:\n  loss.backward()\nopt.step()\n"
    )
    with cheap_enough():
        read(tmp_path, {"train.py": start + HOSTILE[name]})


def test_sightings_are_bounded_and_keep_their_share(tmp_path):
    faults = "a, b = train_test_split(X)\n" * (3 * MOST_SIGHTINGS - 1)
    sound = "a, b = train_test_split(X, random_state=1)\n" * MOST_SIGHTINGS
    found = sighted(read(tmp_path, {"train.py": SKETCH + sound + faults}), "splits_are_repeatable")
    assert len(found) == MOST_SIGHTINGS
    assert [is_sound for *_, is_sound in found].count(False) == 3 * MOST_SIGHTINGS // 4
    assert not found[0][-1]


def test_one_fault_among_many_is_not_lost(tmp_path):
    sound = "a, b = train_test_split(X, random_state=1)\n" * (2 * MOST_SIGHTINGS)
    found = sighted(read(tmp_path, {"train.py": SKETCH + sound}), "splits_are_repeatable")
    assert [is_sound for *_, is_sound in found].count(False) == 1


def test_the_same_tree_gives_the_same_facts(tmp_path):
    files = {f"p{n}/train.py": SKETCH for n in range(5)} | {"b.ipynb": notebook(SKETCH)}
    assert read(tmp_path, files) == read(tmp_path, files)
