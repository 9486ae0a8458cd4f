import type { SyntaxNode } from "unbash";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, insert, type Range, remove } from "../text/text.ts";
import { runsWith } from "./named-commands.ts";
import { neighboursOf, nodesOf, type Placed, toRange } from "./nodes.ts";

/** A comparison of `$?` with zero. The edits make the command before it the condition; undefined where that is not all there is to it. */
type StatusTest = { readonly at: Range; readonly edits: readonly Edit[] | undefined };

/** The tests of RUNs, triggers among them, that ask whether the last status was zero. */
export function* statusTestsIn(file: Dockerfile): Generator<StatusTest> {
	for (const run of runsWith(file, "$?")) {
		for (const placed of [...nodesOf(file, run, "Command"), ...nodesOf(file, run, "TestCommand")]) {
			const comparison = comparisonIn(placed.node);
			if (comparison) yield { at: toRange(placed.source, comparison.status), edits: withoutStatus(file, run, placed, comparison.isSuccess) };
		}
	}
}

type Comparison = { readonly status: { readonly pos: number; readonly end: number; readonly text: string }; readonly isSuccess: boolean };

function comparisonIn(node: SyntaxNode): Comparison | undefined {
	if (node.type === "TestCommand") {
		const { expression } = node;
		return expression.type === "TestBinary" ? compared(expression.left, expression.operator, expression.right) : undefined;
	}
	if (node.type !== "Command" || !/^(?:\[|test)$/.test(node.name?.text ?? "")) return undefined;
	const [left, operator, right, end] = node.suffix;
	if (left?.type !== "Word" || operator?.type !== "Word" || right?.type !== "Word") return undefined;
	return end !== undefined && end.type === "Word" && end.text !== "]" ? undefined : compared(left, operator.text, right);
}

function compared(left: Comparison["status"], operator: string, right: Comparison["status"]): Comparison | undefined {
	const status = [left, right].find(({ text }) => /^"?\$(?:\?|\{\?\})"?$/.test(text));
	const other = status === left ? right : left;
	if (!status || !/^"?0"?$/.test(other.text)) return undefined;
	if (/^(?:-eq|==?)$/.test(operator)) return { status, isSuccess: true };
	return operator === "-ne" || operator === "!=" || (operator === "-gt" && status === left) ? { status, isSuccess: false } : undefined;
}

/** The command moves into the condition of the `if` behind it. */
function withoutStatus(file: Dockerfile, run: Instruction, test: Placed, isSuccess: boolean): readonly Edit[] | undefined {
	const clause = test.parent?.parent;
	const statement = clause?.parent?.parent;
	if (clause?.node.type !== "CompoundList" || clause.node.commands.length !== 1 || statement?.node.type !== "Statement") return undefined;
	const choice = statement.node.command;
	if (choice.type !== "If" || choice.clause !== clause.node) return undefined;
	const { before } = neighboursOf(file, run, statement);
	if (before?.command.type !== "Command" || before.background || !before.command.name) return undefined;
	const [command, condition] = [toRange(test.source, before), toRange(test.source, test.node)];
	if (file.text.slice(command.end, condition.start).includes("#")) return undefined;
	return [insert(command.start, isSuccess ? "if " : "if ! "), remove({ start: command.end, end: condition.end })];
}
