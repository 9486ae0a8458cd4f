import { type LintedCompose, rangeIn } from "../compose/linted.ts";
import { writtenAt } from "../compose/rewrite/written.ts";
import { entryOf, type Mapping, type Value } from "../compose/value.ts";
import { rootBaseOf, rootImageOf } from "../dockerfile/stages.ts";
import { lacksHealthcheck } from "../image/probes.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { ExecWord } from "../shell/shell-word.ts";
import { commandsIn, commandsOfWords } from "../shell/walk.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import { buildOf, type ComposeBuild } from "./compose-builds.ts";
import { namedImage } from "./compose-images.ts";

/** What asks a container whether it is well, as the Compose file has it. */
export type HealthTest = {
	readonly value: Value;
	/** Where it is in this file. */
	readonly at: Range;
	/** Whether a shell of the image runs it. */
	readonly isScript: boolean;
	readonly commands: readonly ShellCommand[];
	/** Whether the ranges of the commands are those of the file; they mean nothing otherwise. */
	readonly isPlaced: boolean;
};

/** Undefined where there is none in this file, and where it is switched off. */
export const healthTest = fact((service: Mapping, file: LintedCompose): HealthTest | undefined => {
	const check = entryOf(service, "healthcheck");
	const value = entryOf(check, "test");
	const at = rangeIn(file, value);
	if (!value || !at || isDisabled(check)) return undefined;
	if (value.kind === "string") return { value, at, isScript: true, ...scriptOf(file, value) };
	if (value.kind !== "sequence") return undefined;
	const [form, ...items] = value.items;
	const kind = form?.kind === "string" ? form.value : undefined;
	const [script] = items;
	if (kind === "CMD-SHELL") return script?.kind === "string" ? { value, at, isScript: true, ...scriptOf(file, script) } : undefined;
	if (kind !== "CMD") return undefined;
	const words = items.map((item) => {
		const own = rangeIn(file, item);
		const written = own && writtenAt(file, own);
		const text = item.kind === "string" ? (item.template ?? item.value) : "";
		return { start: written?.start ?? 0, end: written?.end ?? 0, text: text.replaceAll("$$", "$"), isPlaced: written !== undefined };
	});
	const document = { text: file.text, toDocument: asItIs };
	return {
		value,
		at,
		isScript: false,
		commands: commandsOfWords(words.map((word) => new ExecWord(word, document))),
		isPlaced: words.every((word) => word.isPlaced),
	};
});

const asItIs = (offset: number): number => offset;

export function isDisabled(check: Value | undefined): boolean {
	const disable = entryOf(check, "disable");
	if (disable?.kind === "boolean" && disable.value) return true;
	const test = entryOf(check, "test");
	const first = test?.kind === "sequence" ? test.items[0] : test;
	return first?.kind === "string" && first.value === "NONE";
}

/** Compose's variables are left in the script, where they are a shell's of unknown value; `$$` is the shell's own `$`. */
function scriptOf(file: LintedCompose, value: Value & { readonly kind: "string" }): Pick<HealthTest, "commands" | "isPlaced"> {
	const at = rangeIn(file, value);
	const written = at && writtenAt(file, at);
	const source = value.template ?? value.value;
	const isPlaced = written !== undefined && written.text === source;
	const offsets: number[] = [];
	let text = "";
	for (let index = 0; index < source.length; index++) {
		offsets.push(index);
		text += source[index];
		if (source.startsWith("$$", index)) index++;
	}
	offsets.push(source.length);
	const start = written?.start ?? 0;
	return { commands: commandsIn({ text, toDocument: (offset) => start + (offsets[offset] ?? source.length) }), isPlaced };
}

/** Whether a container of the service has a check; undefined where its image may bring one. */
export function hasHealthcheck(service: Mapping, file: LintedCompose): boolean | undefined {
	const check = entryOf(service, "healthcheck");
	if (isDisabled(check)) return false;
	if (entryOf(check, "test")) return true;
	const build = buildOf(service, file);
	if (build) return hasInBuild(build);
	const image = namedImage(service);
	return image && lacksHealthcheck(image.text, image.reference) ? false : undefined;
}

function hasInBuild(build: ComposeBuild): boolean | undefined {
	const { dockerfile, stage } = build;
	if (!dockerfile || !stage) return undefined;
	for (let each: typeof stage | undefined = stage; each; each = each.parent) {
		const check = each.instructions.findLast(({ keyword }) => keyword === "HEALTHCHECK");
		if (check) return check.args[0]?.text.toUpperCase() !== "NONE";
	}
	const image = rootImageOf(dockerfile, stage);
	if (image === undefined || hasChosenBase(build) || !rootBaseOf(dockerfile, stage)) return undefined;
	return lacksHealthcheck(image) ? false : undefined;
}

/** Whether an argument of the build may choose another image to begin with. */
export function hasChosenBase({ build, dockerfile }: ComposeBuild): boolean {
	const args = entryOf(build, "args");
	return args !== undefined && (dockerfile?.instructions.some(({ keyword, args: [image] }) => keyword === "FROM" && image?.text.includes("$")) ?? false);
}
