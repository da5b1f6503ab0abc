"""MSE Studio: transcode video for Media Source Extensions and prove that it plays."""

__version__ = "0.1.0"
