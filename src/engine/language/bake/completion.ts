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
import { saying } from "../dockerfile/completion/about.ts";
import type { Completion, Draft } from "../dockerfile/completion/completion.ts";
import { type BakeCursor, bakeCursorAt } from "./cursor.ts";

/** The Dockerfile whose stages and arguments may be wanted there, as a path from the bake file's folder. */
export function dockerfileWanted(file: BakeFile, offset: number, along?: Along): string | undefined {
	const { block } = bakeCursorAt(file, offset);
	const source = block?.type.text === "target" && block.name ? dockerfileOf(file, resolveTarget(file, block.name.text, along)) : undefined;
	return source === undefined || source === "inline" ? undefined : source.path;
}

/** What may stand at the offset, best first; undefined where nothing is known of the place. `along` are the files that bake reads along with it. */
export function bakeCompletions(
	file: BakeFile,
	offset: number,
	dockerfile: Dockerfile | undefined,
	along: readonly BakeFile[] = [],
): readonly Completion[] | undefined {
	const files = [file, ...along] as const;
	const cursor = bakeCursorAt(file, offset);
	if (file.comments.some(({ start, end }) => start < offset && offset <= end)) return undefined;
	const inner = cursor.path.at(-1);
	if (inner?.kind === "string" && !cursor.isInHole && !cursor.key) {
		const drafts = stringCompletions(files, cursor, constantOf(inner) ?? "", dockerfile);
		return drafts?.map((draft) => ({ ...draft, range: inner.content }));
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
		return block
			? attributeDrafts(block)
			: Object.entries(blockTypes).map(([type, about]) => ({ label: type, kind: "keyword", snippet: `${type} "\${1:name}" {\n  $0\n}`, about: saying(about) }));
	}
	const last = path.at(-1);
	const isKey = key !== undefined || (path.findLast(({ kind }) => kind === "object") === last && last?.kind === "object" && !/[=:]\s*$/.test(line));
	if (isKey && !isInHole) return block?.type.text === "target" && attribute?.name.text === "args" ? argumentDrafts(dockerfile, path) : undefined;
	const names = new Set(files.flatMap((each) => [...variablesOf(each).keys(), ...each.globals.map(({ name }) => name.text)]));
	const functions = new Set(files.flatMap((each) => [...functionsOf(each).keys()]));
	return [
		...[...names].map((label): Draft => ({ label, kind: "variable", rank: 1 })),
		...[...functions].map((label): Draft => ({ label, kind: "command", snippet: `${label}($0)`, rank: 2 })),
		...builtInFunctions.map((label): Draft => ({ label, kind: "command", snippet: `${label}($0)`, rank: 3 })),
	];
}

const shapes = { string: '"$0"', list: '["$0"]', object: "{\n  $0\n}", boolean: "${1|true,false|}", other: "$0" };

function attributeDrafts(block: BakeBlock): readonly Draft[] | undefined {
	const written = new Set(block.attributes.map(({ name }) => name.text));
	return attributesOf(block.type.text)
		?.filter((name) => !written.has(name))
		.map((label): Draft => {
			const found = aboutAttribute(block.type.text, label);
			return { label, kind: "key", snippet: `${label} = ${shapes[found?.shape ?? "other"]}`, isBegun: true, ...(found && { about: saying(found.about) }) };
		});
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
