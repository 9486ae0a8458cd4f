import { entryRangeIn, type LintedCompose, literalOf } from "../compose/linted.ts";
import { removal } from "../compose/rewrite/remove.ts";
import { entryOf } from "../compose/value.ts";
import { watchesHost } from "../image/host-tools.ts";
import type { Problem } from "../lint/rule.ts";
import { type Message, say } from "../text/message.ts";
import { namedImage } from "./compose-images.ts";

/** Services that share a namespace of the host. What is made to watch the host has to, where `besides` says so. */
export function* reportHost(file: LintedCompose, key: string, message: Message, besides?: "host tools"): Generator<Problem> {
	for (const { value: service } of file.services) {
		const value = entryOf(service, key);
		if (value === undefined || literalOf(value) !== "host") continue;
		const at = entryRangeIn(file, service, key);
		if (!at) continue;
		const image = besides && namedImage(service);
		if (image && watchesHost(image.reference)) continue;
		const edit = removal(file, at);
		yield { at, message, ...(edit && { fix: { title: say`Remove \`${key}\``, edits: [edit], safe: false } }) };
	}
}
