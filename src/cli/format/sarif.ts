import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { rules } from "../../engine/rules/index.ts";
import { aliasesOf } from "../../engine/lint/rule-names.ts";
import type { Rule } from "../../engine/lint/rule.ts";
import { spoken, spokenRule } from "../../engine/lint/spoken.ts";
import type { Catalogue } from "../../engine/text/message.ts";
import { Lines, type Range } from "../../engine/text/text.ts";
import { elementsOf, listOf } from "./json-list.ts";
import { namesOf, type Format, type Report } from "./report.ts";

const indexes = new Map(rules.map(({ id }, index) => [id, index]));
const levels = { error: "error", warning: "warning", info: "note" } as const;

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: Format = {
	part: (report, { catalogue }) => elementsOf(resultsOf(report, catalogue)),
	whole(parts, _, { catalogue }) {
		const log = {
			$schema: "https://json.schemastore.org/sarif-2.1.0.json",
			version: "2.1.0",
			runs: [
				{
					tool: { driver: { name: "Hullwright", rules: rules.map((rule) => describe(rule, catalogue)) } },
					columnKind: "utf16CodeUnits",
					results: [],
				},
			],
		};
		const results = listOf(parts).replaceAll("\n", `\n${"\t".repeat(3)}`);
		return `${replaceLast(JSON.stringify(log, null, "\t"), "[]", results)}\n`;
	},
};

function replaceLast(text: string, part: string, by: string): string {
	const at = text.lastIndexOf(part);
	return text.slice(0, at) + by + text.slice(at + part.length);
}

function describe(rule: Rule, catalogue: Catalogue | undefined): object {
	const { id, severity } = rule;
	const { summary, why, reason } = spokenRule(rule, catalogue);
	return {
		id,
		shortDescription: { text: summary },
		...(why.length > 0 && { fullDescription: { text: reason }, help: { text: why.join("\n") } }),
		defaultConfiguration: severity === "off" ? { enabled: false } : { level: levels[severity] },
		properties: { aliases: aliasesOf(rule) },
	};
}

function resultsOf({ name, text, findings }: Report, catalogue: Catalogue | undefined): object[] {
	if (findings.length === 0) return [];
	const lines = new Lines(text);
	const artifactLocation = { uri: uriOf(name) };
	const regionOf = ({ start, end }: Range): object => {
		const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
		return {
			startLine: from.line + 1,
			startColumn: from.column + 1,
			endLine: to.line + 1,
			endColumn: to.column + 1,
			charOffset: start,
			charLength: end - start,
		};
	};
	const locationOf = (range: Range): object => ({ physicalLocation: { artifactLocation, region: regionOf(range) } });
	return findings
		.map((finding) => ({ ...spoken(finding, catalogue), ...namesOf(finding) }))
		.map(({ rule, severity, message, at, fix, related = [] }) => ({
			ruleId: rule,
			...(indexes.has(rule) && { ruleIndex: indexes.get(rule) }),
			level: levels[severity],
			message: { text: message },
			locations: [locationOf(at)],
			...(related.length > 0 && { relatedLocations: related.map((each, id) => ({ id, message: { text: each.message }, ...locationOf(each.at) })) }),
			...(fix && {
				fixes: [
					{
						description: { text: fix.title },
						artifactChanges: [
							{ artifactLocation, replacements: fix.edits.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })) },
						],
					},
				],
			}),
		}));
}

/** Relative to where the run began, which readers take for the repository's root. */
function uriOf(name: string): string {
	if (isAbsolute(name)) return pathToFileURL(name).href;
	return name.replaceAll("\\", "/").replace(/^\.\//, "").split("/").map(encodeURIComponent).join("/");
}
