import { basename, resolve } from "node:path";
import { parseBake } from "../engine/bake/parse.ts";
import type { ComposeFile } from "../engine/compose/syntax.ts";
import { parse } from "../engine/dockerfile/parse.ts";
import { formatBake } from "../engine/language/bake/format/format.ts";
import { format } from "../engine/language/dockerfile/format/format.ts";
import { type FormatOptions, type Formatted, toFormatOptions } from "../engine/language/format-options.ts";
import { type LanguageId, openerFor } from "../engine/language/languages.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { applyEdits, Lines } from "../engine/text/text.ts";
import { createDisk } from "../files/disk.ts";
import { createEditorConfigs } from "../files/editor-config.ts";
import { configurationsFor } from "./configurations.ts";
import { unifiedDiff } from "./diff.ts";
import { decode, findFiles, readSource, replaceText, type Source } from "./files.ts";
import { exitCodes, UsageError, withoutControls, type Terminal } from "./terminal.ts";

export type FmtOptions = {
	/** Empty: the current folder. */
	readonly paths: readonly string[];
	/** Whether files are left as they are, and told where they should be otherwise. */
	readonly check: boolean;
	/** Whether files are left as they are, and what would be changed is printed. */
	readonly diff: boolean;
	/** The one configuration file for all; absent: each file's nearest. */
	readonly configuration: string | undefined;
	/** What standard input stands for: where its configurations are looked for, and how it is shown. */
	readonly inputName: string | undefined;
};

/** `hullwright fmt`: formats Dockerfiles, Compose files and bake files in place, or tells which are not formatted. What comes from standard input goes to standard output. */
export async function fmtCommand(options: FmtOptions, terminal: Terminal): Promise<number> {
	const { check, diff, inputName } = options;
	const isInput = options.paths.includes("-") || (options.paths.length === 0 && inputName !== undefined);
	if (inputName !== undefined && !isInput) throw new UsageError(say`--stdin-filename names standard input, which is -, and not ${options.paths.join(", ")}`);
	// Who pipes a file in does not mean all files of the folder.
	if (options.paths.length === 0 && !isInput && !check && !diff && (await terminal.hasInput?.()))
		throw new UsageError(say`fmt without a path formats the files of the current folder, and something is piped in: - formats that, and . the folder`);
	const paths = options.paths.length > 0 ? options.paths : [isInput ? "-" : "."];
	const outcome = { isTroubled: false, formatted: 0, unchanged: 0 };
	const inWords = (message: Message): string => withoutControls(textOf(message, terminal.catalogue));
	const complain = (message: Message): void => {
		terminal.complain(inWords(message));
		outcome.isTroubled = true;
	};
	const tell = (message: Message): void => (isInput ? terminal.complain(inWords(message)) : terminal.write(`${inWords(message)}\n`));
	const names = findFiles(paths, complain, isFormatted);
	if (names.length === 0 && !outcome.isTroubled) complain(say`no Dockerfile, Compose file or bake file in ${paths.join(", ")}`);
	const disk = createDisk();
	const editorConfigs = createEditorConfigs(disk);
	const configurationOf = configurationsFor({ path: options.configuration, preset: undefined, only: undefined }, disk, complain);

	for (const name of names) {
		const stored = name === "-" ? inputName : name;
		const language = stored === undefined ? undefined : languageOfName(basename(stored));
		if (stored !== undefined && language === "bake" && !isFormatted(basename(stored))) {
			complain(say`${stored}: fmt formats bake files in HCL, and this is one in JSON`);
			continue;
		}
		const found = await configurationOf(stored ?? name);
		if (!found) continue;
		const source = name === "-" ? decode(stored ?? name, await terminal.readInput()) : readSource(name);
		if ("problem" in source) {
			complain(source.problem);
			continue;
		}
		if (found.leftOutBy !== undefined) {
			if (paths.includes(name)) terminal.complain(inWords(say`${source.name}: not formatted, for ${found.leftOutBy} ignores it`));
			// Who pipes a text through gets it back.
			if (name === "-" && !check && !diff) terminal.write(source.text);
			continue;
		}
		if (source.isLossy || found.isBroken) {
			complain(
				source.isLossy
					? say`${source.name}: this is no text in UTF-8, so it is not formatted`
					: say`${source.name}: it is not formatted, for something is wrong in its configuration`,
			);
			if (name === "-" && !check && !diff && !source.isLossy) terminal.write(source.text);
			continue;
		}
		const settings = stored === undefined ? undefined : editorConfigs.settingsOf(resolve(stored));
		const wanted = toFormatOptions(found.configuration, settings ?? new Map());
		const { edits, left, isUnreadable } = await formatted(language, source.text, wanted);
		const lines = new Lines(source.text);
		for (const { start } of left) {
			const line = lines.lineAt(start) + 1;
			if (isUnreadable) terminal.complain(inWords(say`${source.name}:${line}: the file is left as it is, for this cannot be read`));
			else terminal.complain(inWords(say`${source.name}:${line}: left as it is, for Docker might read it otherwise once formatted`));
		}
		finish(source, applyEdits(source.text, edits), name === "-");
	}
	if (!isInput && !diff && outcome.formatted + outcome.unchanged > 0) tell(summary(outcome.formatted, outcome.unchanged, check));
	if (outcome.isTroubled) return exitCodes.trouble;
	return check && outcome.formatted > 0 ? exitCodes.findings : exitCodes.clean;

	function finish(source: Source, text: string, isFromInput: boolean): void {
		const isChanged = text !== source.text;
		if (diff) terminal.write(unifiedDiff(source.name, source.text, text));
		else if (check && isChanged) tell(say`${source.name}: is not formatted`);
		else if (!check && isFromInput) terminal.write(text);
		else if (!check && isChanged) {
			const problem = replaceText(source.name, text);
			if (problem !== undefined) {
				complain(problem);
				return;
			}
			tell(say`${source.name}: formatted`);
		}
		if (isChanged) outcome.formatted++;
		else outcome.unchanged++;
	}
}

async function formatted(language: LanguageId | undefined, text: string, options: FormatOptions): Promise<Formatted & { readonly isUnreadable: boolean }> {
	if (language === "compose") {
		const [{ formatCompose }, open] = await Promise.all([import("../engine/language/compose/format/format.ts"), openerFor("compose")]);
		const read = (each: string): ComposeFile => open(each).file as ComposeFile;
		const file = read(text);
		return { ...formatCompose(file, { ...options, parse: read }), isUnreadable: file.problems.length > 0 };
	}
	if (language !== "bake") return { ...format(parse(text), options), isUnreadable: false };
	const file = parseBake(text);
	return { ...formatBake(file, options), isUnreadable: file.problems.length > 0 };
}

/** Bake files in HCL; for JSON editors have a formatter. */
function isFormatted(name: string): boolean {
	const language = languageOfName(name);
	return language === "dockerfile" || language === "compose" || (language === "bake" && name.endsWith(".hcl"));
}

function summary(formatted: number, unchanged: number, isCheck: boolean): Message {
	const rest = unchanged === 1 ? say`1 file is as it should be` : say`${unchanged} files are as they should be`;
	if (formatted === 0) return rest;
	const changed = isCheck
		? formatted === 1
			? say`1 file is not formatted`
			: say`${formatted} files are not formatted`
		: formatted === 1
			? say`1 file formatted`
			: say`${formatted} files formatted`;
	return unchanged === 0 ? changed : say`${changed}; ${rest}`;
}
