"""Write data/customers.csv: 2 000 invented customers of an invented telecom company.

The same seed writes the same bytes. Churn depends on contract, tenure, price, support calls and
late payments, with noise, so that a good model beats the baseline but is far from perfect.
"""

import csv
import math
import random
from pathlib import Path

SEED = 20240501
ROWS = 2000
DATA = Path(__file__).parent / "data" / "customers.csv"
CONTRACTS = {"month_to_month": 0.9, "one_year": -0.5, "two_year": -1.4}
PAYMENTS = {"card": -0.1, "bank_transfer": -0.2, "electronic_check": 0.4}


def customer(number, draw):
    contract = draw.choices(list(CONTRACTS), weights=(5, 3, 2))[0]
    payment = draw.choices(list(PAYMENTS), weights=(4, 4, 3))[0]
    tenure = min(72, int(draw.expovariate(1 / 24)) + 1)
    charge = round(max(15.0, draw.gauss(62, 21)), 2)
    calls = min(9, int(draw.expovariate(1 / 1.4)))
    late = min(6, int(draw.expovariate(1 / 0.7)))
    risk = CONTRACTS[contract] + PAYMENTS[payment] - 0.035 * tenure + 0.018 * (charge - 62)
    risk += 0.35 * calls + 0.45 * late - 1.15 + draw.gauss(0, 0.6)
    usage = round(max(0.1, draw.lognormvariate(2.6, 0.7)), 1)
    return {
        "customer_id": f"C{number:05d}",
        "age": min(90, max(18, int(draw.gauss(46, 15)))),
        "region": draw.choice(("north", "east", "south", "west")),
        "contract": contract,
        "payment_method": payment,
        "tenure_months": tenure,
        "monthly_charge": charge,
        "data_usage_gb": "" if draw.random() < 0.03 else usage,
        "support_calls": calls,
        "late_payments": late,
        "has_streaming": int(draw.random() < 0.45),
        "churned": int(draw.random() < 1 / (1 + math.exp(-risk))),
    }


def main():
    draw = random.Random(SEED)
    rows = [customer(number, draw) for number in range(1, ROWS + 1)]
    DATA.parent.mkdir(exist_ok=True)
    with DATA.open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{ROWS} customers, {sum(row['churned'] for row in rows)} churned: {DATA.name}")


if __name__ == "__main__":
    main()
