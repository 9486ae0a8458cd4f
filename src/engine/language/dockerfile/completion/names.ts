import { type About, type Draft, saying } from "../../completion.ts";
import { globalScope, platformArguments } from "../../../dockerfile/global-scope.ts";
import { instructionsOf, pairsOf } from "../../../dockerfile/instructions.ts";
import { imageLabels } from "../../../dockerfile/labels.ts";
import { rootImageOf, stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { scopeBefore } from "../../../dockerfile/variables.ts";
import { parseImageReference } from "../../../image/reference.ts";
import { type Message, say } from "../../../text/message.ts";
import type { Cursor } from "../cursor.ts";
import { labelDocumentation } from "../hover/documentation/labels.ts";
import { platformVariables, predefinedArguments } from "../hover/documentation/variables.ts";
import { toSnippet } from "../../completion.ts";

type NameCursor = Extract<Cursor, { readonly kind: "name" }>;

/** What ARG, ENV and LABEL may set. */
export function nameCompletions(file: Dockerfile, cursor: NameCursor): readonly Draft[] | undefined {
	switch (cursor.instruction.keyword) {
		case "ARG":
			return argumentNames(file, cursor);
		case "ENV":
			return environmentNames(file, cursor);
		default:
			return labelKeys(file, cursor);
	}
}

/** Arguments from above the first FROM, which a stage has to name, and those that BuildKit sets or knows. */
function argumentNames(file: Dockerfile, { instruction, outer }: NameCursor): readonly Draft[] {
	const scope = scopeBefore(file, instruction);
	const isInStage = stageOf(file, outer) !== undefined;
	const known = (names: Iterable<string>, documentation: Readonly<Record<string, Message>>, rank: number): readonly Draft[] =>
		[...names].flatMap((name): readonly Draft[] => {
			const about = documentation[name];
			return scope.get(name)?.instruction ? [] : [{ label: name, kind: "variable", rank, ...(about && { about: saying(about) }) }];
		});
	const globals = isInStage ? [...globalScope(file)].filter(([name, { kind }]) => kind === "arg" && !scope.get(name)) : [];
	return [
		...globals.map(([label, { value }]): Draft => ({
			label,
			kind: "variable",
			detail: value === undefined ? say`Declared above the first FROM` : `= ${value}`,
		})),
		...known(platformArguments, platformVariables, 1),
		...known(Object.keys(predefinedArguments), predefinedArguments, 2),
	];
}

/** Arguments whose values the container is to have, and what programs of the base image look at. */
function environmentNames(file: Dockerfile, { instruction, outer, range }: NameCursor): readonly Draft[] {
	const scope = scopeBefore(file, instruction);
	const hasValue = file.text[range.end] === "=";
	const stage = stageOf(file, outer);
	const image = stage && rootImageOf(file, stage);
	const language = image === undefined ? "" : (parseImageReference(image).repository.split("/").at(-1) ?? "");
	const kept = scope
		.entries()
		.flatMap(([name, { kind }]): readonly Draft[] =>
			kind === "arg" ? [{ label: hasValue ? name : `${name}=$${name}`, kind: "variable", detail: say`Keeps the build argument for the container` }] : [],
		);
	const usual = [...(ofLanguage[language] ?? []), ...ofAll].filter((text) => !scope.get(text.replace(/=.*/, "")));
	return [...kept, ...usual.map((text): Draft => ({ label: hasValue ? text.replace(/=.*/, "") : text, kind: "variable", rank: 1 }))];
}

const ofAll = ["PATH=$PATH:", "LANG=C.UTF-8", "TZ=UTC"];
const ofLanguage: Readonly<Record<string, readonly string[]>> = {
	python: ["PYTHONUNBUFFERED=1", "PYTHONDONTWRITEBYTECODE=1", "PIP_NO_CACHE_DIR=1"],
	uv: ["UV_LINK_MODE=copy", "UV_COMPILE_BYTECODE=1"],
	node: ["NODE_ENV=production"],
	bun: ["NODE_ENV=production"],
	golang: ["CGO_ENABLED=0"],
	ruby: ["RAILS_ENV=production", "BUNDLE_DEPLOYMENT=1", "BUNDLE_WITHOUT=development:test"],
	aspnet: ["ASPNETCORE_HTTP_PORTS=8080"],
	sdk: ["DOTNET_CLI_TELEMETRY_OPTOUT=1"],
	php: ["COMPOSER_ALLOW_SUPERUSER=1"],
};

/** What the OCI image specification names, but for what the stage has already. */
function labelKeys(file: Dockerfile, { instruction, outer, range }: NameCursor): readonly Draft[] {
	const hasValue = file.text[range.end] === "=";
	const stage = stageOf(file, outer);
	const labels = instructionsOf(file, "LABEL");
	const taken = new Set(
		labels
			.filter((label) => stageOf(file, label) === stage)
			.flatMap((label) => pairsOf(label).flatMap(({ name }) => (name.start === range.start ? [] : [name.text]))),
	);
	const own = new Set(labels.filter((label) => label !== instruction).flatMap((label) => pairsOf(label).map(({ name }) => name.text)));
	return [...new Set([...own, ...imageLabels])]
		.filter((key) => !taken.has(key))
		.map((key): Draft => ({ label: key, kind: "key", ...aboutLabel(key), ...(!hasValue && { text: `${key}=`, snippet: `${toSnippet(key)}="$1"` }) }));
}

function aboutLabel(key: string): { readonly about?: About } {
	const text = Object.hasOwn(labelDocumentation, key) ? labelDocumentation[key as keyof typeof labelDocumentation] : undefined;
	return text ? { about: saying(text) } : {};
}
