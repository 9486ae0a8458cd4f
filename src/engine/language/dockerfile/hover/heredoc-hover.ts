import { copiesOf, placeOf } from "../../../dockerfile/copies.ts";
import { scriptOf } from "../../../dockerfile/instructions.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Heredoc, Instruction } from "../../../dockerfile/syntax.ts";
import { isPosixShell } from "../../../shell/effective-shell.ts";
import { scanShell } from "../../../shell/highlight/script.ts";
import { type Message, say } from "../../../text/message.ts";
import type { About } from "../../hover.ts";
import { code } from "../../markdown.ts";
import { shellOf } from "./shell-form.ts";

/** What becomes of a here document, at its name in the instruction and at the line that ends it: who reads it, and whether anything in it is replaced. */
export function heredocHover(file: Dockerfile, instruction: Instruction, offset: number): About | undefined {
	for (const heredoc of instruction.heredocs) {
		const range = [heredoc.opener, heredoc.terminator].find(({ start, end }) => start <= offset && offset <= end && end > start);
		if (range) return { range, about: describeHeredoc(file, instruction, heredoc) };
	}
	return undefined;
}

function describeHeredoc(file: Dockerfile, instruction: Instruction, heredoc: Heredoc): readonly Message[] {
	const chomp = heredoc.chomp ? [say`Tabs at the beginnings of its lines are taken off (\`<<-\`); blanks stay.`] : [];
	if (instruction.keyword !== "RUN") return [...describeFile(file, instruction, heredoc), ...chomp];
	return [...(scriptOf(instruction) === heredoc ? describeScript(file, instruction, heredoc) : describeInput(file, instruction, heredoc)), ...chomp];
}

function describeFile(file: Dockerfile, instruction: Instruction, heredoc: Heredoc): readonly Message[] {
	const copy = copiesOf(file).find((each) => each.instruction === instruction);
	const source = copy?.sources.find(({ word }) => word.start === heredoc.opener.start);
	const path = copy && source && placeOf(copy, source);
	const what = path === undefined ? say`A here document: its lines become a file.` : say`A here document: its lines become the file ${code(path)}.`;
	const how = heredoc.expand
		? say`Docker replaces variables in it; ${code(`<<"${heredoc.name}"`)} would leave them as they are.`
		: say`Its name is quoted, so nothing in it is replaced.`;
	return [what, how];
}

/** https://docs.docker.com/reference/dockerfile/#here-documents */
function describeScript(file: Dockerfile, instruction: Instruction, { content }: Heredoc): readonly Message[] {
	const interpreter = /^#!\s*(.*\S)/.exec(content)?.[1];
	if (interpreter !== undefined) return [say`A here document: a script of its own, run by ${code(interpreter)}. Docker replaces nothing in it.`];
	const shell = shellOf(file, instruction);
	const about = [say`A here document: a script, run by ${code(shell.join(" "))}. Its variables are the shell's, whether or not its name is quoted.`];
	const stops = shell.some((word) => /^-[a-z]*e/.test(word)) || /^\s*set\s+-\w*e/m.test(content);
	if (!stops && isPosixShell(file, instruction, stateBefore(file, instruction)))
		about.push(
			say`Where one of its commands fails, the next are run all the same, and the last decides whether the build goes on: \`set -e\` ends it at the first.`,
		);
	return about;
}

function describeInput(file: Dockerfile, instruction: Instruction, { opener, expand, name }: Heredoc): readonly Message[] {
	const { logical, logicalArgs, heredocs } = instruction;
	const opened = isPosixShell(file, instruction, stateBefore(file, instruction)) ? scanShell(logical.text, logicalArgs, () => undefined) : [];
	const command = opened.length === heredocs.length ? opened[heredocs.findIndex((each) => each.opener === opener)]?.command : undefined;
	const what = command === undefined ? say`A here document: the input of the command.` : say`A here document: the input of ${code(command)}.`;
	const how = expand
		? say`The shell replaces variables and commands (\`$(…)\`) in it first; ${code(`<<'${name}'`)} would leave them as they are.`
		: say`Its name is quoted, so nothing in it is replaced.`;
	return [what, how];
}
