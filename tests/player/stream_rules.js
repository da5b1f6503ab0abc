/** Rules of the stream page's pure modules; run by test_stream_modules.py. */

import { equal, scenario } from "./tools.js";
import { MseError } from "./errors.js";
import { readManifest } from "./stream/mpd-text.js";
import { isMaster, readMaster, readMedia } from "./stream/hls-text.js";
import { catchUpRate, mustJump, overHole, startPiece } from "./stream/live-rules.js";
import { clockOf, isInit, startOf } from "./stream/media-time.js";
import { anchor, fittingRung, pieceFor, renewed } from "./stream/plan.js";
import { readSidx } from "./stream/sidx.js";
import { StreamFolder } from "./stream/stream-folder.js";
import { WORDS } from "./stream/words.js";

const refused = (work) => { try { work(); } catch (error) { return error.code; } return "taken"; };
const lines = (...all) => all.join("\n");
const bytes = (...all) => new Uint8Array(all.flat()).buffer;

function hls() {
  const master = lines("#EXTM3U", '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x",DEFAULT=YES,URI="s.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=900,AVERAGE-BANDWIDTH=800,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=640x360,AUDIO="a"', "v.m3u8");
  equal([isMaster(master), isMaster("#EXTM3U")], [true, false], "which list is the master");
  const { variants, sounds } = readMaster(master);
  equal(variants, [{ uri: "v.m3u8", rate_bps: 800, codecs: "avc1.64001f,mp4a.40.2", height: 360, audio: "a" }], "variant");
  equal(sounds.map((one) => one.uri), ["s.m3u8"], "sound");
  const media = readMedia(lines("#EXTM3U", "#EXT-X-TARGETDURATION:3", "#EXT-X-MEDIA-SEQUENCE:7", "#EXT-X-DISCONTINUITY-SEQUENCE:2",
    '#EXT-X-MAP:URI="f",BYTERANGE="90@0"', "#EXTINF:2.5,", "#EXT-X-BYTERANGE:10@90", "f", "#EXTINF:2,", "#EXT-X-BYTERANGE:20", "f",
    "#EXT-X-DISCONTINUITY", '#EXT-X-MAP:URI="g"', "#EXT-X-GAP", "#EXTINF:1,", "h", "#EXT-X-ENDLIST"));
  equal([media.target_s, media.ended], [3, true], "list");
  equal(media.entries.map((one) => [one.number, one.duration_s, one.run, one.missing, one.media.range, one.map.range]),
    [[7, 2.5, 2, false, [90, 10], [0, 90]], [8, 2, 2, false, [100, 20], [0, 90]], [9, 1, 3, true, null, null]], "entries");
  const bad = ["<html>", lines("#EXTM3U", "#EXTINF:-1,", "a"), lines("#EXTM3U", "#EXT-X-BYTERANGE:x@1", "a"),
    lines("#EXTM3U", '#EXT-X-KEY:METHOD=AES-128,URI="k"', "a")];
  equal(bad.map((text) => refused(() => readMedia(text))), ["list", "list", "list", "list"], "bad lists");
}

const TEMPLATE = `<SegmentTemplate timescale="1000" presentationTimeOffset="500" initialization="i-$RepresentationID$.mp4"
  media="s/$Number%03d$.m4s" startNumber="4"><SegmentTimeline><S t="500" d="2000" r="1"/><S d="1000"/></SegmentTimeline></SegmentTemplate>`;
const LIST = `<SegmentList timescale="10"><Initialization sourceURL="f" range="0-9"/><SegmentTimeline><S t="0" d="20"/></SegmentTimeline>
  <SegmentURL media="f" mediaRange="10-29"/></SegmentList>`;
const mpd = (body, type = "static") => `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="${type}" mediaPresentationDuration="PT1M5.5S">${body}</MPD>`;

function dash() {
  const found = readManifest(mpd(`<Period start="PT10S"><AdaptationSet contentType="video" mimeType="video/mp4">${TEMPLATE}
    <Representation id="a" bandwidth="9" codecs="vp09" height="90"/></AdaptationSet></Period>
    <Period start="PT20S"><AdaptationSet mimeType="audio/mp4"><Representation id="b" codecs="opus">${LIST}</Representation></AdaptationSet></Period>`));
  equal([found.live, found.duration_s, found.sets.map(({ kind }) => kind)], [false, 65.5, ["video", "audio"]], "manifest");
  const [first, second] = found.sets.map(({ representations: [one] }) => one);
  equal([first.mime, first.init.uri, first.offset_s], ['video/mp4; codecs="vp09"', "i-a.mp4", 9.5], "template");
  equal(first.entries.map((one) => [one.uri, one.start_s, one.duration_s]),
    [["s/004.m4s", 10, 2], ["s/005.m4s", 12, 2], ["s/006.m4s", 14, 1]], "time line");
  equal([second.init, second.entries[0].range, second.entries[0].start_s], [{ uri: "f", range: [0, 10] }, [10, 20], 20], "list");
  const endless = mpd(`<Period><AdaptationSet mimeType="a/b">${TEMPLATE.replace('r="1"', 'r="99999999"')}<Representation id="c"/></AdaptationSet></Period>`);
  equal([mpd("").replace(/MPD/g, "X"), "<!DOCTYPE a>" + mpd(""), endless].map((text) => refused(() => readManifest(text))), ["list", "list", "list"], "bad manifests");
}

