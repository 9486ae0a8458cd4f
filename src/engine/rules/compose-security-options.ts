import { type LintedCompose, rangeIn } from "../compose/linted.ts";
import { removal } from "../compose/rewrite/remove.ts";
import { entryOf, type Mapping, textOf, type Value } from "../compose/value.ts";
import type { Problem } from "../lint/rule.ts";
import { type Message, say } from "../text/message.ts";

/** The items of `security_opt`; one that holds a variable has no text. */
function securityOptions(service: Mapping): readonly { readonly item: Value; readonly text: string | undefined }[] {
	const options = entryOf(service, "security_opt");
	if (options?.kind !== "sequence") return [];
	return options.items.map((item) => ({ item, text: item.kind === "string" && item.template !== undefined ? undefined : textOf(item) }));
}

/** The options by which services switch off what confines their containers. */
export function* reportOption(file: LintedCompose, pattern: RegExp, message: (text: string) => Message): Generator<Problem> {
	for (const { value } of file.services) {
		for (const { item, text } of securityOptions(value)) {
			const at = rangeIn(file, item);
			if (!at || text === undefined || !pattern.test(text)) continue;
			const edit = removal(file, at);
			yield { at, message: message(text), ...(edit && { fix: { title: say`Remove \`${text}\``, edits: [edit], safe: false } }) };
		}
	}
}
