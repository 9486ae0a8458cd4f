import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import type { Message } from "../../../text/message.ts";
import { type Cursor, cursorAt } from "../cursor.ts";
import { aboutDirective, aboutMountKey, aboutMountType } from "../hover/documentation/about.ts";
import { flagDocumentation } from "../hover/documentation/flags.ts";
import { instructionDocumentation } from "../hover/documentation/instructions.ts";
import { mountDocumentation, mountKeyAliases } from "../hover/documentation/mounts.ts";
import { partDocumentation, partsOfForms } from "./parts.ts";
import type { Signature, Signatures } from "../../signatures.ts";

/** Undefined where there is nothing to be told: where an instruction begins, and outside of all. */
export function signaturesAt(file: Dockerfile, offset: number): Signatures | undefined {
	const cursor = cursorAt(file, offset);
	if (!cursor) return undefined;
	switch (cursor.kind) {
		case "directive":
		case "text":
			return undefined;
		case "directive-value": {
			const value = directiveForms[cursor.name];
			return one(signature(`# ${cursor.name}=${value}`, [value], value, aboutDirective(cursor.name)));
		}
		case "keyword":
			return cursor.outer && ofInstruction("ONBUILD", { form: 0, part: "INSTRUCTION" }, false);
		case "flag-value":
			return ofFlag(cursor.instruction.keyword, cursor.name, cursor.typed);
		case "mount-key":
		case "mount-value":
			return ofMount(cursor);
		case "shell":
			return ofInstruction(cursor.instruction.keyword, activeIn(file, cursor), !cursor.isFirst);
		default:
			return ofInstruction(cursor.instruction.keyword, activeIn(file, cursor), false);
	}
}

const directiveForms = { syntax: "IMAGE", escape: "CHARACTER", check: "skip=CHECK,…;error=true" } as const;

const one = (only: Signature): Signatures => ({ all: [only], active: 0, isShell: false });

function signature(label: string, parts: readonly string[], active: string | undefined, about: Message | undefined): Signature {
	let from = label.indexOf(" ") + 1;
	const parameters = parts.map((part) => {
		const start = label.indexOf(part, from);
		from = start + part.length;
		return { start, end: from, about: partDocumentation[part] };
	});
	const index = active === undefined ? -1 : parts.indexOf(active);
	return { label, about, parameters, active: index < 0 ? undefined : index };
}

type Active = { readonly form: number; readonly part: string | undefined };

function ofInstruction(keyword: string, { form, part }: Active, isShell: boolean): Signatures | undefined {
	const documentation = instructionDocumentation[keyword];
	const [first, ...others] = (documentation?.forms ?? []).map((label, index) => {
		const parts = partsOfForms[keyword]?.[index] ?? [];
		// The other forms have the same part by another name, or none.
		return signature(label, parts, parts.includes(part ?? "") ? part : otherNames[part ?? ""]?.find((name) => parts.includes(name)), documentation?.text);
	});
	return first && { all: [first, ...others], active: form, isShell };
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
	COMMAND: ['"EXECUTABLE"', "<<EOF"],
	'"EXECUTABLE"': ["COMMAND"],
	'"ARGUMENT"': ["COMMAND"],
	"SOURCE …": ['"SOURCE"'],
	'"SOURCE"': ["SOURCE …"],
	DESTINATION: ['"DESTINATION"'],
	'"DESTINATION"': ["DESTINATION"],
	USER: ["UID"],
	UID: ["USER"],
	"[:GROUP]": ["[:GID]"],
	"[:GID]": ["[:GROUP]"],
	PATH: ['"PATH"'],
	'"PATH"': ["PATH"],
	CMD: ["NONE"],
	NONE: ["CMD"],
};

/** The form that is being written, and the part of it. */
function activeIn(file: Dockerfile, cursor: Extract<Cursor, { readonly kind: "flag" | "word" | "string" | "name" | "value" | "shell" }>): Active {
	const { keyword, argsRange, flags } = cursor.instruction;
	const isAmongFlags = flags.some(({ start }) => start > cursor.range.end) || (keyword === "HEALTHCHECK" && cursor.kind === "word" && isBefore(cursor));
	if (cursor.kind === "flag" || isAmongFlags) return { form: 0, part: keyword === "FROM" ? "[--platform=PLATFORM]" : "[OPTIONS]" };
	if (cursor.kind === "shell") {
		const isScript = cursor.heredoc !== undefined || file.text.startsWith("<<", argsRange.start);
		const part = keyword === "RUN" && isScript ? "<<EOF" : "COMMAND";
		return { form: Math.max(0, partsOfForms[keyword]?.findIndex((parts) => parts.includes(part)) ?? 0), part };
	}
	if (cursor.kind === "name" || cursor.kind === "value") {
		if (cursor.index > 0) return { form: 0, part: partsOfForms[keyword]?.[0]?.at(-1) };
		if (cursor.kind === "name") return { form: 0, part: keyword === "LABEL" ? "KEY" : "NAME" };
		return { form: 0, part: keyword === "ARG" ? "[=DEFAULT]" : "VALUE" };
	}
	return cursor.kind === "string" ? ofString(keyword, cursor) : ofWord(keyword, cursor);
}

