import { rules } from "../../engine/rules/index.ts";
import { elementsOf, listOf } from "./json-list.ts";
import { placed, type Format } from "./report.ts";

const categories = new Map(rules.map(({ id, category }) => [id, category]));

/** One array over all files. Lines and columns count from 1, `start` and `end` are UTF-16 offsets from 0, ends are exclusive. */
export const json: Format = {
	part: (report, { catalogue }) =>
		elementsOf(
			placed(report, catalogue).map(
				({ rule, aliases, severity, message, line, column, endLine, endColumn, at: { start, end }, refused, isHint, fix, ownRule }) => ({
					file: report.name,
					rule,
					aliases,
					// What ShellCheck finds is no rule of ours.
					category: categories.get(ownRule) ?? "correctness",
					severity,
					message,
					line,
					column,
					endLine,
					endColumn,
					start,
					end,
					// Docker, or Compose, does not take the file for it, whatever one thinks of it.
					...(refused && { refused }),
					// The rule is later than the rule set that the configuration keeps to, so nothing fails for it.
					...(isHint && { isHint }),
					fix: fix ? { title: fix.title, safe: fix.safe, edits: fix.edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })) } : null,
				}),
			),
		),
	whole: (parts) => `${listOf(parts)}\n`,
};
