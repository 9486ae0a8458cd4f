import { stateBefore } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { userOf } from "../dockerfile/users.ts";
import type { ShellCommand } from "./shell-command.ts";

/**
 * What has to stand before a command that is added to the instruction, so that it may do what the given one may: nothing, or `sudo `. Undefined where the file
 * does not tell.
 */
export function rightsOf(file: Dockerfile, instruction: Instruction, { place }: ShellCommand): string | undefined {
	if (place.runBy !== undefined) return place.runBy === "other" ? undefined : `${place.runBy} `;
	// Where the file sets no user, the command has the rights that it needs, or the build fails already.
	const { user } = stateBefore(file, instruction);
	return !user || userOf(file, user)?.isRoot ? "" : undefined;
}
