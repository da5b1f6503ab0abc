const base = new URL(".", location.href);
const values = await import(new URL("inspector-values.js", base));
const filters = await import(new URL("inspector-filter.js", base));
const { chunks } = await import(new URL("inspector-save.js", base));
const equal = (found, wanted, what) => {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: ${left} and not ${right}`);
};
equal(["1.5", " 2 ", "", "Infinity", "-Infinity", "abc", "1e3", "0x10"].map(values.sent),
  [1.5, 2, "", "Infinity", "-Infinity", "abc", 1000, 16], "what is sent");
equal([["init", -1], ["init", 1], ["0", -1], ["4", 1], ["x", 1]].map(([t, s]) => values.stepped(t, s, 5)),
  ["init", "0", "init", "4", "1"], "steps");
equal([[], [[0, 1]], [0, 1], [[0, 1, 2]], "x", [["a", "b"]]].map((v) => values.asRanges(v) !== null),
  [true, true, false, false, false, false], "ranges");
equal(["source-buffer-0", "source-buffer-12", "source-buffer-", "video"].map(values.bufferOf), [0, 12, null, null], "buffers");
const types = values.suggestedTypes('video/mp4; codecs="avc1.64001f, mp4a.40.2"');
equal(types.slice(0, 3), ['video/mp4; codecs="avc1.64001f, mp4a.40.2"', 'video/mp4; codecs="avc1.64001f"',
  'audio/mp4; codecs="mp4a.40.2"'], "suggestions");
equal(new Set(types).size, types.length, "none twice");
const record = { n: 3, at_ms: 1234.5678, kind: "call", target: "SourceBuffer 1", name: "remove", args: ["1", "2"], outcome: "exception", result: "TypeError: no", byHand: true };
equal([record, { ...record, kind: "set", args: ["3"] }, { ...record, kind: "event", args: [] }].map(filters.headline),
  ["remove(1, 2)", "remove = 3", "remove"], "headlines");
const every = new Set(filters.KINDS);
const lets = (change) => filters.passes({ kinds: every, target: "", text: "", ...change })(record);
equal([lets({}), lets({ text: "REMOVE type" }), lets({ text: "-type" }), lets({ text: "remove -abort" }), lets({ text: "-" }),
  lets({ target: "video" }), lets({ kinds: new Set(["call"]) }), lets({ kinds: new Set(["exception"]) })],
  [true, true, false, true, true, false, false, true], "filter");
equal(filters.asText([record]).split("\n")[1], "3\t1.235\tby hand\tSourceBuffer 1\tremove(1, 2)\t! TypeError: no", "text");
equal(JSON.parse(filters.asJson([record], { file: "x" })), { schema: 1, file: "x", records: [record] }, "json");
equal([chunks("", 3), chunks("abcdef", 3), chunks("ab\u{1f600}cd", 3), chunks("\u{1f600}\u{1f600}", 1).join("") === "\u{1f600}\u{1f600}"],
  [[""], ["abc", "def"], ["ab", "\u{1f600}c", "d"], true], "chunks");
return "all held";
