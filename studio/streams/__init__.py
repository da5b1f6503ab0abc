"""Streams: files and live sources, offered by name to any player, as long as the program runs."""
