import { aboutAttribute, attributesOf, blockTypes } from "../../bake/attributes.ts";
import { builtInFunctions } from "../../bake/functions.ts";
import type { BakeBlock, BakeFile } from "../../bake/syntax.ts";
import { type Along, dockerfileOf, functionsOf, groupsOf, resolveTarget, targetsOf, variablesOf } from "../../bake/targets.ts";
import { argumentWordsOf } from "../../dockerfile/declared-arguments.ts";
import { stagesOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { constantOf } from "../../hcl/syntax.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { type Completion, type Draft, saying } from "../completion.ts";
import { type BakeCursor, bakeCursorAt } from "./cursor.ts";

/** The folder whose entries may be wanted there, as a path from the bake file's: that of a Dockerfile begins in the target's context. Undefined where no path is written. */
export function folderWanted(file: BakeFile, offset: number, along?: Along): string | undefined {
	const found = pathAt(file, offset);
	if (!found?.areFiles) return found?.before;
	const source = dockerfileOf(file, resolveTarget(file, found.target, along));
	if (source === undefined || source === "inline") return undefined;
	return source.context === "" ? found.before : `${source.context}/${found.before}`;
}

type PathCursor = { readonly target: string; readonly before: string; readonly areFiles: boolean };

/** The path that is being written, up to its last slash. */
function pathAt(file: BakeFile, offset: number): PathCursor | undefined {
	const { block, attribute, path, key, isInHole } = bakeCursorAt(file, offset);
	const [name, inner] = [attribute?.name.text, path.at(-1)];
	if (block?.type.text !== "target" || !block.name || inner?.kind !== "string" || isInHole || key) return undefined;
	if (name !== "dockerfile" && name !== "context" && name !== "contexts") return undefined;
	const typed = file.text.slice(inner.content.start, offset);
	const before = typed.slice(0, typed.lastIndexOf("/") + 1);
	return /[$%\\"\0]|^\/|:/.test(before) ? undefined : { target: block.name.text, before, areFiles: name === "dockerfile" };
}

function pathDrafts(file: BakeFile, offset: number, entries: readonly FolderEntry[]): readonly Draft[] | undefined {
	const found = pathAt(file, offset);
	const wanted = found && entries.filter(({ isFolder }) => isFolder || found.areFiles);
	if (!found || !wanted || wanted.length === 0) return undefined;
	return wanted.map(({ name, isFolder }): Draft => {
		const text = `${found.before}${name}${isFolder && found.areFiles ? "/" : ""}`;
		const isLikely = isFolder || /dockerfile|containerfile/i.test(name);
		return { label: name, kind: isFolder ? "folder" : "file", text, filter: text, rank: isLikely ? 1 : 2, isBegun: isFolder };
	});
}

/** The Dockerfile whose stages and arguments may be wanted there, as a path from the bake file's folder. */
export function dockerfileWanted(file: BakeFile, offset: number, along?: Along): string | undefined {
	const { block } = bakeCursorAt(file, offset);
	const source = block?.type.text === "target" && block.name ? dockerfileOf(file, resolveTarget(file, block.name.text, along)) : undefined;
	return source === undefined || source === "inline" ? undefined : source.path;
}

/** What is known besides the file: the Dockerfile that the target is built from, what lies in the folder that is wanted, and the files that bake reads along. */
export type BakeSurroundings = { readonly dockerfile: Dockerfile | undefined; readonly entries: readonly FolderEntry[]; readonly along: readonly BakeFile[] };

type FolderEntry = { readonly name: string; readonly isFolder: boolean };

/** What may stand at the offset, best first; undefined where nothing is known of the place. */
export function bakeCompletions(file: BakeFile, offset: number, { dockerfile, entries, along }: BakeSurroundings): readonly Completion[] | undefined {
	const files = [file, ...along] as const;
	const cursor = bakeCursorAt(file, offset);
	if (file.comments.some(({ start, end }) => start < offset && offset <= end)) return undefined;
	const inner = cursor.path.at(-1);
	const isBehindQuote = inner?.kind === "string" && inner.isClosed && !inner.isHeredoc && offset === inner.end;
	if (isBehindQuote) return undefined;
	if (inner?.kind === "string" && !cursor.isInHole && !cursor.key) {
		const form = formOf(cursor);
		const object = cursor.path.findLast((each) => each.kind === "object");
		const entry = object?.entries.find(({ value }) => value === inner);
		if (form) return entry?.name?.text === "type" ? form.types.map((label) => ({ label, kind: "value" as const, range: inner.content })) : undefined;
		const [paths, others] = [pathDrafts(file, offset, entries), stringCompletions(files, cursor, constantOf(inner) ?? "", dockerfile)];
		return (paths && others ? [...paths, ...others] : (paths ?? others))?.map((draft) => ({ ...draft, range: inner.content }));
	}
	const range = wordAt(file.text, offset);
	const drafts = draftsAt(files, cursor, range, dockerfile);
	return drafts?.map((draft) => ({ ...draft, range }));
}

function wordAt(text: string, offset: number): Range {
	const [before = ""] = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 200), offset)) ?? [];
	const [after = ""] = /^[\w-]*/.exec(text.slice(offset, offset + 200)) ?? [];
	return { start: offset - before.length, end: offset + after.length };
}

