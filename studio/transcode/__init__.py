"""Making it: the plan, the argument list and one supervised ffmpeg per job."""
