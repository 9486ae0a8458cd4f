import type { Problem } from "../lint/rule.ts";
import type { Call } from "../shell/calls.ts";

/** hadolint looks at the words of a command: behind `sudo`, `sh -c` and a path it does not see the program. */
export const asHadolint = (call: Call, hasIt = true): Pick<Problem, "as"> | undefined => (hasIt && isPlain(call) ? undefined : notHadolints);

const notHadolints = { as: { hadolint: false } } as const;

const isPlain = ({ command: { wrappers, program } }: Call): boolean =>
	wrappers.every((name) => seenThrough.has(name)) && program?.value?.includes("/") === false;

const seenThrough = new Set(["exec", "time", "command", "builtin"]);
