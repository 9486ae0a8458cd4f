import { copiesOf } from "../../dockerfile/copies.ts";
import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { scopeBefore } from "../../dockerfile/variables.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { commandsNamed } from "../../shell/named-commands.ts";
import { type Range, replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "hard-coded-architecture",
	category: "correctness",
	severity: "info",
	title: "A file that is built for several platforms downloads for one",
	why: [
		"The file asks for the platform that it is built for, so it is meant for several of them.",
		"A download that names one architecture is the wrong one for all others, and mostly nothing says so before the program is started.",
	],
	fixes: {
		onRequest: "`TARGETARCH` is declared before, and the link has the architecture as Docker spells it.",
		never: "The link spells it otherwise, so a table is needed.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.22
				ARG TARGETARCH
				RUN wget -qO /usr/bin/tool https://example.com/tool-linux-amd64
			`,
			good: dockerfile`
				FROM alpine:3.22
				ARG TARGETARCH
				RUN wget -qO /usr/bin/tool https://example.com/tool-linux-\${TARGETARCH}
			`,
		},
	],

	needs: ["ARG"],
	check(file) {
		if (!asksForPlatform(file)) return none;
		let problems: Problem[] | undefined;
		const judge = (instruction: Instruction, word: Range & { readonly text: string }, text: string): void => {
			const found = /^["']?(?:https?|ftp):\/\//.test(text) ? architecture.exec(text) : null;
			if (!found || isOfOnePlatform(file, instruction) || dynamic.test(text)) return;
			const [, before = "", name = ""] = found;
			const start = word.start + found.index + before.length;
			const at = word.end - word.start === text.length ? { start, end: start + name.length } : word;
			const fix = at === word ? undefined : fixOf(file, instruction, at, name, text);
			(problems ??= []).push({ at, message: say`this download is for \`${name}\`, whatever platform the image is built for`, ...(fix && { fix }) });
		};
		for (const { run, command } of commandsNamed(file, "curl", "wget")) if (!command.conditional) for (const word of command.args) judge(run, word, word.text);
		for (const { instruction, sources } of copiesOf(file))
			if (instruction.keyword === "ADD") for (const { word } of sources) judge(instruction, word, word.text);
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

const architecture = /([-_./=])(amd64|x86_64|x64|arm64|aarch64|armv7|armhf)(?=[-_./?]|["']?$)/;

/** A variable that tells it, or a command that asks for it. */
const dynamic = /arch|uname|TARGET|PLATFORM/;

function asksForPlatform(file: Dockerfile): boolean {
	for (const instruction of instructionsOf(file, "ARG"))
		for (const { name } of pairsOf(instruction)) if (/^TARGET(?:ARCH|PLATFORM|VARIANT)$/.test(name.text)) return true;
	return false;
}

/** A stage that names its platform has that one alone. */
const isOfOnePlatform = (file: Dockerfile, instruction: Instruction): boolean => {
	const platform = stageOf(file, instruction)?.platform;
	return platform !== undefined && !platform.text.includes("$");
};

function fixOf(file: Dockerfile, instruction: Instruction, at: Range, name: string, text: string): Fix | undefined {
	if (!/^(?:amd64|arm64)$/.test(name) || text.startsWith("'") || !scopeBefore(file, instruction).get("TARGETARCH")) return undefined;
	return { title: say`Download for \`TARGETARCH\``, edits: [replace(at, "${TARGETARCH}")], safe: false };
}
