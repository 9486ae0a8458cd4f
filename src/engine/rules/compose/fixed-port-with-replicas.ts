import { type LintedCompose, rangeIn, valueAt } from "../../compose/linted.ts";
import { partsAround } from "../../compose/rewrite/parts.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { scalarReplacement } from "../../compose/rewrite/scalars.ts";
import { entryOf, itemsIn, textOf, type Value } from "../../compose/value.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { isForSwarm } from "../swarm.ts";

export default composeRule({
	id: "fixed-port-with-replicas",
	category: "correctness",
	severity: "error",
	title: "Several containers of a service want the same port of the host",
	why: [
		"A port of the host belongs to one container: the second one does not start, and says *port is already allocated*.",
		"Without a host port each container gets a free one, and a proxy in front of them needs none at all.",
	],
	fixes: { onRequest: "The port of the host is left out, so that each container gets a free one.", never: "The port is not written out in this file." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
				    scale: 2
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "80"
				    scale: 2
			`,
		},
	],
	needs: [
		["ports", "scale"],
		["ports", "replicas"],
	],

	*check(file) {
		for (const { name, value: service } of file.services) {
			const count = numberOf(entryOf(service, "scale")) ?? numberOf(valueAt(service, "deploy", "replicas")) ?? 1;
			if (count < 2 || isForSwarm(file)) continue;
			const seen = new Set<number>();
			for (const port of itemsIn(entryOf(service, "ports"))) {
				const published = entryOf(port, "published");
				const at = rangeIn(file, port);
				if (!at || seen.has(at.start) || published?.kind !== "string" || published.value === "") continue;
				if (portsIn(published.value) >= count) continue;
				seen.add(at.start);
				const fix = fixFor(file, at, port);
				yield { at, message: say`\`${name}\` runs ${count} times, and port ${published.value} of the host belongs to one container`, ...(fix && { fix }) };
			}
		}
	},
});

const numberOf = (value: Value | undefined): number | undefined => (value?.kind === "integer" ? Number(value.value) : undefined);

/** How many ports there are in `8000-8010`. */
function portsIn(published: string): number {
	const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(published) ?? [];
	return first === undefined ? Infinity : Number(last ?? first) - Number(first) + 1;
}

function fixFor(file: LintedCompose, at: Range, port: Value): Fix | undefined {
	const part = partsAround(file, at).at(-1);
	if (part?.kind !== "item") return undefined;
	const written = part.item;
	const target = written.kind === "scalar" && !written.source.includes("$") ? written.source.slice(written.source.lastIndexOf(":") + 1) : "";
	const held = rangeIn(file, entryOf(port, "published"));
	const edit =
		written.kind === "scalar"
			? target === "" || !textOf(entryOf(port, "published"))
				? undefined
				: scalarReplacement(file, written, target)
			: held && removal(file, held);
	return edit && { title: say`Leave the port of the host out`, edits: [edit], safe: false };
}
