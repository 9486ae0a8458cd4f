import { absolute } from "../compose/file-paths.ts";
import { isForElsewhere, type LintedCompose, rangeIn, type Service } from "../compose/linted.ts";
import { entryOf, type Mapping, textOf, type Value } from "../compose/value.ts";
import { parse } from "../dockerfile/parse.ts";
import { findStage, type Stage, stagesOf } from "../dockerfile/stages.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { type Fact, fact } from "../text/fact.ts";

/** How the image of a service is built, as far as it is known. */
export type ComposeBuild = {
	/** What stands under `build`. */
	readonly build: Mapping;
	/** Absolute; undefined where the context is no folder beside the file. */
	readonly context: string | undefined;
	/** Of the Dockerfile, absolute; undefined where it is elsewhere or stands in the Compose file. */
	readonly path: string | undefined;
	readonly dockerfile: Dockerfile | undefined;
	/** The stage that is built: the `target`, or the last. */
	readonly stage: Stage | undefined;
};

/** Undefined for a service that is not built. */
export const buildOf = fact((service: Mapping, file: LintedCompose): ComposeBuild | undefined => {
	const build = entryOf(service, "build");
	if (build?.kind !== "mapping") return undefined;
	const inline = textOf(entryOf(build, "dockerfile_inline"));
	const said = textOf(entryOf(build, "context")) ?? "";
	const context = said.startsWith("/") || /^[A-Za-z]:[\\/]/.test(said) ? said : undefined;
	const path = context === undefined || inline !== undefined ? undefined : absolute(context, textOf(entryOf(build, "dockerfile")) ?? "Dockerfile");
	const dockerfile = inline !== undefined ? parse(inline) : path === undefined ? undefined : dockerfileAt(file, path);
	const target = textOf(entryOf(build, "target"));
	const stage = dockerfile && (target ? findStage(dockerfile, target) : stagesOf(dockerfile).at(-1));
	return { build, context, path, dockerfile, stage };
});

/** Each is parsed once, however many services it builds. */
function dockerfileAt(file: LintedCompose, path: string): Dockerfile | undefined {
	const known = dockerfilesOf(file);
	if (!known.has(path)) {
		const text = file.files.text(path);
		known.set(path, text === undefined ? undefined : parse(text));
	}
	return known.get(path);
}

const dockerfilesOf: Fact<LintedCompose, Map<string, Dockerfile | undefined>> = fact(() => new Map<string, Dockerfile | undefined>());

/** Whether `up` builds the service's image, with paths from where the file is, and from the values at hand. */
export function isSureToBuild({ value: service, isEnabled }: Service, file: LintedCompose, said: readonly (Value | undefined)[]): boolean {
	// An image that can be pulled is pulled, and then nothing is built.
	const mayBePulled = (textOf(entryOf(service, "image")) ?? "") !== "" && textOf(entryOf(service, "pull_policy")) !== "build";
	if (!isEnabled || mayBePulled || isForElsewhere(file)) return false;
	return said.every((value) => {
		const at = rangeIn(file, value);
		return !at || !file.text.slice(at.start, at.end).replace(withDefault, "").includes("$");
	});
}

const withDefault = /\$\{\w+:?-[^${}]*\}/g;
