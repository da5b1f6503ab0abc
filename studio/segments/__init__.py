"""How a file is cut: bytes to a segment map, and RFC 6381 codec strings."""
