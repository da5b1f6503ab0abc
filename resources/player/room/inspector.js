/** See `room.js`. */

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

export class Inspector {
  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
  }
}
