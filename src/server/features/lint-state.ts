import { severityOf } from "../../engine/lint/configuration.ts";
import { isLater } from "../../engine/lint/rule-set.ts";
import { type Message, plainTextOf, say } from "../../engine/text/message.ts";
import { rules } from "../../engine/rules/index.ts";
import type { DocumentConfiguration } from "../configurations.ts";
import type { Analysis } from "../analysis.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { nameOf } from "../kind.ts";
import { type InitializationOptions, type LintState, lintStateRequest } from "../protocol.ts";

/** Why a document is linted in part only. */
export const lintState: Feature = {
	capabilities: () => ({}),
	register(server) {
		const { connection, options, analysed, catalogue } = server;
		connection.onRequest(
			lintStateRequest,
			guard<{ readonly uri: string }, LintState>(server, "Lint state", { isLinted: true, reasons: [] }, async ({ uri }) => {
				const found = await analysed(uri);
				if (!found) return { isLinted: true, reasons: [] };
				const { configuration } = found.analysis;
				const reasons = configuration.isLinted ? reasonsIn(found.analysis, options) : [whyNotAtAll(configuration)];
				return { isLinted: configuration.isLinted, reasons: reasons.map((reason) => plainTextOf(reason, catalogue)) };
			}),
		);
	},
};

const whyNotAtAll = ({ isEnabled }: DocumentConfiguration): Message =>
	isEnabled ? say`\`.hullwright.yaml\` leaves this file out.` : say`The setting \`hullwright.lint.enable\` is off.`;

const mostNamed = 5;

function reasonsIn({ kind, configuration: { configuration, file }, ignored, old }: Analysis, { isTrusted }: InitializationOptions): readonly Message[] {
	const own = rules.filter(({ language }) => language === kind || language === "any");
	const off = own.filter((rule) => configuration.rules.has(rule.id) && severityOf(rule, configuration) === "off").map(({ id }) => id);
	const later = own.filter((rule) => severityOf(rule, configuration) !== "off" && isLater(rule, configuration));
	const named = off.slice(0, mostNamed).join(", ");
	return [
		...(off.length > 0 ? [off.length > mostNamed ? say`Switched off: ${named} and ${off.length - mostNamed} more.` : say`Switched off: ${named}.`] : []),
		...(ignored > 0 ? [say`Problems that comments ignore: ${ignored}.`] : []),
		...(old.size > 0 ? [say`Problems that are known from the baseline: ${old.size}.`] : []),
		...(later.length > 0 ? [say`Rules that only hint, for they came after version ${configuration.ruleSet ?? ""}: ${later.length}.`] : []),
		...(configuration.shellcheck && !isTrusted && kind === "dockerfile" ? [say`ShellCheck does not look at it, for this workspace is not trusted.`] : []),
		...(file && file.problems.length > 0 ? [say`Something is wrong in \`${nameOf(file.path)}\`, so not all of it counts.`] : []),
	];
}
