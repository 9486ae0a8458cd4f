import { instructionsOf, pairsOf } from "../../dockerfile/instructions.ts";
import { globalScope } from "../../dockerfile/global-scope.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { type UnsetVariable, unsetVariables } from "../../dockerfile/unset-variables.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { insert, replace } from "../../text/text.ts";
import { lineBreakIn } from "../../text/line-break.ts";

export default dockerfileRule({
	id: "undefined-argument-in-from",
	peers: {
		buildkit: ["UndefinedArgInFrom"],
		tally: ["buildkit/UndefinedArgInFrom"],
	},
	category: "correctness",
	severity: "warning",
	title: "`FROM` uses an argument that is not declared above the first `FROM`",
	why: [
		"`FROM` sees the arguments that are declared before the first stage, and Docker's own such as `TARGETPLATFORM`; anything else is empty in it, and cannot be set with `--build-arg`.",
	],
	fixes: {
		onRequest: "A name that is spelt much the same is declared, or the argument can be declared at the top of the file.",
	},
	options: {
		fallbacks: { default: false, buildkit: true, description: "Report also variables whose text says what to take in their place, as in `${BASE:-debian}`." },
	},
	examples: [
		{
			bad: dockerfile`
				ARG BASE_IMAGE=debian:12
				FROM \${BASE_IMGE}
			`,
			good: dockerfile`
				ARG BASE_IMAGE=debian:12
				FROM \${BASE_IMAGE}
			`,
		},
	],

	needs: ["FROM $"],
	check(file, { options: { fallbacks } }) {
		const problems: Problem[] = [];
		let asked = 0;
		for (const variable of unsetVariables(file)) {
			if (variable.instruction.keyword !== "FROM" || (variable.hasFallback && !fallbacks)) continue;
			const { name, at } = variable;
			const similar = asked++ < mostAsked ? findSimilar(name, globalScope(file).keys(), name.length < 6 ? 1 : 2) : undefined;
			const fix = similar === undefined ? declaration(file, variable) : renaming(file, variable, similar);
			const message =
				similar !== undefined
					? say`nothing declares \`${name}\` above the first \`FROM\`, but \`${similar}\``
					: isDeclaredBelow(file, name)
						? say`\`${name}\` is declared below the first \`FROM\`, where no \`FROM\` sees it`
						: say`nothing declares \`${name}\` above the first \`FROM\``;
			problems.push({ at, message, ...(fix && { fix }) });
		}
		return problems;
	},
});

function renaming({ text }: Dockerfile, { name, at }: UnsetVariable, similar: string): Fix | undefined {
	const start = text.indexOf(name, at.start);
	if (start < 0 || start + name.length > at.end) return undefined;
	return { title: say`Change it to ${similar}`, edits: [replace({ start, end: start + name.length }, similar)], safe: false };
}

function declaration(file: Dockerfile, { name }: UnsetVariable): Fix | undefined {
	const [first] = stagesOf(file);
	if (!first || !/^\w+$/.test(name)) return undefined;
	const end = lineBreakIn(file.text);
	return { title: say`Declare ${name} above the first FROM`, edits: [insert(first.from.range.start, `ARG ${name}${end}`)], safe: false };
}

const isDeclaredBelow = (file: Dockerfile, wanted: string): boolean =>
	instructionsOf(file, "ARG").some((instruction) => pairsOf(instruction).some(({ name }) => name.text === wanted));
