import { aliasesOf } from "../../engine/lint/rule-names.ts";
import { stateOf } from "../../engine/lint/rule-state.ts";
import { spokenRule } from "../../engine/lint/spoken.ts";
import { plainTextOf, toPlainText } from "../../engine/text/message.ts";
import { rules } from "../../engine/rules/index.ts";
import type { Feature, Server } from "../feature.ts";
import { guard } from "../guard.ts";
import { nameOf } from "../kind.ts";
import { type RuleRow, rulesRequest } from "../protocol.ts";

/** All rules, with whether each is on for a document and who says so. */
export const ruleList: Feature = {
	capabilities: () => ({}),
	register(server) {
		server.connection.onRequest(
			rulesRequest,
			guard<{ readonly uri: string }, readonly RuleRow[]>(server, "Rules", [], ({ uri }) => rowsFor(server, uri)),
		);
	},
};

async function rowsFor({ analysed, configurationOf, catalogue }: Server, uri: string): Promise<readonly RuleRow[]> {
	const { configuration, file } = await configurationOf(uri);
	const named = file && { name: nameOf(file.path), configuration: file.configuration };
	const counts = new Map<string, number>();
	for (const { rule } of (await analysed(uri))?.analysis.findings ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return rules.map((rule) => {
		const { title, reason: why } = spokenRule(rule, catalogue);
		const { severity, reason } = stateOf(rule, configuration, named);
		return {
			id: rule.id,
			title: toPlainText(title),
			why: toPlainText(why),
			names: aliasesOf(rule),
			severity,
			reason: plainTextOf(reason, catalogue),
			count: counts.get(rule.id) ?? 0,
		};
	});
}
