import { quoteAsGo } from "../characters.ts";
import { baseImage } from "../../image/base-images.ts";
import { say } from "../../text/message.ts";
import { findSimilar } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import { rootImageOf, stageOf } from "../stages.ts";
import { joinPaths, stateBefore } from "../state.ts";
import type { Dockerfile, Instruction, Word } from "../syntax.ts";
import { type Field, isBoolean, isSize, isUnsigned, splitValues } from "./go-values.ts";
import { mayBeNewer } from "./known-flags.ts";
import { partOf, type Found, type Meant } from "./refusal.ts";
import { expandExactly, type Values, valuesAt, whatIsWrong } from "./values.ts";

/** One key of a mount; `value` is undefined where the file does not tell it. */
type Setting = { readonly key: string; readonly value: string | undefined; readonly field: Field };

/** In small letters, as all of what follows. */
export const mountTypes: readonly string[] = ["bind", "cache", "tmpfs", "secret", "ssh"];
const modes = ["shared", "private", "locked"];
export const mountKeys: readonly string[] =
	"type from source target readonly id sharing required size mode uid gid src dst destination ro rw readwrite env".split(" ");
const switches = new Set(["readonly", "ro", "readwrite", "rw"]);

/** The value of a `--mount`. */
export function* readMount(file: Dockerfile, instruction: Instruction, mount: Word): Generator<Found> {
	const fields = splitValues(mount.text);
	if (typeof fields === "string") {
		yield { at: mount, what: say`the list of values is broken`, said: `failed to parse csv mounts: ${fields}` };
		return;
	}
	const from = fields.find(({ text }) => /^from=[^$]*\$./is.test(text));
	if (from) {
		const what = say`variables are not replaced in \`from\`; a stage that begins with the image can be named instead`;
		yield { at: partOf(mount, from.start, from.end), what, said: "'from' doesn't support variable expansion, define alias stage instead" };
		return;
	}
	yield* readSettings(file, instruction, mount, fields);
}

function* readSettings(file: Dockerfile, instruction: Instruction, mount: Word, fields: readonly Field[]): Generator<Found> {
	const values = valuesAt(file, instruction);
	const settings: Setting[] = [];
	let type: string | undefined = "bind";
	let hasErrors = false;
	for (const field of fields) {
		const at = partOf(mount, field.start, field.end);
		const found = readField(file, values, field, type, at);
		if ("what" in found) {
			hasErrors = true;
			yield found;
			continue;
		}
		if (found.key === "type") type = found.value?.toLowerCase();
		settings.push(found);
	}
	if (!hasErrors && type !== undefined)
		for (const { said, what, key } of findContradictions(file, instruction, type, settings)) yield { at: whereIs(mount, settings, key), what, said };
}

function readField(file: Dockerfile, values: Values, field: Field, type: string | undefined, at: Found["at"]): Setting | Found {
	const { text } = field;
	const equals = text.indexOf("=");
	const key = (equals < 0 ? text : text.slice(0, equals)).toLowerCase();
	const needsSecret = type !== undefined && type !== "secret" && type !== "ssh";
	const misplaced = (): Found => ({ at, what: say`a mount of type ${type ?? ""} has no \`${key}\``, said: `unexpected key '${key}' for mount type '${type}'` });
	if (equals < 0) {
		if (key === "required" && needsSecret) return misplaced();
		if (key === "required" || switches.has(key) || mayBeNewer(file)) return { key, value: "true", field };
		const similar = findSimilar(key, [...switches, "required"]);
		const isOption = !mountKeys.includes(key);
		const what = isOption ? say`a mount has no option \`${text}\`` : say`\`${text}\` lacks its value`;
		return { at, what, said: `invalid field '${text}' must be a key=value pair`, meant: isOption ? changeTo(similar, at) : undefined };
	}
	const { text: value, error } = expandExactly(text.slice(equals + 1), values, file.escape);
	if (error !== undefined) return { at, kind: "substitution", what: whatIsWrong(error), said: error };
	if (!mountKeys.includes(key)) {
		if (mayBeNewer(file)) return { key, value, field };
		const similar = findSimilar(key, mountKeys);
		const end = at.start + key.length;
		return {
			at: at.end - at.start === text.length ? { start: at.start, end } : at,
			what: say`a mount has no \`${key}\``,
			said: `unexpected key '${key}' in '${text}'${similar === undefined ? "" : ` (did you mean ${similar}?)`}`,
			meant: at.end - at.start === text.length ? changeTo(similar, { start: at.start, end }) : undefined,
		};
	}
	if (value === undefined) return { key, value, field };
	if (key === "required" && needsSecret) return misplaced();
	if (key === "size" && type !== undefined && type !== "tmpfs") return misplaced();
	const error2 = valueError(key, value);
	if (!error2 || (key === "type" && mayBeNewer(file))) return { key, value, field };
	const isWritten = text.slice(equals + 1) === value && at.end - at.start === text.length;
	const word = isWritten ? { start: at.start + equals + 1, end: at.end } : at;
	return { at: word, ...error2, meant: isWritten ? changeTo(error2.similar, word) : undefined };
}

