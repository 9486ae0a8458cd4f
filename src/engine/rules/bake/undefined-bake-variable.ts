import { builtInFunctions } from "../../bake/functions.ts";
import { placesOf } from "../../bake/names.ts";
import { functionsOf, variablesOf } from "../../bake/targets.ts";
import { bake, bakeRule, type Files, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";

export default bakeRule({
	id: "undefined-bake-variable",
	category: "correctness",
	severity: "error",
	title: "A variable or function is used that is not there",
	why: ["Bake refuses the whole file, also where another target is to be built: a variable of the environment counts only once a `variable` block names it."],
	fixes: {
		onRequest: "The name is changed to that of a variable or function which is spelt much the same.",
		never: "Nothing has a name that is spelt much the same.",
	},
	examples: [
		{
			bad: bake`
				variable "VERSION" {
				  default = "1"
				}
				target "app" {
				  tags = ["app:\${VERSON}"]
				}
			`,
			good: bake`
				variable "VERSION" {
				  default = "1"
				}
				target "app" {
				  tags = ["app:\${VERSION}"]
				}
			`,
		},
	],

	check(file, { files }) {
		const used = placesOf(file).filter(({ kind, role }) => role === "reference" && (kind === "variable" || kind === "function"));
		if (used.length === 0 || file.problems.length > 0) return [];
		const variables = new Set([...variablesOf(file).keys(), ...file.globals.map(({ name }) => name.text), ...builtIn]);
		const functions = new Set([...functionsOf(file).keys(), ...builtInFunctions]);
		const missing = used.filter(({ kind, name }) => !(kind === "variable" ? variables : functions).has(name));
		if (missing.length === 0 || hasOthers(files)) return [];
		return missing.map(({ kind, name, start, end }, index): Problem => {
			const at = { start, end };
			const similar = index < mostAsked ? findSimilar(name, kind === "variable" ? variables : functions) : undefined;
			const message = kind === "variable" ? say`there is no variable \`${name}\`` : say`there is no function \`${name}\``;
			return similar === undefined
				? { at, message }
				: { at, message, fix: { title: say`Change it to \`${similar}\``, edits: [replace(at, similar)], safe: false } };
		});
	},
});

/** Bake sets these itself: https://docs.docker.com/build/bake/reference/#built-in-variables. The others are the kinds of blocks, by which their values are had. */
const builtIn = ["BAKE_CMD_CONTEXT", "BAKE_LOCAL_PLATFORM", "target", "group", "variable"];

/** Whether other files may be read along with it, whose variables count here. */
const hasOthers = ({ name, list }: Files): boolean =>
	(list(".") ?? []).some((each) => each !== name && (/\.hcl$/.test(each) || /^docker-bake(?:\.override)?\.json$/.test(each)));
