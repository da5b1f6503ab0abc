/** The picture in its right proportions. */

const SLACK = 0.01;

/**
 * @param {number} width of the room there is
 * @param {number} height
 * @param {number} aspect of the picture, width by height
 * @returns {[number, number]} the largest size that fits, in the same unit
 */
export function fitted(width, height, aspect) {
  return width / height > aspect ? [height * aspect, height] : [width, width / aspect];
}

/**
 * Engines know the pixels' shape from the file (WebM `DisplayWidth`, MP4 `pasp` and `tkhd`);
 * where one does not, the picture is drawn as the facts say.
 */
export class PictureFit {
  #aspect = 0;

  /** @param {HTMLVideoElement} video its style sheet says `object-fit: contain` */
  constructor(video) {
    this.video = video;
    for (const name of ["loadedmetadata", "resize"]) video.addEventListener(name, () => this.#correct());
    new ResizeObserver(() => this.#correct()).observe(video);
  }

  /** @param {number} width as it is meant to be seen, 0 when unknown @param {number} height */
  describe(width, height) {
    this.#aspect = width > 0 && height > 0 ? width / height : 0;
    this.#correct();
  }

  /** Size of the picture as it is meant to be seen, in pixels. */
  get size() {
    const { videoWidth: width, videoHeight: height } = this.video;
    return this.#isWrong ? { width: Math.round(height * this.#aspect), height } : { width, height };
  }

  get #isWrong() {
    const { videoWidth, videoHeight } = this.video;
    if (!this.#aspect || !videoWidth || !videoHeight) return false;
    return Math.abs(videoWidth / videoHeight / this.#aspect - 1) > SLACK;
  }

  #correct() {
    const { video } = this;
    video.style.transform = "";
    if (!this.#isWrong || !video.clientWidth || !video.clientHeight) return;
    const [seenWidth, seenHeight] = fitted(video.clientWidth, video.clientHeight, video.videoWidth / video.videoHeight);
    const [width, height] = fitted(video.clientWidth, video.clientHeight, this.#aspect);
    video.style.transform = `scale(${width / seenWidth}, ${height / seenHeight})`;
  }
}
