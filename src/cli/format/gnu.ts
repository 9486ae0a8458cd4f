import { withoutControls } from "../terminal.ts";
import { placed, type Format } from "./report.ts";

/** A line for each finding, as editors and tools read compilers: https://www.gnu.org/prep/standards/html_node/Errors.html */
export const gnu: Format = {
	part: (report, { catalogue }) =>
		placed(report, catalogue)
			.map(({ severity, rule, message, line, column }) => withoutControls(`${report.name}:${line}:${column}: ${severity}: ${message} [${rule}]`))
			.map((line) => `${line.replaceAll("\n", "\uFFFD")}\n`)
			.join(""),
	whole: (parts) => parts.join(""),
};
