import { type Copy, copiesOf } from "../../dockerfile/copies.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Files, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsOf, hasOption } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";
import { golang, type Manifests, node, php, python, ruby } from "../../shell/programs/manifests.ts";
import { insert, replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { contextPath } from "../build-context.ts";

export default dockerfileRule({
	id: "copy-before-dependencies",
	category: "cache",
	severity: "info",
	title: "Each change of a file installs all dependencies anew",
	why: [
		"Docker keeps what a step has made only while all that was copied before it stays the same, and the whole project never does.",
		"Copy the files that name the dependencies first, install, and copy the rest after that: then a build mostly begins behind the installation.",
	],
	fixes: {
		onRequest: "The `RUN` does nothing but install, and the files that it needs lie beside the Dockerfile.",
		never: "The `RUN` does more, or it is not known which files it needs.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				WORKDIR /app
				COPY . .
				RUN npm ci
				CMD ["node", "server.js"]
			`,
			good: dockerfile`
				FROM node:22
				WORKDIR /app
				COPY package.json package-lock.json ./
				RUN npm ci
				COPY . .
				CMD ["node", "server.js"]
			`,
			files: { "package.json": "{}\n", "package-lock.json": "{}\n", "server.js": "" },
		},
	],

	needs: ["npm", "yarn", "pnpm", "bun", "pip", "go", "bundle", "composer"],
	check(file, { files }) {
		const copies = copiesOf(file);
		if (!copies.some(takesAll)) return none;
		const problems: Problem[] = [];
		const judged = new Set<string>();
		for (const call of callsOf(file, "npm", "yarn", "pnpm", "bun", "pip", "go", "bundle", "composer")) {
			const { instruction: run, command } = call;
			const stage = stageOf(file, run);
			const manifests = ecosystems.find(({ programs }) => programs.includes(call.program));
			if (!stage || !manifests || run.startLine === 0 || !installs(call)) continue;
			// Only the first installation counts, wherever it is: a later one may well need the whole project.
			const key = `${stage.index} ${manifests.programs.join()}`;
			if (judged.has(key)) continue;
			judged.add(key);
			const before = copies.filter((copy) => copy.instruction.range.start < run.range.start && isBelow(file, run, copy));
			const whole = before.find((copy) => copy.stage === stage && takesAll(copy));
			if (!whole || before.some((copy) => names(copy, manifests)) || run.flags.length > 0 || command.place.branch) continue;
			const fix = fixOf(file, files, whole, run, manifests, before);
			problems.push({
				at: whole.instruction.range,
				message: say`each change of a file makes \`${call.program === "go" ? "go mod download" : `${call.program} ${call.subcommand}`.trim()}\` run anew, because all files are copied before it`,
				related: [{ at: call.range, message: say`dependencies are installed here` }],
				...(fix && { fix }),
			});
		}
		return problems;
	},
});

const none: readonly Problem[] = [];

const ecosystems: readonly Manifests[] = [node, python, golang, ruby, php];

const takesAll = ({ sources, isFromContext }: Copy): boolean =>
	isFromContext && sources.some(({ kind, value }) => kind === "file" && value !== undefined && contextPath(value) === ".");

/** Whether the call installs what the project's own files say, and needs nothing else of it. */
function installs(call: Call): boolean {
	const { program, subcommand, operands } = call;
	if (call.isOpen || hasOption(call, "-g", "--global", "--location")) return false;
	switch (program) {
		case "npm":
			return subcommand === "ci" || (/^(?:i|install)$/.test(subcommand) && operands.length === 0);
		case "yarn":
			return subcommand === "" ? !hasOption(call, "--version", "-v") : subcommand === "install";
		case "pnpm":
		case "bun":
			return /^(?:i|install)$/.test(subcommand) && operands.length === 0;
		case "pip":
			return (
				subcommand === "install" &&
				operands.length === 0 &&
				call.options.some(([name, value]) => (name === "-r" || name === "--requirement") && /^(?:\.\/)?requirements\.txt$/.test(value))
			);
		case "go":
			return subcommand === "mod" && operands[0] === "download";
		case "bundle":
		case "composer":
			return subcommand === "install";
		default:
			return false;
	}
}

function isBelow(file: Dockerfile, run: Instruction, { stage: copied }: Copy): boolean {
	for (let stage = stageOf(file, run); stage; stage = stage.parent) if (stage === copied) return true;
	return false;
}

/** Whether a COPY brings files that name dependencies, of the context or of anywhere else. */
const names = ({ sources, isFromContext }: Copy, { names: manifests }: Manifests): boolean =>
	!isFromContext || sources.some(({ value, word }) => manifests.some((name) => (value ?? word.text).includes(name.split(".")[0] ?? name)));

/** The manifests go before the RUN in place of the whole, and that behind it. */
function fixOf(
	file: Dockerfile,
	files: Files,
	whole: Copy,
	run: Instruction,
	{ names: manifests, programs }: Manifests,
	before: readonly Copy[],
): Fix | undefined {
	const { instruction, sources, target } = whole;
	const present = (files.list(".") ?? []).filter((name) => manifests.includes(name));
	const isAlone = commandsOf(file, run).every(({ name = "" }) => programs.includes(name.replace(/^pip3$/, "pip")));
	const isHere = whole.path !== undefined && whole.path === stateBefore(file, run).workdir;
	if (present.length === 0 || !isAlone || !isHere || sources.length > 1 || instruction.heredocs.length > 0 || before.at(-1) !== whole) return undefined;
	const { instructions = [] } = whole.stage ?? {};
	// What stands between may need the files.
	if (instructions.indexOf(run) !== instructions.indexOf(instruction) + 1) return undefined;
	const [source] = sources;
	if (!source || instruction.json || run.heredocs.length > 0) return undefined;
	const folder = whole.isFolder && target.text.endsWith("/") ? target.text : `${target.text}/`;
	const ordered = manifests.filter((name) => present.includes(name));
	const newline = file.text.includes("\r\n") ? "\r\n" : "\n";
	const text = file.text.slice(instruction.range.start, instruction.range.end);
	if (/[\r\n]/.test(text) || /["'$]/.test(target.text)) return undefined;
	return {
		title: say`Copy ${ordered.join(", ")} before, and the rest after it`,
		edits: [replace(source.word, ordered.join(" ")), replace(target, folder), insert(run.fullRange.end, `${newline}${text}`)],
		safe: false,
	};
}
