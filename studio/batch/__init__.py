"""The batch: every job remembered, run, and told about truthfully."""
