import type { Instruction } from "../dockerfile/syntax.ts";
import type { Problem } from "../lint/rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";

/** hadolint looks at the words of a command: behind `sudo`, `sh -c` and a path it does not see the program. */
export const asHadolint = ({ command }: { readonly command: ShellCommand }, hasIt = true): Pick<Problem, "as"> | undefined =>
	hasIt && isPlain(command) ? undefined : notHadolints;

/** Many of its rules do not look at what ONBUILD puts off. */
export const unlessTrigger = ({ startLine }: Instruction): Pick<Problem, "as"> | undefined => (startLine === 0 ? notHadolints : undefined);

export const notHadolints = { as: { hadolint: false } } as const;

/** Whether hadolint sees the program. */
export const isPlain = ({ wrappers, program }: ShellCommand): boolean =>
	wrappers.every((name) => seenThrough.has(name)) && program?.value?.includes("/") === false;

const seenThrough = new Set(["exec", "time", "command", "builtin"]);
