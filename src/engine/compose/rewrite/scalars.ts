import { type Edit, replace } from "../../text/text.ts";
import type { ComposeFile, ComposeNode } from "../syntax.ts";

type ScalarNode = ComposeNode & { readonly kind: "scalar" };

/** Puts another text into the place of a scalar, in quotes where it was written so; undefined of one over several lines, of which not all would be replaced. */
export function scalarReplacement({ text }: ComposeFile, scalar: ScalarNode, value: string): Edit | undefined {
	const written = text.slice(scalar.start, scalar.end);
	if (/[\r\n]/.test(written) || /^[|>]/.test(written)) return undefined;
	return replace(scalar, written.startsWith("'") ? inSingleQuotes(value) : written.startsWith('"') ? inDoubleQuotes(value) : writtenScalar(value));
}

/** As it is written in a file so that it is read as that text: without quotes where that is the same. */
const writtenScalar = (value: string): string => (isPlainText.test(value) && !isOtherType.test(value) ? value : inDoubleQuotes(value));

const inSingleQuotes = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const inDoubleQuotes = (value: string): string => `"${value.replaceAll(/["\\]/g, "\\$&")}"`;

/** What is text in brackets, too, and means nothing else. */
const isPlainText = /^[\p{L}_./][\p{L}\p{N}_./@+-]*(?::[\p{L}\p{N}_./@+-]+)*$/u;
const isOtherType = /^(?:true|false|yes|no|on|off|y|n|null|\.inf|\.nan)$|^[.+-]?\d/i;
