import { keyVersions, type Since, tagVersions } from "../../compose/key-versions.ts";
import { type LintedCompose, rangeIn } from "../../compose/linted.ts";
import { type Place, placeBelow, placeTable } from "../../compose/patterns.ts";
import { allNodes } from "../../compose/syntax.ts";
import type { Origin, Value } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { type Message, say } from "../../text/message.ts";

export default composeRule({
	id: "key-newer-than-docker",
	category: "correctness",
	severity: "warning",
	title: "A key needs a newer Docker than the one that it is for",
	why: [
		"An older Compose refuses a file with a key that it does not know, and an older engine refuses the container or leaves out what the key asks for.",
		"Where an engine is connected it is the measure; the options say what else a file has to work with, for example on a server or in CI.",
	],
	fixes: { never: "What does the same in an older version, if anything does, is another key each time." },
	options: {
		compose: { default: "", description: "The oldest Compose that files are for, as in `2.20.0`; empty: it is not looked at." },
		engine: { default: "", description: "The oldest Docker Engine that files are for, as in `24.0`; empty: the one that is connected, if any." },
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: [CMD, nginx, -t]
				      start_interval: 1s
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    healthcheck:
				      test: [CMD, nginx, -t]
				      start_period: 10s
			`,
			options: { engine: "24.0" },
		},
	],

	check(file, { options: { compose: oldestCompose, engine: oldestEngine } }) {
		const against = { oldestCompose, oldestEngine, connected: file.daemon?.version, api: file.daemon?.apiVersion };
		if (!oldestCompose && !oldestEngine && !against.api) return [];
		const problems: Problem[] = [];
		const judge = (since: Since | undefined, name: string, at: Origin | undefined): void => {
			const message = since && complaint(since, name, against);
			const range = message && rangeIn(file, at);
			if (range) problems.push({ at: range, message });
		};
		for (const { value } of file.project.documents.get(file.path) ?? []) if (value) look(value, judge, byPlace, byValue);
		judgeTags(file, judge);
		return problems;
	},
});

type Judge = (since: Since | undefined, name: string, at: Origin | undefined) => void;

const byPlace = placeTable<Since>(Object.fromEntries(Object.entries(keyVersions).filter(([place]) => !place.includes("="))));
const byValue = placeTable<ReadonlyMap<string, Since>>(Object.fromEntries(valuesByKey()));

function valuesByKey(): ReadonlyMap<string, ReadonlyMap<string, Since>> {
	const found = new Map<string, Map<string, Since>>();
	for (const [place, since] of Object.entries(keyVersions)) {
		const [key = "", value] = place.split("=");
		if (value !== undefined) found.set(key, (found.get(key) ?? new Map<string, Since>()).set(value, since));
	}
	return found;
}

/** Goes over what the file says, as it says it: in the project short forms are written out. */
function look(value: Value, judge: Judge, keys: Place<Since> | undefined, values: Place<ReadonlyMap<string, Since>> | undefined): void {
	if (!keys && !values) return;
	if (value.kind === "sequence") for (const item of value.items) look(item, judge, keys?.any, values?.any);
	if (value.kind === "string") judge(values?.held?.get(value.value), value.value, value.origin);
	if (value.kind !== "mapping") return;
	for (const [name, entry] of value.entries) {
		const own = placeBelow(keys, name);
		judge(own?.held, name, entry.key);
		look(entry.value, judge, own, placeBelow(values, name));
	}
}

function judgeTags(file: LintedCompose, judge: Judge): void {
	for (const node of allNodes(file))
		if (node.tag !== undefined) judge(tagVersions[node.tag], node.tag, { file: file.path, at: { start: node.start, end: node.end } });
}

type Against = { readonly oldestCompose: string; readonly oldestEngine: string; readonly connected: string | undefined; readonly api: string | undefined };

function complaint(since: Since, name: string, { oldestCompose, oldestEngine, connected, api }: Against): Message | undefined {
	if (since.engine !== undefined && oldestEngine !== "" && isOlder(oldestEngine, since.engine))
		return say`\`${name}\` needs Docker Engine ${since.engine}, and the file is to work with ${oldestEngine}`;
	if (since.engine !== undefined && since.api !== undefined && api !== undefined && isOlder(api, since.api))
		return say`\`${name}\` needs Docker Engine ${since.engine}, and the one that is connected is ${connected ?? api}`;
	if (oldestCompose !== "" && isOlder(oldestCompose, since.compose))
		return say`\`${name}\` needs Compose ${since.compose}, and the file is to work with ${oldestCompose}`;
	return undefined;
}

/** By their numbers, one by one; what is left out is 0. */
function isOlder(version: string, other: string): boolean {
	const [left, right] = [version, other].map((each) => each.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0));
	for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index++) {
		const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}
