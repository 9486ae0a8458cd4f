import { findStage, stageOf } from "../../../dockerfile/stages.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Flag, Instruction } from "../../../dockerfile/syntax.ts";
import { isPosixShell } from "../../../shell/effective-shell.ts";
import type { TokenPart } from "../../semantic-token.ts";

/**
 * The file in parts, one for each instruction with all that stands between it and the one before, and one for what follows the last. Wherever a text has the same part
 * with the same dependence, it has the same tokens, so they need not be read anew after an edit somewhere else. Together the parts are the whole text.
 */
export function tokenParts(file: Dockerfile): readonly TokenPart[] {
	let start = 0;
	const parts = file.instructions.map((instruction): TokenPart => {
		// A here document that nothing ends goes on to the end of the text, over line ends that are no text of a line.
		const end = Math.max(instruction.fullRange.end, instruction.heredocs.at(-1)?.terminator.end ?? 0);
		const part = { start, end, dependsOn: file.escape + dependenceOf(file, instruction) };
		start = end;
		return part;
	});
	return [...parts, { start, end: file.text.length, dependsOn: "" }];
}

function dependenceOf(file: Dockerfile, instruction: Instruction): string {
	const inner = innermost(instruction);
	const named = inner.flags.length > 0 ? inner.flags.map((flag) => kindsOfSources(file, flag)).join("") : "";
	switch (inner.keyword) {
		case "FROM":
			return named + (stageOf(file, inner)?.parent ? "stage" : "image");
		case "RUN":
		case "CMD":
		case "ENTRYPOINT":
		case "HEALTHCHECK":
			return named + (isPosixShell(file, inner, stateBefore(file, inner)) ? "sh" : "other");
		default:
			return named;
	}
}

const innermost = (instruction: Instruction): Instruction => (instruction.trigger ? innermost(instruction.trigger) : instruction);

/** Whether what is named after `from=` are stages. */
function kindsOfSources(file: Dockerfile, { name, value }: Flag): string {
	if (!value || (name !== "from" && name !== "mount")) return "";
	const sources = name === "from" ? [value.text] : value.text.split(",").flatMap((field) => (/^from=/i.test(field) ? [field.slice("from=".length)] : []));
	return sources.map((source) => (findStage(file, source) ? "s" : "i")).join("");
}