const changeTo = (similar: string | undefined, at: Found["at"]): Meant | undefined =>
	similar === undefined ? undefined : { title: say`Change it to ${similar}`, edits: [replace(at, similar)] };

function valueError(key: string, value: string): (Pick<Found, "what" | "said"> & { readonly similar?: string | undefined }) | undefined {
	if (key === "type" && !mountTypes.includes(value.toLowerCase()))
		return {
			what: say`a mount is one of ${mountTypes.join(", ")}`,
			said: `unsupported mount type ${quoteAsGo(value)}`,
			similar: findSimilar(value, mountTypes),
		};
	if (key === "sharing" && !modes.includes(value.toLowerCase()))
		return { what: say`\`sharing\` is one of ${modes.join(", ")}`, said: `unsupported sharing value ${quoteAsGo(value)}`, similar: findSimilar(value, modes) };
	if ((switches.has(key) || key === "required") && !isBoolean(value))
		return { what: say`\`${key}\` is \`true\` or \`false\``, said: `invalid value for ${key}: ${value}` };
	if (key === "size" && !isSize(value)) return { what: say`\`${value}\` is no size, such as \`64m\``, said: `invalid value for size: ${value}` };
	if (key === "mode" && !isUnsigned(value, 8)) return { what: say`\`${value}\` is no octal number`, said: `invalid value ${value} for mode` };
	if ((key === "uid" || key === "gid") && !isUnsigned(value, 10)) return { what: say`\`${value}\` is no number`, said: `invalid value ${value} for ${key}` };
	return undefined;
}

type Contradiction = Pick<Found, "what" | "said"> & { readonly key?: string };

/** What cannot stand together. A value that is not known counts as one that is there. */
function* findContradictions(file: Dockerfile, instruction: Instruction, type: string, settings: readonly Setting[]): Generator<Contradiction> {
	const last = (...names: string[]): Setting | undefined => settings.findLast(({ key }) => names.includes(key));
	const isGiven = (setting: Setting | undefined): boolean => setting?.value !== undefined && setting.value !== "";
	const [source, target, id, sharing, from] = [last("source", "src"), last("target", "dst", "destination"), last("id"), last("sharing"), last("from")];
	if (type === "bind" || type === "tmpfs")
		for (const key of ["mode", "uid", "gid"])
			if (last(key)) yield { key, what: say`a mount of type ${type} has no \`${key}\``, said: `${key} not allowed for ${quoteAsGo(type)} type mounts` };
	if (type === "secret") {
		if (isGiven(from)) yield { key: "from", what: say`a secret comes from no stage`, said: "secret mount should not have a from" };
		if (isGiven(sharing)) yield { key: "sharing", what: say`a secret is not shared`, said: "secret mount should not define sharing" };
		if ([source, target, id].every((each) => each?.value === "" || !each))
			yield { what: say`the secret has no \`id\``, said: "invalid secret mount. one of source, target required" };
		if (isGiven(source) && isGiven(id)) yield { key: "source", what: say`\`source\` and \`id\` both name the secret`, said: "both source and id can't be set" };
		return;
	}
	if (isGiven(sharing) && type !== "cache")
		yield { key: "sharing", what: say`only a cache has \`sharing\``, said: `invalid cache sharing set for ${type} mount` };
	if (type === "ssh") {
		if (isGiven(source)) yield { key: source?.key ?? "", what: say`a socket of SSH has no \`source\``, said: "ssh does not support source" };
		return;
	}
	const path = target ? target.value : "";
	const folder = path === undefined ? undefined : folderOf(path, workdirBefore(file, instruction));
	if (folder === "/")
		yield {
			key: target?.key ?? "type",
			what: target ? say`the mount would hide the whole image` : say`without a \`target\` the mount would hide the whole image`,
			said: 'invalid mount target "/"',
		};
}

function workdirBefore(file: Dockerfile, instruction: Instruction): string | undefined {
	const { workdir, workdirInstruction } = stateBefore(file, instruction);
	const stage = stageOf(file, instruction);
	const image = workdir === undefined && !workdirInstruction && stage ? rootImageOf(file, stage) : undefined;
	return image === undefined ? workdir : baseImage(image).workdir;
}

/** Only a relative target is tidied up: `//` is no problem. */
const folderOf = (path: string, workdir: string | undefined): string | undefined => (path.startsWith("/") ? path : joinPaths(workdir, path));

function whereIs(mount: Word, settings: readonly Setting[], key: string | undefined): Found["at"] {
	const field = settings.findLast((setting) => setting.key === key)?.field;
	return field ? partOf(mount, field.start, field.end) : mount;
}
