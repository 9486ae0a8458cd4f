import { instructionsOf } from "../../dockerfile/instructions.ts";
import { toPair } from "../../dockerfile/legacy-pair.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "legacy-key-value",
	peers: {
		buildkit: [{ id: "LegacyKeyValueFormat", severity: "warning" }],
		tally: ["buildkit/LegacyKeyValueFormat"],
	},
	category: "practice",
	severity: "info",
	title: "A name and its value are parted by a blank",
	why: [
		"`ENV name value` is an old form that takes the whole line for one value, so that it cannot set a second name, and an `=` in it is easily misread.",
		"Docker advises against it and may drop it (https://docs.docker.com/reference/dockerfile/#env).",
	],
	fixes: {
		safely: "An `=` takes the blank's place, and the value gets quotes where it needs them.",
		onRequest: "An `=` between blanks belongs to the value now, which nobody means.",
		never: "The name and its value stand on different lines, or are more than plain words.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ENV LANG C.UTF-8
			`,
			good: dockerfile`
				FROM debian:12
				ENV LANG=C.UTF-8
			`,
		},
		{
			bad: dockerfile`
				FROM debian:12
				LABEL description web server of the shop
			`,
			good: dockerfile`
				FROM debian:12
				LABEL description="web server of the shop"
			`,
		},
	],

	needs: ["ENV", "LABEL"],
	check(file) {
		const problems: Problem[] = [];
		for (const instruction of instructionsOf(file, "ENV")) if (isLegacy(instruction)) problems.push(problemOf(file, instruction));
		for (const instruction of instructionsOf(file, "LABEL")) if (isLegacy(instruction)) problems.push(problemOf(file, instruction));
		return problems;
	},
});

const isLegacy = ({ separator, args, error }: Instruction): boolean => separator === "" && args.length === 2 && !error;

function problemOf(file: Dockerfile, instruction: Instruction): Problem {
	const { args, keyword } = instruction;
	const [name, value] = args;
	if (!name || !value) return { at: instruction.keywordRange, message: say`\`${keyword}\` lacks an \`=\`` };
	const at = { start: name.start, end: name.end };
	const equals = /^=[ \t]*/.exec(value.text)?.[0];
	if (equals !== undefined) {
		const between = { start: name.end, end: value.start + equals.length };
		const isOnLine = file.text.slice(between.start, between.end).trim() === "=" && /^[\w./:-]+$/.test(value.text.slice(equals.length));
		return {
			at,
			message: say`the value of \`${name.text}\` begins with \`=\`, because a blank stands before it`,
			...(isOnLine && { fix: { title: say`Remove the blanks around =`, edits: [replace(between, "=")], safe: false } }),
		};
	}
	const edits = toPair(file, instruction, name, value);
	return {
		at,
		message: say`\`${keyword} ${name.text}=…\` is the form that Docker keeps; this one it may drop`,
		...(edits && { fix: { title: say`Write ${name.text}=…`, edits, safe: true } }),
	};
}
