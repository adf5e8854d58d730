"""Secrets as people leave them in text, and names that look like some. None was ever real."""

from random import Random

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def made_up(length: int, alphabet: str = LETTERS, seed: int = 0) -> str:
    """Return the same random letters every time."""
    return "".join(Random(seed).choices(alphabet, k=length))


HEX = "0123456789abcdef"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
PRIVATE_KEY = (
    "-----BEGIN RSA PRIVATE KEY-----\n"
    + "\n".join(made_up(64, LETTERS + "+/", seed) for seed in range(3))
    + "\n-----END RSA PRIVATE KEY-----"
)

# Each is a text, and the part of it that must not leave.
SECRETS = {
    "AWS access key": ("uses AKIA" + made_up(16, CAPITALS), "AKIA" + made_up(16, CAPITALS)),
    "AWS secret key": ("key " + made_up(40, LETTERS + "/+", 5), made_up(40, LETTERS + "/+", 5)),
    "GitHub token": ("token in ghp_" + made_up(36), made_up(36)),
    "fine GitHub token": ("github_pat_" + made_up(82), made_up(82)),
    "GitLab token": ("x glpat-" + made_up(20) + " y", made_up(20)),
    "Google key": ("AIza" + made_up(35), made_up(35)),
    "Slack token": ("xoxb-123456789012-" + made_up(24), made_up(24)),
    "OpenAI key": ("sk-" + made_up(48), made_up(48)),
    "newer OpenAI key": ("sk-proj-" + made_up(60, LETTERS + "-_"), made_up(60, LETTERS + "-_")),
    "Anthropic key": ("sk-ant-api03-" + made_up(50), made_up(50)),
    "Groq key": ("gsk_" + made_up(52), made_up(52)),
    "Hugging Face token": ("hf_" + made_up(34), made_up(34)),
    "Stripe key": ("sk_live_" + made_up(24), made_up(24)),
    "JWT": (f"jwt eyJ{made_up(20)}.eyJ{made_up(30)}.{made_up(43)}", made_up(43)),
    "PEM": (f"found {PRIVATE_KEY} in a cell", made_up(64, LETTERS + "+/", 1)),
    "half a PEM": (PRIVATE_KEY[:120], PRIVATE_KEY[40:80]),
    "connection string": ("postgresql://ada:hunter2@db.example/prod", "hunter2"),
    "a slash in a password": ("mysql+pymysql://root:pa/ss:w@host/db", "pa/ss:w"),
    "Redis without a user": ("redis://:s3same@cache:6379/0", "s3same"),
    "password in code": ("password = 'correct horse'", "correct horse"),
    "password in YAML": ("db_password: tiger-9", "tiger-9"),
    "key in JSON": ('{"api_key": "abcd-efgh-1234"}', "abcd-efgh-1234"),
    "Azure storage": ("AccountName=x;AccountKey=" + made_up(86) + "==", made_up(86)),
    "bearer header": ("Authorization: Bearer abc.def-123", "abc.def-123"),
    "basic header": ("'Authorization': 'Basic YWRhOmh1bnRlcjI='", "YWRhOmh1bnRlcjI="),
    "e-mail": ("written by ada.lovelace+ml@mail.example.org", "ada.lovelace"),
    "signed address": ("https://x.example/a.csv?sig=" + made_up(43), made_up(43)),
    "hex token": ("seed " + made_up(40, HEX), made_up(40, HEX)),
    "UUID": ("client 123e4567-e89b-12d3-a456-426614174000", "e89b-12d3"),
    "token with a hidden break": (
        "ghp_" + made_up(18) + "\u200b" + made_up(18, seed=1),
        made_up(18),
    ),
}

HARMLESS = (
    "src/features/build_features_v2/train_model.py:58",
    "RandomizedSearchCVWithEarlyStopping",
    "sklearn.ensemble.HistGradientBoostingClassifier",
    "experiments/2021/resnet50_imagenet_baseline/config.yaml",
    "the_column_that_has_a_very_long_name_of_words",
    "notebooks/01-exploration-of-the-data.ipynb, cell 12",
    "n_estimators=500, learning_rate=0.05",
    "cross_val_score(StratifiedKFold(n_splits=5))",
    "customer_lifetime_value_2023_q4_normalised",
    "a password is written into the image",
    "no token is read from the environment",
    "PSI 0.31 of `income` is above 0.25",
    "the tokenizer is loaded with AutoTokenizer.from_pretrained",
    "pin actions/checkout@v4 to a commit",
    "and/or; 3/4; either/or/neither",
    "https://github.com/acme/churn-prediction/blob/main/README.md",
)
