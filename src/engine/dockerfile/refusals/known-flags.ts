import { say } from "../../text/message.ts";
import { findSimilar } from "../../text/similar.ts";
import { replace } from "../../text/text.ts";
import type { Dockerfile, Flag, Instruction } from "../syntax.ts";
import { partOf, type Found, type Meant } from "./refusal.ts";

/** A `switch` stands for itself or says true or false; `texts` may be given more than once. */
type Kind = "text" | "texts" | "switch";
type Kinds = Readonly<Record<string, Kind>>;

const none: Kinds = { __proto__: null as never };

/** ARG and STOPSIGNAL are not here: BuildKit looks at no flags of theirs. */
const kindsOf: Readonly<Record<string, Kinds>> = {
	__proto__: null as never,
	ADD: { ...none, chown: "text", chmod: "text", link: "switch", "keep-git-dir": "switch", checksum: "text", unpack: "switch", exclude: "texts" },
	CMD: none,
	COPY: { ...none, from: "text", chown: "text", chmod: "text", link: "switch", parents: "switch", exclude: "texts" },
	ENTRYPOINT: none,
	ENV: none,
	EXPOSE: none,
	FROM: { ...none, platform: "text" },
	HEALTHCHECK: { ...none, interval: "text", timeout: "text", "start-period": "text", "start-interval": "text", retries: "text" },
	LABEL: none,
	MAINTAINER: none,
	ONBUILD: none,
	RUN: { ...none, mount: "texts", network: "text", security: "text", device: "texts" },
	SHELL: none,
	USER: none,
	VOLUME: none,
	WORKDIR: none,
};

/** The flags that the instruction has; none where BuildKit looks at none. */
export const flagsOf = (keyword: string): readonly string[] => Object.keys(kindsOf[keyword] ?? none);

/** Flags that the instruction does not have, that are given twice, or whose value is missing or no `true` or `false`. */
export function* findFlagErrors(file: Dockerfile, instruction: Instruction): Generator<Found> {
	const { keyword, flags } = instruction;
	const kinds = kindsOf[keyword];
	if (!kinds || flags.length === 0 || (keyword === "HEALTHCHECK" && instruction.args[0]?.text.toUpperCase() === "NONE")) return;
	const used = new Set<string>();
	for (const flag of flags) {
		const { name, value } = flag;
		const kind = kinds[name];
		if (kind === undefined) {
			if (!mayBeNewer(file)) yield unknownFlag(file, instruction, flag, Object.keys(kinds));
		} else if (used.has(name) && kind !== "texts") {
			yield { at: flag, what: say`\`--${name}\` is given twice`, said: `duplicate flag specified: --${name}` };
		} else if (kind === "switch") {
			if (value?.text === "") yield { at: flag, what: say`\`--${name}=\` lacks its value`, said: `missing a value on flag: --${name}` };
			else if (value && !/^(?:true|false)$/i.test(value.text))
				yield { at: value, what: say`\`--${name}\` is \`true\` or \`false\``, said: `expecting boolean value for flag --${name}, not: ${value.text}` };
		} else if (!value) {
			yield { at: flag, what: say`\`--${name}\` lacks its value`, said: `missing a value on flag: --${name}`, meant: equalsFor(file, instruction, flag) };
		}
		used.add(name);
	}
}

function unknownFlag(file: Dockerfile, { keyword }: Instruction, flag: Flag, names: readonly string[]): Found {
	const name = `--${flag.name}`;
	const similar = findSimilar(flag.name, names);
	const said = `unknown flag: ${name}`;
	const at = partOf(flag, 0, name.length);
	if (similar === undefined) return { at, what: say`${keyword} has no flag \`${name}\``, said };
	const isWritten = file.text.slice(at.start, at.end) === name;
	return {
		at,
		what: say`${keyword} has no flag \`${name}\`, but \`--${similar}\``,
		said: `${said} (did you mean ${similar}?)`,
		meant: isWritten ? { title: say`Change it to --${similar}`, edits: [replace(at, `--${similar}`)] } : undefined,
	};
}

/** In `--from builder /a /b` a blank stands where the value is meant. */
function equalsFor(file: Dockerfile, { keyword, args }: Instruction, flag: Flag): Meant | undefined {
	const [value] = args;
	const isPossible = (keyword === "COPY" || keyword === "ADD") && args.length > 2 && value && /^[ \t]+$/.test(file.text.slice(flag.end, value.start));
	return isPossible ? { title: say`Give it ${value.text}`, edits: [replace({ start: flag.end, end: value.start }, "=")] } : undefined;
}

/** The front end that BuildKit v0.34 has is this one of the 1.x; what a later one allows is not known here. */
const knownMinor = 27;

/** Whether the file asks for a front end that may know more than the one this is taken from. */
export function mayBeNewer({ directives }: Dockerfile): boolean {
	const syntax = directives.find(({ name }) => name === "syntax")?.value.text;
	const tag = syntax === undefined ? undefined : /:([^@/]*)/.exec(syntax)?.[1];
	if (tag === undefined) return false;
	const version = /^(\d+)(?:\.(\d+))?/.exec(tag);
	if (!version || tag.includes("labs")) return !/^(?:latest|experimental)$/.test(tag);
	return Number(version[1]) > 1 || Number(version[2] ?? 0) > knownMinor;
}
