import type { FormatName } from "../../engine/lint/configuration.ts";
import { checkstyle } from "./checkstyle.ts";
import { codeClimate } from "./code-climate.ts";
import { github } from "./github.ts";
import { gnu } from "./gnu.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { pretty } from "./pretty.ts";
import type { Format } from "./report.ts";
import { numbers, numbersInJson } from "./statistics.ts";
import { sarif } from "./sarif.ts";

/** How the job's reports are printed. */
export const formatFor = ({ format, onlyNumbers }: { readonly format: FormatName; readonly onlyNumbers: boolean }): Format =>
	onlyNumbers ? (format === "json" ? numbersInJson : numbers) : formats[format];

const formats: Readonly<Record<FormatName, Format>> = {
	pretty,
	json,
	sarif,
	github,
	gitlab: codeClimate,
	codeclimate: codeClimate,
	checkstyle,
	junit,
	gnu,
};
