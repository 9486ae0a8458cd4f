import { baseImageOf, type Stage, stageReferences, stagesOf } from "../../../dockerfile/stages.ts";
import { fullReference } from "../../../image/reference.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import { type Message, say } from "../../../text/message.ts";
import { code, lineList, sentences } from "../../markdown.ts";
import { lineOf, lineOfInstruction } from "./place.ts";

/** A stage as another place of the file names it. */
export function describeStage(file: Dockerfile, stage: Stage): readonly Message[] {
	return [say`Stage ${nameOf(stage)}, ${lineList([lineOfInstruction(file, stage.from)])}`, ...stageFacts(file, stage)];
}

/** "`build`", or "0" where it has no name. */
export const nameOf = ({ name, index }: Stage): string => (name ? code(name.text) : String(index));

/** What the stage is built on, and what uses it. */
export function stageFacts(file: Dockerfile, stage: Stage): readonly Message[] {
	return [...describeBase(file, stage), ...describeUse(file, stage)];
}

function describeBase(file: Dockerfile, stage: Stage): readonly Message[] {
	if (!stage.image) return [];
	if (stage.parent)
		return [
			say`Built on the stage ${nameOf(stage.parent)}, ${lineList([lineOfInstruction(file, stage.parent.from)])}: its files, environment, user and working directory.`,
		];
	const image = baseImageOf(file, stage);
	if (image === undefined) return [say`The base image, ${code(stage.image.text)}, is only known when the build sets the variables in it.`];
	if (image === "scratch") return [say`Built on \`scratch\`, which is empty: no files, no shell.`];
	const full = fullReference(image);
	return [image === full ? say`Built on the image ${code(image)}.` : say`Built on the image ${code(image)}, in full ${code(full)}.`];
}

function describeUse(file: Dockerfile, stage: Stage): readonly Message[] {
	const copies = stageReferences(file).filter((reference) => reference.stage === stage);
	const children = stagesOf(file).filter(({ parent }) => parent === stage);
	const uses: Message[] = [];
	if (copies.length > 0) uses.push(say`Files are taken from it in ${lineList(copies.map(({ to }) => lineOf(file, to.start)))}.`);
	const builtOn = lineList(children.map(({ from }) => lineOfInstruction(file, from)));
	if (children.length === 1) uses.push(say`A stage is built on it in ${builtOn}.`);
	if (children.length > 1) uses.push(say`Stages are built on it in ${builtOn}.`);
	const isLast = stagesOf(file).at(-1) === stage;
	if (isLast) uses.push(say`The last stage: it becomes the image.`);
	const [first = say`Nothing in this file uses it, so only \`docker build --target\` builds it.`, ...others] = uses;
	return [sentences(first, ...others)];
}
