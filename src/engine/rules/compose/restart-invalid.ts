import { literalOf, rangeIn, valueAt } from "../../compose/linted.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { findSimilar } from "../../text/similar.ts";
import { replace, type Range } from "../../text/text.ts";

export default composeRule({
	id: "restart-invalid",
	category: "correctness",
	severity: "error",
	title: "Docker knows no such restart policy",
	why: ["`docker compose config` takes any word, and `up` fails: Docker makes no container with a policy that it does not know."],
	fixes: { onRequest: "A policy is spelt much the same, or there is a count where none may be.", never: "No policy is spelt like it." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    restart: unless_stopped
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    restart: unless-stopped
			`,
		},
	],
	needs: ["restart"],

	*check(file) {
		for (const { value: service } of file.services) {
			const restart = valueAt(service, "restart");
			const text = literalOf(restart);
			const at = rangeIn(file, restart);
			// Compose hands on the policy under `deploy`, where there is one.
			if (!at || text === undefined || isPolicy(text) || valueAt(service, "deploy", "restart_policy")) continue;
			const [name = "", count] = text.split(":");
			const fix = mended(at, name, count);
			const message = policies.includes(name)
				? say`a count of restarts goes with \`on-failure\` alone, so that the container cannot be made`
				: say`there is no policy \`${text}\`, so that the container cannot be made`;
			yield { at, message, ...(fix && { fix }) };
		}
	},
});

const policies = ["no", "always", "unless-stopped", "on-failure"];

/** As Compose reads it: a count that is no number is none, and two names are another's. https://github.com/docker/compose/blob/main/pkg/compose/create.go */
function isPolicy(text: string): boolean {
	const [name = "", count = ""] = text.split(":");
	const retries = /^[+-]?\d+$/.test(count) ? Number(count) : 0;
	if (name === "on-failure") return retries >= 0;
	return retries === 0 && /^(?:|no|none|always|any|unless-stopped)$/.test(name);
}

function mended(at: Range, name: string, count: string | undefined): Fix | undefined {
	const known = policies.includes(name) ? name : findSimilar(name.replaceAll(/[_ ]+/g, "-"), policies);
	if (known === undefined) return undefined;
	const policy = known === "on-failure" && /^\d+$/.test(count ?? "") ? `${known}:${count}` : known;
	return { title: say`Change it to ${policy}`, edits: [replace(at, policy === "no" ? '"no"' : policy)], safe: false };
}
