import { stageOf, stagesOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import type { Problem } from "../lint/rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";

/** hadolint looks at the words of a command: behind `sudo`, `sh -c` and a path it does not see the program. */
export const asHadolint = ({ command }: { readonly command: ShellCommand }, hasIt = true): Pick<Problem, "as"> | undefined =>
	hasIt && isPlain(command) ? undefined : notHadolints;

/** Many of its rules do not look at what ONBUILD puts off. */
export const unlessTrigger = ({ startLine }: Instruction): Pick<Problem, "as"> | undefined => (startLine === 0 ? notHadolints : undefined);

/** Whether the instruction's stage is the last, or some FROM begins with an image of the stage's name, or of its image's where it has none. */
export function isKeptForHadolint(file: Dockerfile, instruction: Instruction): boolean {
	const stages = stagesOf(file);
	const stage = stageOf(file, instruction);
	if (!stage || stage === stages.at(-1)) return true;
	const name = (stage.name ?? stage.image)?.text;
	return stages.some((each) => each.image?.text === name && (each !== stage || stage.name !== undefined));
}

export const notHadolints = { as: { hadolint: false } } as const;

/** Whether hadolint sees the program. */
export const isPlain = ({ wrappers, program, name = "", args }: ShellCommand): boolean =>
	wrappers.every((each) => seenThrough.has(each)) && program?.value?.includes("/") === false && (!name.startsWith("py") || isPlainModule(args));

/** `python -m pip install`, without options before the subcommand. */
const isPlainModule = (args: ShellCommand["args"]): boolean => args[args.findIndex(({ value }) => value === "-m") + 2]?.value?.startsWith("-") === false;

const seenThrough = new Set(["exec", "time", "command", "builtin"]);
