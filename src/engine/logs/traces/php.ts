import type { TraceKind } from "./trace.ts";

export const php: TraceKind = {
	level: "error",
	goesWithAny: true,
	starts: [{ pattern: /^(?:PHP )?(?:Stack trace|Call Stack):|^\[stacktrace\]$|^PHP +\d+\. /, follows: "any" }],
	continues: (line) => /^(?:PHP )?Stack trace:|^PHP +\d+\. |^Next [\w\\]+: |^#\d+ |^\[(?:previous exception|stacktrace)\]|^"\}|^$|^\(thrown in/.test(line),
};
