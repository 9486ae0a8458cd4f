import { type LintedCompose, rangeIn, valueAt } from "../../compose/linted.ts";
import type { Value } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "memory-unit-missing",
	category: "correctness",
	severity: "warning",
	title: "An amount of memory is in bytes, for it has no unit",
	why: [
		"A number without a unit is a number of bytes: `512` is not half a gigabyte.",
		"Docker refuses to make a container with less than six megabytes of memory; with so little shared memory, programs fail later.",
	],
	fixes: { onRequest: "`m`, for megabytes, is put behind the number." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_limit: 512
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    mem_limit: 512m
			`,
		},
	],
	needs: ["mem_limit", "mem_reservation", "memswap_limit", "shm_size", "memory"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value } of file.services)
			for (const path of places) {
				const problem = problemOf(file, valueAt(value, ...path));
				if (problem) problems.push(problem);
			}
		return problems;
	},
});

const places: readonly (readonly string[])[] = [
	["mem_limit"],
	["mem_reservation"],
	["memswap_limit"],
	["shm_size"],
	["build", "shm_size"],
	["deploy", "resources", "limits", "memory"],
	["deploy", "resources", "reservations", "memory"],
];

/** What Docker demands at least, in bytes. */
const least = 6 * 1024 * 1024;

function problemOf(file: LintedCompose, value: Value | undefined): Problem | undefined {
	if (value?.kind !== "integer" && value?.kind !== "string") return undefined;
	if (value.kind === "string" && value.template !== undefined) return undefined;
	const digits = String(value.value);
	const at = rangeIn(file, value);
	const bytes = /^\d+$/.test(digits) ? Number(digits) : 0;
	// Nothing means without a limit.
	if (!at || bytes === 0 || bytes >= least) return undefined;
	const place = file.text.indexOf(digits, at.start) + digits.length;
	return {
		at,
		message: say`\`${digits}\` without a unit are so many bytes`,
		fix: { title: say`Make it megabytes`, edits: [replace({ start: place, end: place }, "m")], safe: false },
	};
}
