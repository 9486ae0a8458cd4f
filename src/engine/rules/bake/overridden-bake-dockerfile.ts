import type { BakeAttribute, BakeFile } from "../../bake/syntax.ts";
import { attributeOf, targetsOf } from "../../bake/targets.ts";
import { bake, bakeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default bakeRule({
	id: "overridden-bake-dockerfile",
	category: "correctness",
	severity: "warning",
	title: "A Dockerfile is named, and another one stands in its place",
	why: ["Bake builds from the text of `dockerfile-inline` and never looks at the file that `dockerfile` names: who changes that file changes nothing."],
	fixes: {
		safely: "The line that names the file is removed.",
		never: "The line has something else on it, or the file is JSON.",
	},
	examples: [
		{
			bad: bake`
				target "app" {
				  dockerfile        = "Dockerfile.web"
				  dockerfile-inline = "FROM nginx:1.29"
				}
			`,
			good: bake`
				target "app" {
				  dockerfile-inline = "FROM nginx:1.29"
				}
			`,
		},
	],

	check(file) {
		return [...targetsOf(file).values()].flatMap((target) => {
			const [named, inline] = [attributeOf(target, "dockerfile"), attributeOf(target, "dockerfile-inline")];
			// What `null` says is nothing.
			if (!named || !inline?.value || inline.value.kind === "missing" || (inline.value.kind === "literal" && inline.value.value === null)) return [];
			const fix = removal(file, named);
			const related = [{ at: inline.name, message: say`what is built instead` }];
			return [{ at: named.name, message: say`\`dockerfile-inline\` takes the place of this file`, related, ...(fix && { fix }) }];
		});
	},
});

/** The whole line goes, where nothing else is on it. */
function removal({ text, isJson }: BakeFile, { start, end }: BakeAttribute): Fix | undefined {
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const lineEnd = text.indexOf("\n", end);
	if (isJson || lineEnd < 0 || /\S/.test(text.slice(lineStart, start)) || /\S/.test(text.slice(end, lineEnd))) return undefined;
	return { title: say`Remove it`, edits: [{ start: lineStart, end: lineEnd + 1, text: "" }], safe: true };
}
