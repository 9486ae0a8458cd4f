import { github } from "./github.ts";
import { json } from "./json.ts";
import { pretty } from "./pretty.ts";
import type { Format } from "./report.ts";
import { sarif } from "./sarif.ts";

/** The first is taken where none is asked for. */
export const formatNames = ["pretty", "json", "sarif", "github"] as const;

export const formats: Readonly<Record<(typeof formatNames)[number], Format>> = { pretty, json, sarif, github };
