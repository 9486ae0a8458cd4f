import type { TraceKind } from "./trace.ts";

export const rust: TraceKind = {
	level: "error",
	starts: [{ pattern: /^thread '[^']*' (?:\(\d+\) )?panicked at /, follows: "none", phase: "message" }],
	continues: (line) => /^note: |^stack backtrace:|^\[\.\.\. omitted|^ *(?:left|right): /i.test(line),
	/** Since 1.73 the message stands in a line of its own. */
	expects(_line, state) {
		const isMessage = state.phase === "message" && state.count === 1;
		state.phase = "";
		return isMessage;
	},
};
