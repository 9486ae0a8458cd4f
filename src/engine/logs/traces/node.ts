import type { TraceKind } from "./trace.ts";

const after =
	/^[}\]][,)]?\s*\{?$|^Node\.js v\d|^Bun v\d|^Emitted '\w+' event |^Thrown at:|^Require stack:$|^- \S|^\[cause\]: |^From previous event:|^Caused by: |^ *\^+ *$|^\(Use `node |^\* /;
const place = /^(?:file:\/\/)?(?:\/|[A-Za-z]:\\|node:)\S*:\d+$/;

export const node: TraceKind = {
	level: "error",
	starts: [
		{ pattern: place, follows: "none", phase: "source" },
		{ pattern: /^(?:Uncaught )?(?:\[?[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?(?:: |$)/, follows: "bad" },
		{ pattern: /^error: Uncaught /, follows: "none" },
	],
	continues(line, state) {
		return line === "" || after.test(line) || (state.phase === "source" && state.count < 4);
	},
	/** Below the line of the program and a mark under it: the error. What a compiler has found is the message of one. */
	expects(line, state) {
		if (!state.hasFrames && state.count < 50 && /^[^\s(]{1,200}(?:\(\d+,\d+\):|:\d+:\d+ -) error TS\d+: /.test(line)) return true;
		if (state.phase !== "source" || line === "" || state.count < 2 || state.count > 8 || /^\s/.test(line)) return false;
		state.phase = "";
		return true;
	},
};

/** Bun prints the lines of the program with their numbers. */
export const bun: TraceKind = {
	level: "error",
	starts: [{ pattern: /^ *\d+ \| /, follows: "none", phase: "source" }],
	continues: (line) => line === "" || /^ *\d+ \| |^Bun v\d/.test(line),
	expects(line, state) {
		if (state.phase !== "source" || !/^(?:error|[A-Z]\w*Error)\b.*: /.test(line)) return false;
		state.phase = "";
		return true;
	},
};
