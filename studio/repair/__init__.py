"""Lossless cures for files that do not play through MSE."""
