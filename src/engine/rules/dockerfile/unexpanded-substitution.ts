import { pairsOf } from "../../dockerfile/instructions.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import { isRunByRoot, userOf } from "../../dockerfile/users.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "unexpanded-substitution",
	category: "correctness",
	severity: "warning",
	title: "Docker does not run `$(…)`, and `~` is no folder to it",
	why: [
		"Only the commands of `RUN`, `CMD` and `ENTRYPOINT` have a shell: elsewhere Docker replaces variables and nothing more.",
		"`ENV NOW=$(date)` stores the text `$(date)`, and `WORKDIR ~/app` makes a folder whose name is `~`.",
	],
	fixes: {
		onRequest: "The home directory of the user who is set there is known.",
		never: "What the command prints is known only when it runs.",
	},
	needs: ["$(", "`", "~"],
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				WORKDIR ~/app
			`,
			good: dockerfile`
				FROM debian:12
				WORKDIR /root/app
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				ARG BUILT=$(date)
				RUN echo "$BUILT" > /built
			`,
			good: dockerfile`
				FROM debian:12
				RUN date > /built
			`,
		},
	],

	check(file) {
		const problems: Problem[] = [];
		for (const instruction of file.instructions) {
			const { text } = instruction.logical;
			if (instruction.error || !(text.includes("$(") || text.includes("`") || text.includes("~"))) continue;
			switch (instruction.keyword) {
				case "ENV":
				case "ARG":
				case "LABEL":
					for (const { name, value } of pairsOf(instruction))
						if (value) for (const problem of inValue(file, instruction, name.text, value)) problems.push(problem);
					break;
				case "WORKDIR":
				case "VOLUME":
					for (const word of instruction.args) for (const problem of inPath(file, instruction, word)) problems.push(problem);
					break;
				case "COPY":
				case "ADD":
					for (const word of instruction.args.slice(-1)) for (const problem of inPath(file, instruction, word)) problems.push(problem);
			}
		}
		return problems;
	},
});

/** A command whose output is all of the value, or most of it; what a shell reads later is left alone. */
function* inValue(file: Dockerfile, instruction: Instruction, name: string, value: Word): Generator<Problem> {
	const isLabel = instruction.keyword === "LABEL";
	const command = substitutionIn(value.text, file.escape);
	if (
		command !== undefined &&
		!/PS1|PROMPT|CMD|COMMAND|SCRIPT|_OPTS|_ARGS|HOOK|ALIAS/i.test(name) &&
		!(isLabel && !/^"?(?:\$\([^()]*\)|`[^`]*`)"?$/.test(value.text))
	)
		yield { at: value, message: say`Docker stores \`${command}\` as it stands: no shell runs it here` };
	else if (instruction.keyword === "ENV" && /^"?~\//.test(value.text)) yield* inPath(file, instruction, value);
}

/** `$(…)`, or a pair of backticks, that no quote or escape keeps from a shell. */
function substitutionIn(text: string, escape: string): string | undefined {
	const bare = text.replace(/'[^']*'/g, (quoted) => (/^"/.test(text) ? quoted : ""));
	const found = /(?<![\\`])\$\((?!\()[^()]*\)/.exec(bare)?.[0] ?? (escape === "`" ? undefined : /(?<!\\)`[^`\\]+`/.exec(bare)?.[0]);
	return found?.startsWith("`") ? `$(${found.slice(1, -1)})` : found;
}

function* inPath(file: Dockerfile, instruction: Instruction, word: Word): Generator<Problem> {
	const stage = stageOf(file, instruction);
	const written = /^["']?(~[\w-]*)(?=\/|["']?$)/.exec(word.text);
	const command = substitutionIn(word.text, file.escape);
	if (command !== undefined) yield { at: word, message: say`Docker takes \`${command}\` as it stands: no shell runs it here` };
	if (!written?.[1] || (stage && isWindowsStage(file, stage))) return;
	const at = { start: word.start + written[0].length - written[1].length, end: word.start + written[0].length };
	const fix = file.text.slice(at.start, at.end) === "~" ? toHome(file, instruction, at) : undefined;
	yield { at, message: say`Docker takes \`${written[1]}\` for a name like any other, not for a home directory`, ...(fix && { fix }) };
}

function toHome(file: Dockerfile, instruction: Instruction, at: Problem["at"]): Fix | undefined {
	const { user } = stateBefore(file, instruction);
	const name = user ? userOf(file, user)?.text.split(":")[0] : undefined;
	const home = isRunByRoot(file, instruction) ? "/root" : name && /^[a-z_][\w-]*$/.test(name) ? `/home/${name}` : undefined;
	return home === undefined ? undefined : { title: say`Write ${home}`, edits: [replace(at, home)], safe: false };
}
