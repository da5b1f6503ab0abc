/** See `room.js`. */

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./drawer.js").Drawer} Drawer */

export class Transport {
  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   * @param {Drawer} drawer
   */
  constructor(root, room, drawer) {
    this.drawer = drawer;
    this.root = root;
    this.room = room;
  }
}
