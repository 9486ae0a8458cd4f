import type { Flag } from "../../../dockerfile/syntax.ts";
import { aboutMountKey, aboutMountType } from "./documentation/about.ts";
import type { Message } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";

/** The part of `--mount=…` at the offset: its type, a key or a key's value. Undefined for what BuildKit does not know, and where the value is quoted. */
export function mountHover({ value }: Flag, offset: number): { readonly range: Range; readonly about: readonly Message[] } | undefined {
	if (!value || value.end - value.start !== value.text.length || offset < value.start || offset > value.end) return undefined;
	const type = /(?:^|,)type=([^,]*)/i.exec(value.text)?.[1]?.toLowerCase() ?? "bind";
	let start = value.start;
	for (const field of value.text.split(",")) {
		const range = { start, end: start + field.length };
		start = range.end + 1;
		if (offset < range.start || offset > range.end) continue;
		const key = field.split("=", 1)[0]?.toLowerCase() ?? "";
		const about = [key === "type" ? aboutMountType(type) : undefined, aboutMountKey(type, key)].filter((message) => message !== undefined);
		return about.length > 0 ? { range, about } : undefined;
	}
	return undefined;
}
