import { findStage } from "../../../dockerfile/stages.ts";
import type { Instruction } from "../../../dockerfile/syntax.ts";
import type { PieceKind } from "../../../shell/highlight/scan.ts";
import type { Sink } from "./semantic-tokens.ts";
import { addWord } from "./words.ts";

/** `--name=value`; in a `--mount` the value is a list of such pairs. */
export function addFlags(sink: Sink, instruction: Instruction): void {
	const { logical, flags } = instruction;
	for (const flag of flags) {
		const start = logical.pieceBefore(flag.start).at;
		const end = logical.pieceBefore(flag.end - 1).at + 1;
		const equals = flag.value ? logical.text.indexOf("=", start) : -1;
		const nameEnd = equals < 0 || equals >= end ? end : equals;
		sink.addLogical(instruction, "parameter", start, nameEnd);
		if (nameEnd === end) continue;
		sink.addLogical(instruction, "operator", equals, equals + 1);
		if (flag.name !== "mount") addValue(sink, instruction, flag.name, equals + 1, end);
		else addFields(sink, instruction, equals + 1, end);
	}
}

function addFields(sink: Sink, instruction: Instruction, from: number, to: number): void {
	const { text } = instruction.logical;
	for (let start = from; start < to;) {
		const comma = text.indexOf(",", start);
		const end = comma < 0 || comma > to ? to : comma;
		const equals = text.indexOf("=", start);
		const keyEnd = equals < 0 || equals > end ? end : equals;
		sink.addLogical(instruction, "parameter", start, keyEnd);
		if (keyEnd < end) {
			sink.addLogical(instruction, "operator", keyEnd, keyEnd + 1);
			addValue(sink, instruction, text.slice(start, keyEnd).toLowerCase(), keyEnd + 1, end);
		}
		start = end + 1;
	}
}

function addValue(sink: Sink, instruction: Instruction, name: string, start: number, end: number): void {
	const text = instruction.logical.text.slice(start, end);
	const kind: PieceKind = name === "from" ? (/^\d+$/.test(text) ? "number" : findStage(sink.file, text) ? "namespace" : "class") : "property";
	addWord(sink, instruction, kind, start, end);
}
