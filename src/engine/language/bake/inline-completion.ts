import type { BakeFile } from "../../bake/syntax.ts";
import { targetsOf } from "../../bake/targets.ts";
import { globalScope } from "../../dockerfile/global-scope.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { constantOf } from "../../hcl/syntax.ts";
import type { Edit } from "../../text/text.ts";

/** Whole targets for stages of the Dockerfile that none builds yet, where a block may begin and the line so far is how they begin. */
export function targetsToCome(file: BakeFile, offset: number, dockerfile: Dockerfile): readonly Edit[] {
	const { text, isJson, blocks, globals, comments } = file;
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const feed = text.indexOf("\n", offset);
	if (isJson || text.slice(offset, feed < 0 ? text.length : feed).trim() !== "") return [];
	const typed = text.slice(lineStart, offset).trimStart();
	const start = offset - typed.length;
	// What has been begun there looks like a block already.
	const isWithin = [...blocks, ...globals, ...comments].some((part) => part.start < start && offset <= part.end);
	if (isWithin) return [];
	const known = new Set(
		[...targetsOf(file).values()].flatMap(({ name, blocks: own }) => (own.some((block) => block.start < start || block.start > offset) ? [name] : [])),
	);
	for (const { attributes } of blocks) for (const { name, value } of attributes) if (name.text === "target") known.add(constantOf(value) ?? "");
	const names = new Set(stagesOf(dockerfile).flatMap(({ name }) => (name ? [name.text] : [])));
	return [...names]
		.filter((name) => !known.has(name))
		.map((name) => ({ start, end: offset, text: targetFor(name, dockerfile) }))
		.filter((edit) => edit.text.startsWith(typed));
}

/** With the arguments above the first FROM that have a default, for those are what one most likely wants to set. */
function targetFor(stage: string, dockerfile: Dockerfile): string {
	const args = [...globalScope(dockerfile)].flatMap(([name, { value, instruction }]) =>
		instruction && value && !/[$\\"]/.test(value) ? [[name, value] as const] : [],
	);
	const width = Math.max(...args.map(([name]) => name.length));
	const lines = args.map(([name, value]) => `    ${name.padEnd(width)} = "${value}"\n`);
	const set = lines.length > 0 ? `  args = {\n${lines.join("")}  }\n` : "";
	return `target "${stage}" {\n  target = "${stage}"\n${set}}`;
}
