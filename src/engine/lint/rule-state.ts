import { type Message, say } from "../text/message.ts";
import { severityOf, type Configuration } from "./configuration.ts";
import { isLater, sinceOf } from "./rule-set.ts";
import type { Rule, Severity } from "./rule.ts";

/** Whether a rule is on, and who says so: a clause without a full stop. */
export type RuleState = { readonly severity: Severity | "off"; readonly isHint: boolean; readonly reason: Message };

/** `file` is what of the configuration stands in a file of that name; the rest comes from elsewhere, which is the editor's settings. */
export function stateOf(
	rule: Rule,
	configuration: Configuration,
	file: { readonly name: string; readonly configuration: Configuration } | undefined,
): RuleState {
	const severity = severityOf(rule, configuration);
	const isHint = severity !== "off" && isLater(rule, configuration);
	const { preset = "default", ruleSet = "" } = configuration;
	if (isHint) return { severity: "info", isHint, reason: say`it came in version ${sinceOf(rule)}, and \`ruleSet\` is ${ruleSet}: nothing fails for it` };
	if (file?.configuration.rules.has(rule.id)) return { severity, isHint, reason: say`set in \`${file.name}\`` };
	if (configuration.rules.has(rule.id)) return { severity, isHint, reason: say`set in the editor's settings` };
	return {
		severity,
		isHint,
		reason: severity === "off" ? say`the preset \`${preset}\` does not have it` : say`by the preset \`${preset}\``,
	};
}
