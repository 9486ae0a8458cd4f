import { type Stage, stagesOf } from "../../dockerfile/stages.ts";
import { startOf } from "../../dockerfile/start.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { commandsOf } from "../../shell/commands.ts";
import { isPlainProgram } from "../../shell/plain-programs.ts";
import { isShell } from "../../shell/wrappers.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "cmd-lost-in-entrypoint",
	category: "correctness",
	severity: "warning",
	title: "`CMD` does not reach what `ENTRYPOINT` starts",
	why: [
		"An `ENTRYPOINT` in shell form ignores `CMD`, and an `ENTRYPOINT` in exec form gets a `CMD` in shell form as `/bin/sh -c …`, which few programs can do anything with.",
		"An `ENTRYPOINT` drops the `CMD` of the stage that its own begins with.",
		"Where both are exec forms, `CMD` holds the arguments that `docker run` may replace.",
	],
	fixes: {
		onRequest: "The words of the `CMD` are plain, and become an exec form.",
		never: "The `ENTRYPOINT` has to change, or only a shell knows what the words mean.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13
				ENTRYPOINT ["python"]
				CMD app.py --quiet
			`,
			good: dockerfile`
				FROM python:3.13
				ENTRYPOINT ["python"]
				CMD ["app.py", "--quiet"]
			`,
		},
	],

	needs: ["ENTRYPOINT"],
	check(file) {
		const problems: Problem[] = [];
		for (const stage of stagesOf(file)) {
			const { entrypoint, cmd } = startOf(file, stage);
			if (!entrypoint || isWindowsStage(file, stage)) continue;
			// What a stage inherits as a whole its parent is told.
			const isOwn = stage.instructions.includes(entrypoint) || (cmd && stage.instructions.includes(cmd));
			if (!isOwn) continue;
			const problem = cmd ? lost(file, entrypoint, cmd) : dropped(file, stage, entrypoint);
			if (problem) problems.push(problem);
		}
		return problems;
	},
});

function lost(file: Dockerfile, entrypoint: Instruction, cmd: Instruction): Problem | undefined {
	if (cmd.args.length === 0 || entrypoint.args.length === 0) return undefined;
	const related = [{ at: entrypoint.keywordRange, message: say`this is the entry point` }];
	if (!entrypoint.json) {
		// Its shell gets the words as $0, $1 …
		if (/\$(?:\{?[\d@*#])/.test(entrypoint.args[0]?.text ?? "")) return undefined;
		return { at: cmd.keywordRange, message: say`the \`ENTRYPOINT\` in shell form ignores this \`CMD\``, related };
	}
	// What begins as an array and is none is another problem.
	if (cmd.json || cmd.args[0]?.text.startsWith("[") || !takesWords(file, entrypoint)) return undefined;
	const words = cmd.argsRange;
	const text = file.text.slice(words.start, words.end);
	const isPlain = /^[\w@%+=:,./ -]+$/.test(text);
	const fix = {
		title: say`Use the exec form`,
		edits: [
			replace(
				words,
				`[${text
					.split(/ +/)
					.map((word) => JSON.stringify(word))
					.join(", ")}]`,
			),
		],
		safe: false,
	};
	return { at: words, message: say`the program of the \`ENTRYPOINT\` gets this \`CMD\` as \`/bin/sh -c …\``, related, ...(isPlain && { fix }) };
}

/** Whether the entry point's program takes its arguments for itself: scripts, and what starts other programs, go on with a shell as with any other. */
function takesWords(file: Dockerfile, entrypoint: Instruction): boolean {
	const commands = commandsOf(file, entrypoint);
	const [program, second] = entrypoint.args;
	if (!program || entrypoint.args.length > 2 || (commands[0]?.wrappers.length ?? 0) > 0) return false;
	const name = program.text.slice(program.text.lastIndexOf("/") + 1);
	if (isShell(name)) return !second || second.text === "-c";
	return isPlainProgram(program.text) && !starters.has(name) && !second;
}

/** Programs with which one starts others. */
const starters: ReadonlySet<string> = new Set("bundle npm npx pnpm yarn uv poetry make rake sleep supervisord tail".split(" "));

/** A CMD of arguments from below was meant for the ENTRYPOINT, too. */
function dropped(file: Dockerfile, stage: Stage, entrypoint: Instruction): Problem | undefined {
	const below = stage.parent && startOf(file, stage.parent);
	const cmd = below?.cmd;
	if (!below || !cmd?.json || !below.entrypoint?.json || !stage.instructions.includes(entrypoint)) return undefined;
	if (!cmd.args[0]?.text.startsWith("-")) return undefined;
	return {
		at: entrypoint.keywordRange,
		message: say`this \`ENTRYPOINT\` drops the \`CMD\` of the stage that it begins with`,
		related: [{ at: cmd.keywordRange, message: say`this one is dropped` }],
	};
}
