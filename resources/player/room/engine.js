/** The picture alone, played on behalf of a page elsewhere. */

import { Link } from "./link.js";
import { Stage } from "./stage.js";

const query = new URLSearchParams(location.search);
const base = new URL(`../../rooms/${query.get("room")}/`, location.href);
const stage = new Stage(/** @type {HTMLElement} */ (document.getElementById("picture")), new URL("media/", base));
const link = new Link(base, "engine");
link.addEventListener("open", () => void stage.machine.open().catch(() => undefined));
