"""The local HTTP server: player page, segments by byte range, reports from pages."""
