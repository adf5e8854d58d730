"""Tests of the program that tries models; the models are our own."""
