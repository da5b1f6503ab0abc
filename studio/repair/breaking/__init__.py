"""Breaks one rule of a sound file at a time, so that people can test their own players."""
