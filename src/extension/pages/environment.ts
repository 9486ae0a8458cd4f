import { maskSecrets } from "../../docker/mask-secrets.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { ServiceVariableRow } from "../../server/protocol.ts";
import type { FilePlace } from "../../webviews/compose-graph/protocol.ts";
import { compareNames, type Translate } from "../explorer/kind.ts";

/** The container and the configuration of its image, as the engine describes them. Without the image nobody knows what is from where. */
export type Environments = {
	readonly container: { readonly Config?: { readonly Env?: readonly string[] | null; readonly Image?: string } };
	readonly image?: { readonly Env?: readonly string[] | null };
	/** What the service of the container says in Compose files that are here. */
	readonly compose?: readonly ServiceVariableRow[];
};

export type EnvironmentOptions = {
	readonly name: string;
	readonly showsSecrets: boolean;
	/** The name of a file by its URI, as people write it here. */
	fileName(uri: string): string;
};

/** A text, and what parts of it, by their offsets, lead to. */
export type LinkedText = { readonly text: string; readonly links: readonly PageLink[] };
export type PageLink = { readonly start: number; readonly end: number; readonly place: FilePlace };

type Variables = ReadonlyMap<string, string>;
/** What of a line leads somewhere is with its place. */
type Part = string | { readonly text: string; readonly place: FilePlace };
type Section = readonly [title: string, lines: readonly (readonly Part[])[]];

/** Each variable under where it is from. */
export function environmentPage(
	{ container, image, compose = [] }: Environments,
	{ name, showsSecrets, fileName }: EnvironmentOptions,
	t: Translate,
): LinkedText {
	const now = variablesOf(container.Config?.Env);
	const before = image && variablesOf(image.Env);
	const rows = new Map(compose.filter(({ at, value }) => at && value !== null).map((row) => [row.name, row]));
	const shown = (variable: string, value: string): string => {
		const line = `${variable}=${value}`;
		return plainText(showsSecrets ? line : maskSecrets(line), 10_000);
	};
	const shownValue = (variable: string, value: string): string => shown(variable, value).slice(variable.length + 1) || "“”";
	const line = ([variable, value]: readonly [string, string]): readonly Part[] => {
		const old = before?.get(variable);
		const own = shown(variable, value);
		return [old === undefined || old === value ? own : `${own}    ← ${t("the image has {0}", shownValue(variable, old))}`];
	};
	const linked = (place: FilePlace): Part => ({ text: `${plainText(fileName(place.uri))}:${place.range.start.line + 1}`, place });
	/** Where it stands, then where what it is made of is from, then what is otherwise by now. */
	const written = ([variable, value]: readonly [string, string]): readonly Part[] => {
		const row = rows.get(variable);
		if (!row?.at) return [];
		const used = row.uses.flatMap(({ name: each, at }): readonly Part[] => {
			if (at === "shell") return [`, ${t("“{0}” from the shell", plainText(each))}`];
			return at ? [`, ${plainText(each)} `, linked(at)] : [];
		});
		const other = row.value === value ? [] : [`; ${t("by now it would be {0}", shownValue(variable, row.value ?? ""))}`];
		return [shown(variable, value), "    ← ", linked(row.at), ...used, ...other];
	};
	const all = [...now].sort(([one], [other]) => compareNames(one, other));
	const isImages = ([variable, value]: readonly [string, string]): boolean => before?.get(variable) === value;
	const isFiles = (each: readonly [string, string]): boolean => rows.has(each[0]) && (rows.get(each[0])?.value === each[1] || !isImages(each));
	const others = all.filter((each) => !isFiles(each));
	const fromFiles: Section = [t("From the Compose files"), all.filter(isFiles).map(written)];
	const notYet: Section = [
		t("In the Compose files, and not in the container"),
		[...rows.values()].filter((row) => !now.has(row.name)).map((row) => written([row.name, row.value ?? ""])),
	];
	const sections: readonly Section[] = before
		? [
				fromFiles,
				[t("Set for the container"), others.filter(([variable]) => !before.has(variable)).map(line)],
				[t("Set for the container over the image's"), others.filter((each) => before.has(each[0]) && !isImages(each)).map(line)],
				[t("From the image"), others.filter(isImages).map(line)],
				notYet,
				[
					t("In the image, and taken away from the container"),
					[...before].filter(([variable]) => !now.has(variable)).map(([variable, value]) => [shown(variable, value)]),
				],
			]
		: [fromFiles, [t("The image has gone, so nobody knows what is from it"), others.map(line)], notYet];
	const heading = t("The environment of {0}, made of {1}", name, plainText(container.Config?.Image));
	const body = sections.flatMap(([title, lines]): readonly Part[] =>
		lines.length > 0 ? [`\n${title}\n`, ...lines.flatMap((parts): readonly Part[] => ["  ", ...parts, "\n"])] : [],
	);
	const note = t("What its programs set themselves is not here.");
	return joined([`${heading}\n`, ...(body.length > 0 ? body : [`\n${t("There are no variables.")}\n`]), `\n${note}\n`]);
}

function joined(parts: readonly Part[]): LinkedText {
	const links: PageLink[] = [];
	let text = "";
	for (const part of parts) {
		const own = typeof part === "string" ? part : part.text;
		if (typeof part !== "string") links.push({ start: text.length, end: text.length + own.length, place: part.place });
		text += own;
	}
	return { text, links };
}

const variablesOf = (lines: readonly string[] | null | undefined): Variables =>
	new Map((lines ?? []).map((each) => [each.replace(/=[^]*$/, ""), each.includes("=") ? each.replace(/^[^=]*=/, "") : ""]));
