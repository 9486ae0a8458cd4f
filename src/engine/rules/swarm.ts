import type { LintedCompose } from "../compose/linted.ts";
import { entryOf, heldIn, textOf } from "../compose/value.ts";
import { fact } from "../text/fact.ts";

/** Whether the project is written for `docker stack deploy`, by its files' names or by what only Swarm does anything with. */
export const isForSwarm = fact(({ paths, allServices, project: { model } }: LintedCompose): boolean => {
	if (paths.some((path) => hasSwarmName(path.slice(path.lastIndexOf("/") + 1)))) return true;
	for (const [, service] of allServices) {
		const deploy = entryOf(service, "deploy");
		if (["placement", "update_config", "rollback_config", "endpoint_mode"].some((key) => entryOf(deploy, key))) return true;
		if (/^(?:global|replicated-job|global-job)$/.test(textOf(entryOf(deploy, "mode")) ?? "")) return true;
	}
	if (heldIn(entryOf(model, "networks")).some(([, network]) => textOf(entryOf(network, "driver")) === "overlay")) return true;
	// Compose itself knows no external secrets.
	return ["secrets", "configs"].some((section) => heldIn(entryOf(model, section)).some(([, held]) => entryOf(held, "external")));
});

/** As in `docker-stack.yml`, `stack.prod.yaml` and `compose.swarm.yaml`. */
const hasSwarmName = (name: string): boolean => /(?:^|[-_.])(?:stack|swarm)(?:[-_.][^/]*)?\.ya?ml$/i.test(name);
