import { groupsOf, targetsOf } from "../../bake/targets.ts";
import { bake, bakeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default bakeRule({
	id: "duplicate-bake-target",
	category: "correctness",
	severity: "warning",
	title: "A target is given twice",
	why: ["Bake makes one target of both, and where both say something the later one counts, so that what stands first is built otherwise than it reads."],
	fixes: { never: "Only their author knows whether both are meant to be one." },
	examples: [
		{
			bad: bake`
				target "app" {
				  target = "dev"
				}
				target "app" {
				  target = "prod"
				}
			`,
			good: bake`
				target "app-dev" {
				  target = "dev"
				}
				target "app" {
				  target = "prod"
				}
			`,
		},
	],

	check(file) {
		return [...targetsOf(file).values(), ...groupsOf(file).values()].flatMap(({ name, blocks }) => {
			const first = blocks[0]?.name;
			return blocks.slice(1).flatMap((block) =>
				block.name && first
					? [
							{
								at: block.name,
								message: say`there is \`${name}\` already, and bake makes one of both`,
								related: [{ at: first, message: say`the first of that name` }],
							},
						]
					: [],
			);
		});
	},
});
