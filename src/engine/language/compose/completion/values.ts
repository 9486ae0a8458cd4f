import type { ComposeFile } from "../../../compose/syntax.ts";
import { say } from "../../../text/message.ts";
import { type Draft, saying } from "../../completion.ts";
import { valuesOfKeys } from "../known-values.ts";
import { type NameKind, namesIn } from "../names.ts";
import { hasType, schemaPath, schemasAt } from "../schema-at.ts";
import type { ComposeCompletionContext } from "./completion.ts";
import type { ComposeCursor } from "./compose-cursor.ts";
import { definedIn, environmentNames } from "./known-names.ts";

/** What is named where, by the path of the value. */
const named: Readonly<Record<string, NameKind>> = {
	"services.*.depends_on.*": "service",
	"services.*.links.*": "service",
	"services.*.volumes_from.*": "service",
	"services.*.extends": "service",
	"services.*.extends.service": "service",
	"services.*.networks.*": "network",
	"services.*.models.*": "model",
	"services.*.secrets.*": "secret",
	"services.*.secrets.*.source": "secret",
	"services.*.build.secrets.*": "secret",
	"services.*.build.secrets.*.source": "secret",
	"services.*.configs.*": "config",
	"services.*.configs.*.source": "config",
	"services.*.credential_spec.config": "config",
	"services.*.profiles.*": "profile",
	"services.*.volumes.*": "volume",
	"services.*.volumes.*.source": "volume",
};

/** Behind which the name of a service stands. */
const withService: ReadonlySet<string> = new Set(["services.*.network_mode", "services.*.pid", "services.*.ipc", "services.*.build.additional_contexts.*"]);

/** What may be a value or an item there. */
export function valueDrafts(file: ComposeFile, cursor: ComposeCursor, context: ComposeCompletionContext): readonly Draft[] {
	const { meant: path, typed, kind, quote } = cursor;
	if (kind === "key" || (quote === "" && /^[&!]/.test(typed))) return [];
	if ((quote === "" && typed.startsWith("*")) || path.findLast((name) => name !== "*") === "<<") return anchorDrafts(file, cursor);
	const place = schemaPath(path);
	if (place === undefined) return [];
	// The value of a name is no item of a list, and what begins a list of words does not follow others.
	const known = valuesOfKeys[place] ?? [];
	const isOther =
		(kind === "value" && place.endsWith(".*")) || (place === "services.*.healthcheck.test.*" && known.some(([word]) => cursor.items.includes(word)));
	const drafts: Draft[] = (isOther ? [] : known).map(([label, about]): Draft => ({
		label,
		kind: "value",
		rank: 1,
		...(about && { detail: about, about: saying(about) }),
		...(label.endsWith(":") && { isBegun: true }),
	}));
	drafts.push(...nameDrafts(cursor, place, context), ...listedDrafts(file, cursor, place, context));
	if (drafts.length > 0 || kind === "item") return drafts;
	const ways = schemasAt(path);
	const words = ways.flatMap((way) => (way.enum ?? []).map(String));
	if (ways.some((way) => hasType(way, "boolean"))) words.push("true", "false");
	return [...new Set(words)].map((label): Draft => ({ label, kind: "value", rank: 1 }));
}

function nameDrafts(
	{ meant: path, siblings, typed, kind: of }: ComposeCursor,
	place: string,
	{ project, extended }: ComposeCompletionContext,
): readonly Draft[] {
	if (withService.has(place) && of === "value")
		return definedIn(project, "service")
			.filter((name) => name !== path[1])
			.map((name): Draft => ({ label: `service:${name}`, kind: "stage" }));
	const kind = named[place];
	// Behind its colon a short volume is no name any more.
	if (!kind || (of === "value" && place.endsWith(".*")) || (kind === "volume" && typed.includes(":"))) return [];
	if (place === "services.*.volumes.*.source" && siblings.get("type") !== "volume") return [];
	const isExtended = place.startsWith("services.*.extends");
	const files = isExtended && siblings.has("file") ? (extended ? [extended] : []) : project;
	const names = definedIn(files, kind).filter((name) => kind !== "service" || name !== path[1] || (isExtended && siblings.has("file")));
	return names.map((label): Draft => ({ label, kind: "stage", ...(place === "services.*.volumes.*" && { text: `${label}:`, filter: label }) }));
}

function listedDrafts(file: ComposeFile, { meant: path, typed, kind }: ComposeCursor, place: string, context: ComposeCompletionContext): readonly Draft[] {
	switch (place) {
		case "services.*.image":
		case "services.*.pre_start.*.image":
			return imageDrafts(context);
		case "services.*.build.target":
			return (context.dockerfile?.stages ?? []).map((label): Draft => ({ label, kind: "stage" }));
		case "services.*.build.args.*":
			return kind === "item" ? (context.dockerfile?.arguments ?? []).map((name): Draft => ({ label: name, kind: "variable", text: `${name}=` })) : [];
		case "services.*.environment.*":
			return kind === "item" && !typed.includes("=")
				? environmentNames(file, path[1] ?? "").map((name): Draft => ({ label: name, kind: "variable", text: `${name}=` }))
				: [];
		case "services.*.ports.*":
			return [...new Set([...(context.dockerfile?.ports ?? []), ...context.imagePorts])].flatMap((port): readonly Draft[] => {
				const [number = "", protocol] = port.split("/");
				const behind = protocol === undefined || protocol === "tcp" ? "" : `/${protocol}`;
				const host = Number(number) < 1024 ? String(8000 + Number(number)) : number;
				const detail = say`Exposed by what it runs`;
				return [
					{ label: `${number}:${number}${behind}`, kind: "value", detail, rank: 1 },
					...(host === number ? [] : [{ label: `${host}:${number}${behind}`, kind: "value", detail } as const]),
					{ label: `127.0.0.1:${host}:${number}${behind}`, kind: "value", detail, rank: 1 },
				];
			});
		case "services.*.ports.*.target":
		case "services.*.expose.*":
			return [...new Set([...(context.dockerfile?.ports ?? []), ...context.imagePorts])].map((port): Draft => ({
				label: port.replace(/\/.*$/, ""),
				kind: "value",
				detail: say`Exposed by what it runs`,
			}));
		default:
			return [];
	}
}

/** Images by their names and tags: those that others here name or have, then official ones. */
function imageDrafts({ images, officials }: ComposeCompletionContext): readonly Draft[] {
	const drafts = new Map<string, Draft>();
	for (const { name, origin } of images) if (!drafts.has(name)) drafts.set(name, { label: name, kind: "image", detail: origin, rank: 1 });
	return [...drafts.values(), ...officials.filter(({ label }) => !drafts.has(label))];
}

/** An alias means an anchor above it. */
function anchorDrafts(file: ComposeFile, { range }: ComposeCursor): readonly Draft[] {
	const names = namesIn(file).flatMap((place) => (place.kind === "anchor" && place.role === "definition" && place.start < range.start ? [place.name] : []));
	return [...new Set(names)].map((name): Draft => ({ label: `*${name}`, kind: "variable" }));
}