function draftsAt(
	files: readonly [BakeFile, ...BakeFile[]],
	cursor: BakeCursor,
	word: Range,
	dockerfile: Dockerfile | undefined,
): readonly Draft[] | undefined {
	const { block, attribute, path, isInHole, key } = cursor;
	const [file] = files;
	const line = file.text.slice(file.text.lastIndexOf("\n", word.start - 1) + 1, word.start);
	const isInValue = isInHole || path.length > 0 || /^\s*[\w-]+\s*=(?!=)/.test(line);
	if (!isInValue) {
		if (file.isJson || line.trim() !== "") return undefined;
		const inner = block?.inner.find(({ body }) => body.start <= word.start && word.end <= body.end);
		return block
			? inner
				? validationDrafts(inner)
				: attributeDrafts(block)
			: Object.entries(blockTypes).map(([type, about]) => ({ label: type, kind: "keyword", snippet: `${type} "\${1:name}" {\n  $0\n}`, about: saying(about) }));
	}
	const last = path.at(-1);
	const isKey = key !== undefined || (path.findLast(({ kind }) => kind === "object") === last && last?.kind === "object" && !/[=:]\s*$/.test(line));
	const form = formOf(cursor);
	if (isKey && !isInHole && form && last?.kind === "object") {
		const others = new Set(last.entries.flatMap(({ name, key: at }) => (name && at !== key?.key ? [name.text] : [])));
		return form.keys.filter((each) => !others.has(each)).map((label): Draft => ({ label, kind: "key", snippet: `${label} = "$0"` }));
	}
	if (isKey && !isInHole) return block?.type.text === "target" && attribute?.name.text === "args" ? argumentDrafts(dockerfile, path) : undefined;
	const names = new Set(files.flatMap((each) => [...variablesOf(each).keys(), ...each.globals.map(({ name }) => name.text)]));
	const functions = new Set(files.flatMap((each) => [...functionsOf(each).keys()]));
	const isBegun = isInHole || file.isJson || last?.kind === "string" || last?.kind === "call";
	return [
		...(isBegun ? [] : valueDrafts(files, { ...cursor, attribute: attribute ?? attributeOn(file, block, word) }, dockerfile)),
		...[...names].map((label): Draft => ({ label, kind: "variable", rank: 1 })),
		...[...functions].map((label): Draft => ({ label, kind: "command", snippet: `${label}($0)`, rank: 2 })),
		...builtInFunctions.map((label): Draft => ({ label, kind: "command", snippet: `${label}($0)`, rank: 3 })),
	];
}

/** The attribute whose value is still to come on the line. */
const attributeOn = ({ text }: BakeFile, block: BakeBlock | undefined, { start }: Range): BakeCursor["attribute"] =>
	block?.attributes.find(({ name }) => name.end < start && /^[ \t]*=[ \t]*$/.test(text.slice(name.end, start)));

/** Whole values where none is begun, with their quotes. */
function valueDrafts(files: readonly [BakeFile, ...BakeFile[]], cursor: BakeCursor, dockerfile: Dockerfile | undefined): readonly Draft[] {
	const { block, attribute, path } = cursor;
	const shape = block && attribute && aboutAttribute(block.type.text, attribute.name.text)?.shape;
	if (shape === "boolean") return ["true", "false"].map((label): Draft => ({ label, kind: "value" }));
	const isIn = shape === "list" ? path[0]?.kind === "list" : shape === "string";
	const drafts = isIn ? (stringCompletions(files, cursor, "", dockerfile) ?? []) : [];
	return drafts.map((draft) => ({ ...draft, text: JSON.stringify(draft.text ?? draft.label) }));
}

/** An entry of some lists is written as an object, too: https://docs.docker.com/build/bake/reference/#target. What its keys are, and the values of `type`. */
const forms: Readonly<Record<string, { readonly keys: readonly string[]; readonly types: readonly string[] }>> = {
	attest: { keys: ["type", "mode", "disabled"], types: ["provenance", "sbom"] },
	"cache-from": { keys: ["type", "ref", "src", "scope"], types: ["registry", "local", "gha", "s3", "azblob"] },
	"cache-to": { keys: ["type", "mode", "ref", "dest", "scope"], types: ["registry", "local", "gha", "inline", "s3", "azblob"] },
	output: { keys: ["type", "dest", "name", "push", "compression"], types: ["docker", "image", "registry", "local", "tar", "oci", "cacheonly"] },
	secret: { keys: ["id", "type", "src", "env"], types: ["env", "file"] },
	ssh: { keys: ["id", "paths"], types: [] },
};

