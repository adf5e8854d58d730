"""Assess, execute and operate machine-learning repositories, with evidence."""
