import { basename } from "node:path";
import { toTree, type Tree, type TreeInstruction } from "../engine/dockerfile/tree.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { type Message, say, textOf } from "../engine/text/message.ts";
import { decode, findFiles, readSource } from "./files.ts";
import { exitCodes, UsageError, withoutControls, type Terminal } from "./terminal.ts";

/** `hullwright tree FILE…`: how Docker reads the files, one JSON object a line or drawn for people. */
export async function treeCommand(paths: readonly string[], format: "pretty" | "json", terminal: Terminal): Promise<number> {
	if (paths.length === 0) throw new UsageError(say`tree needs a file, a directory, or - for standard input`);
	let exitCode: number = exitCodes.clean;
	const complain = (message: Message): void => {
		terminal.complain(textOf(message, terminal.catalogue));
		exitCode = exitCodes.trouble;
	};
	for (const path of paths) {
		for (const name of findFiles([path], complain)) {
			if (languageOfName(basename(name)) === "compose") {
				complain(say`${name}: tree shows how Docker reads Dockerfiles, and this is a Compose file`);
				continue;
			}
			const source = name === "-" ? decode(name, await terminal.readInput()) : readSource(name);
			if ("problem" in source) complain(source.problem);
			else terminal.write(format === "json" ? `${JSON.stringify(toTree(name, source.text))}\n` : draw(toTree(name, source.text)));
		}
	}
	return exitCode;
}

function draw({ file, error, warnings, instructions }: Tree): string {
	const lines = [file];
	if (error) lines.push(`  line ${error.line}: ${error.message}`);
	for (const instruction of instructions) drawInstruction(instruction, "  ", lines);
	for (const warning of warnings) lines.push(`  warning: ${warning}`);
	return withoutControls(`${lines.join("\n")}\n`);
}

function drawInstruction({ keyword, flags, args, json, startLine, endLine, heredocs, child }: TreeInstruction, indent: string, lines: string[]): void {
	const where = startLine === 0 ? "" : startLine === endLine ? ` (line ${startLine})` : ` (lines ${startLine}-${endLine})`;
	lines.push(`${indent}${keyword}${where}${json ? " exec form" : ""}`);
	for (const flag of flags) lines.push(`${indent}  flag ${flag}`);
	for (const arg of args) lines.push(`${indent}  ${JSON.stringify(arg)}`);
	for (const { name, expand, content } of heredocs)
		lines.push(`${indent}  here document ${name}${expand ? "" : ", nothing expanded"}: ${JSON.stringify(content)}`);
	if (child) drawInstruction(child, `${indent}  `, lines);
}
