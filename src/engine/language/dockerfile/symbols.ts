import { pairsOf } from "../../dockerfile/instructions.ts";
import { type Stage, stageOf, stagesOf } from "../../dockerfile/stages.ts";
import type { Directive, Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import type { OutlineEntry } from "../outline-entry.ts";
import { longestShown, shortened } from "../shortened.ts";

/** The file by its stages; parser directives and what else stands before the first FROM are on their level. In order, broken instructions included. */
export function outline(file: Dockerfile): readonly OutlineEntry[] {
	const before = file.instructions.filter((instruction) => !stageOf(file, instruction));
	return [...file.directives.map(directiveEntry), ...before.map(instructionEntry), ...stagesOf(file).map((stage) => stageEntry(file, stage))];
}

const directiveEntry = ({ name, value, range }: Directive): OutlineEntry => ({
	name: `# ${name}`,
	detail: shortened(value.text),
	kind: "setting",
	range,
	selection: range,
	children: [],
});

function stageEntry(file: Dockerfile, { from, name, image, instructions }: Stage): OutlineEntry {
	const title = name ?? image;
	const source = name && image ? image.text : "";
	return {
		name: shortened(title?.text ?? "") || from.keyword,
		detail: shortened([...from.flags.map(({ start, end }) => file.text.slice(start, end)), source].join(" ")),
		kind: "stage",
		range: { start: from.fullRange.start, end: (instructions.at(-1) ?? from).fullRange.end },
		selection: title ? { start: title.start, end: title.end } : from.keywordRange,
		children: instructions.map(instructionEntry),
	};
}

function instructionEntry(instruction: Instruction): OutlineEntry {
	const { keyword, fullRange, keywordRange } = instruction;
	const [subject, detail] = summaries[keyword]?.(instruction) ?? [argumentsOf(instruction), flagsOf(instruction)];
	return {
		name: shortened(`${keyword} ${subject}`) || "\\",
		detail: shortened(detail),
		kind: kinds[keyword] ?? "setting",
		range: fullRange,
		selection: keywordRange,
		children: [],
	};
}

type Summary = readonly [subject: string, detail: string];

/** Variables and labels are known by their names. */
function pairs(instruction: Instruction): Summary {
	const all = pairsOf(instruction);
	const [first] = all;
	if (!first) return [argumentsOf(instruction), ""];
	return [all.map(({ name }) => name.text).join(", "), all.length === 1 ? (first.value?.text ?? "") : ""];
}

/** A command in a here document is known by its first line. */
function command(instruction: Instruction): Summary {
	const [document] = instruction.heredocs;
	const line = document?.content.split("\n").find((each) => /\S/.test(each) && !each.startsWith("#!"));
	return [argumentsOf(instruction), line?.trim() ?? flagsOf(instruction)];
}

const summaries: Readonly<Record<string, (instruction: Instruction) => Summary>> = {
	ENV: pairs,
	ARG: pairs,
	LABEL: pairs,
	RUN: command,
	ONBUILD({ trigger, ...rest }) {
		if (!trigger) return [argumentsOf(rest), ""];
		const { name, detail } = instructionEntry(trigger);
		return [name, detail];
	},
};

const kinds: Readonly<Record<string, OutlineEntry["kind"]>> = {
	ADD: "file",
	ARG: "variable",
	CMD: "command",
	COPY: "file",
	ENTRYPOINT: "command",
	ENV: "variable",
	HEALTHCHECK: "command",
	LABEL: "label",
	MAINTAINER: "label",
	ONBUILD: "command",
	RUN: "command",
};

function argumentsOf({ json, args, logical, logicalArgs: { start, end } }: Pick<Instruction, "json" | "args" | "logical" | "logicalArgs">): string {
	return json ? args.map(({ text }) => text).join(" ") : logical.text.slice(start, Math.min(end, start + longestShown));
}

const flagsOf = ({ flags }: Instruction): string => flags.map(({ name, value }) => `--${name}${value ? `=${value.text}` : ""}`).join(" ");
