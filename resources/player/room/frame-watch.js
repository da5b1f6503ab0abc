/** Counts the frames that were shown, where the engine tells of each. */

export class FrameWatch {
  #handle = 0;
  /** Frames told of; null where the engine tells of none. @type {number | null} */
  count = null;
  /** Of the latest frame. @type {{mediaTime: number, presentedFrames: number, width: number, height: number} | null} */
  last = null;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.video = video;
    if (!("requestVideoFrameCallback" in video)) return;
    this.count = 0;
    this.#next();
  }

  close() {
    if (this.count !== null) this.video.cancelVideoFrameCallback(this.#handle);
  }

  #next() {
    this.#handle = this.video.requestVideoFrameCallback((_, { mediaTime, presentedFrames, width, height }) => {
      this.count = (this.count ?? 0) + 1;
      this.last = { mediaTime, presentedFrames, width, height };
      this.#next();
    });
  }
}
