import { blockTypes } from "../../bake/attributes.ts";
import { bake, bakeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default bakeRule({
	id: "invalid-bake-file",
	category: "correctness",
	severity: "error",
	title: "Bake cannot read the file",
	why: ["Bake reads the whole file before it builds anything, and refuses all of it for one line that it does not understand."],
	fixes: { never: "Only who wrote the file knows what was meant." },
	examples: [
		{
			bad: bake`
				target "app" {
				  tags = ["app"
				}
			`,
			good: bake`
				target "app" {
				  tags = ["app"]
				}
			`,
		},
	],

	check({ problems, blocks, isJson }) {
		const misnamed = isJson || problems.length > 0 ? [] : blocks.filter(({ type, name }) => !name && Object.hasOwn(blockTypes, type.text));
		const unnamed = misnamed.map(({ type }) => ({ at: type, message: say`a block of this kind has one name behind it` }));
		return [...problems, ...unnamed].map(({ at, message }) => ({ at, message: say`Bake refuses the file: ${message}`, refused: true as const }));
	},
});
