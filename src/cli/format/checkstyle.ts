import { projectPath } from "./project-path.ts";
import { placed, type Format } from "./report.ts";
import { element, xmlDeclaration } from "./xml.ts";

/** What Checkstyle writes, which many services read: https://checkstyle.org. A file without findings is left out. */
export const checkstyle: Format = {
	part(report, { catalogue }) {
		if (report.findings.length === 0) return "";
		const errors = placed(report, catalogue).map(({ severity, rule, message, line, column }) =>
			element("error", { line, column, severity, message, source: rule }),
		);
		return element("file", { name: projectPath(report.name) }, `\n${errors.join("")}`);
	},
	whole: (parts) => xmlDeclaration + element("checkstyle", { version: "4.3" }, `\n${parts.join("")}`),
};
