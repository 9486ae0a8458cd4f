import type { TraceKind } from "./trace.ts";

const parts =
	/^goroutine \d+ |^\[signal |^created by |^runtime(?: stack|\.|:)|^\.\.\.\S* ?(?:additional|\d+) frames? elided|^exit status \d+$|^(?:r[a-z\d]{1,5}|e[a-z]{2,5}|[cdefgs]s|pc|sp|lr|fault)\s+0x|^PC=0x|^(?:panic|fatal error): |^panic\(|^SIG[A-Z]+: |^signal arrived/;
const call = /^[\w./*()·\-[\]{}%~$<>@]+\([^)]*\)$|^[\w./%~-]+\.[\w.()*[\]·]+\(.*\)$/;

export const go: TraceKind = {
	level: "fatal",
	starts: [
		{
			pattern: /^panic: |^fatal error: |^runtime: goroutine stack exceeds|^unexpected fault address |^SIG(?:SEGV|QUIT|ABRT|BUS|FPE|ILL|TRAP): /,
			follows: "none",
		},
	],
	continues(line, state) {
		if (line === "") return true;
		if (line.startsWith("goroutine ")) state.phase = "frames";
		if (parts.test(line) || call.test(line)) return true;
		// A message of several lines.
		return state.phase === "" && state.count < 8;
	},
	expects: (line, state) => state.count < 12 && /^(?:panic|fatal error): /.test(line) && state.phase === "",
};

/** Stacks that a program prints of itself, as `debug.Stack()` has them. */
export const goStack: TraceKind = {
	level: "error",
	goesWithAny: true,
	starts: [{ pattern: /^goroutine \d+ \[/, follows: "any" }],
	continues: (line) => line === "" || parts.test(line) || call.test(line),
};

/** zap and pkg/errors: the name of a function, and its place below it. */
export const zapStack: TraceKind = {
	level: undefined,
	isAlone: false,
	starts: [{ pattern: /^(?:[\w.@-]+\/)*[a-z][\w-]*(?:\.(?:\(\*?\w+\)|[\w·[\]]+))+$/, follows: "bad" }],
	continues: (line) => /^(?:[\w.@-]+\/)*[a-z][\w-]*(?:\.(?:\(\*?\w+\)|[\w·[\]]+))+$/.test(line),
};

export const goRace: TraceKind = {
	level: "warn",
	starts: [{ pattern: /^={18}$/, follows: "none" }],
	continues(line, state) {
		if (state.phase === "end") return false;
		if (/^={18}$/.test(line)) state.phase = "end";
		return true;
	},
	expects: (line, state) => state.count === 1 && line.startsWith("WARNING: DATA RACE"),
};
