"""One kind of cause, one file: what no repair can mend, its cause, and what a person can do."""
