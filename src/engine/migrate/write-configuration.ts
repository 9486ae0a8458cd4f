import type { Configuration, RuleSetting } from "../lint/configuration.ts";
import { peerIdsOf } from "../lint/rule-names.ts";
import type { Peer, Rule } from "../lint/rule.ts";

/** A file, and the linters by whose ids it names rules. */
type Origin = { readonly name: string; readonly peers: readonly Peer[] };

/** The configuration as a `.hullwright.yaml`, with the names of rules by which the other file had them. */
export function writeConfiguration({ rules: settings, ignore, ...keys }: Configuration, { name, peers }: Origin, rules: readonly Rule[]): string {
	const lines = [`# From ${name}, by hullwright migrate.`];
	for (const [key, value] of Object.entries(keys)) lines.push(`${key}: ${String(value)}`);
	const set = rules.filter(({ id }) => settings.has(id)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
	// Codes of ShellCheck's that no rule here has are set as they are.
	const codes = [...settings].filter(([id]) => !set.some((rule) => rule.id === id)).toSorted(([one], [other]) => (one < other ? -1 : 1));
	if (settings.size > 0) lines.push("rules:");
	for (const [code, setting] of codes) lines.push(`  ${code}: ${valueOf(setting)}`);
	for (const rule of set) {
		const ids = peers.flatMap((peer) => peerIdsOf(rule).flatMap(([owner, id]) => (owner === peer ? [id] : [])));
		// What tally has of another linter bears that one's id.
		const [id] = ids;
		lines.push(`  ${rule.id}: ${valueOf(settings.get(rule.id) ?? {})}${id === undefined ? "" : ` # ${id}`}`);
	}
	if (ignore.length > 0) lines.push(`ignore: ${JSON.stringify(ignore)}`);
	return `${lines.join("\n")}\n`;
}

/** JSON is YAML. */
function valueOf({ severity, options = {} }: RuleSetting): string {
	const entries = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
	if (entries.length === 0) return severity ?? "{}";
	return `{ ${[...(severity ? [`severity: ${severity}`] : []), ...entries].join(", ")} }`;
}
