import { type Stage, stageOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { valueOf as valueInDockerfile } from "../dockerfile/variables.ts";
import { fact } from "../text/fact.ts";
import { commandsOf } from "./commands.ts";
import { type Expansion, patternsOf } from "./expansion.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";
import { valueOf } from "./values.ts";

/** A file that a build writes. The text is undefined where it comes from elsewhere. */
export type Write = {
	readonly path: string;
	readonly text: string | undefined;
	readonly stage: Stage | undefined;
	/** Where in the Dockerfile the command stands that does it. */
	readonly at: number;
};

/**
 * Finds the writes to files whose path the pattern fits: those that have happened when a command at an offset in an instruction runs, in its stage and those that
 * it begins with. One of the hints stands in every instruction that does such a thing: the others are not read.
 */
export function writesTo(path: RegExp, hints: readonly string[]): (file: Dockerfile, instruction: Instruction, offset: number) => readonly Write[] {
	const all = fact((file: Dockerfile): readonly Write[] =>
		hints.some((hint) => file.text.includes(hint))
			? file.instructions.flatMap((instruction) => (mentionsAny(instruction, hints) ? writesOf(file, instruction, path) : []))
			: none,
	);
	return (file, instruction, offset) => {
		const writes = all(file);
		if (writes.length === 0) return writes;
		const stages = new Set<Stage | undefined>();
		for (let stage = stageOf(file, instruction); stage; stage = stage.parent) stages.add(stage);
		return writes.filter((write) => write.at < offset && stages.has(write.stage));
	};
}

const mentionsAny = ({ logical, heredocs }: Instruction, hints: readonly string[]): boolean =>
	hints.some((hint) => logical.text.includes(hint) || heredocs.some(({ content }) => content.includes(hint)));

function writesOf(file: Dockerfile, instruction: Instruction, path: RegExp): readonly Write[] {
	if (instruction.keyword === "COPY" || instruction.keyword === "ADD") return copiesOf(file, instruction).filter((write) => path.test(write.path));
	if (instruction.keyword !== "RUN") return none;
	const commands = commandsOf(file, instruction);
	return commands.flatMap((command, index) => writesOfCommand(file, instruction, command, commands[index - 1], path));
}

function copiesOf(file: Dockerfile, instruction: Instruction): readonly Write[] {
	const { args, heredocs, range } = instruction;
	const destination = args.at(-1);
	if (!destination) return [];
	const folder = valueInDockerfile(file, instruction, destination) ?? destination.text;
	return args.slice(0, -1).flatMap(({ text: source }) => {
		const heredoc = heredocs.find(({ name }) => source.replace(/^\d*<<-?/, "").replace(/["']/g, "") === name);
		const text = heredoc?.content;
		const name = heredoc?.name ?? source.replace(/\/+$/, "").split("/").at(-1) ?? "";
		// Of a folder it is not known what is in it; a path below it stands for whatever it may bring.
		const paths = [folder, `${folder.replace(/\/+$/, "")}/${name}`, ...(isFolder(source) && !heredoc ? [`${folder.replace(/\/+$/, "")}/*`] : [])];
		return paths.map((path) => ({ path, text, stage: stageOf(file, instruction), at: range.start }));
	});
}

const isFolder = (source: string): boolean => source.endsWith("/") || !/[^/.][^/]*\.[^/]*$/.test(source);

function writesOfCommand(file: Dockerfile, instruction: Instruction, command: ShellCommand, before: ShellCommand | undefined, path: RegExp): readonly Write[] {
	const { redirects } = command;
	const targets = targetsOf(command);
	if (redirects.length === 0 && targets.length === 0) return none;
	const expansion: Expansion = {
		variable(variable) {
			const value = valueOf(file, instruction, command, variable);
			return value === undefined ? undefined : [value];
		},
		braces: true,
	};
	const pathsOf = (words: readonly ShellWord[]): readonly string[] => words.flatMap((word) => patternsOf(word, expansion)).filter((each) => path.test(each));
	const at = command.range.start;
	const stage = stageOf(file, instruction);
	const redirected = pathsOf(redirects.flatMap(({ operator, target }) => (/^(?:>|>>|>\||&>)$/.test(operator) ? [target] : [])));
	const written = redirected.map((each) => ({ path: each, text: printedBy(command), stage, at }));
	const fed = command.name === "tee" ? (command.inputs[0] ?? (command.joint === "|" && before ? printedBy(before) : undefined)) : undefined;
	return [...written, ...pathsOf(targets).map((each) => ({ path: each, text: fed, stage, at }))];
}

const none: readonly Write[] = [];

const noWords: readonly ShellWord[] = [];

/** The words that name files which the command itself writes. */
function targetsOf(command: ShellCommand): readonly ShellWord[] {
	const { name } = command;
	if (name !== "tee" && name !== "sed" && name !== "cp" && name !== "mv" && name !== "ln" && name !== "install") return noWords;
	const { args } = command;
	const words = args.filter(({ text }) => !text.startsWith("-"));
	if (name === "tee") return words;
	if (name === "sed") return args.some(({ text }) => /^-[a-zA-Z]*i|^--in-place/.test(text)) ? words.slice(1) : [];
	return words.slice(-1);
}

/** What a command prints, as far as it stands in the text. */
function printedBy({ name, args, inputs }: ShellCommand): string | undefined {
	if (name === "echo" || name === "printf") return args.every(({ value }) => value !== undefined) ? args.map(({ value }) => value).join(" ") : undefined;
	if (name === "cat" || name === "tee") return inputs[0];
	return name === ":" || name === "true" ? "" : undefined;
}
