import { findStage } from "../../../dockerfile/stages.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Flag, Instruction } from "../../../dockerfile/syntax.ts";
import { valueOf } from "../../../dockerfile/variables.ts";
import { type Message, say } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import type { About } from "../../hover.ts";
import { code, listed } from "../../markdown.ts";
import { aboutMountKey, aboutMountType } from "./documentation/about.ts";
import { mountKeyAliases, sharingDocumentation } from "./documentation/mounts.ts";
import { describeImage, type AskEngine } from "./image-hover.ts";
import { describeMode } from "./mode-hover.ts";
import { describeUser } from "./owner-hover.ts";
import { absolutePath } from "./paths.ts";
import { describeStage } from "./stage-hover.ts";

/** A field of a mount: its key, lower case, by its first name, and its value with variables replaced; undefined where the file does not tell. */
type Field = { readonly range: Range; readonly key: string; readonly name: string; readonly value: string | undefined };

/** The part of `--mount=…` at the offset: its type, a key or a key's value, and what it comes to here. Undefined for what BuildKit does not know, and where the value is quoted. */
export function mountHover(file: Dockerfile, instruction: Instruction, flag: Flag, offset: number, ask: AskEngine): About | undefined {
	const fields = fieldsOf(file, instruction, flag);
	const field = fields.find(({ range }) => range.start <= offset && offset <= range.end);
	if (!field) return undefined;
	const type = fields.find(({ name }) => name === "type")?.value?.toLowerCase() ?? "bind";
	const general = [field.name === "type" ? aboutMountType(type) : undefined, aboutMountKey(type, field.key)].filter((message) => message !== undefined);
	if (general.length === 0) return undefined;
	const { range, name, value } = field;
	if (name !== "from" || !value) return { range, about: general, list: here(file, instruction, type, field, fields) };
	const stage = findStage(file, value);
	const { about, list = [] } = stage ? { about: describeStage(file, stage) } : describeImage(value, ask);
	return { range, about: [...general, ...about], list };
}

function fieldsOf(file: Dockerfile, instruction: Instruction, { value }: Flag): readonly Field[] {
	if (!value || value.end - value.start !== value.text.length) return [];
	let start = value.start;
	return value.text.split(",").map((text) => {
		const range = { start, end: start + text.length };
		start = range.end + 1;
		const equals = text.indexOf("=");
		const key = (equals < 0 ? text : text.slice(0, equals)).toLowerCase();
		return { range, key, name: mountKeyAliases[key] ?? key, value: equals < 0 ? undefined : valueOf(file, instruction, { text: text.slice(equals + 1) }) };
	});
}

/** What the field comes to in this file. */
function here(file: Dockerfile, instruction: Instruction, type: string, field: Field, fields: readonly Field[]): readonly Message[] {
	const { name, value } = field;
	if (name === "type") return otherwise(file, instruction, type, fields);
	if (value === undefined) return [];
	switch (name) {
		case "target": {
			const path = absolutePath(stateBefore(file, instruction).workdir, value);
			return path === undefined || path === value ? [] : [say`Here: ${code(path)}`];
		}
		case "sharing": {
			const meaning = sharingDocumentation[value];
			return meaning ? [say`${code(value)}: ${meaning}`] : [];
		}
		case "mode":
			return describeMode(value, "one file");
		case "uid":
			return [describeUser(file, instruction, value)];
		default:
			return [];
	}
}

/** What holds for the keys that are not given, as they are written. */
function otherwise(file: Dockerfile, instruction: Instruction, type: string, fields: readonly Field[]): readonly Message[] {
	const valueIn = (name: string): string | undefined => fields.find((field) => field.name === name)?.value;
	const target = valueIn("target");
	const path = target === undefined ? undefined : (absolutePath(stateBefore(file, instruction).workdir, target) ?? target);
	const usual: readonly (readonly [name: string, value: string | undefined])[] = defaults(type, path, valueIn("id"), fields);
	const missing = usual.filter(([name, value]) => value !== undefined && !fields.some((field) => field.name === name));
	if (missing.length === 0) return [];
	return [say`What is not said is ${listed(missing.map(([name, value]) => code(value === "" ? name : `${name}=${value}`)))}.`];
}

/** https://docs.docker.com/reference/dockerfile/#run---mount */
function defaults(
	type: string,
	path: string | undefined,
	id: string | undefined,
	fields: readonly Field[],
): readonly (readonly [string, string | undefined])[] {
	const owner = [
		["uid", "0"],
		["gid", "0"],
	] as const;
	const has = (name: string): boolean => fields.some((field) => field.name === name);
	switch (type) {
		case "bind":
			return [["source", "/"], ...(has("readwrite") ? [] : ([["readonly", ""]] as const))];
		case "cache":
			return [["id", path?.startsWith("/") ? path : undefined], ["sharing", "shared"], ...(has("from") ? [] : ([["mode", "0755"], ...owner] as const))];
		case "secret":
			return [
				["id", path?.slice(path.lastIndexOf("/") + 1)],
				["target", id === undefined || has("env") ? undefined : `/run/secrets/${id}`],
				["required", "false"],
				["mode", "0400"],
				...owner,
			];
		case "ssh":
			return [["id", "default"], ["required", "false"], ["mode", "0600"], ...owner];
		default:
			return [];
	}
}
