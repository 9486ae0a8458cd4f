import { attributesOf } from "../../bake/attributes.ts";
import { bake, bakeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace, type Range } from "../../text/text.ts";

export default bakeRule({
	id: "unknown-bake-attribute",
	category: "correctness",
	severity: "warning",
	title: "Bake knows no attribute or block of this name",
	why: ["Bake leaves out what it does not know without a word, so that the target is built as if the line were not there."],
	fixes: {
		onRequest: "The name is changed to one that bake knows and that is spelt much the same.",
		never: "Bake knows no name that is spelt much the same.",
	},
	examples: [
		{
			bad: bake`
				target "app" {
				  platform = ["linux/arm64"]
				}
			`,
			good: bake`
				target "app" {
				  platforms = ["linux/arm64"]
				}
			`,
		},
	],

	check({ blocks, isJson }) {
		const problems: Problem[] = [];
		const tell = (at: Range, name: string, known: readonly string[], message: Problem["message"]): void => {
			const similar = problems.length < mostAsked ? findSimilar(name, known) : undefined;
			const fix = similar === undefined ? undefined : { title: say`Change it to \`${similar}\``, edits: [replace(at, similar)], safe: false };
			problems.push({ at, message, ...(fix && { fix }) });
		};
		for (const { type, attributes } of blocks) {
			const known = attributesOf(type.text);
			if (!known) tell(type, type.text, types, say`bake leaves out blocks of the type \`${type.text}\``);
			// In JSON a name that begins so is a comment.
			for (const { name } of attributes)
				if (known && !known.includes(name.text) && !(isJson && name.text.startsWith("//")))
					tell(name, name.text, known, say`bake leaves out \`${name.text}\`, which it does not know`);
		}
		return problems;
	},
});

const types = ["target", "group", "variable", "function"];
