import { baseImageOf, type Stage, stageReferences, stagesOf } from "../../../dockerfile/stages.ts";
import { fullReference } from "../../../image/reference.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { code, lineList, listed, paragraphs } from "../../markdown.ts";
import { lineOf, lineOfInstruction } from "./place.ts";

/** A stage as another place of the file names it. */
export function describeStage(file: Dockerfile, stage: Stage): string {
	return paragraphs(`Stage ${nameOf(stage)}, ${lineList([lineOfInstruction(file, stage.from)])}`, ...stageFacts(file, stage));
}

/** "`build`", or "0" where it has no name. */
export const nameOf = ({ name, index }: Stage): string => (name ? code(name.text) : String(index));

/** What the stage is built on, and what uses it. */
export function stageFacts(file: Dockerfile, stage: Stage): string[] {
	return [describeBase(file, stage), describeUse(file, stage)].filter((fact) => fact !== "");
}

function describeBase(file: Dockerfile, stage: Stage): string {
	if (!stage.image) return "";
	if (stage.parent)
		return `Built on the stage ${nameOf(stage.parent)}, ${lineList([lineOfInstruction(file, stage.parent.from)])}: its files, environment, user and working directory.`;
	const image = baseImageOf(file, stage);
	if (image === undefined) return `The base image, ${code(stage.image.text)}, is only known when the build sets the variables in it.`;
	if (image === "scratch") return "Built on `scratch`, which is empty: no files, no shell.";
	const full = fullReference(image);
	return image === stage.image.text && image === full
		? `Built on the image ${code(image)}.`
		: `Built on the image ${code(image)}${image === full ? "" : `, in full ${code(full)}`}.`;
}

function describeUse(file: Dockerfile, stage: Stage): string {
	const copies = stageReferences(file).filter((reference) => reference.stage === stage);
	const children = stagesOf(file).filter(({ parent }) => parent === stage);
	const uses = [
		...(copies.length > 0 ? [`files are taken from it in ${lineList(copies.map(({ to }) => lineOf(file, to.start)))}`] : []),
		...(children.length > 0
			? [`${children.length === 1 ? "a stage is" : "stages are"} built on it in ${lineList(children.map(({ from }) => lineOfInstruction(file, from)))}`]
			: []),
	];
	const isLast = stagesOf(file).at(-1) === stage;
	const last = isLast ? "The last stage: it becomes the image." : "";
	if (uses.length === 0) return last || "Nothing in this file uses it, so only `docker build --target` builds it.";
	const sentence = listed(uses);
	return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. ${last}`.trim();
}