/** Between words, with more of them behind. */
const isBefore = (cursor: Extract<Cursor, { readonly kind: "word" }>): boolean => cursor.range.start === cursor.range.end && hasWordBehind(cursor);

const hasWordBehind = ({ instruction, range }: Extract<Cursor, { readonly kind: "word" | "string" }>): boolean =>
	instruction.args.some(({ start }) => start > range.end);

function ofString(keyword: string, cursor: Extract<Cursor, { readonly kind: "string" }>): Active {
	const { index } = cursor;
	switch (keyword) {
		case "ADD":
		case "COPY":
			return { form: 1, part: index > 0 && !hasWordBehind(cursor) ? '"DESTINATION"' : '"SOURCE"' };
		case "VOLUME":
			return { form: 1, part: '"PATH"' };
		case "HEALTHCHECK":
			return { form: 0, part: "COMMAND" };
		default:
			return { form: keyword === "RUN" ? 1 : 0, part: index === 0 ? '"EXECUTABLE"' : '"ARGUMENT"' };
	}
}

function ofWord(keyword: string, cursor: Extract<Cursor, { readonly kind: "word" }>): Active {
	const { index, typed } = cursor;
	switch (keyword) {
		case "FROM":
			if (index > 0) return { form: 0, part: index === 1 ? "AS" : index === 2 ? "NAME" : undefined };
			return { form: 0, part: typed.includes("@") ? "[@DIGEST]" : /:[^/]*$/.test(typed) ? "[:TAG]" : "IMAGE" };
		case "ADD":
		case "COPY":
			return { form: 0, part: index > 0 && !hasWordBehind(cursor) ? "DESTINATION" : "SOURCE …" };
		case "EXPOSE":
			return { form: 0, part: index > 0 ? "[PORT …]" : typed.includes("/") ? "[/tcp|/udp]" : "PORT" };
		case "HEALTHCHECK":
			return /^n/i.test(typed) ? { form: 1, part: "NONE" } : { form: 0, part: "CMD" };
		case "USER": {
			const form = /^\d/.test(typed) ? 1 : 0;
			return { form, part: partsOfForms["USER"]?.[form]?.[typed.includes(":") ? 1 : 0] };
		}
		case "VOLUME":
			return { form: 0, part: index > 0 ? "[PATH …]" : "PATH" };
		case "SHELL":
			return { form: 0, part: undefined };
		default:
			return { form: 0, part: partsOfForms[keyword]?.[0]?.[0] };
	}
}

/** The parts of a flag's value are told apart by colons and slashes. */
function ofFlag(keyword: string, name: string, typed: string): Signatures | undefined {
	const documentation = flagDocumentation[keyword]?.[name];
	if (!documentation) return undefined;
	const { form, text } = documentation;
	const value = form.slice(form.search(/=/) + 1).replace(/\]$/, (end) => (form.includes("[=") ? "" : end));
	const parts = value.includes("|") ? [value] : (value.match(/\[[:/][A-Z]+\]|[A-Z]+/g) ?? [value]);
	const index = parts.length === 1 ? 0 : Math.min(typed.split(/[:/]/).length, parts.length) - 1;
	return one(signature(`${keyword} ${form}`, parts, parts[index], text));
}

/** The keys that a mount of its type has. */
function ofMount(cursor: Extract<Cursor, { readonly kind: "mount-key" | "mount-value" }>): Signatures {
	const { type = "bind" } = cursor;
	const keys = Object.keys(mountDocumentation[type]?.keys ?? {});
	const parts = ["type", ...keys];
	const written = (cursor.kind === "mount-value" ? cursor.key : cursor.typed).toLowerCase();
	const active = mountKeyAliases[written] ?? parts.find((part) => part === written) ?? parts.find((part) => written !== "" && part.startsWith(written));
	const label = `RUN --mount=type=${mountDocumentation[type] ? type : "TYPE"}${keys.map((key) => `[,${key}${isSwitch.test(key) ? "" : "=…"}]`).join("")}`;
	const found = signature(label, parts, active, aboutMountType(type));
	return one({ ...found, parameters: found.parameters.map((parameter, index) => ({ ...parameter, about: aboutMountKey(type, parts[index] ?? "") })) });
}

const isSwitch = /^(?:readonly|readwrite|required)$/;
