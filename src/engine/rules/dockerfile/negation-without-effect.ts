import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { isErrexitAt } from "../../shell/errexit.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { neighboursOf, nodesOf, type Placed, toRange } from "../../shell/nodes.ts";
import { say } from "../../text/message.ts";
import { insert, replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "negation-without-effect",
	peers: { shellcheck: [{ id: "SC2251", severity: "info" }] },
	category: "correctness",
	severity: "warning",
	title: "`!` keeps a failure from `set -e`",
	why: [
		"`set -e` does not heed a command that `!` stands before, whatever comes of it: a check of this kind stops nothing.",
		"`if command; then exit 1; fi` does.",
	],
	fixes: { onRequest: "Always." },
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

	check(file) {
		const problems: Problem[] = [];
		for (const run of runsWith(file, "! ")) {
			for (const placed of nodesOf(file, run, "Statement")) {
				const { node, source, process } = placed;
				const [negation] = node.command.type === "Pipeline" ? node.command.prefixes : [];
				if (negation?.type !== "Negation" || node.background || isHeeded(file, run, placed)) continue;
				const at = toRange(source, negation);
				if (!isErrexitAt(file, run, process, at.start)) continue;
				const end = toRange(source, node.command).end;
				problems.push({
					at,
					message: say`with \`!\` before it the command stops nothing`,
					fix: { title: say`Stop when the command succeeds`, edits: [replace(at, "if"), insert(end, "; then exit 1; fi")], safe: false },
				});
			}
		}
		return problems;
	},
});

/** Whether the status of a statement is a condition, or that of its script or function, or is looked at by the next one. */
function isHeeded(file: Dockerfile, run: Instruction, placed: Placed): boolean {
	const { after } = neighboursOf(file, run, placed);
	if (after) return placed.source.text.slice(after.pos, after.end).includes("$?");
	for (let inner = placed; inner.parent; inner = inner.parent) {
		const { node } = inner.parent;
		if (node.type === "While") return node.clause === inner.node;
		if ((node.type === "If" || node.type === "Elif") && node.clause === inner.node) return true;
		if (loops.has(node.type)) return false;
		if (deciding.has(node.type)) return true;
		if (node.type === "Statement" && neighboursOf(file, run, inner.parent).after) return false;
	}
	return true;
}

/** All but the last round of these count for nothing. */
const loops: ReadonlySet<string> = new Set(["For", "Select", "ArithmeticFor"]);

/** What is in these decides by its status, wherever they stand. */
const deciding: ReadonlySet<string> = new Set(["Subshell", "AndOr", "Pipeline", "Function", "CommandExpansion"]);
