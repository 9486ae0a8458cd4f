import type { LintedCompose, Service } from "../compose/linted.ts";
import { valueAt } from "../compose/linted.ts";
import { entryInsertion, serviceInsertion } from "../compose/rewrite/insert.ts";
import { findEntry } from "../compose/rewrite/parts.ts";
import { entryOf } from "../compose/value.ts";
import type { Fix, Problem } from "../lint/rule.ts";
import type { Message } from "../text/message.ts";
import type { Edit } from "../text/text.ts";

/** A limit by its two names, one at the service and one under `deploy.resources.limits`, with what is written for it. */
export type Limit = {
	readonly key: string;
	readonly deployed: string;
	readonly value: string;
	readonly deployedValue: string;
	readonly others?: readonly string[];
};

/** Services that have no such limit in either place. */
export function* reportUnlimited(file: LintedCompose, limit: Limit, message: (name: string) => Message, title: Message): Generator<Problem> {
	for (const service of file.services) {
		const { name, at, value } = service;
		const limits = valueAt(value, "deploy", "resources", "limits");
		if (entryOf(limits, limit.deployed) || [limit.key, ...(limit.others ?? [])].some((key) => entryOf(value, key))) continue;
		const fix = (): Fix | undefined => {
			const edit = insertion(file, service, limit);
			return edit && { title, edits: [edit], safe: false };
		};
		yield { at, message: message(name), fix };
	}
}

/** Beside the other limits: Compose refuses those of `deploy` together with one at the service that is not among them. */
function insertion(file: LintedCompose, { name, value: service }: Service, { key, deployed, value, deployedValue }: Limit): Edit | undefined {
	if (!valueAt(service, "deploy", "resources", "limits")) return serviceInsertion(file, name, key, value);
	const limits = findEntry(file, "services", name, "deploy", "resources", "limits")?.value;
	return limits?.kind === "mapping" ? entryInsertion(file, limits, deployed, deployedValue) : undefined;
}
