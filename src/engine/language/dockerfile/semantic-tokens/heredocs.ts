import { scriptOf } from "../../../dockerfile/instructions.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Instruction } from "../../../dockerfile/syntax.ts";
import { startOf } from "../../../shell/commands.ts";
import { isPosixShell } from "../../../shell/effective-shell.ts";
import type { OpenedHeredoc } from "../../../shell/highlight/scan.ts";
import { scanHeredoc, scanShell } from "../../../shell/highlight/script.ts";
import type { Sink } from "./semantic-tokens.ts";

/** The bodies of the here documents, and the lines that end them. What is no script of a shell is left to the grammars of what it is, but for the variables in it. */
export function addBodies(sink: Sink, instruction: Instruction, opened: readonly OpenedHeredoc[]): void {
	const { file, add } = sink;
	const script = scriptOf(instruction);
	for (const [index, heredoc] of instruction.heredocs.entries()) {
		const { body, terminator } = heredoc;
		if (heredoc === script) {
			if (startOf(file, instruction) && isPosixShell(file, instruction, stateBefore(file, instruction))) scanShell(file.text, body, add);
		} else {
			const command = opened[index]?.name === heredoc.name ? opened[index]?.command : undefined;
			scanHeredoc(file.text, body, { command, expand: heredoc.expand }, instruction.keyword === "RUN" ? "shell" : "docker", add);
		}
		add("label", terminator.start, terminator.end);
	}
}
