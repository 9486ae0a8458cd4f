import { literalOf, rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar, mostAsked } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "profile-misspelt",
	category: "correctness",
	severity: "info",
	title: "A profile stands alone beside one that is spelt much the same",
	why: ["A service runs when one of its profiles is active: one whose profile is misspelt stays away without a word."],
	fixes: { onRequest: "The other spelling takes its place." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    profiles: [monitoring]
				  db:
				    image: postgres:17
				    profiles: [monitoring]
				  metrics:
				    image: prom/prometheus:v3.5.0
				    profiles: [monitorng]
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    profiles: [monitoring]
				  db:
				    image: postgres:17
				    profiles: [monitoring]
				  metrics:
				    image: prom/prometheus:v3.5.0
				    profiles: [monitoring]
			`,
		},
	],
	needs: ["profiles"],

	check(file) {
		const problems: Problem[] = [];
		const counts = new Map<string, number>();
		for (const service of file.allServices.values()) for (const profile of profilesOf(service)) counts.set(profile, (counts.get(profile) ?? 0) + 1);
		if (counts.size < 2) return problems;
		const usual = [...counts].filter(([, count]) => count > 1).map(([name]) => name);
		let asked = 0;
		for (const { value: service } of file.services) {
			const profiles = entryOf(service, "profiles");
			if (profiles?.kind !== "sequence" || usual.length === 0) continue;
			for (const item of profiles.items) {
				const name = literalOf(item);
				const at = rangeIn(file, item);
				if (!at || name === undefined || name.length < 4 || counts.get(name) !== 1 || asked++ > mostAsked) continue;
				const meant = findSimilar(name, usual, name.length < 8 ? 1 : 2);
				// `worker1` and `worker2`, `test` and `tests` are two on purpose.
				if (meant === undefined || withoutEnding(meant) === withoutEnding(name)) continue;
				problems.push({
					at,
					message: say`no other service has the profile \`${name}\`, but there is \`${meant}\``,
					fix: { title: say`Change it to ${meant}`, edits: [replace(at, meant)], safe: false },
				});
			}
		}
		return problems;
	},
});

function* profilesOf(service: Parameters<typeof entryOf>[0]): Generator<string> {
	const profiles = entryOf(service, "profiles");
	if (profiles?.kind !== "sequence") return;
	for (const item of profiles.items) {
		const name = literalOf(item);
		if (name !== undefined) yield name;
	}
}

const withoutEnding = (name: string): string => name.toLowerCase().replace(/[\d._-]+|s$/g, "");
