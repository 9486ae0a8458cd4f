import { instructionsAndTriggersOf, scriptOf } from "../dockerfile/instructions.ts";
import { stageOf } from "../dockerfile/stages.ts";
import { stateBefore } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { isWindowsStage } from "../dockerfile/windows.ts";
import { fact } from "../text/fact.ts";
import type { Edit, Range } from "../text/text.ts";
import { insert } from "../text/text.ts";

/** What a RUN gives to PowerShell. */
export type PowerShellScript = {
	readonly run: Instruction;
	/** Whether it is the one that comes with Windows, up to version 5.1; others are called `pwsh`. */
	readonly isOld: boolean;
	/** The SHELL that hands the script over; undefined where the RUN starts PowerShell itself. */
	readonly shell: Instruction | undefined;
	readonly text: string;
	/** The program, or the RUN's keyword. */
	readonly at: Range;
	/** Where an offset in the text is in the document. */
	readonly toDocument: (offset: number) => number;
	/** How the script is quoted in the RUN; undefined where another shell reads it without quotes. */
	readonly quote: "" | '"' | "'" | "json" | undefined;
};

/** In the order of the text. What a file holds that is given with `-File` is not known. */
export const powershellScripts = (file: Dockerfile): readonly PowerShellScript[] => scripts(file);

const scripts = fact((file: Dockerfile): readonly PowerShellScript[] =>
	instructionsAndTriggersOf(file, "RUN").flatMap((run) => {
		const { shell, shellInstruction } = stateBefore(file, run);
		const name = !run.json && shellInstruction ? nameOf(shell[0] ?? "") : undefined;
		const script = name === undefined ? startedIn(file, run) : handedOver(run, shellInstruction, name === "powershell");
		return script ? [script] : [];
	}),
);

const nameOf = (program: string): string | undefined => /(?:^|[/\\])(powershell|pwsh)(?:\.exe)?$/i.exec(program)?.[1]?.toLowerCase();

function handedOver(run: Instruction, shell: Instruction | undefined, isOld: boolean): PowerShellScript {
	const { keywordRange: at, logical, logicalArgs } = run;
	const body = scriptOf(run);
	if (body) return { run, isOld, shell, at, text: body.content, toDocument: (offset) => body.body.start + offset, quote: "" };
	const { start, end } = logicalArgs;
	return { run, isOld, shell, at, text: logical.text.slice(start, end), toDocument: (offset) => logical.toDocument(start + offset), quote: "" };
}

/** `powershell -NoProfile -Command …`, in shell form or as an array. */
function startedIn(file: Dockerfile, run: Instruction): PowerShellScript | undefined {
	const { json, args, logical, logicalArgs } = run;
	if (json) {
		const name = nameOf(args[0]?.text ?? "");
		const index = args.findIndex(({ text }) => /^-c(?:ommand)?$/i.test(text));
		const [program, script] = [args[0], args[index + 1]];
		if (name === undefined || !program || !script || index < 0 || args.length > index + 2) return undefined;
		return {
			run,
			isOld: name === "powershell",
			shell: undefined,
			text: script.text,
			at: program,
			toDocument: (offset) => script.start + 1 + offset,
			quote: "json",
		};
	}
	const text = logical.text.slice(logicalArgs.start, logicalArgs.end);
	const [found, program = "", options = "", rest = ""] = started.exec(text) ?? [];
	const name = nameOf(program);
	if (found === undefined || name === undefined || (!options && name === "pwsh")) return undefined;
	const [first] = rest;
	const isQuoted = (first === '"' || first === "'") && rest.length > 1 && rest.trimEnd().endsWith(first);
	const start = logicalArgs.start + text.length - rest.length + (isQuoted ? 1 : 0);
	const stage = stageOf(file, run);
	return {
		run,
		isOld: name === "powershell",
		shell: undefined,
		text: isQuoted ? rest.trimEnd().slice(1, -1) : rest,
		at: { start: logical.toDocument(logicalArgs.start), end: logical.toDocument(logicalArgs.start + program.length - 1) + 1 },
		toDocument: (offset) => logical.toDocument(start + offset),
		quote: stage && isWindowsStage(file, stage) ? "" : isQuoted ? first : undefined,
	};
}

const started = /^(\S+)\s+((?:-(?!f(?:ile)?\s|e(?:nc\w*|c)?\s)\w+\s+(?:(?:bypass|unrestricted|remotesigned|allsigned|[\d.]+|hidden)\s+)?)*)(?!-)(.+)$/is;

/** Puts a setting before a script; undefined where another shell would read it in its own way. */
export function settingBefore({ toDocument, quote }: PowerShellScript, name: string, value: string): Edit | undefined {
	if (quote === undefined) return undefined;
	const [dollar, mark] = quote === '"' ? ["\\$", "'"] : ["$", quote === "'" ? '"' : "'"];
	return insert(toDocument(0), `${dollar}${name} = ${mark}${value}${mark}; `);
}

/** The same in a SHELL: in the string that holds settings already, or in one of its own. */
export function settingInShell({ args }: Instruction, name: string, value: string): Edit | undefined {
	const last = args.at(-1);
	if (!last || args.length < 2) return undefined;
	const setting = `$${name} = '${value}';`;
	return last.text.startsWith("-") ? insert(last.end, `, "${setting}"`) : insert(last.start + 1, `${setting} `);
}

/** Whether the script, or the SHELL that hands it over, speaks of a variable or an option. */
export const speaksOf = ({ text, shell }: PowerShellScript, words: RegExp): boolean =>
	words.test(text) || (shell?.args.some((word) => words.test(word.text)) ?? false);

/** Whether a statement may fail that is not the last, so that nobody notices. Those in braces are part of one. */
export const mayFailUnnoticed = ({ text }: PowerShellScript): boolean =>
	statementsOf(text)
		.slice(0, -1)
		.some((statement) => !harmless.test(statement));

/** Waits, says something, or gives a variable a fixed value. */
const harmless = /^(?:(?:Write-\w+|echo|Start-Sleep|sleep)\b|\$[\w:]+\s*=\s*(?:\\?["'][^(]*|[\d.]+|\$\w+)$)/i;

function statementsOf(text: string): readonly string[] {
	const statements: string[] = [];
	let depth = 0;
	let quote = "";
	let start = 0;
	for (let at = 0; at <= text.length; at++) {
		const character = text[at] ?? ";";
		if (quote && at < text.length) {
			if (character === quote) quote = "";
			continue;
		}
		if (character === '"' || character === "'") quote = character;
		else if (character === "{" || character === "(") depth++;
		else if (character === "}" || character === ")") depth--;
		else if (at === text.length || (depth === 0 && (character === ";" || character === "\n"))) {
			const statement = text.slice(start, at).trim();
			if (statement) statements.push(statement);
			start = at + 1;
		}
	}
	return statements;
}
