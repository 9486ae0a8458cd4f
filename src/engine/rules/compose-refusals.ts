import type { LintedCompose } from "../compose/linted.ts";
import type { RefusalKind } from "../compose/refusal.ts";
import type { Fix, Problem } from "../lint/rule.ts";
import type { Message } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { say } from "../text/message.ts";

/** What Compose refuses the project for, as far as it is of that kind. */
export function reportRefusals(
	file: LintedCompose,
	kind: RefusalKind,
	fixFor?: (refused: { readonly at: Range; readonly message: Message }) => Fix | undefined,
): readonly Problem[] {
	const refusals = file.refusals.get(kind);
	if (!refusals) return none;
	return refusals.map((refusal) => {
		const fix = fixFor?.(refusal);
		return { at: refusal.at, message: say`Compose refuses the file: ${refusal.message}`, refused: true, ...(fix && { fix }) };
	});
}

const none: readonly Problem[] = [];
