import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { nodesOf, toRange } from "../../shell/nodes.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "negation-without-effect",
	peers: { shellcheck: [{ id: "SC2251", severity: "info" }] },
	category: "correctness",
	severity: "off",
	strictSeverity: "info",
	title: "`!` keeps a failure from `set -e`",
	why: [
		"`set -e` does not heed a command that `!` stands before, whatever comes of it: a check of this kind stops nothing.",
		"`if command; then exit 1; fi` does.",
	],
	fixes: { never: "What is to happen is for you to say." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				RUN set -e; ! grep -r TODO /src; make
			`,
			good: dockerfile`
				FROM debian:12
				RUN set -e; if grep -r TODO /src; then exit 1; fi; make
			`,
		},
	],
	needs: ["! "],

	*check(file) {
		for (const run of runsWith(file, "! ")) {
			const statements = nodesOf(file, run, "Statement");
			for (const { node, parent, source } of statements) {
				const { command } = node;
				const [negation] = command.type === "Pipeline" ? command.prefixes : [];
				const body = parent?.node;
				const isLast = body === undefined && !statements.some((other) => other.parent === undefined && other.source === source && other.node.pos > node.pos);
				// What is tested decides by itself.
				const isTested = parent?.parent !== undefined && /^(?:If|Elif|While)$/.test(parent.parent.node.type);
				if (negation?.type !== "Negation" || isTested || isLast) continue;
				yield { at: toRange(source, negation), message: say`with \`!\` before it the command stops nothing` };
			}
		}
	},
});
