import { github } from "./github.ts";
import { json } from "./json.ts";
import { pretty } from "./pretty.ts";
import type { Format } from "./report.ts";
import { numbers, numbersInJson } from "./statistics.ts";
import { sarif } from "./sarif.ts";

/** The first is taken where none is asked for. */
export const formatNames = ["pretty", "json", "sarif", "github"] as const;

/** How the job's reports are printed. */
export const formatFor = ({ format, onlyNumbers }: { readonly format: keyof typeof formats; readonly onlyNumbers: boolean }): Format =>
	onlyNumbers ? (format === "json" ? numbersInJson : numbers) : formats[format];

export const formats: Readonly<Record<(typeof formatNames)[number], Format>> = { pretty, json, sarif, github };
