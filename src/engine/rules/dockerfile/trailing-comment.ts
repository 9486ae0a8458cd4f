import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { insert, type Range, remove } from "../../text/text.ts";

export default dockerfileRule({
	id: "trailing-comment",
	category: "correctness",
	severity: "warning",
	title: "A comment behind an instruction is part of it",
	why: [
		"A comment has a line of its own in a Dockerfile. Behind an instruction its words are arguments like any other: `WORKDIR /app # the app` makes a folder of that long name.",
		"An exec form with a comment behind it is none any more, so that a shell runs it.",
	],
	fixes: {
		safely: "Docker refuses the file as it is; the comment moves to a line above.",
		onRequest: "The comment moves to a line above, and the instruction does what it seems to.",
		never: "The instruction goes on behind the comment, or is wrong without it, too.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				WORKDIR /app # the application
			`,
			good: dockerfile`
				FROM debian:12
				# the application
				WORKDIR /app
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				CMD ["bash"] # for now
			`,
			good: dockerfile`
				FROM debian:12
				# for now
				CMD ["bash"]
			`,
		},
	],

	needs: [
		"FROM #",
		"EXPOSE #",
		"STOPSIGNAL #",
		"SHELL #",
		"ENV #",
		"LABEL #",
		"ARG #",
		"COPY #",
		"ADD #",
		"VOLUME #",
		"WORKDIR #",
		"USER #",
		"CMD #",
		"ENTRYPOINT #",
		"RUN #",
	],
	check(file) {
		const problems: Problem[] = [];
		for (const instruction of file.instructions) {
			const kind = kinds[instruction.keyword];
			if (kind === undefined || !instruction.logical.text.includes("#")) continue;
			const problem = problemOf(file, instruction, kind);
			if (problem) problems.push(problem);
		}
		return problems;
	},
});

/** `list`: Docker refuses a word that is not of the form it asks for. `line`: all of the line is one value. `exec`: only an exec form is not the shell's. */
type Kind = "refused" | "list" | "line" | "exec";
const kinds: Readonly<Record<string, Kind>> = {
	FROM: "refused",
	EXPOSE: "refused",
	STOPSIGNAL: "refused",
	SHELL: "refused",
	ENV: "list",
	LABEL: "list",
	ARG: "list",
	COPY: "list",
	ADD: "list",
	VOLUME: "list",
	WORKDIR: "line",
	USER: "line",
	CMD: "exec",
	ENTRYPOINT: "exec",
	RUN: "exec",
};

/** What is left without the comment has to be something that Docker takes. */
const pair = `[\\w.-]+=(?:"[^"]*"|'[^']*'|[^\\s"'])*`;
const pairs = new RegExp(`^${pair}(?:\\s+${pair})*$`);
const remains: Readonly<Record<string, RegExp>> = {
	FROM: /^[^\s#]+(?:\s+as\s+[\w.-]+)?$/i,
	EXPOSE: /^\d+(?:-\d+)?(?:\/(?:tcp|udp))?(?:\s+\d+(?:-\d+)?(?:\/(?:tcp|udp))?)*$/,
	STOPSIGNAL: /^(?:SIG[A-Z\d]+|\d+)$/,
	ENV: pairs,
	LABEL: pairs,
};

function problemOf(file: Dockerfile, instruction: Instruction, kind: Kind): Problem | undefined {
	const { logical, logicalArgs, json, keyword } = instruction;
	const args = logical.text.slice(logicalArgs.start, logicalArgs.end);
	const from = commentIn(args, kind);
	if (from === undefined || (kind === "exec" && json)) return undefined;
	const start = logical.toDocument(logicalArgs.start + from);
	const at = { start, end: logical.toDocumentRange({ start: logicalArgs.start + from, end: logicalArgs.end }).end };
	// In the old form of ENV and LABEL a hash is often a part of the value.
	if ((keyword === "ENV" || keyword === "LABEL") && instruction.separator === "" && !instruction.error) return undefined;
	const isRefused = kind === "refused" || ((keyword === "ENV" || keyword === "LABEL") && instruction.error !== undefined);
	const fix = isRefused && !(remains[keyword]?.test(args.slice(0, from).trim()) ?? false) ? undefined : moved(file, instruction, at, isRefused);
	const message =
		kind === "exec"
			? say`with a comment behind it this is no exec form, so that a shell runs \`${keyword}\``
			: isRefused
				? say`Docker has no comments behind an instruction, and refuses this one`
				: say`Docker has no comments behind an instruction: these words belong to \`${keyword}\``;
	return { at, message, ...(fix && { fix }) };
}

/** Where a comment begins: a hash after a blank, outside quotes, with something before it; of an exec form, behind its bracket. */
function commentIn(args: string, kind: Kind): number | undefined {
	if (kind === "exec" && !args.startsWith("[")) return undefined;
	let quote = "";
	for (let at = 0; at < args.length; at++) {
		const character = args[at] ?? "";
		if (quote) {
			if (character === "\\") at++;
			else if (character === quote) quote = "";
		} else if (character === '"' || (character === "'" && kind !== "exec")) quote = character;
		else if (kind === "exec" && character === "]") {
			const rest = args.slice(at + 1);
			return /^[ \t]+#/.test(rest) ? at + 1 + rest.indexOf("#") : undefined;
		} else if (character === "#" && kind !== "exec" && at > 0 && /[ \t]/.test(args[at - 1] ?? "")) return isComment(args, at, kind) ? at : undefined;
	}
	return undefined;
}

/** Elsewhere than in what would be refused, `#name` may be a file, a colour or a fragment. */
function isComment(args: string, at: number, kind: Kind): boolean {
	let next = at;
	while (args[next] === "#") next++;
	return next === args.length || args[next] === " " || args[next] === "\t" || kind === "refused";
}

function moved({ text }: Dockerfile, { range }: Instruction, at: Range, safe: boolean): Fix | undefined {
	const comment = text.slice(at.start, at.end);
	// On a line of its own it may be a directive.
	if (comment.includes("\n") || at.end !== range.end || /^#\s*\w+\s*=/.test(comment)) return undefined;
	const start = text.lastIndexOf("\n", range.start - 1) + 1;
	const indentation = text.slice(start, range.start);
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	let from = at.start;
	while (text[from - 1] === " " || text[from - 1] === "\t") from--;
	return {
		title: say`Give the comment a line of its own`,
		edits: [insert(range.start, `${comment}${end}${indentation}`), remove({ start: from, end: at.end })],
		safe,
	};
}
