"""Write data/train.csv and data/test.csv: 1 600 invented product reviews, positive or negative.

The same seed writes the same bytes. Reviewers are not of one mind: most sentences agree with the
label, some do not, some say nothing, and a few labels are wrong. No text stands in both files.
"""

import csv
import random
from pathlib import Path

SEED = 7
TRAIN_ROWS, TEST_ROWS = 1200, 400
DATA = Path(__file__).parent / "data"
THINGS = (
    "battery screen keyboard camera speaker charger case sound software packaging hinge fan".split()
)
GOOD = "great solid excellent reliable bright quick comfortable sturdy quiet impressive".split()
BAD = "poor flimsy awful unreliable dim slow uncomfortable fragile loud disappointing".split()
PRAISE = (
    "The {thing} is {good}.",
    "I love how {good} the {thing} feels.",
    "Honestly a {good} {thing} for the money.",
    "The {thing} is not {bad} at all.",
    "My old one was {bad}, this {thing} is better.",
)
BLAME = (
    "The {thing} is {bad}.",
    "I hate how {bad} the {thing} feels.",
    "Honestly a {bad} {thing} for the money.",
    "The {thing} is not {good} at all.",
    "My old one was {good}, this {thing} is worse.",
)
NEUTRAL = (
    "It arrived on a {day}.",
    "I bought it for my {person}.",
    "The {thing} is what the picture shows.",
    "I use it every {day}.",
)
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
PEOPLE = "mother father brother sister office neighbour".split()


def review(label, draw):
    agreeing, other = (PRAISE, BLAME) if label == "positive" else (BLAME, PRAISE)
    kinds = draw.choices((agreeing, other, NEUTRAL), weights=(5, 2, 3), k=draw.randint(3, 6))
    return " ".join(
        draw.choice(kind).format(
            thing=draw.choice(THINGS),
            good=draw.choice(GOOD),
            bad=draw.choice(BAD),
            day=draw.choice(DAYS),
            person=draw.choice(PEOPLE),
        )
        for kind in kinds
    )


def labelled_reviews(draw, count):
    seen = {}
    while len(seen) < count:
        label = draw.choice(("positive", "negative"))
        wrong = {"positive": "negative", "negative": "positive"}[label]
        seen[review(label, draw)] = wrong if draw.random() < 0.03 else label
    return list(seen.items())


def write(path, rows):
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("text", "label"))
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} reviews")


def main():
    DATA.mkdir(exist_ok=True)
    rows = labelled_reviews(random.Random(SEED), TRAIN_ROWS + TEST_ROWS)
    write(DATA / "train.csv", rows[:TRAIN_ROWS])
    write(DATA / "test.csv", rows[TRAIN_ROWS:])


if __name__ == "__main__":
    main()
