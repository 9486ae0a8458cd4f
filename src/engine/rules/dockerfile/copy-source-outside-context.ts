import { copiesOf } from "../../dockerfile/copies.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { replace } from "../../text/text.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "copy-source-outside-context",
	peers: { dockerfilelint: ["add_src_invalid"] },
	category: "correctness",
	severity: "warning",
	title: "A source leads out of the build context",
	why: [
		"Only files of the build context reach the builder, so `..` leads nowhere above its root.",
		"BuildKit takes the path without the leading `..` and mostly does not find it, or finds another file of that name; the builder before it refuses the line.",
	],
	fixes: {
		onRequest: "The path that BuildKit makes of it.",
		never: "Nothing is left of it, or it is not plain text.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY ../shared/app.conf /etc/
			`,
			good: dockerfile`
				FROM debian:12
				COPY shared/app.conf /etc/
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file) {
		let problems: Problem[] | undefined;
		for (const { sources, isFromContext } of copiesOf(file)) {
			if (!isFromContext) continue;
			for (const { word, value, kind } of sources) {
				if (kind !== "file" || value === undefined || !value.includes("..") || !leadsOut(value)) continue;
				const inside = value.split("/").reduce(goOn, []).join("/");
				const isPlain = inside !== "" && file.text.slice(word.start, word.end) === value;
				(problems ??= []).push({
					at: word,
					message: say`\`${value}\` leads out of the build context, which no file outside gets into`,
					...(isPlain && { fix: { title: say`Copy ${inside}`, edits: [replace(word, inside)], safe: false } }),
				});
			}
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

function leadsOut(path: string): boolean {
	let depth = 0;
	for (const part of path.split("/")) {
		if (part === "..") depth--;
		else if (part !== "" && part !== ".") depth++;
		if (depth < 0) return true;
	}
	return false;
}

/** At the root, `..` is the root. */
const goOn = (parts: readonly string[], part: string): readonly string[] =>
	part === ".." ? parts.slice(0, -1) : part === "" || part === "." ? parts : [...parts, part];
