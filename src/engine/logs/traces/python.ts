import type { TraceKind } from "./trace.ts";

/** Who it was, in a line before it. */
const intro = /^Exception in thread [^"]*:$|^Exception ignored (?:in|on|while)\b|^Process \S*Process-\d+\S*:$|^--- Logging error ---$/;
const name = /^[A-Za-z_][\w.]*(?::|$| \()/;
const chain = /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):/;
/** Below the last of the exceptions that a group has; a group in another ends further in. */
const groupEnd = /^ {4}\+-{20,}$/;
const start = /^(?:Exception Group )?Traceback \(most recent call last\):/;
/** What libraries write below the name of the exception. */
const below = /^\[(?:SQL|parameters|generated in)\b|^\(Background on this error at: |^(?:DETAIL|HINT|CONTEXT|LINE \d+): ?/;

export const python: TraceKind = {
	level: "error",
	starts: [
		{ pattern: intro, follows: "none", phase: "intro" },
		{ pattern: start, follows: "bad", phase: "frames" },
		{ pattern: /^\s*\+ Exception Group Traceback \(most recent call last\):/, follows: "bad", phase: "frames" },
		{ pattern: /^ {2}File "[^"]+", line \d+$/, follows: "bad", phase: "frames" },
	],
	continues(line, state) {
		if (chain.test(line)) {
			state.phase = "chain";
			return true;
		}
		if (line === "" || line.startsWith('> File "')) return true;
		if (start.test(line)) {
			const goesOn = state.phase === "chain" || state.phase === "intro";
			state.phase = "frames";
			return goesOn;
		}
		if (groupEnd.test(line)) state.phase = "ended";
		return state.phase === "ended" && below.test(line);
	},
	/** The name of the exception, in the first line that is not indented. */
	expects(line, state) {
		if (state.phase !== "frames" || /^\s|^$|^> File "/.test(line) || start.test(line)) return false;
		if (state.count < 2 || !name.test(line)) return false;
		// A library may put its frames in other words, and more lines below.
		state.phase = "ended";
		state.hasFrames = !/\bvalidation errors? for /.test(line);
		return true;
	},
};

export const pythonCrash: TraceKind = {
	level: "fatal",
	starts: [{ pattern: /^Fatal Python error: /, follows: "none" }],
	continues: (line) => line === "" || /^(?:Current t|T)hread 0x|^Python runtime state: |^Extension modules: /.test(line),
};
