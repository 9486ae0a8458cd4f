import { dotnet, dotnetCrash } from "./dotnet.ts";
import { go, goRace, goStack, zapStack } from "./go.ts";
import { java, javaCrash, threadDump } from "./java.ts";
import { bun, node } from "./node.ts";
import { dart, elixir, lua, native, ocaml, ruby, sanitizer, spreadJson, zig } from "./others.ts";
import { php } from "./php.ts";
import { python, pythonCrash } from "./python.ts";
import { rust } from "./rust.ts";
import type { TraceKind } from "./trace.ts";

const kinds: readonly TraceKind[] = [
	...[python, java, threadDump, javaCrash, dart, pythonCrash, go, goStack, zapStack, goRace, node, bun, dotnet, dotnetCrash, php, rust],
	...[ruby, elixir, native, zig, sanitizer, lua, ocaml, spreadJson],
];

export type TraceStart = {
	readonly kind: TraceKind;
	readonly follows: "any" | "bad" | "none";
	readonly phase: string;
	readonly isAlone: boolean;
	readonly goesWithAny: boolean;
};

/** The trace that begins with this line, if one does. */
export function traceStart(line: string): TraceStart | undefined {
	// Longer ones are messages.
	const text = line.length > 2_000 ? line.slice(0, 2_000) : line;
	for (const kind of kinds) {
		for (const { pattern, follows, phase = "" } of kind.starts)
			if (pattern.test(text)) {
				return { kind, follows, phase, isAlone: kind.isAlone !== false, goesWithAny: kind.goesWithAny === true };
			}
	}
	return undefined;
}

/** Lines that stand in a trace and nowhere else, in whatever language. */
const frames: readonly RegExp[] = [
	// Java, Node, .NET, Rust.
	/^\s+at (?:\S|$)/,
	/^\s*\.{3} \d+ (?:more|common frames omitted|frames? )/,
	/^(?:Caused by|Suppressed|Wrapped by): |^Caused by:$/,
	/^ ---> |^ +--- End of /,
	/^\s+File "[^"]*", line \d+/,
	// Ruby.
	/^\s+from \S+:\d+:in |^\s*\S+\.(?:rb|erb|rake|ru|haml|slim):\d+:in [`']/,
	// PHP, Dart, sanitizers.
	/^\s*#\d+ +(?:\{main\}|0x[\da-f]+ in |\S.*(?:\(\d+\): |\[internal function\]: |\((?:package|file|dart):))/,
	// Go.
	/^\t\S+\.(?:go|s):\d+(?: |$)|^goroutine \d+ \[|^\S+\.go:\d+ \(0x[\da-f]+\)$/,
	// Dropwizard.
	/^! (?:[\w.$]+(?:Exception|Error|Throwable)\b|at |\.{3} \d+ |Caused by: |Suppressed: )/,
	// Elixir.
	/^\s+\(\S+ [\d.]+\S*\) \S+:\d+: /,
	// Lua, Perl, OCaml, Julia, Haskell.
	/^\s+\S+: in (?:function|main chunk|upvalue|local|method|field)|^stack traceback:$/,
	/^\s+\S.* called at \S+ line \d+/,
	/^Stacktrace:$|^CallStack \(from HasCallStack\):$|^Stack backtrace:$|^stack backtrace:$/,
];

/** What is known to be a frame belongs to what came before it. */
export const isFrame = (line: string): boolean => frames.some((frame) => frame.test(line.length > 2_000 ? line.slice(0, 2_000) : line));

/** A trace of which only frames were seen: what they belong to was printed as any other line. */
export const frameKind: TraceKind = { level: "error", starts: [], continues: (line) => isFrame(line) };
