/** Every module's words. */

import { WORDS as axis } from "./words/axis.js";
import { WORDS as banner } from "./words/banner.js";
import { WORDS as comparePanel } from "./words/compare-panel.js";
import { WORDS as deliveryPanel } from "./words/delivery-panel.js";
import { WORDS as explain } from "./words/explain.js";
import { WORDS as inspector } from "./words/inspector.js";
import { WORDS as librariesPanel } from "./words/libraries-panel.js";
import { WORDS as proxy } from "./words/proxy.js";
import { WORDS as segmentPanel } from "./words/segment-panel.js";
import { WORDS as transport } from "./words/transport.js";
import { WORDS as trouble } from "./words/trouble.js";

export const ALL_WORDS = [
  axis, banner, comparePanel, deliveryPanel, explain, inspector, librariesPanel, proxy, segmentPanel, transport,
  trouble,
];
