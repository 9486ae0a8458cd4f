import { constantsIn } from "../../bake/targets.ts";
import { constantOf, type Expression } from "../../hcl/syntax.ts";
import { bake, bakeRule, type Problem } from "../../lint/rule.ts";
import { type Message, say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace, type Range } from "../../text/text.ts";

export default bakeRule({
	id: "invalid-bake-value",
	category: "correctness",
	severity: "error",
	title: "A value is one that the build refuses",
	why: ["Bake reads the file and hands the value on, so that the build fails only once it begins, and with it all that is built together."],
	fixes: {
		onRequest: "The value is changed to one that is spelt much the same.",
		never: "No value is spelt much the same.",
	},
	examples: [
		{
			bad: bake`
				target "app" {
				  network = "hosts"
				}
			`,
			good: bake`
				target "app" {
				  network = "host"
				}
			`,
		},
	],

	check({ blocks }) {
		const problems: Problem[] = [];
		for (const { type, attributes } of blocks) {
			if (type.text !== "target") continue;
			for (const { name, value } of attributes) {
				const attribute = attributeOf(name.text);
				for (const { text, start, end } of attribute ? valuesOf(value) : []) {
					if (!attribute || text === "" || attribute.isValid(text)) continue;
					const at: Range = { start, end };
					const similar = problems.length < mostAsked ? findSimilar(text, attribute.known) : undefined;
					const fix = similar === undefined ? undefined : { title: say`Change it to \`${similar}\``, edits: [replace(at, similar)], safe: false };
					problems.push({ at, message: attribute.message(text), ...(fix && { fix }) });
				}
			}
		}
		return problems;
	},
});

type Judged = {
	readonly known: readonly string[];
	isValid(text: string): boolean;
	message(text: string): Message;
};

const attributeOf = (name: string): Judged | undefined => (Object.hasOwn(judged, name) ? judged[name] : undefined);

/** Strings in which nothing is computed, of a list or alone. */
function valuesOf(value: Expression | undefined): readonly (Range & { readonly text: string })[] {
	const text = constantOf(value);
	return value?.kind === "string" && text !== undefined ? [{ text, ...value.content }] : constantsIn(value);
}

const networks = ["default", "host", "none"];
const entitlements = ["network.host", "security.insecure", "device", "buildx.local.delete"];

/** As buildx and BuildKit judge: https://github.com/docker/buildx/blob/master/util/buildflags/entitlements.go and export.go beside it. */
const judged: Readonly<Record<string, Judged>> = {
	network: {
		known: networks,
		isValid: (text) => networks.includes(text),
		message: (text) => say`there is no network \`${text}\` in a build, only \`default\`, \`host\` and \`none\``,
	},
	entitlements: {
		known: entitlements,
		isValid: (text) => entitlements.includes(text) || text.startsWith("device="),
		message: (text) => say`there is no entitlement \`${text}\``,
	},
	annotations: {
		known: [],
		isValid: (text) => text.includes("="),
		message: (text) => say`the annotation \`${text}\` has no \`=\` and value`,
	},
};
