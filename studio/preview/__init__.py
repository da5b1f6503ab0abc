"""The preview room: everything about one file that its page shows, and what it can ask for.

A ``PreviewRoom`` is made of parts (``parts.RoomPart``), each with a path below the room's
address, commands, or both. No part knows Qt; none gives a verdict.
"""
