"""READMEs: outline, words, and the commands that they show."""

import pytest

from mlops_platform.core.facts.commands.readme import count_words, parse_readme
from mlops_platform_tests.core.costs import cheap_enough


def commands(text, is_rst=False):
    return [(each.command, each.line) for each in parse_readme(text, is_rst).commands]


MARKDOWN = """\
---
title: not a heading
---
# Churn
Run `python main.py` after `pip install -r requirements.txt`; needs `python 3.8` and `make`.

## Train
```bash
# first
$ python train.py \\
    --epochs 3
> python not_a_prompt.py
epoch 1: loss 0.3
(venv) $ make report
```

```python
import torch
python evaluate.py
model = train.fit(x)
```

```yaml
run: python hidden.py
```

    python indented.py

- a list
    python sentence in a list is no command.

Setext heading
--------------
~~~
cd src
python tilde.py
~~~
"""


def test_markdown_gives_the_commands_that_a_person_would_type():
    assert commands(MARKDOWN) == [
        ("pip install -r requirements.txt", 5),
        ("python main.py", 5),
        ("python train.py --epochs 3", 10),
        ("make report", 14),
        ("python evaluate.py", 19),
        ("python indented.py", 27),
        ("cd src", 35),
        ("python tilde.py", 36),
    ]


def test_headings_have_their_line_and_no_markup():
    text = """\
# A **bold** [link](http://x)

Title
=====
<h2 align='c'>Html &amp; more</h2>

| a |
|---|
"""
    assert [(each.text, each.line) for each in parse_readme(text).headings] == [
        ("A bold link", 1),
        ("Title", 3),
        ("Html & more", 5),
    ]


def test_a_command_knows_the_heading_above_it():
    found = parse_readme(MARKDOWN).commands
    assert [each.name for each in found][:3] == ["Churn", "Churn", "Train"]


def test_restructured_text():
    text = """\
Churn
=====
Train it::

    $ python train.py

.. code-block:: python

    import churn
    churn.fit()

.. code-block:: bash

    python evaluate.py
"""
    assert commands(text, is_rst=True) == [("python train.py", 5), ("python evaluate.py", 14)]
    assert [each.text for each in parse_readme(text, is_rst=True).headings] == ["Churn"]


@pytest.mark.parametrize(
    "prompt", ["$ ", "% ", "> ", "(base) $ ", "user@host:~/x$ ", "! ", "C:\\work> ", "PS C:\\> "]
)
def test_prompts_are_stripped(prompt):
    assert commands(f"```\n{prompt}python train.py\n```") == [("python train.py", 2)]


def test_python_prompts_are_no_shell():
    assert commands("```\n>>> import os\n>>> python = 3\n```") == []


def test_other_languages_are_read_by_their_blocks():
    text = "## 使用说明\n```\n# 训练\npython run.py --model TextCNN\n```\n"
    assert commands(text) == [("python run.py --model TextCNN", 4)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```\n# pip install -r needs.txt\n```\n", [("pip install -r needs.txt", 2)]),
        ("```\n# python go.py --a=b\nloss 1\n```\n", [("python go.py --a=b", 2)]),
        ("```\n# python go.py -h\nusage: go.py\n```\n", []),
        ("```\n# python 3.8 is needed\n# make sure that it is there\n```\n", []),
        ("```\n# python old.py\npython new.py\n```\n", [("python new.py", 3)]),
    ],
)
def test_the_prompt_of_root_looks_like_a_comment(text, found):
    assert commands(text) == found


def test_words_are_counted_without_code_addresses_and_markup():
    assert count_words("# One two\nthree [four](http://five.six) ![seven](x)\n```\neight\n```") == 4
    assert count_words("数据集说明") == 3


@pytest.mark.parametrize(
    "text",
    [
        "`" * 200_000,
        "[" * 100_000 + "](" * 1000,
        "<" * 200_000,
        "```\n" * 50_000,
        "#" * 100_000,
        "    $ " * 50_000,
        "`a " * 100_000,
        ("=" * 3 + "\n") * 60_000,
        "(venv) " * 60_000,
        "a\\\n" * 100_000,
        "$ " + "x@" * 100_000,
        "![" * 100_000,
        "    x\n" * 100_000,
    ],
)
def test_hostile_texts_end_soon(text):
    with cheap_enough():
        parse_readme(text)
