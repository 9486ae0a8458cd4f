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

/** The first is taken where none is asked for. */
export const formatNames = ["pretty", "json", "sarif", "github", "gitlab", "codeclimate", "checkstyle", "junit", "gnu"] as const;

/** How the job's reports are printed. */
export const formatFor = ({ format, onlyNumbers }: { readonly format: keyof typeof formats; readonly onlyNumbers: boolean }): Format =>
	onlyNumbers ? (format === "json" ? numbersInJson : numbers) : formats[format];

export const formats: Readonly<Record<(typeof formatNames)[number], Format>> = {
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
