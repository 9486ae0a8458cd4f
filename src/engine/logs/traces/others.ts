import type { TraceKind } from "./trace.ts";

export const ruby: TraceKind = {
	level: "error",
	starts: [
		{ pattern: /^\S+:\d+:in [`'].*': .*\(\w[\w:]*\)$/, follows: "none" },
		{ pattern: /^\S+\.rb:\d+: .*\((?:\w+::)*\w*Error\)$/, follows: "none" },
		{ pattern: /^[A-Z]\w*(?:::\w+)* \(.*\):$/, follows: "bad" },
	],
	continues: (line) => line === "" || /^ *\^[~^]*$|^\S+\.(?:rb|erb|rake|ru|haml|slim):\d+:in |^Causes:$|^Caused by:$/.test(line),
};

export const elixir: TraceKind = {
	level: "error",
	starts: [{ pattern: /^\*\* \((?:\w+\.)*\w+\) /, follows: "bad" }],
	continues: (line) => /^(?:Last message|State|Process Label|Function|Client|Start Call|Initial Call|Ancestors|\*\*)\b|^\*\* /.test(line),
};

/** C and C++: what the library says before it aborts. */
export const native: TraceKind = {
	level: "fatal",
	starts: [{ pattern: /^terminate called (?:after|without|recursively)/, follows: "none" }],
	continues: (line) => line.startsWith("Aborted"),
};

export const sanitizer: TraceKind = {
	level: "fatal",
	starts: [{ pattern: /^==\d+== ?ERROR: \w+Sanitizer: /, follows: "none" }],
	continues(line, state) {
		if (state.phase === "end") return false;
		if (/^==\d+== ?ABORTING$/.test(line)) state.phase = "end";
		return line === "" || /^==\d+==|^SUMMARY: |^(?:READ|WRITE) of size|^0x[\da-f]+ is |^(?:previously )?(?:freed|allocated) by|^Shadow |^=>/.test(line);
	},
};

export const zig: TraceKind = {
	level: "fatal",
	starts: [{ pattern: /^thread \d+ panic: /, follows: "none" }],
	continues: (line) => /^\S+\.zig:\d+:\d+: |^\?\?\?:/.test(line),
};

export const dart: TraceKind = {
	level: "error",
	starts: [{ pattern: /^Unhandled exception:$/, follows: "none", phase: "message" }],
	continues: () => false,
	expects(_line, state) {
		const isMessage = state.phase === "message";
		state.phase = "";
		return isMessage;
	},
};

export const lua: TraceKind = {
	level: "error",
	starts: [{ pattern: /^lua[\d.]*: \S+:\d+: /, follows: "none" }],
	continues: () => false,
};

export const ocaml: TraceKind = {
	level: "fatal",
	starts: [{ pattern: /^Fatal error: exception /, follows: "none" }],
	continues: (line) => /^(?:Raised|Called|Re-raised) /.test(line),
};

/** An object of JSON over several lines: what it says of its level is known at its end. */
export const spreadJson: TraceKind = {
	level: undefined,
	starts: [{ pattern: /^\{$/, follows: "none" }],
	continues(line, state) {
		if (state.phase === "end" || state.count > 500) return false;
		if (/^\},?$/.test(line)) state.phase = "end";
		return true;
	},
};
