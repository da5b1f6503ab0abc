/** A media element with its MediaSource: fed by itself, or by hand. */

import { MsePlayer } from "../mse-player.js";
import { SegmentLoader } from "../segment-loader.js";
import { rangesOf } from "../timeline.js";

export class Machine {
  /** @type {MsePlayer | null} */
  #player = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {URL} media where the bytes are, ends in `/media/`
   * @param {EventTarget} events hears `log` and `snapshot`
   */
  constructor(video, media, events) {
    this.video = video;
    this.events = events;
    this.loader = new SegmentLoader(media);
    /** @type {Record<string, (args: Record<string, any>) => unknown>} */
    this.operations = {};
  }

  /** The part of a `StageState` that this knows. */
  get state() {
    const buffered = rangesOf(this.video.buffered);
    return {
      buffered,
      source_buffers: [{ label: "1", ranges: buffered }],
      segment: this.#player?.currentSegment ?? null,
      loading: null,
      automatic: true,
      error: this.#player?.error?.toReport() ?? null,
    };
  }

  /** Open the file and append as needed. @returns {Promise<void>} rejects with an MseError */
  async open() {
    const index = await this.loader.index();
    this.#player = new MsePlayer(this.video, this.loader, index, () => undefined);
    await this.#player.open();
  }
}