function formOf({ block, attribute, path }: BakeCursor): (typeof forms)[string] | undefined {
	const name = attribute?.name.text ?? "";
	return block?.type.text === "target" && path.some(({ kind }) => kind === "object") && Object.hasOwn(forms, name) ? forms[name] : undefined;
}

const shapes = { string: '"$0"', list: '["$0"]', object: "{\n  $0\n}", boolean: "${1|true,false|}", other: "$0" };

function attributeDrafts(block: BakeBlock): readonly Draft[] | undefined {
	const written = new Set(block.attributes.map(({ name }) => name.text));
	const validation: Draft = { label: "validation", kind: "keyword", snippet: 'validation {\n  condition = $1\n  error_message = "$2"\n}' };
	const blocks = block.type.text === "variable" ? [validation] : [];
	const attributes = attributesOf(block.type.text)
		?.filter((name) => !written.has(name))
		.map((label): Draft => {
			const found = aboutAttribute(block.type.text, label);
			return { label, kind: "key", snippet: `${label} = ${shapes[found?.shape ?? "other"]}`, isBegun: true, ...(found && { about: saying(found.about) }) };
		});
	return attributes && [...attributes, ...blocks];
}

/** What a variable is checked by: https://docs.docker.com/build/bake/variables/#validating-variables */
function validationDrafts({ type, attributes }: BakeBlock): readonly Draft[] | undefined {
	if (type.text !== "validation") return undefined;
	const snippets = { condition: "condition = $0", error_message: 'error_message = "$0"' };
	return Object.entries(snippets).flatMap(([label, snippet]): readonly Draft[] =>
		attributes.some(({ name }) => name.text === label) ? [] : [{ label, kind: "key", snippet }],
	);
}

function argumentDrafts(dockerfile: Dockerfile | undefined, path: BakeCursor["path"]): readonly Draft[] {
	const object = path.findLast((each) => each.kind === "object");
	const written = new Set(object?.kind === "object" ? object.entries.flatMap(({ name }) => name?.text ?? []) : []);
	const names = new Set(dockerfile ? argumentWordsOf(dockerfile).map(({ text }) => text) : []);
	return [...names]
		.filter((name) => !written.has(name))
		.map((label): Draft => ({ label, kind: "variable", snippet: `${label} = "$0"`, detail: say`ARG of the Dockerfile` }));
}

/** Values that are usual, by the attribute. */
const usual: Readonly<Record<string, readonly string[]>> = {
	platforms: [
		"linux/amd64",
		"linux/arm64",
		"linux/arm/v7",
		"linux/arm/v6",
		"linux/386",
		"linux/ppc64le",
		"linux/riscv64",
		"linux/s390x",
		"windows/amd64",
		"local",
	],
	network: ["default", "host", "none"],
	call: ["build", "check", "outline", "targets"],
	output: ["type=docker", "type=image", "type=registry", "type=local,dest=", "type=tar,dest=", "type=oci,dest=", "type=cacheonly"],
	"cache-from": ["type=gha", "type=registry,ref=", "type=local,src="],
	"cache-to": ["type=gha,mode=max", "type=registry,ref=", "type=local,dest=", "type=inline"],
	attest: ["type=provenance,mode=max", "type=sbom"],
	entitlements: ["network.host", "security.insecure"],
	ssh: ["default"],
	secret: ["type=env,id=", "type=file,id="],
};

function stringCompletions(
	files: readonly BakeFile[],
	{ block, attribute }: BakeCursor,
	typed: string,
	dockerfile: Dockerfile | undefined,
): readonly Draft[] | undefined {
	const [type, name] = [block?.type.text, attribute?.name.text ?? ""];
	const namesOf = (of: typeof targetsOf): readonly string[] =>
		[...new Set(files.flatMap((file) => [...of(file).keys()]))].filter((each) => each !== block?.name?.text);
	const others = namesOf(targetsOf);
	if (type === "group" && name === "targets") return [...others, ...namesOf(groupsOf)].map(toTarget);
	if (type !== "target") return undefined;
	if (name === "inherits") return others.map(toTarget);
	if (name === "contexts")
		return [...others.map((each) => toTarget(`target:${each}`)), ...(typed === "" ? [{ label: "docker-image://", kind: "value" as const }] : [])];
	if (name === "target" || name === "no-cache-filter")
		return (
			dockerfile &&
			stagesOf(dockerfile).flatMap((stage): readonly Draft[] =>
				stage.name ? [{ label: stage.name.text, kind: "stage", detail: stage.image?.text ?? "" }] : [],
			)
		);
	return usual[name]?.map((label): Draft => ({ label, kind: "value" }));
}

const toTarget = (label: string): Draft => ({ label, kind: "stage" });
