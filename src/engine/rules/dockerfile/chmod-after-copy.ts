import { baseName, type Copy, copiesOf, placeOf } from "../../dockerfile/copies.ts";
import { flagOf } from "../../dockerfile/instructions.ts";
import { hasArchiveName } from "../../dockerfile/sources.ts";
import { joinPaths, stateBefore } from "../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { removeCommand } from "../../shell/remove-command.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { insert } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "chmod-after-copy",
	peers: { tally: ["tally/prefer-copy-chmod"] },
	category: "size",
	severity: "info",
	title: "The mode of copied files is set by a `RUN` of its own",
	why: [
		"To change a file's mode is to store the file a second time, in the layer of the `RUN`.",
		"`COPY --chmod` sets the mode while copying: one layer less, and no second copy.",
	],
	fixes: {
		safely: "The mode is a number, and what is copied are files by their names.",
		onRequest: "The mode depends on what the files have, or a folder may be among them.",
		never: "Other modes are set for some of the files, or the `RUN` cannot be taken out.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY run.sh /usr/local/bin/
				RUN chmod 755 /usr/local/bin/run.sh
			`,
			good: dockerfile`
				FROM debian:12
				COPY --chmod=755 run.sh /usr/local/bin/
			`,
		},
	],

	needs: [
		["COPY", "chmod"],
		["ADD", "chmod"],
	],
	check(file) {
		let problems: Problem[] | undefined;
		for (const copy of copiesOf(file)) {
			const { instruction, stage } = copy;
			if (copy.path === undefined || flagOf(instruction, "chmod")) continue;
			const run = nextOf(stage?.instructions ?? [], instruction);
			if (run?.keyword !== "RUN" || run.flags.length > 0 || !run.logical.text.includes("chmod")) continue;
			const [command, second] = commandsOf(file, run);
			if (!command || second || command.name !== "chmod") continue;
			const change = changeOf(file, run, command);
			if (!change || !change.paths.every((path) => copy.sources.some((source) => placeOf(copy, source) === path))) continue;
			const fix = fixOf(file, copy, run, command, change);
			(problems ??= []).push({
				at: command.range,
				message: say`\`chmod\` stores \`${baseName(change.paths[0] ?? "")}\` a second time, where \`${instruction.keyword} --chmod\` does not`,
				...(fix && { fix }),
			});
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

type Change = { readonly mode: string; readonly paths: readonly string[] };

const nextOf = (instructions: readonly Instruction[], instruction: Instruction): Instruction | undefined => instructions[instructions.indexOf(instruction) + 1];

/** What is set for which files; undefined for folders with all that is in them, and where the words do not tell. */
function changeOf(file: Dockerfile, run: Instruction, { args, wrappers, redirects }: ShellCommand): Change | undefined {
	const [mode, ...files] = args.map(({ value }) => value);
	if (
		wrappers.length > 0 ||
		redirects.length > 0 ||
		mode === undefined ||
		files.length === 0 ||
		!/^(?:[0-7]{3,4}|[ugoa]*[+=-][rwxXst]+(?:,[ugoa]*[+=-][rwxXst]+)*)$/.test(mode)
	)
		return undefined;
	const { workdir } = stateBefore(file, run);
	const paths: string[] = [];
	for (const path of files) {
		const absolute = path === undefined ? undefined : joinPaths(workdir, path);
		if (absolute === undefined) return undefined;
		paths.push(absolute);
	}
	return { mode, paths };
}

function fixOf(file: Dockerfile, copy: Copy, run: Instruction, command: ShellCommand, { mode, paths }: Change): Fix | undefined {
	const { instruction, sources } = copy;
	const removal = removeCommand(file, run, command);
	const number = /^0?[0-7]{3}$/.test(mode) ? mode : /^(?:a|ugo)?\+x$/.test(mode) ? "755" : undefined;
	const isAll = sources.every((source) => paths.includes(placeOf(copy, source) ?? ""));
	if (!removal || number === undefined || !isAll) return undefined;
	const at = instruction.keywordRange.end;
	const safe =
		number === mode &&
		sources.every(({ value, kind }) => kind === "heredoc" || (kind === "file" && /[^/.][^/]*\.\w+$/.test(value ?? "") && !hasArchiveName(value ?? "")));
	return { title: say`Set the mode with \`--chmod\``, edits: [insert(at, ` --chmod=${number}`), removal], safe };
}
