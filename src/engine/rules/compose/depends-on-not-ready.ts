import type { LintedCompose } from "../../compose/linted.ts";
import { serviceInsertion } from "../../compose/rewrite/insert.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { entryOf, type Mapping } from "../../compose/value.ts";
import { probeOf } from "../../image/probes.ts";
import { compose, composeRule, type Fix, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { type Edit, insert, replace } from "../../text/text.ts";
import { dependenciesOn } from "../compose-dependencies.ts";
import { checkLines, hasHealthcheck } from "../compose-health.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "depends-on-not-ready",
	category: "correctness",
	severity: "off",
	title: "A service starts before the database is ready that it depends on",
	why: [
		"`depends_on` with a name alone waits until the container is started, not until what is in it answers: a database takes seconds for that.",
		"With `condition: service_healthy` Compose waits until the health check says so.",
	],
	fixes: {
		onRequest: "The dependency waits until the database is healthy, which gets a health check where it has none.",
		never: "The list is written in a way in which one of its items cannot become a mapping.",
	},
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: example/app:1
				    depends_on:
				      - cache
				  cache:
				    image: redis:8
			`,
			good: compose`
				services:
				  app:
				    image: example/app:1
				    depends_on:
				      cache:
				        condition: service_healthy
				  cache:
				    image: redis:8
				    healthcheck:
				      test: ["CMD", "redis-cli", "ping"]
				      interval: 10s
				      timeout: 5s
				      retries: 5
				      start_period: 10s
			`,
		},
	],
	needs: ["depends_on"],

	check(file) {
		const problems: Problem[] = [];
		for (const [name, dependencies] of dependenciesOn(file)) {
			const service = file.allServices.get(name);
			const image = service && pulledImage(service);
			const probe = image && probeOf(image.reference);
			if (!service || !probe) continue;
			for (const { at, by, isLong } of dependencies) {
				if (!at || isLong) continue;
				const fix = wait(file, by, name, service, checkLines(probe));
				problems.push({ at, message: say`\`${by}\` starts before \`${name}\` is ready`, ...(fix && { fix }) });
			}
		}
		return problems;
	},
});

function wait(file: LintedCompose, by: string, name: string, service: Mapping, lines: readonly string[]): Fix | undefined {
	const edits = toMapping(file, by, name);
	if (!edits) return undefined;
	const isAsked = hasHealthcheck(service, file);
	const check = isAsked ? undefined : entryOf(service, "healthcheck") ? undefined : serviceInsertion(file, name, "healthcheck", lines);
	if (!isAsked && !check) return undefined;
	return { title: say`Wait until \`${name}\` is healthy`, edits: [...edits, ...(check ? [check] : [])], safe: false };
}

/** Makes a mapping of a list with an item a line; what the others wait for stays as it is. */
function toMapping(file: LintedCompose, by: string, name: string): readonly Edit[] | undefined {
	const list = findEntry(file, "services", by, "depends_on")?.value;
	if (list?.kind !== "sequence" || list.isFlow) return undefined;
	const edits: Edit[] = [];
	for (const item of list.items) {
		const lineStart = file.text.lastIndexOf("\n", item.start - 1) + 1;
		const [lead = "", indent = ""] = /^([ \t]*)-[ \t]+$/.exec(file.text.slice(lineStart, item.start)) ?? [];
		if (lead === "" || item.kind !== "scalar") return undefined;
		const condition = item.source === name ? "service_healthy" : "service_started";
		// A list may stand as far left as its key, and a mapping may not.
		const deeper = `${indent}${isAsFarLeft(file.text, lineStart, indent) ? "  " : ""}`;
		edits.push(replace({ start: lineStart, end: item.start }, deeper), insert(item.end, `:${lineBreak(file.text)}${deeper}  condition: ${condition}`));
	}
	return edits;
}

/** Whether the key above the first item has the item's own indentation. */
function isAsFarLeft(text: string, lineStart: number, indent: string): boolean {
	for (let end = lineStart - 1; end > 0; end = text.lastIndexOf("\n", end - 1)) {
		const line = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
		if (/^[ \t]*depends_on[ \t]*:/.test(line)) return line.startsWith(`${indent}depends_on`);
		if (!/^[ \t]*(?:-|#|$)/.test(line)) return false;
	}
	return false;
}

const lineBreak = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
