import type { TraceKind } from "./trace.ts";

export const dotnet: TraceKind = {
	level: "error",
	starts: [
		{ pattern: /^Unhandled [Ee]xception[.:] /, follows: "none" },
		{ pattern: /^(?:[A-Z]\w*\.)+\w*Exception(?: \(0x[\dA-Fa-f]+\)| \(\d+\))?: /, follows: "any" },
		// What a program calls its own.
		{ pattern: /^(?:[A-Z]\w*\.)+\w*(?:Error|Fault|Failure): /, follows: "bad" },
	],
	continues: (line) => /^--- End of |^ClientConnectionId:|^Error Number:/.test(line),
};
export const dotnetCrash: TraceKind = {
	level: "fatal",
	starts: [{ pattern: /^(?:Process terminated\. |Fatal error\. |Stack overflow\.$)/, follows: "none" }],
	continues: (line) => /^Repeat \d+ times:|^-{8,}$/.test(line),
};
