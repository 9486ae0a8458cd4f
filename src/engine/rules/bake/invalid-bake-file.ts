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

	check({ problems }) {
		return problems.map(({ at, message }) => ({ at, message: say`Bake refuses the file: ${message}`, refused: true as const }));
	},
});
