import { findRules } from "../../lint/rule-names.ts";
import type { Range } from "../../text/text.ts";
import { paragraphs } from "../markdown.ts";
import { describeRule } from "../rule-hover.ts";
import type { CompletionContext } from "./completion.ts";
import { keyAt } from "./keys.ts";
import { scan } from "./scan.ts";

/** What the key at the offset of a `.hullwright.yaml` is for; of a rule what it finds and why that matters, by whatever name it is called. */
export function configurationHover(text: string, offset: number, context: CompletionContext): { readonly range: Range; readonly markdown: string } | undefined {
	const entry = scan(text).entries.find(({ key }) => key.start <= offset && offset <= key.end);
	if (!entry) return undefined;
	const { path, key: range } = entry;
	const rules = path.length === 2 && path[0] === "rules" ? findRules(context.rules, path[1] ?? "") : [];
	if (rules.length > 0) return { range, markdown: paragraphs(...rules.map((rule) => describeRule(rule, context.rulePage(rule.id), context.catalogue))) };
	const about = keyAt(path, context.rules, context.catalogue)?.about;
	return about === undefined ? undefined : { range, markdown: about };
}
