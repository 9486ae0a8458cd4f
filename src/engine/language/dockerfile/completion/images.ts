import { supportedVersions } from "../../../image/end-of-life.ts";
import { officialImages } from "../../../image/base-images.ts";
import { baseImageOf, stagesOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { say } from "../../../text/message.ts";
import type { CompletionContext } from "./completion.ts";
import type { Draft } from "../../completion.ts";

/** Images by their names and tags: those that the file and others here name or have, then official ones. */
export function imageCompletions(file: Dockerfile, { images }: Pick<CompletionContext, "images">, except = -1): readonly Draft[] {
	const drafts = new Map<string, Draft>();
	const add = (label: string, detail: Draft["detail"], rank: number): void => {
		if (!drafts.has(label)) drafts.set(label, { label, kind: "image", ...(detail && { detail }), rank });
	};
	for (const stage of stagesOf(file)) {
		const image = stage.parent || stage.from.range.start === except ? undefined : baseImageOf(file, stage);
		if (image) add(image, say`Used in this file`, 1);
	}
	for (const { name, origin } of images) add(name, origin, 1);
	return [...drafts.values(), ...officials.filter(({ label }) => !drafts.has(label))];
}

/** Images that everybody may want. */
export const officials: readonly Draft[] = [
	{ label: "scratch", kind: "image", detail: say`Empty: no files, no shell`, rank: 2 },
	...officialImages.flatMap((name): readonly Draft[] => [
		{ label: name, kind: "image", detail: say`Official image`, rank: 2 },
		...supportedVersions(name).map((version): Draft => ({ label: `${name}:${version}`, kind: "image", detail: say`Official image`, rank: 3 })),
	]),
];
