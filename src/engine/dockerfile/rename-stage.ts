import { type Edit, replace } from "../text/text.ts";
import { type Stage, stageOf, stageReferences, stagesOf } from "./stages.ts";
import type { Dockerfile, Word } from "./syntax.ts";

/** Gives a stage another name, wherever it is meant by the one it has; undefined where a word that means it is not written out, or stands where Docker refuses it. */
export function renameStage(file: Dockerfile, stage: Stage, name: string): readonly Edit[] | undefined {
	const old = stage.name?.text.toLowerCase();
	if (!stage.name || old === undefined) return undefined;
	const words: Word[] = [stage.name];
	for (const { parent, image } of stagesOf(file)) if (parent === stage && image) words.push(image);
	for (const { instruction, stage: meant, to } of stageReferences(file)) {
		if (meant !== stage || /^[+-]?\d+$/.test(to.text)) continue;
		// Nobody knows what is meant where a stage takes something from itself or from one below.
		if ((stageOf(file, instruction)?.index ?? 0) <= stage.index) return undefined;
		words.push(to);
	}
	const edits: Edit[] = [];
	for (const word of words) {
		if (file.text.slice(word.start, word.end).toLowerCase() !== old) return undefined;
		if (word.text !== name) edits.push(replace(word, name));
	}
	return edits;
}
