"""Readers: what a checkout holds, typed, without opinion."""
