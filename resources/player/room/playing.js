/** Playing, seeking, speed, sound: what concerns the element and not how it is fed. */

export class Playing {
  /**
   * @param {HTMLVideoElement} video
   * @param {import("./machine.js").Machine} machine
   * @param {() => void} announce called at every change
   */
  constructor(video, machine, announce) {
    this.video = video;
    this.machine = machine;
    /** @type {Record<string, (args: Record<string, any>) => unknown>} */
    this.operations = {
      play: () => video.play(),
      pause: () => video.pause(),
      seek: ({ time_s }) => { video.currentTime = time_s; },
    };
    for (const name of ["play", "pause", "seeking", "seeked", "timeupdate", "ended", "progress"]) {
      video.addEventListener(name, announce);
    }
  }

  /** The part of a `StageState` that this knows. */
  get state() {
    const { video } = this;
    return {
      time_s: video.currentTime,
      duration_s: Number.isFinite(video.duration) ? video.duration : null,
      paused: video.paused,
      ended: video.ended,
      seeking: video.seeking,
      rate: video.playbackRate,
      volume: video.volume,
      muted: video.muted,
      ready_state: video.readyState,
      loop: null,
      stalled: false,
      frames: 0,
      dropped: 0,
      width: video.videoWidth,
      height: video.videoHeight,
    };
  }
}
