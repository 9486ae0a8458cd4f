import { instructionsAndTriggersOf, instructionsOf, pairsOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { anyName, programAt, type ProgramName, programNames } from "./programs/programs.ts";

/** A RUN, a trigger perhaps, and the programs that may be called in it, because their names stand in it at all. */
export type Mention = { readonly run: Instruction; readonly programs: readonly ProgramName[] };

/** The RUNs in which a program is named at all, or a variable that names one, in the order of the text. The others need not be read. Quotes and backslashes within a name are seen through. */
export const mentionsIn = fact((file: Dockerfile): readonly Mention[] => {
	const mentions: Mention[] = [];
	const variables = variablesWithPrograms(file);
	for (const run of instructionsAndTriggersOf(file, "RUN")) {
		const text = textOf(run);
		let programs = programsIn(text);
		for (const [name, held] of variables) if (mentionsVariable(text, name)) programs = [...new Set([...programs, ...held])];
		if (programs.length > 0) mentions.push({ run, programs });
	}
	return mentions;
});

const noVariables: ReadonlyMap<string, readonly ProgramName[]> = new Map();

/** Variables of ENVs whose value begins with a program, as in `ENV INSTALL="apt-get install -y"`. */
function variablesWithPrograms(file: Dockerfile): ReadonlyMap<string, readonly ProgramName[]> {
	let found: Map<string, readonly ProgramName[]> | undefined;
	for (const instruction of instructionsOf(file, "ENV")) {
		for (const { name, value } of pairsOf(instruction)) {
			const programs = value ? programsOf(value.text) : none;
			if (programs.length > 0) (found ??= new Map()).set(name.text, [...(found.get(name.text) ?? []), ...programs]);
		}
	}
	return found ?? noVariables;
}

/** Most values are versions, paths and numbers. */
function programsOf(value: string): readonly ProgramName[] {
	if (/^["']?\$\{?\w+\}?(?:[\s"']|$)/.test(value)) return programNames;
	return /^["']?\s*(?:\/[\w/]+\/)?[a-z][\w.+-]*(?:[\s"'\\]|$)/.test(value) ? programsIn(value) : none;
}

const mentionsVariable = (text: string, name: string): boolean => text.includes(`$${name}`) || text.includes(`\${${name}`);

const none: readonly ProgramName[] = [];

function programsIn(text: string): readonly ProgramName[] {
	if (hidesWords(text)) return programNames;
	const bare = withoutQuotes(text);
	let found: ProgramName[] | undefined;
	anyName.lastIndex = 0;
	for (let match = anyName.exec(bare); match; match = anyName.exec(bare)) {
		const program = programAt(bare, match.index, match[0]);
		if (program && !found?.includes(program)) (found ??= []).push(program);
	}
	return found ?? none;
}

function textOf({ args, json, logical, logicalArgs, heredocs }: Instruction): string {
	let text = json ? args.map((word) => word.text).join(" ") : logical.text.slice(logicalArgs.start, logicalArgs.end);
	for (const { content } of heredocs) text += `\n${content}`;
	return text;
}

/** `$'\x61pt'` is a word that does not stand there. */
const hidesWords = (text: string): boolean => text.includes("$'") && text.includes("\\");

/** Only within a word do they hide it. */
const withoutQuotes = (text: string): string => (/[\w-]["'\\]+[\w\s-]/.test(text) ? text.replace(/\\\r?\n|["'\\]/g, "") : text);
