import { parse } from "../../../dockerfile/parse.ts";
import { refusalsOf } from "../../../dockerfile/refusals/refusals.ts";

/** Whether BuildKit takes the key for a mount of that type, be it only to make nothing of it. */
export function isMountKeyTaken(type: string, key: string): boolean {
	if (!/^\w+$/.test(type) || !/^\w+$/.test(key)) return false;
	const others = /^(?:target|dst|destination|type)$/.test(key) ? "" : ",target=/target";
	return refusalsOf(parse(`FROM debian\nRUN --mount=type=${type}${others},${key}=${values[key] ?? "/value"} true\n`)).length === 0;
}

/** A right value for those that are no paths or names. */
const values: Readonly<Record<string, string>> = {
	from: "debian",
	gid: "0",
	id: "name",
	mode: "0755",
	readonly: "true",
	readwrite: "true",
	required: "true",
	ro: "true",
	rw: "true",
	sharing: "shared",
	size: "64m",
	type: "bind",
	uid: "0",
};
