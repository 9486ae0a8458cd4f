import { type Draft, saying } from "../../completion.ts";
import { globalScope, proxyArguments } from "../../../dockerfile/global-scope.ts";
import { stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { scopeBefore } from "../../../dockerfile/variables.ts";
import { say } from "../../../text/message.ts";
import { describeReference } from "../hover/variable-hover.ts";
import type { VariableCursor } from "../variable-cursor.ts";

/** The variables that are set there, the latest first; each with its value, and where it comes from. */
export function variableCompletions(file: Dockerfile, cursor: VariableCursor): readonly Draft[] {
	const { outer, instruction, isBraced, isClosed, expandedBy, range } = cursor;
	const isAtRunTime = atRunTime.has(instruction.keyword);
	const scope = scopeBefore(file, instruction);
	const drafts: Draft[] = [];
	const add = (name: string, detail: Draft["detail"], rank: number): void => {
		drafts.push({
			label: name,
			kind: "variable",
			text: isBraced ? `\${${name}${isClosed ? "" : "}"}` : `$${name}`,
			...(detail && { detail }),
			rank,
			about: (catalogue) =>
				saying(...(describeReference(file, { start: range.start, end: range.start, name, expandedBy, instruction, outer }) ?? []))(catalogue),
		});
	};
	const entries = scope.entries().toSorted(([, one], [, other]) => (other.instruction?.range.start ?? -1) - (one.instruction?.range.start ?? -1));
	for (const [name, { value, kind }] of entries) {
		if (isAtRunTime && kind !== "env") continue;
		add(name, value === undefined ? (kind === "predefined" ? say`Set by BuildKit` : undefined) : `= ${value}`, kind === "predefined" ? 1 : 0);
	}
	if (!stageOf(file, outer) || instruction.keyword === "FROM") return drafts;
	if (!scope.get("PATH")) add("PATH", say`Of the base image`, 1);
	if (isAtRunTime) return drafts;
	// A shell has these besides.
	if (expandedBy === "shell" && !scope.get("HOME")) add("HOME", undefined, 1);
	if (instruction.keyword === "RUN") for (const name of proxyArguments) if (!scope.get(name)) add(name, say`Predefined argument`, 3);
	// Docker would put nothing there: its ARG is missing in the stage. It is what one looks for, all the same.
	for (const [name, { kind }] of globalScope(file)) if (kind === "arg" && !scope.get(name)) add(name, say`Needs its own ARG in this stage`, 2);
	return drafts;
}

const atRunTime: ReadonlySet<string> = new Set(["CMD", "ENTRYPOINT", "HEALTHCHECK"]);
