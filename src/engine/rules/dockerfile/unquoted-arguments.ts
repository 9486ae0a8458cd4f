import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { nodesOf, type Placed, rangeOf } from "../../shell/nodes.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "unquoted-arguments",
	peers: {
		shellcheck: [
			{ id: "SC2068", severity: "error" },
			{ id: "SC2048", severity: "warning" },
		],
	},
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "Arguments, or an array, without quotes",
	why: [
		'`"$@"` hands the arguments on as they came; without quotes, and with `$*`, they are split at blanks again, and `*` in them is taken for a pattern.',
		"It works until the first argument with a blank.",
	],
	fixes: { onRequest: "They are the whole word.", never: "There is more to the word." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN install() { cp $@ /srv/; }; install a b
			`,
			good: dockerfile`
				FROM debian:12
				RUN install() { cp "$@" /srv/; }; install a b
			`,
		},
	],
	needs: ["$@", "$*", "]}", "${"],

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "$@", "$*", "${@", "${*", "[@]", "[*]")) {
			const expansions = [...nodesOf(file, run, "SimpleExpansion"), ...nodesOf(file, run, "ParameterExpansion")];
			for (const placed of expansions) {
				const list = listIn(placed);
				const word = placed.parent?.node;
				if (!list || !placed.parent || word?.type !== "Word" || !takesWords(placed.parent)) continue;
				const at = rangeOf(placed);
				problems.push({
					at,
					message: say`these are split at blanks, as they have no quotes`,
					...(list.sign === "*" && { as: { shellcheck: "SC2048" } }),
					...(word.text === placed.node.text && { fix: { title: say`Put it in quotes`, edits: [replace(at, `"${list.asWords}"`)], safe: false } }),
				});
			}
		}
		return problems;
	},
});

type Expansion = Extract<Placed["node"], { type: "SimpleExpansion" | "ParameterExpansion" }>;

/** Whether all arguments, or all of an array, are expanded; and the spelling that keeps them apart. */
function listIn({ node }: Placed<Expansion>): { readonly sign: "@" | "*"; readonly asWords: string } | undefined {
	if (node.type === "SimpleExpansion") {
		const sign = node.text.slice(1);
		return sign === "@" || sign === "*" ? { sign, asWords: "$@" } : undefined;
	}
	if (node.prefix || (node.operation && node.operation.type !== "Slice")) return undefined;
	const sign = node.index?.text ?? node.parameter;
	if (sign !== "@" && sign !== "*") return undefined;
	return { sign, asWords: node.index ? node.text.replace("[*]", "[@]") : node.text.replace("*", "@") };
}

/** Whether a word becomes words of a command, or of a loop. */
function takesWords({ node, parent }: Placed): boolean {
	const around = parent?.node;
	return (
		(around?.type === "Command" && around.suffix.some((each) => each === node)) ||
		(around?.type === "For" && (around.wordlist?.some((each) => each === node) ?? false))
	);
}
