"""What a file is: probing, streams, keyframe positions and thumbnails."""