function times() {
  const u32 = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  const box = (name, ...body) => [...u32(8 + body.flat().length), ...[...name].map((c) => c.charCodeAt(0)), ...body.flat()];
  const zeros = (count) => Array(count).fill(0);
  const trak = box("trak", box("tkhd", zeros(12), u32(3), zeros(68)), box("mdia", box("mdhd", zeros(12), u32(1000), zeros(8))));
  const init = bytes(box("ftyp", zeros(8)), box("moov", trak));
  const media = bytes(box("styp", zeros(8)), box("moof", box("traf", box("tfhd", zeros(4), u32(3)), box("tfdt", [1, 0, 0, 0], zeros(4), u32(2500)))));
  equal([isInit(init), isInit(media), startOf(media, clockOf(init))], [true, false, 2.5], "MP4");
  equal(startOf(bytes(box("moof", zeros(4))), clockOf(init)), null, "no time in it");
  const webm = bytes([0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255,
    0x15, 0x49, 0xa9, 0x66, 0x87, 0x2a, 0xd7, 0xb1, 0x83, 0x1e, 0x84, 0x80]);
  const cluster = bytes([0x1f, 0x43, 0xb6, 0x75, 0x84, 0xe7, 0x82, 0x02, 0x58]);
  equal([isInit(webm), isInit(cluster), startOf(cluster, clockOf(webm))], [true, false, 1.2], "WebM, of 2 ms");
  const sidx = bytes(box("sidx", zeros(4), u32(1), u32(100), u32(50), u32(6), zeros(2), [0, 2], u32(70), u32(200), zeros(4), u32(80), u32(100), zeros(4)));
  equal(readSidx(sidx, 1000).map(({ start_s, duration_s, range }) => [start_s, duration_s, ...range]),
    [[0.5, 2, 1062, 70], [2.5, 1, 1132, 80]], "index");
}

function plans() {
  const piece = (number, start_s) => ({ number, start_s, duration_s: 2, run: 0 });
  const pieces = [piece(0, 0), piece(1, 2), piece(2, 4)];
  const at = (time, follows) => pieceFor(pieces, time, follows)?.number ?? null;
  equal([at(0), at(1.95), at(1.95, false), at(2, false), at(5.95, false), at(6, false)], [0, 1, 0, 1, 2, null], "the piece for a time");
  equal(renewed(pieces.slice(1), [piece(2, 0), piece(3, 2)]).map((one) => [one.number, one.start_s]), [[2, 4], [3, 6]], "a window that slides");
  const rung = { pieces: [piece(0, 0), piece(1, 2)] };
  anchor(rung, rung.pieces[1], 9, true);
  equal(rung.pieces.map((one) => one.start_s), [0, 9], "what comes is moved");
  anchor(rung, rung.pieces[0], 0.1, false);
  equal(rung.pieces.map((one) => one.start_s), [0, 9], "little is left as it is");
  const rungs = [{ rate_bps: 3e6 }, { rate_bps: 1e6 }];
  const fit = (...line) => fittingRung(rungs, ...line).rate_bps;
  equal([fit(null, 0), fit(4e6, 9), fit(4e6, 1), fit(1e5, 9)], [1e6, 3e6, 1e6, 1e6], "the rung that the line carries");
}

function near() {
  equal([mustJump(9, 1), mustJump(11, 1), mustJump(11, 4)], [false, true, false], "a jump");
  const rates = [[0.9, 1], [1.15, 0.92], [1.3, 0.92], [1.3, 1], [1.6, 1], [1.4, 1.05], [1.2, 1.05], [4, 1]];
  equal(rates.map(([lag, rate]) => catchUpRate(lag, 1, rate)), [0.92, 0.92, 1, 1, 1.05, 1.05, 1, 1.1], "catching up");
  equal([overHole([[0, 2], [3, 4]], 1.95, 9), overHole([[0, 2], [3, 4]], 1, 9), overHole([[0, 2], [3, 4]], 2, 1)], [3.001, null, null], "holes");
  equal(startPiece([0, 2, 4].map((start_s) => ({ start_s, duration_s: 2 })), 4), 1, "where to begin");
  equal(startPiece([{ start_s: 0, duration_s: 2 }], 4), -1, "too little");
}

function folders() {
  const folder = new StreamFolder(new URL("http://h:1/t/x/vod/a/"), "me");
  equal(folder.url("../s/1.m4s", new URL("http://h:1/t/x/vod/a/hls/m")).href, "http://h:1/t/x/vod/a/s/1.m4s?viewer=me", "inside");
  const out = ["../b/s", "//evil/", "http://h:2/t/x/vod/a/s", "%2e%2e/%2e%2e/live/b", "javascript:0", "data:,x", "http://", "/t/x/vod/ab"];
  equal(out.map((path) => refused(() => folder.url(path))), out.map(() => "outside"), "outside");
  equal(folder.socketUrl("socket").href, "ws://h:1/t/x/vod/a/socket?viewer=me", "socket");
}

function words() {
  const holes = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  const { en, ...others } = WORDS;
  const wrong = [];
  for (const [language, own] of Object.entries(others)) {
    for (const key of new Set([...Object.keys(en), ...Object.keys(own)])) {
      const same = en[key] === own[key] && !/^(way_|d_|s_)?(hls|dash)/.test(key);
      if (!en[key] || !own[key] || same || holes(en[key]) !== holes(own[key])) wrong.push(`${language} ${key}`);
    }
  }
  equal(wrong, [], "words");
}

await scenario(async () => {
  for (const part of [hls, dash, times, plans, near, folders, words]) part();
  return { done: true };
});
