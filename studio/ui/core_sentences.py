"""What the core says, {0}, {1} ... for values; `dev.py texts` writes this file."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Core", '"{0}" is not a frame rate.'),
    QT_TRANSLATE_NOOP("Core", '"{0}" is not a speed.'),
    QT_TRANSLATE_NOOP("Core", '"{0}" is not possible for {1}.'),
    QT_TRANSLATE_NOOP("Core", "%1 at normal speed"),
    QT_TRANSLATE_NOOP("Core", "%1 at raised speed"),
    QT_TRANSLATE_NOOP("Core", "%1 lost, of picture or sound"),
    QT_TRANSLATE_NOOP("Core", "%1 of %2"),
    QT_TRANSLATE_NOOP("Core", "%1 places, this is the first"),
    QT_TRANSLATE_NOOP("Core", "%1 steps in %2"),
    QT_TRANSLATE_NOOP("Core", "(evenly chosen of %1)"),
    QT_TRANSLATE_NOOP("Core", "(measured: %1)"),
    QT_TRANSLATE_NOOP("Core", "1 error while reading; pictures may be damaged."),
    QT_TRANSLATE_NOOP("Core", "1 job was left out, as they were done already."),
    QT_TRANSLATE_NOOP(
        "Core",
        "1 job was recovered, {0} of them from the copy of {1}; the old file is kept as {2}.",
    ),
    QT_TRANSLATE_NOOP("Core", "1 job was recovered; the old file is kept as {0}."),
    QT_TRANSLATE_NOOP("Core", "4:2:0 pictures need even sides"),
    QT_TRANSLATE_NOOP("Core", "8-bit 4:2:0 is what every browser decodes"),
    QT_TRANSLATE_NOOP("Core", "A BlockGroup holds more than one Block."),
    QT_TRANSLATE_NOOP("Core", "A BlockGroup holds no Block."),
    QT_TRANSLATE_NOOP("Core", "A BlockGroup holds no block, or more than one block or addition."),
    QT_TRANSLATE_NOOP("Core", "A BlockGroup holds two Blocks."),
    QT_TRANSLATE_NOOP(
        "Core", "A SourceBuffer was added after data had been appended to another one."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A SourceBuffer with sound and picture is in “sequence” mode, where they can drift apart.",
    ),
    QT_TRANSLATE_NOOP("Core", "A VP8 track calls itself VP9."),
    QT_TRANSLATE_NOOP("Core", "A VP9 track calls itself VP8."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A block belongs to a track that the header does not declare, or with a number over 127.",
    ),
    QT_TRANSLATE_NOOP("Core", "A block belongs to a track that the header does not declare."),
    QT_TRANSLATE_NOOP("Core", "A block belongs to track {0}, which the header does not declare."),
    QT_TRANSLATE_NOOP(
        "Core", "A block carries more than one addition (BlockAdditional), which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP("Core", "A block has two BlockAdditional elements."),
    QT_TRANSLATE_NOOP("Core", "A block is too short for its own header, or holds no frame."),
    QT_TRANSLATE_NOOP("Core", "A block is too short for its own header."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A block of track {0} holds no frame: Firefox loses what follows, up to the next keyframe.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A block of {0} ms stands after one of {1} ms in the same cluster, which Chromium refuses (first of {2} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A block of {0} ms stands after one of {1} ms in the same cluster, which Chromium refuses.",
    ),
    QT_TRANSLATE_NOOP("Core", "A block packs several frames (lacing)."),
    QT_TRANSLATE_NOOP(
        "Core", "A block stands before its cluster's time, which Chromium and Firefox refuse."
    ),
    QT_TRANSLATE_NOOP("Core", "A block stands before its cluster's time."),
    QT_TRANSLATE_NOOP("Core", "A block stands before its cluster’s Timestamp."),
    QT_TRANSLATE_NOOP("Core", "A block that packs several frames does not say how large they are."),
    QT_TRANSLATE_NOOP(
        "Core", "A block writes its track number in more than one byte, which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A block's additions stand twice or have the number 0, which Firefox refuses."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A block's time is before its cluster's time, which old engines and packagers refuse.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A block's time is lower than that of the block before it in the same cluster; ffmpeg 7 and later write sound and picture so.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A block's time lies before its cluster's: browsers take it, some packagers do not."
    ),
    QT_TRANSLATE_NOOP("Core", "A block’s track number is written in two bytes."),
    QT_TRANSLATE_NOOP("Core", "A box has no size, or more than 2 GB."),
    QT_TRANSLATE_NOOP("Core", "A box stands at the top level that may not be there."),
    QT_TRANSLATE_NOOP("Core", "A box that the header needs is missing."),
    QT_TRANSLATE_NOOP("Core", "A box “wide” stands between two fragments."),
    QT_TRANSLATE_NOOP("Core", "A box's content does not fit its size or type."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A cluster begins {0} ms before the one in front of it, where Firefox stops (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A cluster begins {0} ms before the one in front of it, where Firefox stops."
    ),
    QT_TRANSLATE_NOOP("Core", "A cluster has neither a time nor blocks, which Chromium refuses."),
    QT_TRANSLATE_NOOP("Core", "A cluster has no time, so its frames cannot be put in order."),
    QT_TRANSLATE_NOOP(
        "Core", "A cluster has the time of its last block, so that the others count backwards."
    ),
    QT_TRANSLATE_NOOP("Core", "A cluster is damaged or cut off, and more was appended after it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A cluster is longer than its relative times can count (32.767 s), so that they run over.",
    ),
    QT_TRANSLATE_NOOP("Core", "A cluster stands before the Tracks element that describes it."),
    QT_TRANSLATE_NOOP(
        "Core", "A cluster's last block has no duration, so that its length is guessed."
    ),
    QT_TRANSLATE_NOOP("Core", "A codec's name has capital letters that engines do not expect."),
    QT_TRANSLATE_NOOP("Core", "A conversion needs ffmpeg."),
    QT_TRANSLATE_NOOP("Core", "A file is there already."),
    QT_TRANSLATE_NOOP("Core", "A file of this presentation cannot be read."),
    QT_TRANSLATE_NOOP("Core", "A fragment belongs to no track."),
    QT_TRANSLATE_NOOP(
        "Core", "A fragment belongs to track {0}, which the header does not declare."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A fragment counts its data from the beginning of the file (base-data-offset)."
    ),
    QT_TRANSLATE_NOOP("Core", "A fragment counts its data from the beginning of the file."),
    QT_TRANSLATE_NOOP("Core", "A fragment does not say where its data begin."),
    QT_TRANSLATE_NOOP("Core", "A fragment does not say where its data begins, or says it wrongly."),
    QT_TRANSLATE_NOOP("Core", "A fragment ends with a frame of 0 bytes."),
    QT_TRANSLATE_NOOP("Core", "A fragment has no decode time (tfdt)."),
    QT_TRANSLATE_NOOP(
        "Core", "A fragment has no header, or a run announces more frames than it lists."
    ),
    QT_TRANSLATE_NOOP("Core", "A fragment has no track, or one that the header does not declare."),
    QT_TRANSLATE_NOOP("Core", "A fragment holds no track fragment (traf)."),
    QT_TRANSLATE_NOOP(
        "Core", "A fragment holds the second half of its pictures before the first one."
    ),
    QT_TRANSLATE_NOOP("Core", "A fragment holds too few frames for that."),
    QT_TRANSLATE_NOOP("Core", "A fragment is larger than that of any real film."),
    QT_TRANSLATE_NOOP("Core", "A fragment is larger, or later, than that of any real film."),
    QT_TRANSLATE_NOOP("Core", "A fragment lacks a track."),
    QT_TRANSLATE_NOOP("Core", "A fragment names data beyond its own end, or is cut off."),
    QT_TRANSLATE_NOOP("Core", "A fragment names more frames than it holds."),
    QT_TRANSLATE_NOOP("Core", "A fragment names samples of no size; they are left out."),
    QT_TRANSLATE_NOOP("Core", "A fragment stands before the moov box that describes it."),
    QT_TRANSLATE_NOOP("Core", "A fragment's decode time is not where the one before it ended."),
    QT_TRANSLATE_NOOP("Core", "A fragment's frames lie beyond its data."),
    QT_TRANSLATE_NOOP("Core", "A fragment’s pictures have start codes instead of lengths."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A frame is marked as a keyframe and is none: decoding cannot begin here (first of {0} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A frame is marked as a keyframe and is none: decoding cannot begin here."
    ),
    QT_TRANSLATE_NOOP("Core", "A frame of track {0} has no bytes; browsers skip it."),
    QT_TRANSLATE_NOOP(
        "Core", "A frame of track {0} has the reserved value 3 for what it depends on."
    ),
    QT_TRANSLATE_NOOP("Core", "A frame rate of {0} is not possible."),
    QT_TRANSLATE_NOOP("Core", "A frame's time does not fit into its cluster."),
    QT_TRANSLATE_NOOP("Core", "A keyframe in the middle of the file is not marked as one."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A keyframe is not marked as one: Chromium does not let playback begin here (first of {0} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A keyframe is not marked as one: Chromium does not let playback begin here."
    ),
    QT_TRANSLATE_NOOP("Core", "A keyframe must come every 0.2 to 10 seconds."),
    QT_TRANSLATE_NOOP("Core", "A ladder has 2 to {0} rungs."),
    QT_TRANSLATE_NOOP("Core", "A ladder is made of fragmented MP4, in which browsers play no VP8."),
    QT_TRANSLATE_NOOP("Core", "A ladder is made of pictures, and this preset has none."),
    QT_TRANSLATE_NOOP("Core", "A ladder is made of pictures, and this source has none."),
    QT_TRANSLATE_NOOP("Core", "A live source needs ffmpeg."),
    QT_TRANSLATE_NOOP("Core", "A measurement is already running."),
    QT_TRANSLATE_NOOP("Core", "A moof box has no mdat box."),
    QT_TRANSLATE_NOOP("Core", "A moof has no mdat."),
    QT_TRANSLATE_NOOP("Core", "A number here has an impossible length or value."),
    QT_TRANSLATE_NOOP("Core", "A number here is empty or out of range, which Chromium refuses."),
    QT_TRANSLATE_NOOP(
        "Core", "A packet of Opus in track {0} is damaged: Chromium stops with a decoding error."
    ),
    QT_TRANSLATE_NOOP("Core", "A part of the text is missing."),
    QT_TRANSLATE_NOOP("Core", "A picture in the middle of a GOP is marked as a keyframe."),
    QT_TRANSLATE_NOOP(
        "Core", "A picture is marked as a keyframe and is none, or the data is of another codec."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A picture of track {0} is written to last 0 ms: Chromium drops everything from here to the next keyframe.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "A repaired copy is streamed ({0}); the file itself stays as it is."),
    QT_TRANSLATE_NOOP("Core", "A report would take the place of “{0}”."),
    QT_TRANSLATE_NOOP("Core", "A rule says otherwise ({0}): {1}"),
    QT_TRANSLATE_NOOP("Core", "A run of track {0} announces more frames than it lists."),
    QT_TRANSLATE_NOOP("Core", "A run of track {0} does not say where its data begins."),
    QT_TRANSLATE_NOOP("Core", "A rung is given twice."),
    QT_TRANSLATE_NOOP("Core", "A sample's dependency flags have a reserved value."),
    QT_TRANSLATE_NOOP(
        "Core", "A second header with other track numbers stands between two fragments."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A second header with other tracks stands here, as in files that were joined."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A second header with other tracks stands in the file, as in files that were joined.",
    ),
    QT_TRANSLATE_NOOP("Core", "A second init segment has other tracks or codecs than the first."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A second moov box changes the tracks in mid-file: a SourceBuffer does not take that.",
    ),
    QT_TRANSLATE_NOOP("Core", "A second sound track stands beside the first."),
    QT_TRANSLATE_NOOP("Core", "A seek to {0} s did not complete."),
    QT_TRANSLATE_NOOP("Core", "A seek to {0} s shows the picture of {1} s."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A segment begins with a picture that needs earlier ones (no keyframe, or an open group of pictures), and playback was begun there.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A segment holds more than one keyframe, so the rhythm is not the planned one."
    ),
    QT_TRANSLATE_NOOP("Core", "A segment holds no frame of one of the tracks."),
    QT_TRANSLATE_NOOP("Core", "A segment holds no sample of one of the tracks."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A segment of {0} MB fills more than half of a browser’s buffer (first of {1} places).",
    ),
    QT_TRANSLATE_NOOP("Core", "A segment of {0} MB fills more than half of a browser’s buffer."),
    QT_TRANSLATE_NOOP("Core", "A segment of “{0}” begins without a keyframe, first at {1} s."),
    QT_TRANSLATE_NOOP("Core", "A source of kind “{0}” cannot be encoded."),
    QT_TRANSLATE_NOOP("Core", "A timescale is 0, so that no time can be told."),
    QT_TRANSLATE_NOOP(
        "Core", "A track fragment belongs to a track that the header does not declare."
    ),
    QT_TRANSLATE_NOOP("Core", "A track fragment does not say which track it belongs to (tfhd)."),
    QT_TRANSLATE_NOOP("Core", "A track has a name that is not ASCII."),
    QT_TRANSLATE_NOOP("Core", "A track has no codec configuration."),
    QT_TRANSLATE_NOOP(
        "Core", "A track has no fragment defaults (trex), or they name another track."
    ),
    QT_TRANSLATE_NOOP("Core", "A track has no number or no type."),
    QT_TRANSLATE_NOOP("Core", "A track has no sample description."),
    QT_TRANSLATE_NOOP("Core", "A track has two CodecID elements."),
    QT_TRANSLATE_NOOP("Core", "A track holds something that no browser plays in MP4."),
    QT_TRANSLATE_NOOP("Core", "A track is declared and holds nothing; the engine waits for it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A track is of type {0}, which is neither picture, sound nor text: Chromium refuses the file.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "A track of the file has no complete header."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A track's entry is malformed: a field stands there twice, its name is not plain text, or its frame duration is 0.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "A unit came before any init segment."),
    QT_TRANSLATE_NOOP("Core", "A unit holds no segment."),
    QT_TRANSLATE_NOOP(
        "Core", "AAC of a transport stream needs its headers moved; other AAC passes"
    ),
    QT_TRANSLATE_NOOP("Core", "Add all SourceBuffers before the first append."),
    QT_TRANSLATE_NOOP("Core", "Add ceiling_bits_per_pixel to video.rate, 0.12 for example."),
    QT_TRANSLATE_NOOP("Core", "All frames were decoded, but every picture looked at was black."),
    QT_TRANSLATE_NOOP("Core", "All frames were decoded, but the picture never changed."),
    QT_TRANSLATE_NOOP(
        "Core", "All times are so much earlier that the first picture comes before 0."
    ),
    QT_TRANSLATE_NOOP("Core", "All {0} changes between {1} rungs played in {2} and {3}."),
    QT_TRANSLATE_NOOP("Core", "All {0} changes between {1} rungs played in {2}."),
    QT_TRANSLATE_NOOP("Core", "All {0} jobs are here."),
    QT_TRANSLATE_NOOP("Core", "Allow this program to use it in the system's settings."),
    QT_TRANSLATE_NOOP("Core", "An audio type names a video codec."),
    QT_TRANSLATE_NOOP(
        "Core", "An earlier error closed the MediaSource; this message only says that it is gone."
    ),
    QT_TRANSLATE_NOOP("Core", "An element reaches beyond the one that holds it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "An element stands where it does not belong, is unknown, or holds an impossible number.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "An element that is no cluster ({0}) has an unknown size: everything behind it is taken for its content.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "An element that is no cluster has an unknown size, and swallows what stands behind it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "An element {0} has no place between clusters: Chromium refuses the file here."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "An engine that cannot decode a format, or gave no answer, counts neither way."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "An entry of the index (Cues) does not point at a cluster: a player that seeks by it reads the wrong bytes.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "An index (sidx) tells wrong sizes."),
    QT_TRANSLATE_NOOP("Core", "An mdat box stands before the first fragment; browsers skip it."),
    QT_TRANSLATE_NOOP("Core", "An mdat without a moof stands between two fragments."),
    QT_TRANSLATE_NOOP(
        "Core", "Another file took its place, or it was written to; publish it anew."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Another packaging is under way, or was broken off; remove that folder."
    ),
    QT_TRANSLATE_NOOP("Core", 'Another preset already has the id "{0}".'),
    QT_TRANSLATE_NOOP("Core", "Another stream is being written into “{0}”."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Append from a segment that begins with a keyframe; repair or transcode the file if none does.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Append the init segment (ftyp and moov) first."),
    QT_TRANSLATE_NOOP(
        "Core", "Append the init segment first, and give addSourceBuffer the container's own type."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Append the init segment first, and whole; make a damaged file again from its source.",
    ),
    QT_TRANSLATE_NOOP("Core", "Ask whoever protects it; nothing is wrong with the segments."),
    QT_TRANSLATE_NOOP("Core", 'Ask with {{"current": 0}}, in JSON.'),
    QT_TRANSLATE_NOOP("Core", "At normal speed it does not get past {0} s."),
    QT_TRANSLATE_NOOP("Core", "Attempts"),
    QT_TRANSLATE_NOOP(
        "Core", "B-frames push the first picture behind 0, because no edit list takes that back."
    ),
    QT_TRANSLATE_NOOP("Core", "Begin the next operation only after “updateend”."),
    QT_TRANSLATE_NOOP("Core", "Believe the engine: something is wrong that no rule has found."),
    QT_TRANSLATE_NOOP("Core", "Believe the engine: viewers who join or seek there see nothing."),
    QT_TRANSLATE_NOOP("Core", "Block missing from BlockGroup."),
    QT_TRANSLATE_NOOP("Core", "Blocks are out of time order (first at byte {0})."),
    QT_TRANSLATE_NOOP("Core", "Both sides must be even and from 16 to {0} pixels."),
    QT_TRANSLATE_NOOP("Core", "Browser engines of this machine"),
    QT_TRANSLATE_NOOP("Core", "Browsers cannot decode “{0}”."),
    QT_TRANSLATE_NOOP("Core", "Buffered"),
    QT_TRANSLATE_NOOP("Core", "Bytes that are no element stand between two clusters."),
    QT_TRANSLATE_NOOP(
        "Core",
        "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Audio stream codec opus doesn't match SourceBuffer codecs.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: Detected unfragmented MP4."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: TFHD base-data-offset not allowed by MSE.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Initialization segment misses expected {0} track.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Reserved value used in sample dependency info."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Video stream codec vp9 doesn't match SourceBuffer codecs.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "CHUNK_DEMUXER_ERROR_APPEND_FAILED: {0}"),
    QT_TRANSLATE_NOOP(
        "Core", "Call changeType() before another codec; keep the number and kinds of tracks."
    ),
    QT_TRANSLATE_NOOP("Core", "Cancelled."),
    QT_TRANSLATE_NOOP("Core", "Change the file's permissions, or copy it."),
    QT_TRANSLATE_NOOP("Core", "Check its permissions."),
    QT_TRANSLATE_NOOP("Core", "Check that it exists and is a file."),
    QT_TRANSLATE_NOOP("Core", "Check that it exists."),
    QT_TRANSLATE_NOOP("Core", "Check that it was not moved, renamed or deleted, or locate it."),
    QT_TRANSLATE_NOOP("Core", "Check that it was not moved, renamed or deleted."),
    QT_TRANSLATE_NOOP("Core", "Check that the copy finished."),
    QT_TRANSLATE_NOOP("Core", "Check that the folder can be written and the disk is not full."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check that the program's data folder can be written, and that its disk is not full.",
    ),
    QT_TRANSLATE_NOOP("Core", "Check that the program's data folder can be written."),
    QT_TRANSLATE_NOOP("Core", "Check the disk with the program's data."),
    QT_TRANSLATE_NOOP("Core", "Check the drive and the permissions."),
    QT_TRANSLATE_NOOP("Core", "Check the drive it is on."),
    QT_TRANSLATE_NOOP("Core", "Check the drive it was on, then retry."),
    QT_TRANSLATE_NOOP("Core", "Check the file's permissions."),
    QT_TRANSLATE_NOOP("Core", "Check the folder and the space on its drive."),
    QT_TRANSLATE_NOOP("Core", "Check the queue before you start it."),
    QT_TRANSLATE_NOOP("Core", "Choose a file that was made by exporting a queue."),
    QT_TRANSLATE_NOOP("Core", "Choose a file with segments."),
    QT_TRANSLATE_NOOP("Core", "Choose a preset file."),
    QT_TRANSLATE_NOOP("Core", "Choose a preset with H.264, VP9 or AV1."),
    QT_TRANSLATE_NOOP("Core", "Choose a sound format."),
    QT_TRANSLATE_NOOP("Core", "Choose a video or audio file."),
    QT_TRANSLATE_NOOP("Core", "Choose an empty folder, or remove the file first."),
    QT_TRANSLATE_NOOP("Core", "Choose an empty or a new folder."),
    QT_TRANSLATE_NOOP("Core", "Choose an ffmpeg in the settings."),
    QT_TRANSLATE_NOOP(
        "Core", "Choose an output folder on another disk; FAT32 holds files of up to 4 GB."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Choose another address, or look whether this machine is still connected."
    ),
    QT_TRANSLATE_NOOP("Core", "Choose another ffmpeg in the settings, or reinstall the program."),
    QT_TRANSLATE_NOOP("Core", "Choose another ffmpeg in the settings."),
    QT_TRANSLATE_NOOP("Core", "Choose another folder, or the files."),
    QT_TRANSLATE_NOOP("Core", "Choose another folder."),
    QT_TRANSLATE_NOOP("Core", "Choose another name for it."),
    QT_TRANSLATE_NOOP("Core", "Choose another name for the recording."),
    QT_TRANSLATE_NOOP("Core", "Choose another name for the report."),
    QT_TRANSLATE_NOOP("Core", "Choose another name or folder for the result."),
    QT_TRANSLATE_NOOP("Core", "Choose another name or folder for the results."),
    QT_TRANSLATE_NOOP("Core", "Choose another name or folder."),
    QT_TRANSLATE_NOOP("Core", "Choose another name."),
    QT_TRANSLATE_NOOP("Core", "Choose another name; nothing is replaced."),
    QT_TRANSLATE_NOOP("Core", "Choose another name; nothing was replaced."),
    QT_TRANSLATE_NOOP("Core", "Choose another one."),
    QT_TRANSLATE_NOOP("Core", "Choose another output folder."),
    QT_TRANSLATE_NOOP("Core", "Choose another preset, or another ffmpeg in the settings."),
    QT_TRANSLATE_NOOP("Core", "Choose another preset, or another ffmpeg."),
    QT_TRANSLATE_NOOP("Core", "Choose another preset."),
    QT_TRANSLATE_NOOP("Core", "Choose another rule for existing files, then retry."),
    QT_TRANSLATE_NOOP("Core", "Choose another source or other settings."),
    QT_TRANSLATE_NOOP("Core", "Choose another source."),
    QT_TRANSLATE_NOOP("Core", "Choose another."),
    QT_TRANSLATE_NOOP("Core", "Choose it in the File menu."),
    QT_TRANSLATE_NOOP("Core", "Choose one in the settings."),
    QT_TRANSLATE_NOOP("Core", "Choose one of: {0}."),
    QT_TRANSLATE_NOOP("Core", "Choose the files inside it."),
    QT_TRANSLATE_NOOP("Core", "Choose the folder in the output folder's own field."),
    QT_TRANSLATE_NOOP("Core", "Choose the program again in the settings."),
    QT_TRANSLATE_NOOP("Core", "Choose: give the new file a number, replace the old one, or skip."),
    QT_TRANSLATE_NOOP("Core", "Chromium refuses a WebM whose track names are not ASCII"),
    QT_TRANSLATE_NOOP(
        "Core", "Chromium's sandbox refuses root; QTWEBENGINE_DISABLE_SANDBOX=1 turns it off."
    ),
    QT_TRANSLATE_NOOP("Core", "Close every MSE Studio, then start it again."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Close other programs, run fewer jobs at a time, or choose a preset with fewer threads.",
    ),
    QT_TRANSLATE_NOOP("Core", "Close other programs, then try again."),
    QT_TRANSLATE_NOOP("Core", "Close programs that use the folder, then rename it."),
    QT_TRANSLATE_NOOP("Core", "Close the other program that uses it."),
    QT_TRANSLATE_NOOP("Core", "Close the other program."),
    QT_TRANSLATE_NOOP("Core", "Close the window or the other command first."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Clusters are of unknown size, as in a live recording: a browser holds the end of one back until the next begins.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Clusters do not follow each other in time."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Clusters of a file with sound and picture begin in the middle of a group of pictures.",
    ),
    QT_TRANSLATE_NOOP("Core", "Codec"),
    QT_TRANSLATE_NOOP(
        "Core", "CodecDelay and the pre-skip of Opus do not fit ({0}): sound can be late."
    ),
    QT_TRANSLATE_NOOP("Core", "Codecs"),
    QT_TRANSLATE_NOOP("Core", "Connect it anew, or choose another one."),
    QT_TRANSLATE_NOOP("Core", "Connect it, then look for devices again."),
    QT_TRANSLATE_NOOP("Core", "Connect one, then look for devices again."),
    QT_TRANSLATE_NOOP("Core", "Connect the drive again, then retry."),
    QT_TRANSLATE_NOOP("Core", "ContentCompression not supported."),
    QT_TRANSLATE_NOOP("Core", "Copy it again, or make it again from its source."),
    QT_TRANSLATE_NOOP("Core", "Copy the whole folder to any web server."),
    QT_TRANSLATE_NOOP("Core", "Copy the whole folder, or package the video again."),
    QT_TRANSLATE_NOOP("Core", "Copying frames cannot cure this file."),
    QT_TRANSLATE_NOOP("Core", "Correct the preset file, or delete it."),
    QT_TRANSLATE_NOOP("Core", "Could not save the queue."),
    QT_TRANSLATE_NOOP("Core", "Could not save the queue: another program uses its file."),
    QT_TRANSLATE_NOOP("Core", "Could not save the queue: it does not match what was saved before."),
    QT_TRANSLATE_NOOP("Core", "Could not save the queue: its file cannot be written."),
    QT_TRANSLATE_NOOP("Core", "Could not save the queue: its file is damaged."),
    QT_TRANSLATE_NOOP("Core", "Could not save the queue: its file is gone."),
    QT_TRANSLATE_NOOP("Core", "Could not save the queue: the disk is full."),
    QT_TRANSLATE_NOOP("Core", "Cut at its keyframes; fragments: {0}."),
    QT_TRANSLATE_NOOP(
        "Core", "Cut the file where the tracks change, and call changeType() between the parts."
    ),
    QT_TRANSLATE_NOOP("Core", "Cut {0} clusters anew, one at each keyframe."),
    QT_TRANSLATE_NOOP(
        "Core",
        "DEMUXER_ERROR_COULD_NOT_OPEN: MediaSource endOfStream before demuxer initialization completes (before HAVE_METADATA) is treated as an error.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Did something write to it?"),
    QT_TRANSLATE_NOOP("Core", "Did you mean {{{0}}}?"),
    QT_TRANSLATE_NOOP("Core", "Does not play in {0} and {1}: {2}"),
    QT_TRANSLATE_NOOP("Core", "Does not play in {0}: {1}"),
    QT_TRANSLATE_NOOP("Core", "Download the whole presentation as one manifest."),
    QT_TRANSLATE_NOOP(
        "Core", "Download the whole presentation; only files on this computer are read."
    ),
    QT_TRANSLATE_NOOP("Core", "Each cluster is cut in two before a picture that is no keyframe."),
    QT_TRANSLATE_NOOP("Core", "Each file"),
    QT_TRANSLATE_NOOP("Core", "Each fragment is cut in two before a picture that is no keyframe."),
    QT_TRANSLATE_NOOP(
        "Core", "Each rendition needs a name of its own, of plain letters and digits."
    ),
    QT_TRANSLATE_NOOP("Core", "Encode it with the preset mp4-h264-aac."),
    QT_TRANSLATE_NOOP("Core", "End that first."),
    QT_TRANSLATE_NOOP("Core", "Enter one in the settings."),
    QT_TRANSLATE_NOOP("Core", "Entries: at {0} of {1} segments, evenly chosen."),
    QT_TRANSLATE_NOOP(
        "Core", "Entries: at {0} of {1} segments, {2} of them failed, so no more were tried."
    ),
    QT_TRANSLATE_NOOP("Core", "Entry at %1 s: %2"),
    QT_TRANSLATE_NOOP("Core", "Entry points"),
    QT_TRANSLATE_NOOP("Core", "Every file in every engine"),
    QT_TRANSLATE_NOOP("Core", "Every number for {0} is taken."),
    QT_TRANSLATE_NOOP("Core", "Everything begins {0} ms late."),
    QT_TRANSLATE_NOOP("Core", "Examination report"),
    QT_TRANSLATE_NOOP("Core", "File"),
    QT_TRANSLATE_NOOP("Core", "File not found"),
    QT_TRANSLATE_NOOP("Core", "Findings"),
    QT_TRANSLATE_NOOP("Core", "Finished early: {0} s of {1} s."),
    QT_TRANSLATE_NOOP("Core", "Finished, but it could not be checked."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Firefox decodes H.264 and AAC with FFmpeg's libraries of this system: install them.",
    ),
    QT_TRANSLATE_NOOP("Core", "Firefox does not decode AV1 without colour."),
    QT_TRANSLATE_NOOP("Core", "Firefox does not decode H.265 without colour."),
    QT_TRANSLATE_NOOP("Core", "First picture"),
    QT_TRANSLATE_NOOP("Core", "For WebM and Matroska there is “recluster”."),
    QT_TRANSLATE_NOOP("Core", "For example 720,480,360."),
    QT_TRANSLATE_NOOP(
        "Core",
        "For {0} s and more no keyframe comes: a seek has to decode everything since the last one.",
    ),
    QT_TRANSLATE_NOOP("Core", "Fragment it again by stream copy with a single edit."),
    QT_TRANSLATE_NOOP("Core", "Fragment it again by stream copy with the tag “hvc1”."),
    QT_TRANSLATE_NOOP(
        "Core", "Fragment it again by stream copy, or append with a timestampOffset."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Fragment it again by stream copy, with the flags taken from the pictures."
    ),
    QT_TRANSLATE_NOOP("Core", "Fragment it again by stream copy."),
    QT_TRANSLATE_NOOP(
        "Core", "Fragment it again by stream copy; decode times are then continuous."
    ),
    QT_TRANSLATE_NOOP("Core", "Fragment it again by stream copy; ffmpeg needs +delay_moov for it."),
    QT_TRANSLATE_NOOP(
        "Core", "Fragment it again from the original stream; transcode it if that does not help."
    ),
    QT_TRANSLATE_NOOP("Core", "Fragment it by stream copy without that track."),
    QT_TRANSLATE_NOOP("Core", "Fragment it by stream copy; nothing is encoded again."),
    QT_TRANSLATE_NOOP("Core", "Fragment it by stream copy; the marks are then true."),
    QT_TRANSLATE_NOOP("Core", "Fragments default to sample description 0, which does not exist."),
    QT_TRANSLATE_NOOP("Core", "Frames"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Frames are missing, and the declared frame duration makes the engine drop everything up to the next keyframe.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Frames do not stand in the order in which they are decoded."),
    QT_TRANSLATE_NOOP(
        "Core", "Frames were left out at {0} changes, as this engine does when busy."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Free some space on the disk with the program's data, and start the program anew."
    ),
    QT_TRANSLATE_NOOP("Core", "Free some space on the disk with the program's data."),
    QT_TRANSLATE_NOOP("Core", "Free some space there, then try again."),
    QT_TRANSLATE_NOOP("Core", "Free some space, or let it run all the same."),
    QT_TRANSLATE_NOOP("Core", "Free some space; they go on by themselves."),
    QT_TRANSLATE_NOOP("Core", "From the middle of the file on all times are 100 ms earlier."),
    QT_TRANSLATE_NOOP("Core", "From the middle of the file on everything is {0} ms later."),
    QT_TRANSLATE_NOOP(
        "Core", "From the middle of the file on the pictures are {0} ms later, the sound is not."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "From the middle of the file on the sound is {0} ms later, the pictures are not."
    ),
    QT_TRANSLATE_NOOP("Core", "GOP {0} has {1} frames instead of {2}."),
    QT_TRANSLATE_NOOP("Core", "Gave the frames of track {0} back the bytes stripped from them."),
    QT_TRANSLATE_NOOP("Core", "Gave track {0} a number that browsers accept."),
    QT_TRANSLATE_NOOP("Core", "Give 0.5 to 10 s."),
    QT_TRANSLATE_NOOP("Core", "Give 1 to 240."),
    QT_TRANSLATE_NOOP("Core", "Give 25, 29.97 or 30000/1001, for example."),
    QT_TRANSLATE_NOOP("Core", "Give 700k or 2.5M, for example; 50k to 400M."),
    QT_TRANSLATE_NOOP("Core", "Give a whole number from {0} to {1}."),
    QT_TRANSLATE_NOOP(
        "Core", "Give addSourceBuffer the MIME type that is computed from the init segment."
    ),
    QT_TRANSLATE_NOOP("Core", "Give at least one frame."),
    QT_TRANSLATE_NOOP("Core", "Give at least {0} s."),
    QT_TRANSLATE_NOOP("Core", "Give at most {0} frames."),
    QT_TRANSLATE_NOOP("Core", "Give at most {0} s ({1} frames)."),
    QT_TRANSLATE_NOOP("Core", "Give each size once."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Give each track its own file with “Split tracks”, and each file its own SourceBuffer.",
    ),
    QT_TRANSLATE_NOOP("Core", "Give lines and bit rate, such as 720:2500k."),
    QT_TRANSLATE_NOOP("Core", "Give one of them."),
    QT_TRANSLATE_NOOP("Core", "Give one of: {0}."),
    QT_TRANSLATE_NOOP("Core", "Give rungs such as 180:300k,90:100k."),
    QT_TRANSLATE_NOOP("Core", "Give rungs such as 720:2500k,360:700k."),
    QT_TRANSLATE_NOOP("Core", "Give rungs up to {0}."),
    QT_TRANSLATE_NOOP("Core", "Give sizes that are further apart."),
    QT_TRANSLATE_NOOP("Core", "Give the preset another id."),
    QT_TRANSLATE_NOOP("Core", "Got a block before cluster timecode."),
    QT_TRANSLATE_NOOP("Core", "Got a block with a timecode before the previous block."),
    QT_TRANSLATE_NOOP(
        "Core", "HLS and DASH packages need H.264, H.265, VP9 or AV1 with AAC, Opus or FLAC."
    ),
    QT_TRANSLATE_NOOP("Core", "HLS needs MP4, and this file is WebM."),
    QT_TRANSLATE_NOOP("Core", "HLS needs MP4, and this stream is WebM."),
    QT_TRANSLATE_NOOP(
        "Core",
        "ISO-BMFF container metadata for video frame indicates that the frame is not a keyframe, but the video frame contents indicate the opposite.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "In MP4 VP9 must be named in full (vp09.PP.LL.DD), not {0}."),
    QT_TRANSLATE_NOOP("Core", "In a ladder the rungs decide “{0}”."),
    QT_TRANSLATE_NOOP("Core", "Initialization segment misses expected {0} track."),
    QT_TRANSLATE_NOOP("Core", "Install Chromium, Google Chrome, Microsoft Edge or Brave."),
    QT_TRANSLATE_NOOP("Core", "Install Firefox."),
    QT_TRANSLATE_NOOP("Core", "Install Google Chrome or Microsoft Edge."),
    QT_TRANSLATE_NOOP("Core", "Install Google Chrome, Microsoft Edge or Brave."),
    QT_TRANSLATE_NOOP("Core", "Install Xvfb, a display out of sight: {0}"),
    QT_TRANSLATE_NOOP("Core", "Install Xvfb."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Install the small browser of WebKitGTK or GNOME Web, and Xvfb, its screen out of sight.",
    ),
    QT_TRANSLATE_NOOP("Core", "Is there room on the drive, and may you write there?"),
    QT_TRANSLATE_NOOP("Core", "Is there room on the drive?"),
    QT_TRANSLATE_NOOP("Core", "It begins anew when you press Start."),
    QT_TRANSLATE_NOOP("Core", "It could not be read."),
    QT_TRANSLATE_NOOP("Core", "It could not be repaired: {0}"),
    QT_TRANSLATE_NOOP("Core", "It did play in {0} and {1}."),
    QT_TRANSLATE_NOOP("Core", "It did play in {0}."),
    QT_TRANSLATE_NOOP(
        "Core", "It does not exist for Windows; check in Safari on a Mac or an iPhone."
    ),
    QT_TRANSLATE_NOOP("Core", "It failed at {0} s during '{1}': {2}"),
    QT_TRANSLATE_NOOP("Core", "It failed during '{0}': {1}"),
    QT_TRANSLATE_NOOP("Core", "It gave no answer."),
    QT_TRANSLATE_NOOP("Core", "It has not taken anything for a while."),
    QT_TRANSLATE_NOOP("Core", "It has {0}."),
    QT_TRANSLATE_NOOP("Core", "It is another XML file."),
    QT_TRANSLATE_NOOP(
        "Core", "It is built without H.264 and AAC; another browser on this machine can play them."
    ),
    QT_TRANSLATE_NOOP("Core", "It is cut off or damaged near its beginning."),
    QT_TRANSLATE_NOOP("Core", "It is damaged near its beginning."),
    QT_TRANSLATE_NOOP("Core", "It is damaged, or made to do harm."),
    QT_TRANSLATE_NOOP("Core", "It is damaged, or no video or sound file."),
    QT_TRANSLATE_NOOP("Core", "It is damaged."),
    QT_TRANSLATE_NOOP("Core", "It is kept as {0}."),
    QT_TRANSLATE_NOOP("Core", "It is kept for the last jobs only."),
    QT_TRANSLATE_NOOP("Core", "It is not a WebM file."),
    QT_TRANSLATE_NOOP("Core", "It is not an MP4 file."),
    QT_TRANSLATE_NOOP("Core", "It is not finished."),
    QT_TRANSLATE_NOOP(
        "Core", "It is part of this program and did not answer; the program's log tells why."
    ),
    QT_TRANSLATE_NOOP("Core", "It is saved as a whole at the next try."),
    QT_TRANSLATE_NOOP("Core", "It is something else."),
    QT_TRANSLATE_NOOP("Core", "It is tried again: {0}"),
    QT_TRANSLATE_NOOP("Core", "It is written anew at the next try."),
    QT_TRANSLATE_NOOP("Core", "It is written anew at the next try; the damaged one is kept."),
    QT_TRANSLATE_NOOP("Core", "It looks like vod://NAME, vod-live://NAME or live://NAME."),
    QT_TRANSLATE_NOOP(
        "Core", "It may fail in other versions; the findings say what they stumble over."
    ),
    QT_TRANSLATE_NOOP("Core", "It may have been removed."),
    QT_TRANSLATE_NOOP("Core", "It needs a WebM file."),
    QT_TRANSLATE_NOOP("Core", "It needs a fragmented MP4 file."),
    QT_TRANSLATE_NOOP("Core", "It needs a track of one of these kinds: {0}."),
    QT_TRANSLATE_NOOP("Core", "It needs a video track."),
    QT_TRANSLATE_NOOP("Core", "It needs an audio track."),
    QT_TRANSLATE_NOOP("Core", "It needs at least {0} media segments."),
    QT_TRANSLATE_NOOP("Core", "It needs more than 33 s."),
    QT_TRANSLATE_NOOP("Core", "It played at {0} times real time: this machine was too busy."),
    QT_TRANSLATE_NOOP("Core", "It said that it ended at {0} s, the data end at {1} s."),
    QT_TRANSLATE_NOOP("Core", "It says that it cannot decode it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "It shows everything {0} ms earlier than the file says: this engine does not heed the edit list.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "It stalled at {0} s during '{1}' (readyState {2}); buffered: nothing."
    ),
    QT_TRANSLATE_NOOP("Core", "It stalled at {0} s during '{1}' (readyState {2}); buffered: {3}."),
    QT_TRANSLATE_NOOP("Core", "It stops at {0} s."),
    QT_TRANSLATE_NOOP(
        "Core",
        "It waited {0} times while playing fast, first at {1} s; at normal speed it does not.",
    ),
    QT_TRANSLATE_NOOP("Core", "It waits at {0} s for data that the file does not have."),
    QT_TRANSLATE_NOOP("Core", "It waits at {0} s, at normal speed too."),
    QT_TRANSLATE_NOOP("Core", "It waits for a moment at {0} changes, also at normal speed."),
    QT_TRANSLATE_NOOP("Core", "It was kept as “{0}”; it can be checked and repaired."),
    QT_TRANSLATE_NOOP("Core", "It was moved, renamed or deleted."),
    QT_TRANSLATE_NOOP("Core", "Its first line should be #EXTM3U."),
    QT_TRANSLATE_NOOP("Core", "Its page named no types."),
    QT_TRANSLATE_NOOP(
        "Core", "Its page opens in a window of your own Safari and stays until you close it."
    ),
    QT_TRANSLATE_NOOP("Core", "Job {0} of the file was left out: it is not valid."),
    QT_TRANSLATE_NOOP("Core", "Jobs that write to {0} wait."),
    QT_TRANSLATE_NOOP("Core", "Kept one of several codec configurations of track {0}."),
    QT_TRANSLATE_NOOP("Core", "Keyframes {0} s apart are too far for streaming."),
    QT_TRANSLATE_NOOP("Core", "Known not to help: {0}."),
    QT_TRANSLATE_NOOP("Core", "Known ones: {0}."),
    QT_TRANSLATE_NOOP("Core", "Lacing 1 is not supported yet."),
    QT_TRANSLATE_NOOP("Core", "Left out the {0}."),
    QT_TRANSLATE_NOOP("Core", "Left out track {0}."),
    QT_TRANSLATE_NOOP("Core", "Left out {0} blocks of tracks that the header does not declare."),
    QT_TRANSLATE_NOOP("Core", "Left out {0} frames of sound before the first picture."),
    QT_TRANSLATE_NOOP("Core", "Left out {0} frames that come before the first keyframe."),
    QT_TRANSLATE_NOOP("Core", "Left out {0} frames without a byte."),
    QT_TRANSLATE_NOOP("Core", "Left out {0} pictures before the first keyframe."),
    QT_TRANSLATE_NOOP("Core", "Let it run to use the file as it is now."),
    QT_TRANSLATE_NOOP("Core", "Let the player name {0}."),
    QT_TRANSLATE_NOOP("Core", "Let {0} pictures last until the next one, over a hole."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Letters, digits, dots, dashes and underscores can, up to {0}, and a letter or digit comes first.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Look at the failed request: address, status and CORS headers."),
    QT_TRANSLATE_NOOP("Core", "Look at the frames where the ranges part."),
    QT_TRANSLATE_NOOP(
        "Core", "Look for the first error of the page (video.error), and build a new MediaSource."
    ),
    QT_TRANSLATE_NOOP("Core", "Loses frames"),
    QT_TRANSLATE_NOOP("Core", "MSE Studio closed unexpectedly."),
    QT_TRANSLATE_NOOP("Core", "MSE Studio ended unexpectedly twice while this file was converted."),
    QT_TRANSLATE_NOOP("Core", "MSE Studio ended while this file was converted."),
    QT_TRANSLATE_NOOP("Core", "MSE plays no data tracks"),
    QT_TRANSLATE_NOOP("Core", "MSE plays no subtitles"),
    QT_TRANSLATE_NOOP("Core", "Made it a WebM; it called itself “{0}”."),
    QT_TRANSLATE_NOOP("Core", "Made the times run on in {0} places."),
    QT_TRANSLATE_NOOP("Core", "Make a smaller copy of the source first."),
    QT_TRANSLATE_NOOP("Core", "Make all rungs in one group, with one fixed distance of keyframes."),
    QT_TRANSLATE_NOOP(
        "Core", "Make all rungs in one group, with the same encoder and the same keyframes."
    ),
    QT_TRANSLATE_NOOP("Core", "Make it again from its source."),
    QT_TRANSLATE_NOOP("Core", "Make it again, or choose another one, then retry."),
    QT_TRANSLATE_NOOP("Core", "Make it shorter."),
    QT_TRANSLATE_NOOP("Core", "Make room, then try again."),
    QT_TRANSLATE_NOOP("Core", "Make the file again from its source."),
    QT_TRANSLATE_NOOP("Core", "Make the folder first, or choose another."),
    QT_TRANSLATE_NOOP("Core", "Make the folder, or choose another."),
    QT_TRANSLATE_NOOP(
        "Core", "Make the segments join; a player can seek to where the next range begins."
    ),
    QT_TRANSLATE_NOOP("Core", "Marked {0} frames as what they are: keyframe or not."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Media Source Extensions require ISO BMFF moov to contain mvex to indicate that Movie Fragments are to be expected.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Media data stands before the fragment that describes it, or without one."
    ),
    QT_TRANSLATE_NOOP("Core", "Media segments were appended before the init segment."),
    QT_TRANSLATE_NOOP("Core", "Minimum keyframe interval cannot exceed the maximum ({0})."),
    QT_TRANSLATE_NOOP("Core", "More than 1 Block in a BlockGroup is not supported."),
    QT_TRANSLATE_NOOP("Core", "More than 1 BlockAdditional in a BlockGroup is not supported."),
    QT_TRANSLATE_NOOP("Core", "Moved all times by {0} s."),
    QT_TRANSLATE_NOOP("Core", "Mute the element, or call play() from a click."),
    QT_TRANSLATE_NOOP("Core", "Name a file for the report."),
    QT_TRANSLATE_NOOP("Core", "Name a file or a ladder."),
    QT_TRANSLATE_NOOP("Core", "Name a folder that 'ladder' made, or media files."),
    QT_TRANSLATE_NOOP("Core", "Name a video or sound file."),
    QT_TRANSLATE_NOOP("Core", "Name the files themselves."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Neither the header of track {0} nor the picture here has the parameter sets that a decoder needs (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Neither the header of track {0} nor the picture here has the parameter sets that a decoder needs.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "No answer from {0} and {1}: {2}"),
    QT_TRANSLATE_NOOP("Core", "No answer from {0}: {1}"),
    QT_TRANSLATE_NOOP("Core", "No breaker has the code “{0}”."),
    QT_TRANSLATE_NOOP("Core", "No change between rungs was played: No engine was asked."),
    QT_TRANSLATE_NOOP("Core", "No change between rungs was played: {0}"),
    QT_TRANSLATE_NOOP("Core", "No command is set."),
    QT_TRANSLATE_NOOP("Core", "No engine takes {0} in MP4."),
    QT_TRANSLATE_NOOP("Core", "No engine takes {0} in WebM."),
    QT_TRANSLATE_NOOP("Core", "No engine was asked."),
    QT_TRANSLATE_NOOP("Core", "No engine was found on this machine."),
    QT_TRANSLATE_NOOP("Core", "No entry in the middle was tried."),
    QT_TRANSLATE_NOOP("Core", "No file was named."),
    QT_TRANSLATE_NOOP("Core", "No final report within {0} s{1}."),
    QT_TRANSLATE_NOOP("Core", "No frame was measured."),
    QT_TRANSLATE_NOOP("Core", "No frames stand in this file as this breaker needs them."),
    QT_TRANSLATE_NOOP("Core", "No picture of the file can be decoded by itself."),
    QT_TRANSLATE_NOOP("Core", "No picture was ever shown."),
    QT_TRANSLATE_NOOP("Core", "No seek was tried."),
    QT_TRANSLATE_NOOP("Core", "No sound can be converted for the preview."),
    QT_TRANSLATE_NOOP("Core", "No sound was decoded."),
    QT_TRANSLATE_NOOP("Core", "No thumbnail could be made."),
    QT_TRANSLATE_NOOP("Core", "Nobody can be let in at this address."),
    QT_TRANSLATE_NOOP("Core", "Nobody waits for this picture any more."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Nobody wrote how long the last frame of track {0} in this cluster lasts: browsers guess, and guess wrong.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Not as predicted"),
    QT_TRANSLATE_NOOP("Core", "Not found here"),
    QT_TRANSLATE_NOOP("Core", "Not played in {0} and {1}."),
    QT_TRANSLATE_NOOP("Core", "Not played in {0}."),
    QT_TRANSLATE_NOOP("Core", "Not played: no answer from {0} ({1})"),
    QT_TRANSLATE_NOOP("Core", "Not played: no answer from {0} and {1} ({2})"),
    QT_TRANSLATE_NOOP("Core", "Not played: no engine here can decode this format."),
    QT_TRANSLATE_NOOP("Core", "Not played: no engine here can decode {0}."),
    QT_TRANSLATE_NOOP("Core", "Not played: no engine was asked."),
    QT_TRANSLATE_NOOP("Core", "Not played: {0} and {1} was not tested: {2}"),
    QT_TRANSLATE_NOOP(
        "Core", "Not played: {0} and {1} was not tested: {2} {3} and {4} cannot decode it here."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Not played: {0} and {1} was not tested: {2} {3} cannot decode it here."
    ),
    QT_TRANSLATE_NOOP("Core", "Not played: {0} was not tested: {1}"),
    QT_TRANSLATE_NOOP(
        "Core", "Not played: {0} was not tested: {1} {2} and {3} cannot decode it here."
    ),
    QT_TRANSLATE_NOOP("Core", "Not played: {0} was not tested: {1} {2} cannot decode it here."),
    QT_TRANSLATE_NOOP("Core", "Not played; it should play in {0} and {1}."),
    QT_TRANSLATE_NOOP("Core", "Not played; it should play in {0}."),
    QT_TRANSLATE_NOOP("Core", "Not played; no engine we know can decode it."),
    QT_TRANSLATE_NOOP("Core", "Not tested: {0} and {1}."),
    QT_TRANSLATE_NOOP("Core", "Not tested: {0}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "NotSupportedError: Failed to execute 'addSourceBuffer' on 'MediaSource': The type provided is unsupported.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Note"),
    QT_TRANSLATE_NOOP("Core", "Nothing is buffered where playing begins."),
    QT_TRANSLATE_NOOP("Core", "Nothing is predicted for this engine."),
    QT_TRANSLATE_NOOP(
        "Core", "Nothing is to be done for this engine; the prediction was too careful."
    ),
    QT_TRANSLATE_NOOP("Core", "Nothing needs to be done; a repaired file has durations."),
    QT_TRANSLATE_NOOP(
        "Core", "Nothing shows that the sound was played: browsers know no codec “{0}”."
    ),
    QT_TRANSLATE_NOOP("Core", "Nothing starts by itself."),
    QT_TRANSLATE_NOOP("Core", "Nothing was heard for {0} s at stage '{1}'."),
    QT_TRANSLATE_NOOP("Core", "Nothing was heard for {0} s."),
    QT_TRANSLATE_NOOP("Core", "Nothing was heard for {0} s{1}."),
    QT_TRANSLATE_NOOP("Core", "Nothing was recorded."),
    QT_TRANSLATE_NOOP("Core", "Nothing was replaced."),
    QT_TRANSLATE_NOOP(
        "Core", "Nothing would be streamed: there is no picture, and sound is left out."
    ),
    QT_TRANSLATE_NOOP("Core", "Of no use"),
    QT_TRANSLATE_NOOP("Core", "Of one track no frame is whole."),
    QT_TRANSLATE_NOOP(
        "Core", "One cluster holds everything, and its times beyond 32.767 s wrap around."
    ),
    QT_TRANSLATE_NOOP("Core", "One group of pictures is larger than a fragment may be (2 GB)."),
    QT_TRANSLATE_NOOP("Core", "One picture in the middle of a GOP is left out."),
    QT_TRANSLATE_NOOP("Core", "Only a file that was played proves anything."),
    QT_TRANSLATE_NOOP("Core", "Only a live stream can be recorded."),
    QT_TRANSLATE_NOOP("Core", "Only a live stream can be written into a folder."),
    QT_TRANSLATE_NOOP("Core", "Only neighbours, and the largest with the smallest, were changed."),
    QT_TRANSLATE_NOOP("Core", "Only the player that has the key can read them."),
    QT_TRANSLATE_NOOP("Core", "Only {0} of {1} bytes of sound were decoded."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Only {0} of {1} frames were counted; this engine leaves out what it is late with, and this machine was busy.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Only {0} of {1} frames were decoded."),
    QT_TRANSLATE_NOOP("Core", "Open index.html there."),
    QT_TRANSLATE_NOOP("Core", "Open the .m3u8 or .mpd file."),
    QT_TRANSLATE_NOOP("Core", "Open the file in your browser instead."),
    QT_TRANSLATE_NOOP("Core", "Open the window again when the other one is done."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Over a hole in the picture Chromium plays the sound on and the picture stands still.",
    ),
    QT_TRANSLATE_NOOP("Core", "Overview"),
    QT_TRANSLATE_NOOP("Core", "PIPELINE_ERROR_DECODE: audio decode error!"),
    QT_TRANSLATE_NOOP("Core", "Package it as fragmented MP4 (CMAF) instead."),
    QT_TRANSLATE_NOOP("Core", "Packages are made of fragmented MP4 only."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Passed means: an engine was given every byte through Media Source Extensions, decoded every frame, played to the end, and began and sought where this report says.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Passed means: an engine was given every byte through Media Source Extensions, decoded every frame, played to the end, and began and sought where this report says. An engine that cannot decode a format, or gave no answer, counts neither way.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Picture and sound could not be split without moving one against the other."
    ),
    QT_TRANSLATE_NOOP("Core", "Picture and sound have the same track number, {0}."),
    QT_TRANSLATE_NOOP("Core", "Picture at %1 s"),
    QT_TRANSLATE_NOOP("Core", "Pictures and sound stand in clusters of their own."),
    QT_TRANSLATE_NOOP("Core", "Pictures and sound stand in fragments of their own."),
    QT_TRANSLATE_NOOP(
        "Core", "Play it in another engine, or transcode it to a codec that this one has."
    ),
    QT_TRANSLATE_NOOP("Core", "Playback cannot begin at segment {0} ({1} s): {2}"),
    QT_TRANSLATE_NOOP("Core", "Playback report"),
    QT_TRANSLATE_NOOP("Core", "Playback stopped at {0} s and never reached the end."),
    QT_TRANSLATE_NOOP("Core", "Playback that begins at segment {0} ({1} s) decodes no frame."),
    QT_TRANSLATE_NOOP("Core", "Playback that begins at segment {0} ({1} s) decodes no sound."),
    QT_TRANSLATE_NOOP(
        "Core", "Playback that begins at segment {0} ({1} s) is buffered from nowhere only."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Playback that begins at segment {0} ({1} s) is buffered from {2} s only."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Playback that begins at segment {0} ({1} s) shows its first picture at {2} s."
    ),
    QT_TRANSLATE_NOOP("Core", "Playback that begins at segment {0} ({1} s) shows no picture."),
    QT_TRANSLATE_NOOP("Core", "Played to its end in {0} and {1}, all {2} frames."),
    QT_TRANSLATE_NOOP("Core", "Played to its end in {0} and {1}."),
    QT_TRANSLATE_NOOP("Core", "Played to its end in {0}, all {1} frames."),
    QT_TRANSLATE_NOOP("Core", "Played to its end in {0}."),
    QT_TRANSLATE_NOOP("Core", "Playing cannot begin at segment {0}."),
    QT_TRANSLATE_NOOP("Core", "Please report it with the log."),
    QT_TRANSLATE_NOOP(
        "Core", "Please send us the details; transcoding the file is the way meanwhile."
    ),
    QT_TRANSLATE_NOOP("Core", "Predicted, not played"),
    QT_TRANSLATE_NOOP("Core", "Predicted, not played."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Predicted, not played. Rules read the bytes, and models of the engines say what they would do; no engine played anything, so nothing here is a pass.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Predicted, not played: {0}."),
    QT_TRANSLATE_NOOP("Core", "Prevents playing"),
    QT_TRANSLATE_NOOP("Core", "Put all files of the presentation into one folder."),
    QT_TRANSLATE_NOOP("Core", "Put it back, or publish it from where it is now."),
    QT_TRANSLATE_NOOP("Core", "Put the clusters into the order of their times."),
    QT_TRANSLATE_NOOP("Core", "Put {0} blocks into the order of their times."),
    QT_TRANSLATE_NOOP("Core", "Qt WebEngine {0} (Chromium {1})"),
    QT_TRANSLATE_NOOP("Core", "QuotaExceededError: MediaSource buffer not sufficient."),
    QT_TRANSLATE_NOOP(
        "Core",
        "QuotaExceededError: The SourceBuffer is full, and cannot free space to append additional buffers.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Read it again."),
    QT_TRANSLATE_NOOP(
        "Core", "Reading details took too long; basic details from ffmpeg are shown."
    ),
    QT_TRANSLATE_NOOP("Core", "Record again for what follows."),
    QT_TRANSLATE_NOOP("Core", "Record again."),
    QT_TRANSLATE_NOOP("Core", "Record for longer than a segment lasts."),
    QT_TRANSLATE_NOOP("Core", "Record to another disk."),
    QT_TRANSLATE_NOOP("Core", "Remark"),
    QT_TRANSLATE_NOOP("Core", "Remarks"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Remove what is behind the playhead and append again; use shorter segments or a lower bit rate.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Removed the name of track {0}, which is not plain ASCII."),
    QT_TRANSLATE_NOOP("Core", "Removed {0} header elements that WebM does not know."),
    QT_TRANSLATE_NOOP("Core", "Remux it; decode times are then continuous."),
    QT_TRANSLATE_NOOP("Core", "Renamed the sample entry {0}, which some browsers refuse."),
    QT_TRANSLATE_NOOP("Core", "Repair it first, then break the repaired file."),
    QT_TRANSLATE_NOOP("Core", "Repair it first."),
    QT_TRANSLATE_NOOP("Core", "Repair it first: that copies its frames into fragments."),
    QT_TRANSLATE_NOOP("Core", "Repair it if only the mark is wrong, else transcode it."),
    QT_TRANSLATE_NOOP("Core", "Repair it if the codecs are WebM's, else transcode it."),
    QT_TRANSLATE_NOOP("Core", "Repair it without splitting."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Repair it, so that times begin at 0, or let the player seek to where the buffer begins.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Repair it: a stripped header is put back; an encrypted file needs its source."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Repair it: blocks and clusters are put in order, nothing is encoded again."
    ),
    QT_TRANSLATE_NOOP("Core", "Repair it: blocks are written anew."),
    QT_TRANSLATE_NOOP("Core", "Repair it: each frame gets a block of its own."),
    QT_TRANSLATE_NOOP(
        "Core", "Repair it: it is cut into fragments at its keyframes, nothing is encoded again."
    ),
    QT_TRANSLATE_NOOP("Core", "Repair it: only the tracks that can be played are kept."),
    QT_TRANSLATE_NOOP("Core", "Repair it: the block is left out."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Repair it: the declared frame duration is taken out; or transcode at a constant rate.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Repair it: the file is written anew and in order, nothing is encoded again."
    ),
    QT_TRANSLATE_NOOP("Core", "Repair it: the file is written anew without it."),
    QT_TRANSLATE_NOOP("Core", "Repair it: the header is written anew."),
    QT_TRANSLATE_NOOP("Core", "Repair it: the padding is taken out."),
    QT_TRANSLATE_NOOP("Core", "Repair it: the tag becomes hvc1, nothing is encoded again."),
    QT_TRANSLATE_NOOP("Core", "Repair it; when that does not help, transcode it."),
    QT_TRANSLATE_NOOP("Core", "Repair the file first, to a place with more room."),
    QT_TRANSLATE_NOOP("Core", "Result"),
    QT_TRANSLATE_NOOP("Core", "Retry it on its own, or remove it."),
    QT_TRANSLATE_NOOP("Core", "Retry it, or keep the file and play it before you use it."),
    QT_TRANSLATE_NOOP("Core", "Retry the job."),
    QT_TRANSLATE_NOOP("Core", "Rule"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Rules read the bytes, and models of the engines say what they would do; no engine played anything, so nothing here is a pass.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Running jobs continue; changes since {0} are not saved."),
    QT_TRANSLATE_NOOP(
        "Core", "SVT-AV1 has no scene cut detection; the keyframes keep their even distance."
    ),
    QT_TRANSLATE_NOOP("Core", "Save it again when the recording has ended."),
    QT_TRANSLATE_NOOP("Core", "See whether it can be run by itself."),
    QT_TRANSLATE_NOOP("Core", "Seek to %1 s: %2"),
    QT_TRANSLATE_NOOP(
        "Core",
        "SeekPreRoll of track {0} is not the 80 ms that Opus needs: sound can crackle after a seek.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Seeks"),
    QT_TRANSLATE_NOOP("Core", "Seeks: into {0} of {1} groups of pictures, evenly chosen."),
    QT_TRANSLATE_NOOP("Core", "Segment {0} was refused: {1}"),
    QT_TRANSLATE_NOOP("Core", "Segments of {0} s are not possible."),
    QT_TRANSLATE_NOOP("Core", "Set the Opus delay of track {0} to what its header says."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Several tracks share a fragment without default-base-is-moof, so that one track's data is read from the wrong place.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Several tracks share a fragment without default-base-is-moof: browsers read the second one's data from the wrong place.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Several tracks share a fragment without default-base-is-moof; browsers read it all the same, other players may not.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Shortened {0} durations of sound that reached into the next."),
    QT_TRANSLATE_NOOP("Core", "Should not play in {0} and {1}: {2}"),
    QT_TRANSLATE_NOOP("Core", "Should not play in {0}: {1}"),
    QT_TRANSLATE_NOOP("Core", "Skipped: {0} exists already."),
    QT_TRANSLATE_NOOP("Core", "Skipping 'trun' sample with size of 0."),
    QT_TRANSLATE_NOOP("Core", "Some players will not play it ({0}): {1}"),
    QT_TRANSLATE_NOOP("Core", "Something went wrong inside the program."),
    QT_TRANSLATE_NOOP("Core", "Sound against picture"),
    QT_TRANSLATE_NOOP("Core", "Sound is off"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Sound or picture begins too long after 0, so a player that starts at 0 waits for ever.",
    ),
    QT_TRANSLATE_NOOP("Core", "Source not found: {0}."),
    QT_TRANSLATE_NOOP("Core", "Speed"),
    QT_TRANSLATE_NOOP("Core", "Split it into one file for each track, or leave the others out."),
    QT_TRANSLATE_NOOP("Core", "Split it into one file for each track, or remove the track."),
    QT_TRANSLATE_NOOP("Core", "Split the file first."),
    QT_TRANSLATE_NOOP(
        "Core", "Split the file where it was joined; make it again from its sources."
    ),
    QT_TRANSLATE_NOOP("Core", "Start MSE Studio as an ordinary user."),
    QT_TRANSLATE_NOOP("Core", "Start goes on with it."),
    QT_TRANSLATE_NOOP("Core", "Start the job again to watch it."),
    QT_TRANSLATE_NOOP("Core", "Start the stream again."),
    QT_TRANSLATE_NOOP("Core", "State"),
    QT_TRANSLATE_NOOP("Core", "Step"),
    QT_TRANSLATE_NOOP("Core", "Stops playing"),
    QT_TRANSLATE_NOOP("Core", "Stream copy makes no smaller pictures, so no ladder."),
    QT_TRANSLATE_NOOP("Core", "Streaming has ended."),
    QT_TRANSLATE_NOOP("Core", "Summary"),
    QT_TRANSLATE_NOOP("Core", "Take longer segments, or a folder."),
    QT_TRANSLATE_NOOP("Core", "Take the DASH manifest: dash/manifest.mpd."),
    QT_TRANSLATE_NOOP("Core", "Take the file before it was encrypted."),
    QT_TRANSLATE_NOOP("Core", "That is too long."),
    QT_TRANSLATE_NOOP(
        "Core", "The AAC configuration of track {0} does not say how many channels there are."
    ),
    QT_TRANSLATE_NOOP("Core", "The AV1 configuration of track {0} is missing or is not version 1."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The CodecPrivate of track {0} is no whole header of Opus: new versions of Chromium do not decode it.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The H.265 track is tagged hev1, which Safari does not play."),
    QT_TRANSLATE_NOOP("Core", "The H.265 track is tagged “hev1”, which Safari does not play."),
    QT_TRANSLATE_NOOP("Core", "The Info element is left out."),
    QT_TRANSLATE_NOOP("Core", "The MIME type names no codecs."),
    QT_TRANSLATE_NOOP("Core", "The MP4 file is called .webm."),
    QT_TRANSLATE_NOOP("Core", "The MP4 is not fragmented (its moov holds no mvex)."),
    QT_TRANSLATE_NOOP("Core", "The MP4 is not fragmented."),
    QT_TRANSLATE_NOOP(
        "Core", "The MP4 is not fragmented: Chromium refuses it and Firefox shows nothing."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The NAL unit lengths of track {0} have not 4 bytes, as some players expect."
    ),
    QT_TRANSLATE_NOOP("Core", "The Opus track has no readable header."),
    QT_TRANSLATE_NOOP(
        "Core", "The Segment and all clusters have unknown sizes, as in a live stream."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The Segment says that it ends before the file does; browsers go on behind its end."
    ),
    QT_TRANSLATE_NOOP("Core", "The Segment’s size ends before the last cluster."),
    QT_TRANSLATE_NOOP(
        "Core", "The SourceBuffer is full: nothing was removed from it, or a segment is too large."
    ),
    QT_TRANSLATE_NOOP("Core", "The SourceBuffer was still busy with its last operation."),
    QT_TRANSLATE_NOOP("Core", "The Tracks element is left out."),
    QT_TRANSLATE_NOOP("Core", "The WebM file is called .mp4."),
    QT_TRANSLATE_NOOP(
        "Core", "The audio begins {0} ms late: a player that starts at 0 waits there."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The audio pauses for {0} ms before this segment, longer than one frame: playback can stop there (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The audio pauses for {0} ms before this segment, longer than one frame: playback can stop there.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The audio’s decode time steps by {0} ms here (first of {1} places)."
    ),
    QT_TRANSLATE_NOOP("Core", "The audio’s decode time steps by {0} ms here."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The audio’s decode time steps by {0} ms here: the fragment replaces what came before it (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The audio’s decode time steps by {0} ms here: the fragment replaces what came before it.",
    ),
    QT_TRANSLATE_NOOP("Core", "The beginning lies in the moov box instead of a fragment."),
    QT_TRANSLATE_NOOP("Core", "The beginning of the file cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The beginning of the file was refused: {0}"),
    QT_TRANSLATE_NOOP(
        "Core",
        "The beginning of track {0} lies in the moov box instead of a fragment: Chromium loses it, Firefox refuses the file.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The bit rate must be from 32 kbit/s to 100 Mbit/s."),
    QT_TRANSLATE_NOOP("Core", "The bit rate of sound must be from 8 to 510 kbit/s."),
    QT_TRANSLATE_NOOP("Core", "The box “{0}” has a timescale of 0, so that no time can be told."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The box “{0}” has no size (it reaches to the end of the file), which Chromium refuses.",
    ),
    QT_TRANSLATE_NOOP("Core", "The box “{0}” is larger than 2 GB, which Chromium refuses."),
    QT_TRANSLATE_NOOP(
        "Core", "The box “{0}” is missing here; browsers do not open the file without it."
    ),
    QT_TRANSLATE_NOOP("Core", "The box “{0}” may not stand at the top level of a media stream."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The box “{0}” may not stand at the top level: Chromium refuses it, Firefox takes it.",
    ),
    QT_TRANSLATE_NOOP("Core", "The browser could not be steered."),
    QT_TRANSLATE_NOOP("Core", "The browser did not open the page."),
    QT_TRANSLATE_NOOP(
        "Core", "The browser does not begin with sound before the user clicked something."
    ),
    QT_TRANSLATE_NOOP("Core", "The buffer has a hole where playback stands."),
    QT_TRANSLATE_NOOP("Core", "The built-in player is not part of this installation."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The bytes are not in the container that the MIME type names, or the stream ended before its init segment was complete.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The bytes of the Opus header’s pre-skip are swapped, and CodecDelay says the same."
    ),
    QT_TRANSLATE_NOOP("Core", "The change from “{0}” to “{1}” at {2} s fails: {3}"),
    QT_TRANSLATE_NOOP(
        "Core",
        "The channels of track {0} do not agree ({1}): new versions of Chromium do not decode it.",
    ),
    QT_TRANSLATE_NOOP("Core", "The check was cancelled."),
    QT_TRANSLATE_NOOP("Core", "The clock ran at {0} times speed, {1} was asked for."),
    QT_TRANSLATE_NOOP("Core", "The cluster is damaged here; the rest of it cannot be read."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The cluster is longer than its 16 bits of relative time can count (32.767 s): times run over here.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The cluster's size reaches into what stands behind it, which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP("Core", "The codec configuration of the picture is empty."),
    QT_TRANSLATE_NOOP(
        "Core", "The codec configuration of track {0} ({1}) is missing, empty or broken."
    ),
    QT_TRANSLATE_NOOP("Core", "The codec has no name that a SourceBuffer could be given."),
    QT_TRANSLATE_NOOP("Core", "The codec of track {0} is missing or not written in ASCII."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The codec's name does not belong to this container: VP9 in MP4 is “vp09.…”, VP8 is for WebM only.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The codecs of the MIME type are not those of the tracks in the init segment."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The coding of the picture or sound changes in the middle of the file."
    ),
    QT_TRANSLATE_NOOP("Core", 'The command "{0}" could not be started.'),
    QT_TRANSLATE_NOOP("Core", 'The command "{0}" was not found.'),
    QT_TRANSLATE_NOOP(
        "Core", "The configuration of track {0} ({1}) has version 0, which Firefox refuses."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The container and the picture disagree on whether this is a keyframe; browsers believe the picture (first of {0} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The container and the picture disagree on whether this is a keyframe; browsers believe the picture.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The container calls a picture a keyframe that is none, or the other way round."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The container compresses or encrypts its frames (ContentEncodings)."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The container does not mark this picture as the keyframe that it is, so that playback cannot begin here (first of {0} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The container does not mark this picture as the keyframe that it is, so that playback cannot begin here.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The container marks this picture as a keyframe, which it is not: decoding cannot begin here (first of {0} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The container marks this picture as a keyframe, which it is not: decoding cannot begin here.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The content of the box “{0}” does not fit its size or type, which Chromium refuses.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The content of the box “{0}” does not fit its size or type; no browser opens the file.",
    ),
    QT_TRANSLATE_NOOP("Core", "The converted picture cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The data of the last fragment is cut off."),
    QT_TRANSLATE_NOOP("Core", "The data of this fragment does not stand in the mdat behind it."),
    QT_TRANSLATE_NOOP("Core", "The decode time of track {0} does not fit its field here (tfdt)."),
    QT_TRANSLATE_NOOP("Core", "The decode times of every fragment begin at 0 again."),
    QT_TRANSLATE_NOOP("Core", "The decoder picture could not be started."),
    QT_TRANSLATE_NOOP("Core", "The decoder went down over this segment."),
    QT_TRANSLATE_NOOP("Core", "The decoder's own header (CodecPrivate) is missing or damaged."),
    QT_TRANSLATE_NOOP("Core", "The description of the file's frames is cut off."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The device did not allow the page to play, as some do to save power; this proves nothing about the file.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The disk cannot hold a file of this size."),
    QT_TRANSLATE_NOOP("Core", "The disk is full."),
    QT_TRANSLATE_NOOP("Core", "The disk is too slow; the recording ends here."),
    QT_TRANSLATE_NOOP("Core", "The disk of {0} is nearly full; jobs that write there stand still."),
    QT_TRANSLATE_NOOP(
        "Core", "The display size of track {0} is in a unit ({1}) that Chromium refuses."
    ),
    QT_TRANSLATE_NOOP("Core", "The drive is full."),
    QT_TRANSLATE_NOOP("Core", "The drive of the output folder is no longer available."),
    QT_TRANSLATE_NOOP("Core", "The edit list begins one picture after the first keyframe."),
    QT_TRANSLATE_NOOP(
        "Core", "The edit list has an empty edit or several edits, which engines treat differently."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The edit list of track {0} asks for another speed than 1, which browsers ignore."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The edit list of track {0} ends {1} ms before the track does: Firefox cannot begin behind it.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The edit lists are left out."),
    QT_TRANSLATE_NOOP("Core", "The edit lists begin with an empty edit of 500 ms."),
    QT_TRANSLATE_NOOP("Core", "The edit lists have two edits with a jump of 500 ms between them."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The element {0} has no place here: Chromium refuses a file with elements it does not know, Firefox steps over them.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The element {0} stands here for the second time, which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP("Core", "The embedded engine does not run as root."),
    QT_TRANSLATE_NOOP("Core", "The encoder ended unexpectedly."),
    QT_TRANSLATE_NOOP("Core", "The end of a cluster in the middle of the file is missing."),
    QT_TRANSLATE_NOOP("Core", "The end of an mdat in the middle of the file is missing."),
    QT_TRANSLATE_NOOP("Core", "The engine accepted the bytes but buffered nothing."),
    QT_TRANSLATE_NOOP("Core", "The engine dropped {0} without an error."),
    QT_TRANSLATE_NOOP(
        "Core", "The engine ended by itself the first time; this is what it did when launched anew."
    ),
    QT_TRANSLATE_NOOP("Core", "The engine ended by itself{0}: {1}"),
    QT_TRANSLATE_NOOP("Core", "The engine says {0} s, the data end at {1} s."),
    QT_TRANSLATE_NOOP("Core", "The engine took the bytes and was never done with them."),
    QT_TRANSLATE_NOOP(
        "Core", "The engine took the bytes without an error and could make nothing of them."
    ),
    QT_TRANSLATE_NOOP("Core", "The engine's buffer ends at {0} s, the file at {1} s."),
    QT_TRANSLATE_NOOP("Core", "The engines were closed already."),
    QT_TRANSLATE_NOOP("Core", 'The field {{{0}}} has no format "{1}".'),
    QT_TRANSLATE_NOOP("Core", "The file calls itself Matroska."),
    QT_TRANSLATE_NOOP(
        "Core", "The file calls itself “{0}”, not “webm”; today's browsers do not look at that."
    ),
    QT_TRANSLATE_NOOP("Core", "The file changed while it was read."),
    QT_TRANSLATE_NOOP("Core", "The file could not be played out."),
    QT_TRANSLATE_NOOP("Core", "The file could not be read while it was checked ({0})."),
    QT_TRANSLATE_NOOP("Core", "The file does not begin with its type (an ftyp box)."),
    QT_TRANSLATE_NOOP("Core", "The file does not say how its frames are coded."),
    QT_TRANSLATE_NOOP("Core", "The file does not say how long a picture lasts (DefaultDuration)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The file does not say how long it is: players take it for a live stream until endOfStream() is called.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The file does not say how long it lasts."),
    QT_TRANSLATE_NOOP("Core", "The file ends before its last frame."),
    QT_TRANSLATE_NOOP("Core", "The file has changed since it was opened."),
    QT_TRANSLATE_NOOP(
        "Core", "The file has more than one track of a kind; only the first is played."
    ),
    QT_TRANSLATE_NOOP("Core", "The file has neither picture nor sound."),
    QT_TRANSLATE_NOOP("Core", "The file has no Info element."),
    QT_TRANSLATE_NOOP("Core", "The file has no edit list."),
    QT_TRANSLATE_NOOP("Core", "The file has no fragment defaults (trex)."),
    QT_TRANSLATE_NOOP("Core", "The file has no keyframe to begin with."),
    QT_TRANSLATE_NOOP("Core", "The file has no moov box."),
    QT_TRANSLATE_NOOP("Core", "The file has no segments, so it cannot be streamed piece by piece."),
    QT_TRANSLATE_NOOP("Core", "The file has no {0} box."),
    QT_TRANSLATE_NOOP("Core", "The file has no {0} track."),
    QT_TRANSLATE_NOOP("Core", "The file has not been read yet."),
    QT_TRANSLATE_NOOP("Core", "The file has only one cluster."),
    QT_TRANSLATE_NOOP("Core", "The file has only one fragment."),
    QT_TRANSLATE_NOOP("Core", "The file holds an endless list of boxes."),
    QT_TRANSLATE_NOOP("Core", "The file holds an endless list of elements."),
    QT_TRANSLATE_NOOP("Core", "The file holds more frames than any real one."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The file holds more than one track of {0}: browsers play the first, and Chromium refuses the file unless the MIME type names the codec of each.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The file holds neither picture nor sound."),
    QT_TRANSLATE_NOOP("Core", "The file holds no clusters of frames."),
    QT_TRANSLATE_NOOP("Core", "The file holds no fragments."),
    QT_TRANSLATE_NOOP("Core", "The file holds no frames that could be put in order."),
    QT_TRANSLATE_NOOP("Core", "The file holds no media segment, so there is nothing to play."),
    QT_TRANSLATE_NOOP("Core", "The file holds no picture or sound that could be copied."),
    QT_TRANSLATE_NOOP("Core", "The file holds no tracks."),
    QT_TRANSLATE_NOOP("Core", "The file is cut off inside its header."),
    QT_TRANSLATE_NOOP("Core", "The file is cut off or damaged."),
    QT_TRANSLATE_NOOP("Core", "The file is cut off."),
    QT_TRANSLATE_NOOP("Core", "The file is cut off: its end is missing."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged; make it again from its source."),
    QT_TRANSLATE_NOOP("Core", "The file is encrypted, so its frames cannot be cut anew."),
    QT_TRANSLATE_NOOP("Core", "The file is gone or cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The file is no WebM, or holds a codec that WebM does not know."),
    QT_TRANSLATE_NOOP("Core", "The file is not there any more."),
    QT_TRANSLATE_NOOP("Core", "The file is not valid JSON."),
    QT_TRANSLATE_NOOP("Core", "The file is probably cut off; try to get the whole file."),
    QT_TRANSLATE_NOOP("Core", "The file is probably damaged."),
    QT_TRANSLATE_NOOP("Core", "The file is too long for one cluster."),
    QT_TRANSLATE_NOOP("Core", "The file is too short for that."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The file is {0}, and the player names {1}/{2}: Chromium says nothing until the stream ends.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The file lists more frames than it can hold."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The file or the playlist did not arrive: that is the network's or the server's matter.",
    ),
    QT_TRANSLATE_NOOP("Core", "The file type box (ftyp) is left out."),
    QT_TRANSLATE_NOOP("Core", "The file type box (ftyp) names a brand that nobody knows."),
    QT_TRANSLATE_NOOP("Core", "The file was not kept."),
    QT_TRANSLATE_NOOP("Core", "The file was refused: {0}"),
    QT_TRANSLATE_NOOP("Core", "The file {0} cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The file {0} is not a text file."),
    QT_TRANSLATE_NOOP("Core", "The file's edit list changes the speed of playback."),
    QT_TRANSLATE_NOOP("Core", "The file's edit list leaves out or repeats parts in the middle."),
    QT_TRANSLATE_NOOP("Core", "The file's edit list pauses in the middle."),
    QT_TRANSLATE_NOOP(
        "Core", "The file's header asks for a newer reader ({0}), which Firefox refuses."
    ),
    QT_TRANSLATE_NOOP("Core", "The file's header cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The file's header is larger than that of any real film."),
    QT_TRANSLATE_NOOP("Core", "The file's header lacks a track."),
    QT_TRANSLATE_NOOP("Core", "The file's header lacks what is to be changed."),
    QT_TRANSLATE_NOOP("Core", "The file's index (its moov box) is missing, so it cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The file's index (its moov box) is missing."),
    QT_TRANSLATE_NOOP("Core", "The file's index is larger than that of any real film."),
    QT_TRANSLATE_NOOP("Core", "The file's index is missing, so it cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The file's times are not those of a real film."),
    QT_TRANSLATE_NOOP("Core", "The file's times begin too early for that."),
    QT_TRANSLATE_NOOP("Core", "The file's times or frame counts are not those of a real film."),
    QT_TRANSLATE_NOOP("Core", "The file's track numbers are too high for that."),
    QT_TRANSLATE_NOOP("Core", "The file’s type is “{0}”, which is none of the MP4 family."),
    QT_TRANSLATE_NOOP("Core", "The first cluster holds too few pictures for that."),
    QT_TRANSLATE_NOOP("Core", "The first cluster stands before Info and Tracks."),
    QT_TRANSLATE_NOOP("Core", "The first fragment holds a track without frames."),
    QT_TRANSLATE_NOOP("Core", "The first fragment holds no pictures."),
    QT_TRANSLATE_NOOP(
        "Core", "The first fragment’s frames are described in moov instead of a moof."
    ),
    QT_TRANSLATE_NOOP("Core", "The first frames are lost."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The first keyframe's time is before 0, and everything that depends on it is dropped.",
    ),
    QT_TRANSLATE_NOOP("Core", "The first picture does not lie where the file says."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The first picture has a time before 0 ({0} ms): everything up to the next keyframe is lost.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The first picture is not a keyframe: nothing is shown before the first keyframe."
    ),
    QT_TRANSLATE_NOOP("Core", "The first picture, a keyframe, is left out."),
    QT_TRANSLATE_NOOP("Core", "The folder {0} cannot be made."),
    QT_TRANSLATE_NOOP("Core", "The folder “{0}” cannot be made."),
    QT_TRANSLATE_NOOP(
        "Core", "The fragment defaults (trex) of the last track belong to another number."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The fragment defaults of track {0} name a sample description that is not there, which Firefox refuses.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The fragment defaults of track {0} name no sample description (index 0)."
    ),
    QT_TRANSLATE_NOOP("Core", "The fragment is too large for that."),
    QT_TRANSLATE_NOOP("Core", "The fragment names data beyond its own end."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The fragment of track {0} counts its data from the beginning of the file (base-data-offset), which Chromium refuses.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The fragment of track {0} has no decode time (tfdt)."),
    QT_TRANSLATE_NOOP("Core", "The fragments hold one track only."),
    QT_TRANSLATE_NOOP(
        "Core", "The frame duration of track {0} is written as 0, which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP("Core", "The frame rate must be from 1 to 120 frames per second."),
    QT_TRANSLATE_NOOP("Core", "The frames come before the header that declares them."),
    QT_TRANSLATE_NOOP(
        "Core", "The frames of a fragment have the reserved value 3 for what they depend on."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The frames of one track are not stored in the order of their times."
    ),
    QT_TRANSLATE_NOOP("Core", "The frames of that fragment do not suit this."),
    QT_TRANSLATE_NOOP(
        "Core", "The frames of track {0} are compressed once more, which no browser undoes."
    ),
    QT_TRANSLATE_NOOP("Core", "The free space cannot be found out."),
    QT_TRANSLATE_NOOP("Core", "The header (moov) stands behind all fragments."),
    QT_TRANSLATE_NOOP("Core", "The header announces no fragments: mvex is renamed."),
    QT_TRANSLATE_NOOP("Core", "The header does not say how long a picture lasts."),
    QT_TRANSLATE_NOOP(
        "Core", "The header of Opus (OpusHead) is missing from track {0}, which Firefox refuses."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The header says that NAL units begin with a length of 2 bytes, but it is 4."
    ),
    QT_TRANSLATE_NOOP("Core", "The header says that a picture lasts 0 ns."),
    QT_TRANSLATE_NOOP(
        "Core", "The header stands a second time here, as in files that were joined."
    ),
    QT_TRANSLATE_NOOP("Core", 'The id "{0}" belongs to a preset of the program.'),
    QT_TRANSLATE_NOOP("Core", "The init segment was not tried in mid-stream."),
    QT_TRANSLATE_NOOP("Core", "The inspector stopped while reading this file."),
    QT_TRANSLATE_NOOP(
        "Core", "The inspector stopped while reading this file; basic details are shown."
    ),
    QT_TRANSLATE_NOOP("Core", "The inspector took too long while reading this file."),
    QT_TRANSLATE_NOOP("Core", "The inspector's answer makes no sense."),
    QT_TRANSLATE_NOOP("Core", "The job ended before its result was complete."),
    QT_TRANSLATE_NOOP("Core", "The job is still here."),
    QT_TRANSLATE_NOOP("Core", "The keyframe distance is given both in seconds and in frames."),
    QT_TRANSLATE_NOOP("Core", "The keyframe distance must be at least one frame."),
    QT_TRANSLATE_NOOP("Core", "The keyframes of “{0}” and “{1}” differ, first at {2} s."),
    QT_TRANSLATE_NOOP("Core", "The ladder has no sound."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The last element ({0}) has an unknown size; nothing that is played stands behind it.",
    ),
    QT_TRANSLATE_NOOP("Core", "The last fragment holds a track without frames."),
    QT_TRANSLATE_NOOP("Core", "The last frame reaches beyond its mdat."),
    QT_TRANSLATE_NOOP("Core", "The last mdat has size 0, which means up to the end of the file."),
    QT_TRANSLATE_NOOP("Core", "The last track has no fragment defaults (trex)."),
    QT_TRANSLATE_NOOP("Core", "The last track has the number 200."),
    QT_TRANSLATE_NOOP(
        "Core", "The lengths of a picture’s NAL units do not fit its size (first of {0} places)."
    ),
    QT_TRANSLATE_NOOP("Core", "The lengths of a picture’s NAL units do not fit its size."),
    QT_TRANSLATE_NOOP("Core", "The link {0} leads nowhere."),
    QT_TRANSLATE_NOOP("Core", "The live stream stopped."),
    QT_TRANSLATE_NOOP("Core", "The log of this job cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The log under Details says more."),
    QT_TRANSLATE_NOOP("Core", "The longest GOP has {0} frames instead of at most {1}."),
    QT_TRANSLATE_NOOP("Core", "The machine could not be shut down."),
    QT_TRANSLATE_NOOP("Core", "The machine could not go to sleep."),
    QT_TRANSLATE_NOOP("Core", "The manifest declares a document type, which no MPD needs."),
    QT_TRANSLATE_NOOP("Core", "The manifest has an endless tree."),
    QT_TRANSLATE_NOOP("Core", "The manifest is empty."),
    QT_TRANSLATE_NOOP("Core", "The manifest is not well-formed XML."),
    QT_TRANSLATE_NOOP("Core", "The manifest lists more representations than any real one."),
    QT_TRANSLATE_NOOP("Core", "The manifest lists more segments than any real one."),
    QT_TRANSLATE_NOOP("Core", "The mdat of a fragment stands before its moof."),
    QT_TRANSLATE_NOOP("Core", "The measurement failed."),
    QT_TRANSLATE_NOOP("Core", "The memory did not suffice."),
    QT_TRANSLATE_NOOP("Core", "The minimum keyframe interval must be at least one frame."),
    QT_TRANSLATE_NOOP("Core", "The moov box stands here again, with the same tracks."),
    QT_TRANSLATE_NOOP("Core", "The name for results has a brace without its partner."),
    QT_TRANSLATE_NOOP("Core", "The name for results holds a path separator."),
    QT_TRANSLATE_NOOP("Core", "The name for results is empty."),
    QT_TRANSLATE_NOOP("Core", "The name for results is too long."),
    QT_TRANSLATE_NOOP("Core", "The name of the result is too long."),
    QT_TRANSLATE_NOOP(
        "Core", "The name of track {0} has letters that are not ASCII, which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The next frame of track {0} comes after {1} ms, more than twice the declared frame duration: Chromium drops everything from here to the next keyframe.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The option --list names all codes and ids."),
    QT_TRANSLATE_NOOP("Core", "The output folder cannot be written."),
    QT_TRANSLATE_NOOP("Core", "The output folder disappeared."),
    QT_TRANSLATE_NOOP("Core", "The output folder {0} does not exist."),
    QT_TRANSLATE_NOOP("Core", "The package was not written as planned; it was removed again."),
    QT_TRANSLATE_NOOP("Core", "The package would not play everywhere: {0}"),
    QT_TRANSLATE_NOOP("Core", "The packaging was cancelled; nothing was written."),
    QT_TRANSLATE_NOOP("Core", "The padding that the decoder shall discard is not possible."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The padding to discard (DiscardPadding) is negative, repeated in its cluster, or longer than its block as Firefox reads it: Firefox refuses such files.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The page sent no complete report."),
    QT_TRANSLATE_NOOP("Core", "The page was closed before it was finished."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page was in the background while it played, where browsers stop decoding; this proves nothing about the file.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The page's console tells an error: {0}"),
    QT_TRANSLATE_NOOP(
        "Core",
        "The parameter sets of track {0} in its {1} are damaged: Chromium decodes no picture with them, though the pictures may bring their own.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The part that is there can be kept."),
    QT_TRANSLATE_NOOP(
        "Core", "The picture begins {0} ms late: no edit list takes back the delay of its B-frames."
    ),
    QT_TRANSLATE_NOOP("Core", "The picture ends at {0} s of {1} s."),
    QT_TRANSLATE_NOOP("Core", "The picture has a colour format that no browser decodes."),
    QT_TRANSLATE_NOOP("Core", "The picture has no keyframe, so it cannot be shown from anywhere."),
    QT_TRANSLATE_NOOP("Core", "The picture is VP9 with 4:4:0 colour, which no browser decodes."),
    QT_TRANSLATE_NOOP(
        "Core", "The picture is not the VP8 that its track says it is: no browser can decode it."
    ),
    QT_TRANSLATE_NOOP("Core", "The pictures are larger than the limit (64 megapixels)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The pictures are packed with start codes (Annex B), which MP4 does not allow (first of {0} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The pictures are packed with start codes (Annex B), which MP4 does not allow."
    ),
    QT_TRANSLATE_NOOP("Core", "The pictures are {0}-bit {1}, which few browsers play."),
    QT_TRANSLATE_NOOP("Core", "The pictures begin {0} ms late, the sound does not."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The pictures do not fit their codec configuration (avcC, hvcC): another format of NAL units, no parameter sets, or damaged data.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The pictures stand in the file as in a transport stream (Annex B)."),
    QT_TRANSLATE_NOOP(
        "Core", "The player's MIME type has no codecs parameter, which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The player's MIME type is for sound alone (audio/…) and lists a picture codec."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The player's MIME type names too few codecs where the file holds fewer: Chromium refuses the file, Firefox does not look.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The player's MIME type names too few codecs where the file holds {0}: Chromium refuses the file, Firefox does not look.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The player's MIME type names {0} where the file holds fewer: Chromium refuses the file, Firefox does not look.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The player's MIME type names {0} where the file holds {1}: Chromium refuses the file, Firefox does not look.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The player's MIME type names {0}, and the file holds {1}: browsers do not verify it, they only choose their decoder by it.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The player's MIME type writes “{0}” with capital letters, which not every browser takes.",
    ),
    QT_TRANSLATE_NOOP("Core", "The playlist lists more segments than any real one."),
    QT_TRANSLATE_NOOP("Core", "The playlist lists more variants than any real one."),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" has a value that is not allowed in gop.seconds.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" has a value that is not allowed in the whole.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" has a value that is not allowed in {1}.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" has an unknown option: {1} in the whole.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" has an unknown option: {1} in {2}.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" has an unknown option: {1}.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" lacks the field {1}.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}" makes neither video nor audio.'),
    QT_TRANSLATE_NOOP(
        "Core",
        'The preset "{0}" must give the keyframe distance in seconds or in frames, not both.',
    ),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}": {1} does not go into {2} for MSE.'),
    QT_TRANSLATE_NOOP("Core", 'The preset "{0}": {1} does not make {2}.'),
    QT_TRANSLATE_NOOP("Core", "The preset could not be saved."),
    QT_TRANSLATE_NOOP("Core", "The preset file {0} cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The preset has a value that is not allowed in the whole."),
    QT_TRANSLATE_NOOP("Core", "The preset has a value that is not allowed in {0}."),
    QT_TRANSLATE_NOOP("Core", "The preset has an unknown option: {0} in the whole."),
    QT_TRANSLATE_NOOP("Core", "The preset has an unknown option: {0} in {1}."),
    QT_TRANSLATE_NOOP("Core", "The preset has an unknown option: {0}."),
    QT_TRANSLATE_NOOP("Core", 'The preset has the key "{0}" twice.'),
    QT_TRANSLATE_NOOP("Core", "The preset holds {0}, which is not a number."),
    QT_TRANSLATE_NOOP("Core", "The preset is larger than 1 MB."),
    QT_TRANSLATE_NOOP("Core", "The preset is nested too deeply."),
    QT_TRANSLATE_NOOP("Core", "The preset is not valid JSON."),
    QT_TRANSLATE_NOOP("Core", "The preset lacks the field {0}."),
    QT_TRANSLATE_NOOP("Core", "The preset was made by a newer version of this program."),
    QT_TRANSLATE_NOOP("Core", "The preview server has ended."),
    QT_TRANSLATE_NOOP("Core", "The program is closing."),
    QT_TRANSLATE_NOOP("Core", "The queue could not be exported."),
    QT_TRANSLATE_NOOP("Core", "The queue could not be opened."),
    QT_TRANSLATE_NOOP("Core", "The queue file was damaged."),
    QT_TRANSLATE_NOOP("Core", "The queue is in use by another MSE Studio."),
    QT_TRANSLATE_NOOP("Core", "The queue stopped before {0}, as you asked."),
    QT_TRANSLATE_NOOP(
        "Core", "The queue will not survive closing: another MSE Studio works on the saved one."
    ),
    QT_TRANSLATE_NOOP("Core", "The queue will not survive closing: another program uses its file."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The queue will not survive closing: it was made by a newer version of this program, and stays as it is.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The queue will not survive closing: its file cannot be used."),
    QT_TRANSLATE_NOOP("Core", "The queue will not survive closing: its file cannot be written."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The queue will not survive closing: its file is damaged and cannot be written anew.",
    ),
    QT_TRANSLATE_NOOP("Core", "The recording or the copy was cut off."),
    QT_TRANSLATE_NOOP("Core", "The recording or the copy was cut off; try to get the whole file."),
    QT_TRANSLATE_NOOP("Core", "The recording was removed while it was written."),
    QT_TRANSLATE_NOOP("Core", "The repair was cancelled; nothing was written."),
    QT_TRANSLATE_NOOP("Core", "The repaired file did not become as long as planned."),
    QT_TRANSLATE_NOOP(
        "Core", "The repaired file does not hold the very same frames, so it was thrown away."
    ),
    QT_TRANSLATE_NOOP("Core", "The repaired file would overwrite its own source."),
    QT_TRANSLATE_NOOP("Core", "The result has a sound track that was not planned."),
    QT_TRANSLATE_NOOP("Core", "The result has a video track that was not planned."),
    QT_TRANSLATE_NOOP("Core", "The result has no index (Cues), so players cannot seek in it."),
    QT_TRANSLATE_NOOP(
        "Core", "The result has no media segments, so it cannot be played through MSE."
    ),
    QT_TRANSLATE_NOOP("Core", "The result holds {0}, which was not asked for."),
    QT_TRANSLATE_NOOP("Core", "The result is complete, but it could not be named {0}."),
    QT_TRANSLATE_NOOP("Core", "The result is cut off at its end."),
    QT_TRANSLATE_NOOP("Core", "The result would not play: {0}"),
    QT_TRANSLATE_NOOP("Core", "The result would overwrite its own source."),
    QT_TRANSLATE_NOOP("Core", "The result would overwrite the source of another job."),
    QT_TRANSLATE_NOOP("Core", "The room has no address."),
    QT_TRANSLATE_NOOP("Core", "The room is closed."),
    QT_TRANSLATE_NOOP("Core", "The rungs do not fit together: {0}"),
    QT_TRANSLATE_NOOP("Core", "The runs of a track stand in another order than their data."),
    QT_TRANSLATE_NOOP(
        "Core", "The runs of track {0} in one fragment are not in the order of their decode times."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The runs of track {0} stand in another order than their data, which Chromium refuses.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The same header stands once more between two fragments, which is allowed."
    ),
    QT_TRANSLATE_NOOP("Core", "The sampling rate of track {0} is not possible."),
    QT_TRANSLATE_NOOP("Core", "The second cluster stands behind the third."),
    QT_TRANSLATE_NOOP(
        "Core", "The second run of a track fragment does not say where its data begin."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The second track’s data of a fragment are counted from the end of the first one’s."
    ),
    QT_TRANSLATE_NOOP("Core", "The segment at {0} s does not begin with a keyframe."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The segment index (sidx) does not fit the fragments: players that seek by it read wrong bytes.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The segment of “{0}” at {1} s has {2} frames and not {3}, as in “{4}”."
    ),
    QT_TRANSLATE_NOOP("Core", "The segment of “{0}” at {1} s lasts {2} and not {3}, as in “{4}”."),
    QT_TRANSLATE_NOOP(
        "Core", "The segments of “{0}” and “{1}” begin at different times, first at {2} s."
    ),
    QT_TRANSLATE_NOOP("Core", "The segments of “{0}” are encrypted."),
    QT_TRANSLATE_NOOP("Core", "The settings could not be saved."),
    QT_TRANSLATE_NOOP("Core", "The size of the source's pictures is not known."),
    QT_TRANSLATE_NOOP("Core", "The sound ({0} channels) is mixed down to mono."),
    QT_TRANSLATE_NOOP("Core", "The sound ({0} channels) is mixed down to stereo."),
    QT_TRANSLATE_NOOP("Core", "The sound ({0} channels) is mixed down to {1} channels."),
    QT_TRANSLATE_NOOP("Core", "The sound begins at {0} s, the picture at {1} s."),
    QT_TRANSLATE_NOOP("Core", "The sound begins {0} ms late, the pictures do not."),
    QT_TRANSLATE_NOOP("Core", "The sound cannot be read."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The sound configuration of track {0} ({1}) is missing, or one that Chromium does not read.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The sound ends at {0} s of {1} s."),
    QT_TRANSLATE_NOOP("Core", "The sound ends at {0} s, the picture at {1} s."),
    QT_TRANSLATE_NOOP("Core", "The sound is described in two ways that differ."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The sound may be heard {0} ms late: no edit list takes away what its encoder puts before it.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The sound of track {0} claims {1} bits a sample; Chromium takes 8, 16, 24 or 32."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The sound of track {0} has frames of no length, several at one time: Chromium does not decode them (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The sound of track {0} has frames of no length, several at one time: Chromium does not decode them.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The sound of track {0} is described in two ways that differ (sample entry and {1}), which Chromium refuses.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The sound of track {0} is not packed as its track says ({1})."),
    QT_TRANSLATE_NOOP("Core", "The sound track calls itself AAC."),
    QT_TRANSLATE_NOOP("Core", "The sound track calls itself by another codec’s name."),
    QT_TRANSLATE_NOOP("Core", "The sound track is missing from the result."),
    QT_TRANSLATE_NOOP(
        "Core", "The sound's configuration is missing, or one that the engine does not read."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The sound's written duration reaches {0} ms into the next block: Chromium cuts that off, and sound runs ahead of the picture more and more.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The source cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The source has no picture."),
    QT_TRANSLATE_NOOP("Core", "The source has no picture; the result holds sound only."),
    QT_TRANSLATE_NOOP("Core", "The source has no sound track {0}."),
    QT_TRANSLATE_NOOP("Core", "The source has no sound; neither has the result."),
    QT_TRANSLATE_NOOP("Core", "The source has only sound, and this preset makes only pictures."),
    QT_TRANSLATE_NOOP("Core", "The source has {0} bits per colour; the result has 8."),
    QT_TRANSLATE_NOOP("Core", "The source has {0} lines; a rung of {1} would be larger."),
    QT_TRANSLATE_NOOP(
        "Core", "The source has {0} sound tracks; the default one (number {1}) is taken."
    ),
    QT_TRANSLATE_NOOP("Core", "The source has {0} video tracks; the default one is taken."),
    QT_TRANSLATE_NOOP("Core", "The source holds no picture or sound data that can be read."),
    QT_TRANSLATE_NOOP("Core", "The source holds nothing that this preset can use."),
    QT_TRANSLATE_NOOP(
        "Core", "The source is HDR ({0}); colours will look pale, tone mapping is missing."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The source is HDR ({0}); its colours are mapped to the normal range."
    ),
    QT_TRANSLATE_NOOP("Core", "The source is cut off; its last, incomplete frames are left out."),
    QT_TRANSLATE_NOOP("Core", "The source is interlaced; it is deinterlaced."),
    QT_TRANSLATE_NOOP("Core", "The source is too small for a ladder of different sizes."),
    QT_TRANSLATE_NOOP("Core", "The source is turned by {0}°; the result is upright."),
    QT_TRANSLATE_NOOP("Core", "The source may be damaged."),
    QT_TRANSLATE_NOOP("Core", "The source seems damaged at the end."),
    QT_TRANSLATE_NOOP("Core", "The source was not found."),
    QT_TRANSLATE_NOOP("Core", "The source's colours are {0}; the result's are 4:2:0."),
    QT_TRANSLATE_NOOP("Core", "The source's frame rate is not known; the result has {0}."),
    QT_TRANSLATE_NOOP("Core", "The source's frame rate varies; the result has a constant {0}."),
    QT_TRANSLATE_NOOP(
        "Core", "The source's pixels are not square; the picture is scaled to its shape."
    ),
    QT_TRANSLATE_NOOP("Core", "The stereo mode of track {0} is one that Chromium refuses."),
    QT_TRANSLATE_NOOP(
        "Core", "The stream began anew with other settings; the recording ends there."
    ),
    QT_TRANSLATE_NOOP("Core", "The stream has not begun yet."),
    QT_TRANSLATE_NOOP(
        "Core", "The stream is protected, and there is no key or no key system for it here."
    ),
    QT_TRANSLATE_NOOP("Core", "The stream's segments cannot be read."),
    QT_TRANSLATE_NOOP(
        "Core", "The system refused; your account may not be allowed to, or has no such program."
    ),
    QT_TRANSLATE_NOOP("Core", "The text is too long to be saved."),
    QT_TRANSLATE_NOOP(
        "Core", "The three headers of Vorbis are not in the CodecPrivate of track {0}."
    ),
    QT_TRANSLATE_NOOP("Core", "The times of the file's frames make no sense."),
    QT_TRANSLATE_NOOP(
        "Core", "The track does not say its sampling rate or channels, or says impossible ones."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The track's picture size, display unit or stereo mode is missing or not accepted."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The video begins {0} ms late: a player that starts at 0 waits there."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The video pauses for {0} ms before this segment, longer than one frame: playback can stop there (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The video pauses for {0} ms before this segment, longer than one frame: playback can stop there.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "The video track is missing from the result."),
    QT_TRANSLATE_NOOP(
        "Core", "The video track says that its frames are compressed by header stripping."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The video’s decode time steps by {0} ms here (first of {1} places)."
    ),
    QT_TRANSLATE_NOOP("Core", "The video’s decode time steps by {0} ms here."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The video’s decode time steps by {0} ms here: the fragment replaces what came before it (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The video’s decode time steps by {0} ms here: the fragment replaces what came before it.",
    ),
    QT_TRANSLATE_NOOP("Core", "The {0} is {1}; without re-encoding it must be {2}."),
    QT_TRANSLATE_NOOP("Core", "The {0} parameter sets are missing from the file's header."),
    QT_TRANSLATE_NOOP("Core", "The {0} “{1}” gives nothing any more."),
    QT_TRANSLATE_NOOP("Core", "The {0} “{1}” is not there, or cannot be opened."),
    QT_TRANSLATE_NOOP("Core", "The {0} “{1}” is used by another program."),
    QT_TRANSLATE_NOOP("Core", "The {0} “{1}” stopped."),
    QT_TRANSLATE_NOOP("Core", "There are no segments to append."),
    QT_TRANSLATE_NOOP("Core", "There are too many folders called “{0}”."),
    QT_TRANSLATE_NOOP("Core", "There are too many segments for one file."),
    QT_TRANSLATE_NOOP("Core", "There are: {0}."),
    QT_TRANSLATE_NOOP("Core", "There is a hole at {0} s."),
    QT_TRANSLATE_NOOP("Core", "There is a pause between two segments that is longer than a frame."),
    QT_TRANSLATE_NOOP("Core", "There is a stream “{0}” already."),
    QT_TRANSLATE_NOOP("Core", "There is a “{0}” already."),
    QT_TRANSLATE_NOOP("Core", "There is no WebM, MP4 or Matroska file in {0}."),
    QT_TRANSLATE_NOOP("Core", "There is no browser to open this in."),
    QT_TRANSLATE_NOOP("Core", "There is no chunk {0}: the chunks of this file are 0 to {1}."),
    QT_TRANSLATE_NOOP("Core", "There is no field {{{0}}} for names."),
    QT_TRANSLATE_NOOP("Core", "There is no file in this folder that could be played."),
    QT_TRANSLATE_NOOP("Core", "There is no file to keep."),
    QT_TRANSLATE_NOOP("Core", "There is no folder for “{0}”."),
    QT_TRANSLATE_NOOP("Core", "There is no frame in this range."),
    QT_TRANSLATE_NOOP("Core", "There is no microphone to take the sound from."),
    QT_TRANSLATE_NOOP("Core", "There is no permission to read {0}."),
    QT_TRANSLATE_NOOP("Core", "There is no permission to read “{0}”."),
    QT_TRANSLATE_NOOP("Core", "There is no permission to use {0}."),
    QT_TRANSLATE_NOOP("Core", "There is no permission to write to {0}."),
    QT_TRANSLATE_NOOP("Core", "There is no picture at this time."),
    QT_TRANSLATE_NOOP("Core", "There is no playlist in “{0}”."),
    QT_TRANSLATE_NOOP("Core", 'There is no preset "{0}".'),
    QT_TRANSLATE_NOOP("Core", "There is no repair called “{0}”."),
    QT_TRANSLATE_NOOP("Core", "There is no room for a repaired copy."),
    QT_TRANSLATE_NOOP("Core", 'There is no setting "{0}".'),
    QT_TRANSLATE_NOOP("Core", "There is no sound in this ladder."),
    QT_TRANSLATE_NOOP("Core", "There is no stream {0}."),
    QT_TRANSLATE_NOOP("Core", "There is no such command."),
    QT_TRANSLATE_NOOP("Core", "There is no such segment to show."),
    QT_TRANSLATE_NOOP("Core", "There is no such stream, or it has ended."),
    QT_TRANSLATE_NOOP("Core", "There is no target."),
    QT_TRANSLATE_NOOP("Core", "There is no video or audio file in {0}."),
    QT_TRANSLATE_NOOP("Core", "There is no {0} to take the picture from."),
    QT_TRANSLATE_NOOP(
        "Core", "There is not enough room on {0}: about {1} are needed, {2} are free."
    ),
    QT_TRANSLATE_NOOP("Core", "There is nothing to measure against."),
    QT_TRANSLATE_NOOP("Core", "There is nothing to package."),
    QT_TRANSLATE_NOOP("Core", "There is nothing to put into a bundle."),
    QT_TRANSLATE_NOOP("Core", "There is nothing to show at its start."),
    QT_TRANSLATE_NOOP("Core", "There is nothing to show there."),
    QT_TRANSLATE_NOOP(
        "Core", "There is nothing to split: the file does not have both picture and sound."
    ),
    QT_TRANSLATE_NOOP("Core", "These delivery conditions cannot be used."),
    QT_TRANSLATE_NOOP("Core", "This MP4 is in one piece, without segments."),
    QT_TRANSLATE_NOOP(
        "Core", "This MP4 is in one piece: players get the whole file, and no segments."
    ),
    QT_TRANSLATE_NOOP("Core", "This build of the engine has no {0}."),
    QT_TRANSLATE_NOOP(
        "Core", "This can come from this machine being too busy; check it once more."
    ),
    QT_TRANSLATE_NOOP("Core", "This cannot be measured."),
    QT_TRANSLATE_NOOP(
        "Core", "This cluster holds no block of track {0}: playback that begins here lacks it."
    ),
    QT_TRANSLATE_NOOP("Core", "This does not look like a video or audio file."),
    QT_TRANSLATE_NOOP("Core", "This engine cannot decode this format here."),
    QT_TRANSLATE_NOOP("Core", "This engine cannot decode what the rungs hold."),
    QT_TRANSLATE_NOOP("Core", "This engine cannot decode {0} and {1} here."),
    QT_TRANSLATE_NOOP("Core", "This engine cannot decode {0} here."),
    QT_TRANSLATE_NOOP(
        "Core", "This engine has no decoder for one of the codecs, or not for this profile or size."
    ),
    QT_TRANSLATE_NOOP("Core", "This engine takes no WebM with a track of subtitles (WebVTT)."),
    QT_TRANSLATE_NOOP("Core", "This engine was not asked."),
    QT_TRANSLATE_NOOP("Core", "This ffmpeg has no encoder {0} and no {1}."),
    QT_TRANSLATE_NOOP("Core", "This ffmpeg has no encoder {0}."),
    QT_TRANSLATE_NOOP("Core", "This ffmpeg lacks what the live stream needs."),
    QT_TRANSLATE_NOOP("Core", "This ffmpeg lacks what the preset needs."),
    QT_TRANSLATE_NOOP("Core", "This file cannot be converted for the preview."),
    QT_TRANSLATE_NOOP("Core", "This file has no chunks."),
    QT_TRANSLATE_NOOP("Core", "This file has nothing that can be converted for the preview."),
    QT_TRANSLATE_NOOP("Core", "This folder cannot be searched."),
    QT_TRANSLATE_NOOP("Core", "This fragment has no header (mfhd), which Chromium refuses."),
    QT_TRANSLATE_NOOP("Core", "This fragment holds no track at all."),
    QT_TRANSLATE_NOOP("Core", "This fragment holds no {0}."),
    QT_TRANSLATE_NOOP("Core", "This is a playlist or a format that is not accepted."),
    QT_TRANSLATE_NOOP("Core", "This is a playlist, not a media file."),
    QT_TRANSLATE_NOOP("Core", "This is no text that could be saved."),
    QT_TRANSLATE_NOOP("Core", "This is not a job."),
    QT_TRANSLATE_NOOP("Core", "This is not the address of a stream."),
    QT_TRANSLATE_NOOP("Core", "This is not understood."),
    QT_TRANSLATE_NOOP("Core", "This repair is for MP4 files."),
    QT_TRANSLATE_NOOP(
        "Core", "This result cannot be watched before it is done: it gets its index at the end."
    ),
    QT_TRANSLATE_NOOP("Core", "This segment is not there, or not any more."),
    QT_TRANSLATE_NOOP("Core", "This segment is too long to be shown."),
    QT_TRANSLATE_NOOP("Core", "This was made by a newer version of this program."),
    QT_TRANSLATE_NOOP("Core", "This “{0}” box belongs to no fragment; browsers skip it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This “{0}” box stands without its partner: a fragment is a moof followed by an mdat.",
    ),
    QT_TRANSLATE_NOOP("Core", "Time"),
    QT_TRANSLATE_NOOP("Core", "To the end"),
    QT_TRANSLATE_NOOP("Core", "Took"),
    QT_TRANSLATE_NOOP("Core", "Took the declared frame duration out of track {0}."),
    QT_TRANSLATE_NOOP("Core", "Took {0} blocks apart that packed several frames (lacing)."),
    QT_TRANSLATE_NOOP("Core", "Track number {0} is above 127, which Chromium refuses."),
    QT_TRANSLATE_NOOP("Core", "Track number {0} is given twice."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Track {0} (audio) is declared and holds nothing: Chromium waits for it and reports nothing as buffered.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Track {0} (no codec) has no codec name that a SourceBuffer could be given."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Track {0} (video) is declared and holds nothing: Chromium waits for it and reports nothing as buffered.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Track {0} ({1}) has no codec name that a SourceBuffer could be given."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Track {0} begins with an empty edit of {1} ms, which Firefox honours and Chromium does not: picture and sound drift apart in one of them.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Track {0} does not say its sampling rate, which Chromium refuses."),
    QT_TRANSLATE_NOOP("Core", "Track {0} has no fragment defaults (trex)."),
    QT_TRANSLATE_NOOP("Core", "Track {0} has no picture size that a browser accepts."),
    QT_TRANSLATE_NOOP(
        "Core", "Track {0} has several edits, of which browsers honour only the first."
    ),
    QT_TRANSLATE_NOOP("Core", "Track {0} has two different codec configurations."),
    QT_TRANSLATE_NOOP(
        "Core", "Track {0} is a further {1} track: browsers play only the first of a kind."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Track {0} is compressed once more by its container (ContentEncodings), which browsers do not undo.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Track {0} is encrypted: it plays only with its key and a player that asks for it."
    ),
    QT_TRANSLATE_NOOP("Core", "Track {0} is encrypted: without a key nothing is played."),
    QT_TRANSLATE_NOOP("Core", "Track {0} is encrypted; its frames cannot be read."),
    QT_TRANSLATE_NOOP("Core", "Track {0} is of the kind “{1}”, which no browser plays in MP4."),
    QT_TRANSLATE_NOOP("Core", "Track {0} is {1}, which WebM does not hold."),
    QT_TRANSLATE_NOOP(
        "Core", "Track {0} lacks the box “{1}” (which may be empty): Firefox leaves the track out."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Track {0} packs several frames into one block (lacing), which Chromium refuses (first of {1} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Track {0} packs several frames into one block (lacing), which Chromium refuses."
    ),
    QT_TRANSLATE_NOOP("Core", "Track {0} says that it has no channels."),
    QT_TRANSLATE_NOOP("Core", "Track {0} says two different things about itself."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Track {0}, neither picture nor sound, has no fragment defaults (trex), which Chromium refuses.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Transcode at a constant frame rate; a player can seek over the hole."
    ),
    QT_TRANSLATE_NOOP("Core", "Transcode it at a constant frame rate."),
    QT_TRANSLATE_NOOP("Core", "Transcode it first."),
    QT_TRANSLATE_NOOP("Core", "Transcode it first; any video or sound file can be the source."),
    QT_TRANSLATE_NOOP("Core", "Transcode it from its source."),
    QT_TRANSLATE_NOOP("Core", "Transcode it to 4:2:0."),
    QT_TRANSLATE_NOOP("Core", "Transcode it to a codec that browsers know."),
    QT_TRANSLATE_NOOP("Core", "Transcode it with a keyframe every two seconds."),
    QT_TRANSLATE_NOOP("Core", "Transcode it with a preset first, for example mp4-h264-aac."),
    QT_TRANSLATE_NOOP("Core", "Transcode it with closed GOPs; copying cannot cure this."),
    QT_TRANSLATE_NOOP(
        "Core", "Transcode it with closed groups and a keyframe at each segment's beginning."
    ),
    QT_TRANSLATE_NOOP("Core", "Transcode it with keyframes at the segment boundaries."),
    QT_TRANSLATE_NOOP("Core", "Transcode it with the preset webm-vp9-opus."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Transcode it with the preset webm-vp9-opus; or with mp4-copy, which only repackages what MP4 can hold.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Transcode it, or remux it to fragmented MP4."),
    QT_TRANSLATE_NOOP("Core", "Transcode it."),
    QT_TRANSLATE_NOOP("Core", "Transcode it; times then begin at 0."),
    QT_TRANSLATE_NOOP(
        "Core", "Transcode the file instead; its codec or its times do not suit WebM."
    ),
    QT_TRANSLATE_NOOP("Core", "Try a longer file, with pictures and sound."),
    QT_TRANSLATE_NOOP("Core", "Try a longer file."),
    QT_TRANSLATE_NOOP("Core", "Try again once nothing writes to it."),
    QT_TRANSLATE_NOOP("Core", "Try again."),
    QT_TRANSLATE_NOOP("Core", "Try again; if it stays so, choose another ffmpeg in the settings."),
    QT_TRANSLATE_NOOP("Core", "Try another preset, or send us the details."),
    QT_TRANSLATE_NOOP("Core", "Try another preset; this should not happen, so please report it."),
    QT_TRANSLATE_NOOP("Core", "Try to get the whole file."),
    QT_TRANSLATE_NOOP("Core", "Two blocks of a cluster are swapped, so that a time steps back."),
    QT_TRANSLATE_NOOP("Core", "Two frames of sound are packed into one block."),
    QT_TRANSLATE_NOOP("Core", "Two pictures in the middle of a GOP are left out."),
    QT_TRANSLATE_NOOP(
        "Core", "Two rungs would come out with the same size: sides are even numbers."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Two tracks bear the same number, so their frames cannot be told apart."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Two tracks have the number {0}: browsers take the blocks for the first one's."
    ),
    QT_TRANSLATE_NOOP("Core", "Two tracks have the same number."),
    QT_TRANSLATE_NOOP("Core", "Update the program."),
    QT_TRANSLATE_NOOP("Core", "Use a copy without protection."),
    QT_TRANSLATE_NOOP("Core", "Use a shorter keyframe interval or a lower bit rate."),
    QT_TRANSLATE_NOOP("Core", "Use another folder."),
    QT_TRANSLATE_NOOP("Core", "Use the file it was made from."),
    QT_TRANSLATE_NOOP("Core", "Use the preset ."),
    QT_TRANSLATE_NOOP("Core", "Use the preset mp4-copy."),
    QT_TRANSLATE_NOOP("Core", "Use the preset mp4-h264-aac, which re-encodes."),
    QT_TRANSLATE_NOOP("Core", "Use the preset mp4-h264-aac."),
    QT_TRANSLATE_NOOP("Core", "Use the preset {0}, which re-encodes."),
    QT_TRANSLATE_NOOP("Core", "Use the preset {0}."),
    QT_TRANSLATE_NOOP("Core", "Use {{name}} for the source's name."),
    QT_TRANSLATE_NOOP("Core", "Use “segments” mode, or one SourceBuffer for each track."),
    QT_TRANSLATE_NOOP("Core", "Use “video/…” as soon as there is a picture."),
    QT_TRANSLATE_NOOP("Core", "VP9 in one pass adds no keyframes at scene cuts."),
    QT_TRANSLATE_NOOP("Core", "Verdict"),
    QT_TRANSLATE_NOOP("Core", "Video stream codec … doesn't match SourceBuffer codecs."),
    QT_TRANSLATE_NOOP("Core", "Void and Tags elements stand between two clusters."),
    QT_TRANSLATE_NOOP("Core", "Wait for play() before pausing or changing the source."),
    QT_TRANSLATE_NOOP(
        "Core", "Wait until the copy or the recording has finished, then add the file again."
    ),
    QT_TRANSLATE_NOOP("Core", "Wait, or cancel it."),
    QT_TRANSLATE_NOOP("Core", "Waiting: {0}."),
    QT_TRANSLATE_NOOP("Core", "Waits"),
    QT_TRANSLATE_NOOP(
        "Core", "Watch it when the job is done, or choose a preset that makes WebM or fragments."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "WebKitGTK decodes H.264 and AAC with GStreamer's plug-ins: install them."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "WebKitGTK is here but has no display: install Xvfb, a display out of sight."
    ),
    QT_TRANSLATE_NOOP("Core", "WebKitGTK takes no MP3 in MP4."),
    QT_TRANSLATE_NOOP("Core", "What did not work"),
    QT_TRANSLATE_NOOP("Core", "What each engine says of itself when a page asks it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "What each engine says of itself when a page asks it. Only a file that was played proves anything.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "What helps"),
    QT_TRANSLATE_NOOP("Core", "What stands here is no MP4 box; nothing after it can be played."),
    QT_TRANSLATE_NOOP(
        "Core", "What stands here is no WebM element; nothing after it can be played."
    ),
    QT_TRANSLATE_NOOP("Core", "What the job writes cannot be converted."),
    QT_TRANSLATE_NOOP("Core", "What the job writes cannot be read."),
    QT_TRANSLATE_NOOP(
        "Core",
        "What was appended does not begin with a WebM header (EBML, Segment, Info, Tracks), or something foreign stands between its clusters.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "What was appended first does not begin with a keyframe."),
    QT_TRANSLATE_NOOP("Core", "What was appended is no MP4, or it is damaged."),
    QT_TRANSLATE_NOOP("Core", "What was encoded cannot be streamed."),
    QT_TRANSLATE_NOOP("Core", "What was recorded will not play everywhere."),
    QT_TRANSLATE_NOOP("Core", "What was said"),
    QT_TRANSLATE_NOOP("Core", "What “{0}” lists as “{1}” is no stream for a browser."),
    QT_TRANSLATE_NOOP(
        "Core",
        "When the init segment comes once more The init segment was not tried in mid-stream.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "When the init segment comes once more before segment {0} ({1} s), it is refused: {2}",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "When the init segment comes once more before segment {0} ({1} s), no frame is decoded.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "When the init segment comes once more before segment {0} ({1} s), playing stops at {2} s.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "When the type is set once more before segment {0} ({1} s), it is refused: {2}"
    ),
    QT_TRANSLATE_NOOP(
        "Core", "When the type is set once more before segment {0} ({1} s), no frame is decoded."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "When the type is set once more before segment {0} ({1} s), playing stops at {2} s."
    ),
    QT_TRANSLATE_NOOP("Core", "Where"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Where the container has a keyframe, the data hold no picture that decoding can begin with (first of {0} places).",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Where the container has a keyframe, the data hold no picture that decoding can begin with.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "Whether this engine decodes {0} was never measured."),
    QT_TRANSLATE_NOOP("Core", "Write {0}, for example."),
    QT_TRANSLATE_NOOP("Core", "Write {{{{ for a brace itself."),
    QT_TRANSLATE_NOOP("Core", "Wrote an index for seeking."),
    QT_TRANSLATE_NOOP("Core", "Wrote picture and sound into files of their own."),
    QT_TRANSLATE_NOOP("Core", "Wrote the duration into the header."),
    QT_TRANSLATE_NOOP("Core", "Wrote the headers of {0} blocks anew."),
    QT_TRANSLATE_NOOP("Core", "Xvfb could not be started."),
    QT_TRANSLATE_NOOP("Core", "Xvfb did not start."),
    QT_TRANSLATE_NOOP("Core", "Your quota on this disk is used up."),
    QT_TRANSLATE_NOOP(
        "Core",
        "a fragment per keyframe; one exact edit list; offsets relative to each fragment, as MSE demands",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "a keyframe at each scene cut"),
    QT_TRANSLATE_NOOP("Core", "a sample rate that the encoder and every browser take"),
    QT_TRANSLATE_NOOP("Core", "all segments appended"),
    QT_TRANSLATE_NOOP("Core", "and %1 more"),
    QT_TRANSLATE_NOOP("Core", "as set"),
    QT_TRANSLATE_NOOP("Core", "asked in another way: no"),
    QT_TRANSLATE_NOOP("Core", "asked in another way: yes"),
    QT_TRANSLATE_NOOP("Core", "at least this many frames between keyframes"),
    QT_TRANSLATE_NOOP("Core", "at most this many frames from keyframe to keyframe"),
    QT_TRANSLATE_NOOP("Core", "before segment {0} ({1} s), no frame is decoded."),
    QT_TRANSLATE_NOOP("Core", "before segment {0} ({1} s), playing stops at {2} s."),
    QT_TRANSLATE_NOOP("Core", "below g: keyframes also at cuts"),
    QT_TRANSLATE_NOOP("Core", "browsers mix more channels badly or not at all"),
    QT_TRANSLATE_NOOP("Core", "byte %1"),
    QT_TRANSLATE_NOOP("Core", "cannot begin there"),
    QT_TRANSLATE_NOOP("Core", "cannot decode it"),
    QT_TRANSLATE_NOOP("Core", "cannot decode it here"),
    QT_TRANSLATE_NOOP("Core", "ceiling of the bit rate; without one VP8's crf means 256 kbit/s"),
    QT_TRANSLATE_NOOP("Core", "change of type"),
    QT_TRANSLATE_NOOP("Core", "chapters would add a text track"),
    QT_TRANSLATE_NOOP("Core", "checked in %1"),
    QT_TRANSLATE_NOOP(
        "Core", "closed GOPs: an open one breaks Chromium when playback enters there"
    ),
    QT_TRANSLATE_NOOP("Core", "constant quality"),
    QT_TRANSLATE_NOOP("Core", "could not be read"),
    QT_TRANSLATE_NOOP("Core", "does not mind"),
    QT_TRANSLATE_NOOP("Core", "done"),
    QT_TRANSLATE_NOOP("Core", "end"),
    QT_TRANSLATE_NOOP("Core", "entry points"),
    QT_TRANSLATE_NOOP("Core", "equal to g: a fixed rhythm, no extra keyframes"),
    QT_TRANSLATE_NOOP("Core", "every frame"),
    QT_TRANSLATE_NOOP("Core", "every frame time is a whole tick"),
    QT_TRANSLATE_NOOP("Core", "failed"),
    QT_TRANSLATE_NOOP("Core", "ffmpeg could not be started."),
    QT_TRANSLATE_NOOP(
        "Core", "ffmpeg could not be started: the system allows no more processes or open files."
    ),
    QT_TRANSLATE_NOOP("Core", "ffmpeg could not measure these files."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg crashed (signal {0})."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg ended before it was done."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg failed (status {0})."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg has not been found yet."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg made no progress any more and was stopped."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg reported success but the result cannot be read."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg reported success but wrote nothing."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg was not found at {0}."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg was not found."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg was stopped by the system, probably out of memory."),
    QT_TRANSLATE_NOOP("Core", "ffmpeg's figures cannot be read."),
    QT_TRANSLATE_NOOP("Core", "fills gaps and begins at 0, where the picture begins"),
    QT_TRANSLATE_NOOP("Core", "fragments of this length, in µs"),
    QT_TRANSLATE_NOOP("Core", "frames at an even pace: Chromium drops a GOP after a gap"),
    QT_TRANSLATE_NOOP("Core", "from the preset"),
    QT_TRANSLATE_NOOP("Core", "init segment"),
    QT_TRANSLATE_NOOP("Core", "left out"),
    QT_TRANSLATE_NOOP("Core", "libvpx has no minimum keyframe interval; the rhythm stays fixed."),
    QT_TRANSLATE_NOOP("Core", "libvpx keeps no minimum keyframe interval when scene cuts are on."),
    QT_TRANSLATE_NOOP("Core", "loses frames"),
    QT_TRANSLATE_NOOP("Core", "makes {0}"),
    QT_TRANSLATE_NOOP("Core", "metadata"),
    QT_TRANSLATE_NOOP("Core", "never starts"),
    QT_TRANSLATE_NOOP("Core", "no"),
    QT_TRANSLATE_NOOP("Core", "no answer"),
    QT_TRANSLATE_NOOP("Core", "no ceiling: quality alone decides"),
    QT_TRANSLATE_NOOP("Core", "no extra keyframes at scene cuts"),
    QT_TRANSLATE_NOOP("Core", "no picture"),
    QT_TRANSLATE_NOOP("Core", "no report"),
    QT_TRANSLATE_NOOP("Core", "no sound"),
    QT_TRANSLATE_NOOP("Core", "no, stops at %1 s"),
    QT_TRANSLATE_NOOP("Core", "none"),
    QT_TRANSLATE_NOOP("Core", "none at normal speed"),
    QT_TRANSLATE_NOOP("Core", "none lost"),
    QT_TRANSLATE_NOOP("Core", "none of %1 tried"),
    QT_TRANSLATE_NOOP("Core", "not asked"),
    QT_TRANSLATE_NOOP("Core", "not played"),
    QT_TRANSLATE_NOOP("Core", "not tested"),
    QT_TRANSLATE_NOOP("Core", "nothing"),
    QT_TRANSLATE_NOOP("Core", "observed"),
    QT_TRANSLATE_NOOP(
        "Core", "one exact edit list; offsets relative to each fragment, as MSE demands"
    ),
    QT_TRANSLATE_NOOP(
        "Core", "one thread: several VP8 threads wait busily for each other and are slower"
    ),
    QT_TRANSLATE_NOOP("Core", "only {0} of {1} frames are decoded."),
    QT_TRANSLATE_NOOP("Core", "passed"),
    QT_TRANSLATE_NOOP("Core", "pictures {0} and {1} pixels wide are seen, not {2} and {3}."),
    QT_TRANSLATE_NOOP("Core", "pixels are square from here on"),
    QT_TRANSLATE_NOOP(
        "Core", "play() was called and the element was paused or loaded anew before it could begin."
    ),
    QT_TRANSLATE_NOOP("Core", "played"),
    QT_TRANSLATE_NOOP("Core", "played once more, slowly"),
    QT_TRANSLATE_NOOP("Core", "played through"),
    QT_TRANSLATE_NOOP("Core", "played, with remarks"),
    QT_TRANSLATE_NOOP("Core", "playing stops at {0} s."),
    QT_TRANSLATE_NOOP("Core", "plays from the start, not from every entry point"),
    QT_TRANSLATE_NOOP("Core", "plays picture and sound apart"),
    QT_TRANSLATE_NOOP("Core", "plays, from every entry point"),
    QT_TRANSLATE_NOOP("Core", "predicted"),
    QT_TRANSLATE_NOOP("Core", "predicted from a model"),
    QT_TRANSLATE_NOOP("Core", "predicted from its source, never measured"),
    QT_TRANSLATE_NOOP("Core", "refuses it"),
    QT_TRANSLATE_NOOP("Core", "refuses the file"),
    QT_TRANSLATE_NOOP("Core", "repeated init segment"),
    QT_TRANSLATE_NOOP("Core", "says no"),
    QT_TRANSLATE_NOOP("Core", "says yes"),
    QT_TRANSLATE_NOOP("Core", "seeks"),
    QT_TRANSLATE_NOOP("Core", "should play"),
    QT_TRANSLATE_NOOP("Core", "source open"),
    QT_TRANSLATE_NOOP("Core", "stops before the end"),
    QT_TRANSLATE_NOOP("Core", "stops there"),
    QT_TRANSLATE_NOOP("Core", "takes it, and plays nothing"),
    QT_TRANSLATE_NOOP("Core", "the buffer has a gap there."),
    QT_TRANSLATE_NOOP("Core", "the exact frame rate, as a fraction"),
    QT_TRANSLATE_NOOP("Core", "the part file's name does not tell the format"),
    QT_TRANSLATE_NOOP("Core", "the pictures stay as they are"),
    QT_TRANSLATE_NOOP("Core", "the preset limits the size"),
    QT_TRANSLATE_NOOP("Core", "the rhythm is fixed"),
    QT_TRANSLATE_NOOP("Core", "the sound stays as it is"),
    QT_TRANSLATE_NOOP("Core", "the source has full-range colours, which VP8 cannot say"),
    QT_TRANSLATE_NOOP("Core", "the source is HDR ({0}); 8-bit players expect BT.709"),
    QT_TRANSLATE_NOOP("Core", "the source is RGB"),
    QT_TRANSLATE_NOOP("Core", "the source is interlaced; browsers show both fields at once"),
    QT_TRANSLATE_NOOP("Core", "the source's pixels are {0} as wide as high; browsers want squares"),
    QT_TRANSLATE_NOOP("Core", "the wanted mean bit rate"),
    QT_TRANSLATE_NOOP("Core", "tone mapping works on linear light"),
    QT_TRANSLATE_NOOP("Core", "true keyframes at an even distance"),
    QT_TRANSLATE_NOOP("Core", "type accepted"),
    QT_TRANSLATE_NOOP("Core", "waits at normal speed"),
    QT_TRANSLATE_NOOP("Core", "with remarks"),
    QT_TRANSLATE_NOOP("Core", "yes"),
    QT_TRANSLATE_NOOP("Core", "{0} (first of {1} places)"),
    QT_TRANSLATE_NOOP("Core", "{0} and {1} cannot decode it here."),
    QT_TRANSLATE_NOOP("Core", "{0} are on hold: it happened twice while they ran."),
    QT_TRANSLATE_NOOP("Core", "{0} bit/s per channel"),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} breaks the pair of Info and Tracks, which Chromium wants without anything between them.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "{0} can begin to play at segment {1} ({2} s)"),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} can begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} can begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise{4}.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} can begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} can begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise{4}.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be cut into segments without encoding it again."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be reached."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be read."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be run on this machine."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be written."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot begin to play at segment {1} ({2} s)"),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} cannot begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} cannot begin to play at segment {1} ({2} s), although {3} (as measured) was expected to do otherwise{4}.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} cannot begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} cannot begin to play at segment {1} ({2} s), although {3} (never measured) was expected to do otherwise{4}.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "{0} cannot decode it here."),
    QT_TRANSLATE_NOOP("Core", "{0} changed since it was added."),
    QT_TRANSLATE_NOOP("Core", "{0} changed while it was read; it may still be being written."),
    QT_TRANSLATE_NOOP("Core", "{0} could not be started."),
    QT_TRANSLATE_NOOP("Core", "{0} could not be started: there is no room for its profile."),
    QT_TRANSLATE_NOOP("Core", "{0} could not be written."),
    QT_TRANSLATE_NOOP("Core", "{0} disappeared while it was read."),
    QT_TRANSLATE_NOOP("Core", "{0} does not decode {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} does not go with {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} does not play this file, although {1} (as measured) {2}."),
    QT_TRANSLATE_NOOP("Core", "{0} does not play this file, although {1} (never measured) {2}."),
    QT_TRANSLATE_NOOP("Core", "{0} does not work."),
    QT_TRANSLATE_NOOP("Core", "{0} errors while reading; pictures may be damaged."),
    QT_TRANSLATE_NOOP("Core", "{0} exists already."),
    QT_TRANSLATE_NOOP("Core", "{0} frames are lost."),
    QT_TRANSLATE_NOOP(
        "Core", "{0} frames were decoded and not shown, because it played at {1} times speed."
    ),
    QT_TRANSLATE_NOOP("Core", "{0} has a value that is not allowed in description.{1}."),
    QT_TRANSLATE_NOOP("Core", "{0} has a value that is not allowed in name.{1}."),
    QT_TRANSLATE_NOOP("Core", "{0} has buffered {1}; for {2} (as measured) {3} was expected."),
    QT_TRANSLATE_NOOP("Core", "{0} has buffered {1}; for {2} (never measured) {3} was expected."),
    QT_TRANSLATE_NOOP("Core", "{0} has changed since it was read."),
    QT_TRANSLATE_NOOP("Core", "{0} has made no progress for {1} s."),
    QT_TRANSLATE_NOOP("Core", "{0} has no decoder of its own for H.265."),
    QT_TRANSLATE_NOOP("Core", "{0} has no name that a SourceBuffer could be given."),
    QT_TRANSLATE_NOOP("Core", "{0} has no picture that can be measured."),
    QT_TRANSLATE_NOOP("Core", "{0} holds more than {1} jobs."),
    QT_TRANSLATE_NOOP("Core", "{0} holds no picture or sound data that can be read."),
    QT_TRANSLATE_NOOP("Core", "{0} is a folder, not a file."),
    QT_TRANSLATE_NOOP("Core", "{0} is a folder."),
    QT_TRANSLATE_NOOP("Core", "{0} is being recorded already."),
    QT_TRANSLATE_NOOP("Core", "{0} is empty (0 bytes)."),
    QT_TRANSLATE_NOOP("Core", "{0} is not a folder."),
    QT_TRANSLATE_NOOP("Core", "{0} is not a program that can be run."),
    QT_TRANSLATE_NOOP("Core", "{0} is not a regular file."),
    QT_TRANSLATE_NOOP("Core", "{0} is not a text file."),
    QT_TRANSLATE_NOOP("Core", "{0} is not an exported queue."),
    QT_TRANSLATE_NOOP("Core", "{0} is not being recorded."),
    QT_TRANSLATE_NOOP("Core", "{0} is not ffmpeg."),
    QT_TRANSLATE_NOOP("Core", "{0} is on a read-only disk."),
    QT_TRANSLATE_NOOP("Core", "{0} is on hold: it happened twice while they ran."),
    QT_TRANSLATE_NOOP("Core", "{0} is still being written."),
    QT_TRANSLATE_NOOP("Core", "{0} is too large for a queue."),
    QT_TRANSLATE_NOOP("Core", "{0} is written into a folder already."),
    QT_TRANSLATE_NOOP("Core", "{0} jobs were left out, as they were done already."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} jobs were recovered, {1} of them from the copy of {2}; the old file is kept as {3}.",
    ),
    QT_TRANSLATE_NOOP("Core", "{0} jobs were recovered; the old file is kept as {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} lacks the field bit_rate."),
    QT_TRANSLATE_NOOP("Core", "{0} lacks the field crf."),
    QT_TRANSLATE_NOOP("Core", "{0} more changes failed."),
    QT_TRANSLATE_NOOP("Core", "{0} needs a bit rate ceiling: VP8 without one falls to 256 kbit/s."),
    QT_TRANSLATE_NOOP("Core", "{0} needs a display, and there is none here."),
    QT_TRANSLATE_NOOP("Core", "{0} ns (? ms, {1}/s)"),
    QT_TRANSLATE_NOOP("Core", "{0} ns ({1} ms)"),
    QT_TRANSLATE_NOOP("Core", "{0} ns ({1} ms, {2}/s)"),
    QT_TRANSLATE_NOOP("Core", "{0} of {1} changes between rungs were played."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of {1} clusters do not begin with a keyframe: Firefox drops their pictures up to the next one.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{0} of {1} clusters do not begin with a keyframe: playback cannot begin there."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of {1} fragments begin with an open GOP: pictures that follow may need what came before, and Chromium fails when playback begins there.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{0} of {1} fragments do not begin with a keyframe: playback cannot begin there."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{0} of {1} fragments do not begin with a keyframe: the first pictures are lost."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of {1} job was recovered, {2} of them from the copy of {3}; the old file is kept as {4}.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "{0} of {1} job was recovered; the old file is kept as {2}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of {1} jobs were recovered, {2} of them from the copy of {3}; the old file is kept as {4}.",  # noqa: E501
    ),
    QT_TRANSLATE_NOOP("Core", "{0} of {1} jobs were recovered; the old file is kept as {2}."),
    QT_TRANSLATE_NOOP("Core", "{0} plays this file to its end, although {1} (as measured) {2}."),
    QT_TRANSLATE_NOOP("Core", "{0} plays this file to its end, although {1} (never measured) {2}."),
    QT_TRANSLATE_NOOP("Core", "{0} s is shorter than one frame."),
    QT_TRANSLATE_NOOP("Core", "{0} s that the edit list hid are shown now."),
    QT_TRANSLATE_NOOP("Core", "{0} takes no H.264 of profile {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} takes no MP3 in MP4."),
    QT_TRANSLATE_NOOP("Core", "{0} takes no SourceBuffer of {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} was complete already."),
    QT_TRANSLATE_NOOP("Core", "{0} was interrupted and will begin anew."),
    QT_TRANSLATE_NOOP("Core", "{0} was not found."),
    QT_TRANSLATE_NOOP("Core", "{0} were complete already."),
    QT_TRANSLATE_NOOP("Core", "{0} were interrupted and will begin anew."),
    QT_TRANSLATE_NOOP("Core", "{0} will lose frames from here on."),
    QT_TRANSLATE_NOOP("Core", "{0} will not play this to its end."),
    QT_TRANSLATE_NOOP("Core", "{0} will not show the beginning when playing starts in the middle."),
    QT_TRANSLATE_NOOP("Core", "{0} x {1} becomes {2} x {3}: sides must be even."),
    QT_TRANSLATE_NOOP("Core", "{0} x {1} is larger than the limit (64 megapixels)."),
    QT_TRANSLATE_NOOP("Core", "{0} x {1} is no size for a live picture."),
    QT_TRANSLATE_NOOP("Core", "{{{0}:.20}} for its first 20 characters"),
    QT_TRANSLATE_NOOP("Core", "{{{0}:.2}} for two digits after the point"),
    QT_TRANSLATE_NOOP("Core", "{{{0}:03}} for three digits"),
    QT_TRANSLATE_NOOP("Core", "“{0}” came there in the meantime and is not replaced."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be broken in any such way."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be broken in this way."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be packaged without ffmpeg."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be played out."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be put into MP4 without encoding it again."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be read."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be the name of a stream."),
    QT_TRANSLATE_NOOP("Core", "“{0}” changed while it was repaired."),
    QT_TRANSLATE_NOOP("Core", "“{0}” could not be written."),
    QT_TRANSLATE_NOOP("Core", "“{0}” counts {1} ticks a second, “{2}” {3}."),
    QT_TRANSLATE_NOOP("Core", "“{0}” does not tell how many segments there are."),
    QT_TRANSLATE_NOOP("Core", "“{0}” holds nothing that could be streamed."),
    QT_TRANSLATE_NOOP(
        "Core", "“{0}” holds {1} and not {2}, as “{3}” does; a player would have to stop."
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” is a folder."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is cut off inside its header."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is empty (0 bytes)."),
    QT_TRANSLATE_NOOP(
        "Core", "“{0}” is in it as a repaired copy ({1}); the file itself stays as it is."
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” is larger than any playlist is."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is neither WebM nor MP4."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is neither an HLS playlist nor a DASH manifest."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is no microphone."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a DASH manifest."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a bit rate."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a device of this machine."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a playlist in UTF-8."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a rung."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not an HLS playlist."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not empty."),
    QT_TRANSLATE_NOOP(
        "Core", "“{0}” is not sound itself ({1}), so a broken variant of it would prove nothing."
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not there, or is not a file."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is there already and is not replaced."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is there already."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” lists MPEG-TS segments, which browsers do not take through Media Source Extensions.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” lists bytes of “{1}” that lie behind its end."),
    QT_TRANSLATE_NOOP("Core", "“{0}” lists neither picture nor sound."),
    QT_TRANSLATE_NOOP("Core", "“{0}” lists no segment of “{1}”."),
    QT_TRANSLATE_NOOP("Core", "“{0}” lists no segment."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” lists {1} segments, which browsers do not take through Media Source Extensions.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” lists “{1}”, which is empty (0 bytes)."),
    QT_TRANSLATE_NOOP("Core", "“{0}” lists “{1}”, which is not there."),
    QT_TRANSLATE_NOOP("Core", "“{0}” names no H.264 profile."),
    QT_TRANSLATE_NOOP("Core", "“{0}” names “{1}”, which is not a file beside it."),
    QT_TRANSLATE_NOOP("Core", "“{0}” names “{1}”, which lies outside its folder."),
    QT_TRANSLATE_NOOP("Core", "“{0}” takes a period from another manifest."),
    QT_TRANSLATE_NOOP("Core", "“{0}”, which “{1}” lists, cannot be read."),
)
