import { type Catalogue, textOf } from "../../text/message.ts";
import { bullets, code, paragraphs } from "../markdown.ts";
import { keyMeaning } from "./documentation/about.ts";
import { valuesOfKeys } from "./known-values.ts";
import { keysAt, schemaPath } from "./schema-at.ts";

/** A page in Markdown about a key, by the names that lead to it: `services.*.healthcheck`, or `services.web.healthcheck`. Undefined for what Compose does not know. */
export function explainKey(name: string, catalogue: Catalogue | undefined): string | undefined {
	const path = schemaPath(name.split("."));
	const meaning = path === undefined ? undefined : keyMeaning(path);
	if (path === undefined || !meaning) return undefined;
	const values = (valuesOfKeys[path] ?? []).map(([value, about]) => (about ? `${code(value)}: ${textOf(about, catalogue)}` : code(value)));
	const keys = [path, `${path}.*`].flatMap((each) => [...keysAt(each.split(".")).keys()].map((key) => code(`${each}.${key}`)));
	return paragraphs(`# ${path}`, ...meaning.map((message) => textOf(message, catalogue)), bullets(values), bullets(keys));
}
