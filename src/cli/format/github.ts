import { placed, type Format } from "./report.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export const github: Format = {
	part(report, { catalogue }) {
		let output = "";
		for (const { severity, rule, message, line, column, endLine, endColumn } of placed(report, catalogue)) {
			// Columns that stand on different lines are refused.
			const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : "";
			output += `::${commands[severity]} file=${property(report.name)},line=${line},endLine=${endLine}${columns},title=${property(rule)}::${data(message)}\n`;
		}
		return output;
	},
	whole: (parts) => parts.join(""),
};

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
