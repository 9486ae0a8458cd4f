import { proxyArguments } from "../../dockerfile/global-scope.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import type { ShellScript } from "../../lint/shellcheck.ts";
import { sourceOf, startOf } from "../../shell/commands.ts";
import { isArrayMeant } from "../../shell/meant-array.ts";
import { type Dialect, dialectOf, isCalledSh } from "../../shell/dialect.ts";

/** The scripts in shell form, those of here documents and triggers included, for which ShellCheck has a shell. */
export const shellScriptsOf = (file: Dockerfile): readonly ShellScript[] =>
	file.instructions.flatMap((instruction) => scriptIn(file, instruction.trigger ?? instruction) ?? []);

function scriptIn(file: Dockerfile, instruction: Instruction): ShellScript | undefined {
	const [source, start] = [sourceOf(file, instruction), startOf(file, instruction)];
	if (!source || !start || source.text.trim() === "") return undefined;
	// A rule of ours says what it is, and a shell would find one error after the other.
	if (isArrayMeant(file, instruction, source.text)) return undefined;
	const process = { parent: undefined, shell: start.shell };
	const dialect = dialectOf(file, instruction, process);
	const shell = dialect === undefined ? (isCalledSh(file, instruction, process) ? "sh" : undefined) : shells[dialect];
	if (shell === undefined) return undefined;
	return {
		shell,
		text: source.text,
		rangeOf: ({ start, end }) => ({ start: source.toDocument(start), end: end > start ? source.toDocument(end - 1) + 1 : source.toDocument(start) }),
		isSet: (name) => proxyArguments.includes(name) || scopeBefore(file, instruction).get(name) !== undefined,
	};
}

const shells: Readonly<Record<Dialect, ShellScript["shell"] | undefined>> = { bash: "bash", zsh: undefined, ksh: "ksh", dash: "dash", busybox: "busybox" };
