import { placesOf } from "../../bake/names.ts";
import { attributeOf, constantsIn, targetsOf } from "../../bake/targets.ts";
import { bake, bakeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default bakeRule({
	id: "bake-inheritance-cycle",
	category: "correctness",
	severity: "warning",
	title: "Targets inherit from each other in a circle",
	why: ["Bake ends the circle where it happens to close without a word, so that it depends on the target that is asked for which values count."],
	fixes: { never: "Only their author knows which target is the base of the other." },
	examples: [
		{
			bad: bake`
				target "app" {
				  inherits = ["base"]
				}
				target "base" {
				  inherits = ["app"]
				}
			`,
			good: bake`
				target "app" {
				  inherits = ["base"]
				}
				target "base" {
				}
			`,
		},
	],

	check(file) {
		const parents = new Map([...targetsOf(file).values()].map((target) => [target.name, constantsIn(attributeOf(target, "inherits")?.value)] as const));
		const isDone = new Set<string>();
		const problems: Problem[] = [];
		const visit = (name: string, path: readonly string[]): void => {
			if (isDone.has(name) || path.length > mostDeep) return;
			for (const parent of parents.get(name) ?? []) {
				const circle = [...path, name];
				if (!circle.includes(parent.text)) visit(parent.text, circle);
				else {
					const at = { start: parent.start, end: parent.end };
					const names = circle.slice(circle.indexOf(parent.text));
					problems.push({ at, message: names.length === 1 ? say`\`${name}\` inherits from itself` : say`${names.join(" → ")} → ${parent.text} is a circle` });
				}
			}
			isDone.add(name);
		};
		if (placesOf(file).length > 0) for (const name of parents.keys()) visit(name, []);
		return problems;
	},
});

const mostDeep = 100;
