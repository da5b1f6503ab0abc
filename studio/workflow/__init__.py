"""Joins the rooms into the two jobs of the program: deliver a file, check a file."""
