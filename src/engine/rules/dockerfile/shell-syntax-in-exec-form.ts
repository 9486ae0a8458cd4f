import { instructionsAndTriggersOf } from "../../dockerfile/instructions.ts";
import { baseImageOf, rootOf, stageOf } from "../../dockerfile/stages.ts";
import { startOf } from "../../dockerfile/start.ts";
import type { Dockerfile, Instruction, Word } from "../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandWords } from "../../shell/commands.ts";
import { isBuiltin, type ShellSyntax, shellSyntaxIn } from "../../shell/exec-words.ts";
import { replace } from "../../text/text.ts";
import { type Message, say } from "../../text/message.ts";

export default dockerfileRule({
	id: "shell-syntax-in-exec-form",
	category: "correctness",
	severity: "warning",
	title: "An exec form has what only a shell understands",
	why: [
		"No shell runs an exec form: the program gets `$PORT`, `&&` or `*` as it stands, and a whole command in one string is looked for as a file of that name.",
		"The container then starts with a wrong argument, or does not start at all.",
	],
	fixes: {
		safely: "A `RUN` has its command in one string of plain words; as it is, the build fails.",
		onRequest: "The command is split into words, or handed to `sh -c`.",
		never: "The image has no shell, or it is not plain what the shell would make of the words.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM node:22
				CMD ["npm start"]
			`,
			good: dockerfile`
				FROM node:22
				CMD ["npm", "start"]
			`,
		},
		{
			bad: dockerfile`
				FROM eclipse-temurin:21
				ENTRYPOINT ["java", "$JAVA_OPTS", "-jar", "/app.jar"]
			`,
			good: dockerfile`
				FROM eclipse-temurin:21
				ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app.jar"]
			`,
		},
	],

	needs: ["CMD", "ENTRYPOINT", "RUN", "HEALTHCHECK"],
	check(file) {
		const problems: Problem[] = [];
		for (const keyword of ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]) {
			for (const instruction of instructionsAndTriggersOf(file, keyword)) {
				if (!instruction.json) continue;
				const stage = stageOf(file, instruction);
				const words = commandWords(instruction);
				const found = shellSyntaxIn(words.map(({ text }) => text));
				const word = found && words[found.index];
				// An ENTRYPOINT gets the words of a CMD, and may hand them to a shell.
				if (!word || !stage || isWindowsStage(file, stage) || (keyword === "CMD" && startOf(file, stage).entrypoint)) continue;
				const fix = toShell(file, instruction, words, found);
				problems.push({ at: word, message: told(found, word), ...(fix && { fix }) });
			}
		}
		return problems;
	},
});

function told({ kind }: ShellSyntax, { text }: Word): Message {
	switch (kind) {
		case "command":
			return say`there is no program of the name \`${text}\`: each word has to be a string of its own`;
		case "builtin":
			return say`\`${text}\` is no program but a part of the shell, which no exec form starts`;
		case "variable":
			return say`nothing replaces the variable in \`${text}\`, for no shell runs an exec form`;
		case "pattern":
			return say`nothing looks for the files of \`${text}\`, for no shell runs an exec form`;
		case "operator":
			return say`the program gets \`${text}\` as an argument, for no shell runs an exec form`;
	}
}

function toShell(file: Dockerfile, instruction: Instruction, words: readonly Word[], { kind }: ShellSyntax): Fix | undefined {
	const [first] = words;
	const last = words.at(-1);
	if (!first || !last || file.text.slice(first.start, last.end).includes("\n")) return undefined;
	if (kind === "command" && isPlain.test(first.text) && !isBuiltin(first.text.trim().split(/\s/)[0] ?? "")) {
		const split = first.text.trim().split(/\s+/);
		const edit = replace(first, split.map((each) => JSON.stringify(each)).join(", "));
		return { title: say`Make each word a string`, edits: [edit], safe: instruction.keyword === "RUN" && instruction.startLine > 0 };
	}
	const stage = stageOf(file, instruction);
	const base = stage && baseImageOf(file, rootOf(file, stage));
	// Each string may have been meant for a command of its own.
	if (kind === "command" && words.length > 1) return undefined;
	const isArgument = instruction.keyword === "ENTRYPOINT" && stage && startOf(file, stage).cmd;
	if (isArgument || base === "scratch" || base?.includes("distroless") || !words.every(({ text }) => canJoin.test(text))) return undefined;
	const line = words.map(({ text }) => text).join(" ");
	const isOne = kind === "variable" || kind === "pattern";
	const edit = replace({ start: first.start, end: last.end }, `"sh", "-c", ${JSON.stringify(isOne ? `exec ${line}` : line)}`);
	return { title: say`Run it by a shell`, edits: [edit], safe: false };
}

const isPlain = /^[\w@%+=:,./\- ]+$/;
const canJoin = /^(?:[\w@%+=:,./${}*[\]?-]+|&&|\|\|?|;|\d?>{1,2}&?\d?|<)(?: (?:[\w@%+=:,./${}*[\]?-]+|&&|\|\|?|;|\d?>{1,2}&?\d?|<))*$/;
