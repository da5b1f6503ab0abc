"""Engines as programs: what each does with the frames it is given, before any is asked."""
