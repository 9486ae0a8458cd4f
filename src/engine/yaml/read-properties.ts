import { character, endsInBrackets, isEnd } from "./characters.ts";
import { type Cursor, skipBlanks } from "./cursor.ts";
import type { YamlNode } from "./syntax.ts";

/** The anchor and the tag in front of a node. */
export type Properties = Pick<YamlNode, "anchor" | "tag">;

export const noProperties: Properties = { anchor: undefined, tag: undefined };

/** Goes behind the blanks behind them. */
export function readProperties(cursor: Cursor): Properties | undefined {
	const { text } = cursor;
	let code = text.charCodeAt(cursor.at);
	if (code !== character.ampersand && code !== character.bang) return noProperties;
	let [anchor, tag]: [string | undefined, string | undefined] = [undefined, undefined];
	while (code === character.ampersand || code === character.bang) {
		const start = cursor.at;
		const end = endOfName(text, start + 1);
		const written = text.slice(start, end);
		if (!isEnd(text.charCodeAt(end)) || written.length === 1 || written.endsWith(":")) return undefined;
		if (code === character.ampersand) {
			if (anchor !== undefined) return undefined;
			anchor = written.slice(1);
		} else {
			if (tag !== undefined || !commonTag.test(written)) return undefined;
			tag = written.startsWith("!!") ? `${coreTags}${written.slice(2)}` : written;
		}
		const at = skipBlanks(cursor, end);
		if (at < 0 || text.slice(end, at).includes("\t")) return undefined;
		cursor.at = at;
		code = text.charCodeAt(at);
	}
	return { anchor, tag };
}

/** Behind the name of an anchor or a tag. */
export function endOfName(text: string, start: number): number {
	let at = start;
	for (let code = text.charCodeAt(at); !isEnd(code) && !endsInBrackets(code); code = text.charCodeAt(at)) at++;
	return at;
}

/** Somebody's own, or one of YAML's own that may be on that kind of node. */
export function mayHaveTag({ kind, tag }: YamlNode): boolean {
	if (tag?.startsWith(coreTags) !== true) return true;
	if (kind === "alias") return false;
	const name = tag.slice(coreTags.length);
	return kind === "scalar" ? scalarTags.has(name) : name === (kind === "mapping" ? "map" : "seq");
}

const coreTags = "tag:yaml.org,2002:";
const commonTag = /^!!?[a-zA-Z][\w-]*$/;
const scalarTags: ReadonlySet<string> = new Set(["str", "int", "float", "bool", "null"]);
