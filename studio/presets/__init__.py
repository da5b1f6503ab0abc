"""What to make of a file: presets, their schema and their store."""
