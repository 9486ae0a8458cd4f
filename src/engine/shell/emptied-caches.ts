import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, type Range, remove } from "../text/text.ts";
import type { Call } from "./calls.ts";
import { commandsOf } from "./commands.ts";
import { mayLieIn } from "./package-caches.ts";
import { removeCommand } from "./remove-command.ts";

/** What takes everything out of a mounted cache, and the edit that leaves it be, which is absent where the script does not allow that. */
export type Emptying = { readonly at: Range; readonly target: string; readonly edit: Edit | undefined };

/** The commands of a RUN that empty one of the mounted directories: the given calls, and each `rm` in there. */
export function emptyingOf(file: Dockerfile, run: Instruction, calls: readonly Call[], targets: readonly string[]): readonly Emptying[] {
	const [first] = targets;
	if (first === undefined) return [];
	const found: Emptying[] = calls.map(({ command, range }) => ({ at: range, target: first, edit: removeCommand(file, run, command) }));
	for (const command of commandsOf(file, run)) {
		if (command.name !== "rm" || command.exec) continue;
		const paths = command.args.filter(({ text }) => !text.startsWith("-"));
		const inMount = paths.flatMap((word) => {
			const target = targets.find((each) => word.text.startsWith("/") && mayLieIn(word.text, each));
			return target === undefined ? [] : [{ word, target }];
		});
		for (const { word, target } of inMount) {
			const before = command.args[command.args.indexOf(word) - 1] ?? command.program;
			const isAll = inMount.length === paths.length;
			// Of several that all go, the first takes the command along.
			if (isAll && word !== inMount[0]?.word) continue;
			const edit = isAll ? removeCommand(file, run, command) : before && remove({ start: before.end, end: word.end });
			found.push({ at: isAll ? command.range : word, target, edit });
		}
	}
	return found;
}
