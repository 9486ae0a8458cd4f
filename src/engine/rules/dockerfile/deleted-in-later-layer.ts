import { baseName, type Copy, copiesOf, isWithin, placeOf } from "../../dockerfile/copies.ts";
import { isShipped } from "../../dockerfile/shipped-stages.ts";
import { type Stage, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { runsWith } from "../../shell/named-commands.ts";
import { type Removal, removalsIn, takesAway } from "../../shell/removal.ts";
import { fact } from "../../text/fact.ts";
import { say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { everyStage } from "../every-stage.ts";

export default dockerfileRule({
	id: "deleted-in-later-layer",
	category: "size",
	severity: "info",
	title: "What is removed stays in the layer that copied it",
	why: [
		"A layer never shrinks: what a later `RUN` removes is only hidden, and whoever has the image can still take it out, secrets too.",
		"`RUN --mount=type=bind` shows files to a command without a layer, `--mount=type=secret` does for secrets, and another stage can hold what only the build needs.",
	],
	options: { everyStage },
	fixes: { never: "Whether a mount or another stage is better depends on what the file is for." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				COPY tool.deb /tmp/
				RUN dpkg -i /tmp/tool.deb \
				 && rm /tmp/tool.deb
			`,
			good: dockerfile`
				FROM debian:12
				RUN --mount=type=bind,source=tool.deb,target=/tmp/tool.deb \
				    dpkg -i /tmp/tool.deb
			`,
		},
	],

	needs: ["COPY", "ADD"],
	check(file, { options: { everyStage } }) {
		let problems: Problem[] | undefined;
		let compared = 0;
		for (const run of runsWith(file, "rm", "unlink", "-delete")) {
			if (run.startLine === 0 || (!everyStage && !isShipped(file, run))) continue;
			for (const removal of removalsIn(file, run)) {
				if (removal.command.conditional || removal.supposesBraces) continue;
				for (const copy of copiesBelow(file, run)) {
					if (copy.instruction.range.start > run.range.start || compared++ > mostCompared) break;
					const path = removedOf(copy, removal);
					if (path === undefined) continue;
					(problems ??= []).push({
						at: wordFor(removal, path),
						message: say`\`${path}\` stays in the layer that copied it`,
						related: [{ at: copy.instruction.range, message: say`it is copied here` }],
					});
					break;
				}
			}
		}
		return problems ?? none;
	},
});

const none: readonly Problem[] = [];

/** More pairs of a removal and a copy than a file has that somebody has written. */
const mostCompared = 100_000;

/** The copies in the stage of the RUN and in those that it begins from, in order. */
function copiesBelow(file: Dockerfile, run: Instruction): readonly Copy[] {
	const stages: Stage[] = [];
	for (let stage = stageOf(file, run); stage; stage = stage.parent) stages.unshift(stage);
	const copies = copiesByStage(file);
	return stages.length === 1 ? (copies.get(stages[0]) ?? noCopies) : stages.flatMap((stage) => copies.get(stage) ?? noCopies);
}

const noCopies: readonly Copy[] = [];
const copiesByStage = fact((file: Dockerfile): ReadonlyMap<Stage | undefined, readonly Copy[]> => {
	const byStage = new Map<Stage | undefined, Copy[]>();
	for (const copy of copiesOf(file)) {
		const copies = byStage.get(copy.stage);
		if (copies) copies.push(copy);
		else byStage.set(copy.stage, [copy]);
	}
	return byStage;
});

/** Of the places that are copied to, the first that the removal takes away for sure. */
function removedOf(copy: Copy, removal: Removal): string | undefined {
	const { sources, path, isFolder, instruction } = copy;
	if (path === undefined || path === "/" || !removal.paths.some((removed) => mayMeet(removed, path))) return undefined;
	for (const source of sources) {
		const { value, word, kind } = source;
		// An archive that ADD unpacks does not come to lie there, and a link's name is that of its last part.
		const isLink = kind === "link" && instruction.keyword === "ADD";
		if (kind !== "file" && kind !== "heredoc" && !isLink) continue;
		const name = baseName((value ?? word.text).replace(/[?#].*/, ""));
		const place = isLink ? (isFolder ? `${path}/${name}` : path) : placeOf(copy, source);
		if (place === undefined || (instruction.keyword === "ADD" && !isLink && /\.(?:t[bgx]z2?|tar(?:\.\w+)?|gz|bz2|xz)$/.test(place))) continue;
		if (/[*?[]/.test(name) || /^\.{0,2}$/.test(name)) {
			if (takesAway(removal, path) && !isFolderOfMany(path)) return path;
		} else if (takesAway(removal, place)) return place;
		else if (!isFolder && takesAway(removal, path)) return path;
	}
	return undefined;
}

/** Whether one may lie in the other, by the folder of the root that they are in. */
function mayMeet(removed: string, path: string): boolean {
	const end = removed.indexOf("/", 1);
	const folder = end < 0 ? removed : removed.slice(0, end);
	return /[*?[\\{]/.test(folder) || path === folder || path.startsWith(`${folder}/`) || removed === "/";
}

/** What many instructions write to says nothing of one. */
const isFolderOfMany = (path: string): boolean => /^\/(?:tmp|var\/tmp|usr|usr\/local|opt|etc|root|home)?$/.test(path);

/** The word that names the path, or the whole command. */
function wordFor({ command }: Removal, path: string): Range {
	const name = baseName(path);
	return (
		command.args.find(
			({ text, value }) =>
				(value !== undefined && value.startsWith("/") && isWithin(path, value.replace(/(?<=.)\/+$/, ""))) || baseName(value ?? text) === name,
		) ?? command.range
	);
}
