import { type Copy, copiesOf, isWithin } from "../../dockerfile/copies.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import type { Source } from "../../dockerfile/sources.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { joinPaths, stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsNamed, type NamedCommand } from "../../shell/named-commands.ts";
import { removeCommand } from "../../shell/remove-command.ts";
import { insert } from "../../text/text.ts";
import { say } from "../../text/message.ts";
import { everyStage } from "../every-stage.ts";

export default dockerfileRule({
	id: "recursive-chown-after-copy",
	category: "size",
	severity: "warning",
	title: "Copied files are stored a second time for their owner or mode",
	why: [
		"To change the owner or the mode of a file is to store all of it again, in the layer of the `RUN`: the copied files are in the image twice.",
		"`COPY --chown` and `COPY --chmod` set both while copying.",
	],
	options: { everyStage },
	fixes: {
		onRequest: "The files are copied right before, and nothing else is done with them; folders that were there already keep their owner then.",
		never: "Other commands stand between, or the files come from several places.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				RUN useradd web
				COPY src /app
				RUN chown -R web:web /app
			`,
			good: dockerfile`
				FROM python:3.13
				RUN useradd web
				COPY --chown=web:web src /app
			`,
		},
	],

	needs: [
		["COPY", "chown"],
		["COPY", "chmod"],
		["ADD", "chown"],
		["ADD", "chmod"],
	],
	check(file, { options: { everyStage } }) {
		let problems: Problem[] | undefined;
		let last: Instruction | undefined;
		for (const named of commandsNamed(file, "chown", "chmod")) {
			const { run, command } = named;
			// What one command has stored again, a second one in the same layer does not.
			if (run === last || command.conditional || (!everyStage && !isShipped(file, run))) continue;
			const folders = foldersOf(file, named);
			const copies =
				folders.length === 0
					? []
					: copiesBefore(file, run)
							.filter((copy) => copy.sources.some(mayBeFolder))
							.filter(({ path }) => path !== undefined && folders.some((folder) => isWithin(path, folder)));
			const [first] = copies;
			if (!first) continue;
			last = run;
			const fix = fixOf(file, named, copies, folders);
			(problems ??= []).push({
				at: command.range,
				message: say`\`${command.name ?? ""} -R\` stores what was copied to \`${first.path ?? ""}\` a second time`,
				related: [{ at: first.instruction.range, message: say`it is copied here` }],
				...(fix && { fix }),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

/** The folders all of whose files are changed. Behind a `cd`, a relative one is not known. */
function foldersOf(file: Dockerfile, { run, command, commands, index }: NamedCommand): readonly string[] {
	const { args } = command;
	if (!args.some(({ text }) => /^-[a-zA-Z]*R|^--recursive$/.test(text))) return [];
	const hasMoved = commands.slice(0, index).some(({ name }) => name === "cd" || name === "pushd");
	const { workdir } = stateBefore(file, run);
	const words = args.filter(({ text }) => !text.startsWith("-"));
	return words.slice(args.some(({ text }) => text.startsWith("--reference")) ? 0 : 1).flatMap(({ value, text }) => {
		const path = (value ?? (/^[^$`*?[{~]*\/\*$/.test(text) ? text : undefined))?.replace(/\/\*$/, "");
		if (path === undefined || path === "" || (hasMoved && !path.startsWith("/"))) return [];
		return joinPaths(workdir, path)?.replace(/(?<=.)\/+$/, "") ?? [];
	});
}

/** A single file is no great matter. */
const mayBeFolder = ({ kind, value, word }: Source): boolean =>
	(kind === "file" || kind === "unknown") && !/[^/.][^/]*\.\w+$|(?:^|\/)(?:\.\w+|[A-Z]\w*)$/.test(value ?? word.text);

/** What has been copied when the RUN comes, into its stage and into those that it begins with. */
function copiesBefore(file: Dockerfile, run: Instruction): readonly Copy[] {
	const found: Copy[] = [];
	for (const copy of copiesOf(file)) {
		if (copy.instruction.range.start > run.range.start) break;
		for (let stage = stageOf(file, run); stage; stage = stage.parent) if (copy.stage === stage) found.push(copy);
	}
	return found;
}

/** Where nothing but such copies stands before the RUN, and nothing but this command in it. */
function fixOf(file: Dockerfile, { run, command, commands }: NamedCommand, copies: readonly Copy[], folders: readonly string[]): Fix | undefined {
	const flag = command.name === "chown" ? "chown" : "chmod";
	const [option, value, folder, more] = command.args.map((word) => word.value);
	if (commands.length > 1 || option !== "-R" || value === undefined || folder === undefined || more !== undefined || command.wrappers.length > 0)
		return undefined;
	if (!(flag === "chown" ? /^[\w.-]+(?::[\w.-]+)?$/ : /^[0-7]{3,4}$/).test(value)) return undefined;
	const { instructions = [] } = stageOf(file, run) ?? {};
	const at = instructions.indexOf(run);
	const own = copies.filter(({ instruction }) => instructions.indexOf(instruction) >= at - copies.length && instructions.indexOf(instruction) >= 0);
	const removal = removeCommand(file, run, command);
	if (!removal || own.length !== copies.length || own.some(({ instruction, path }) => flagOf(instruction, flag) || !folders.includes(path ?? "")))
		return undefined;
	const edits = own.map(({ instruction }) => insert(instruction.keywordRange.end, ` --${flag}=${value}`));
	return { title: say`Set it with \`--${flag}\``, edits: [...edits, removal], safe: false };
}
