import { platformArguments, proxyArguments } from "../../dockerfile/global-scope.ts";
import { placeAt, placesIn } from "../../dockerfile/names.ts";
import type { Named, Place } from "../../dockerfile/named.ts";
import { isStageName } from "../../dockerfile/refusals/from.ts";
import { baseImageOf, stageOf, stageReferences, stagesOf, type Stage } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { type Message, say } from "../../text/message.ts";
import { type Edit, type Range, replace } from "../../text/text.ts";
import { lineOf } from "./hover/place.ts";
import type { Refused } from "../refused.ts";

/** What to change in the file. A stage, or an argument that a build may be given, may be named in other files, too. */
export type Renaming = {
	readonly edits: readonly Edit[];
	readonly outside: { readonly kind: "stage" | "argument"; readonly from: string; readonly to: string } | undefined;
};

/** The name at the offset, which can be another. Undefined where none is. */
export function renamableAt(file: Dockerfile, offset: number): { readonly range: Range; readonly name: string } | Refused | undefined {
	const place = placeAt(file, offset);
	if (!place) return imageAt(file, offset);
	const refused = whyNot(file, place);
	if (refused) return { refused };
	const { start, end, named } = place;
	const text = file.text.slice(start, end);
	return { range: { start, end }, name: /\s/.test(text) ? named.name : text };
}

/** Gives another name to what is named at the offset, wherever it is. Undefined where nothing is named. */
export function renameAt(file: Dockerfile, offset: number, name: string): Renaming | Refused | undefined {
	const place = placeAt(file, offset);
	if (!place) return imageAt(file, offset);
	const { named } = place;
	const refused = whyNot(file, place) ?? whyNotTo(file, named, name);
	if (refused) return { refused };
	const edits = named.places.flatMap((each) => (each.isWritten && file.text.slice(each.start, each.end) !== name ? [replace(each, name)] : []));
	const isOutside = named.kind === "stage" || named.kind === "argument";
	return { edits, outside: isOutside ? { kind: named.kind, from: named.name, to: name } : undefined };
}

function imageAt(file: Dockerfile, offset: number): Refused | undefined {
	const isAt = (range: Range | undefined): boolean => range !== undefined && range.start <= offset && offset <= range.end;
	const image = stagesOf(file).find((stage) => isAt(stage.image))?.image ?? stageReferences(file).find(({ to }) => isAt(to))?.to;
	return image && { refused: say`\`${image.text}\` is an image, and not named by this file.` };
}

const isNumber = (text: string): boolean => /^[+-]?\d+$/.test(text);

function whyNot(file: Dockerfile, place: Place): Message | undefined {
	const { named } = place;
	const text = file.text.slice(place.start, place.end);
	if (named.kind === "stage") {
		if (named.stage?.name === undefined) return say`This stage has no name: write \`AS\` and one behind its image.`;
		if (isNumber(text)) return say`A stage's number says which it is in the file; rename the stage where its name stands.`;
	}
	if (named.givenBy === "docker") return say`\`${named.name}\` is given by Docker, and always called so.`;
	if (named.givenBy === "image") return say`\`${named.name}\` is used before this file sets it: it is the base image that has it by that name.`;
	if (named.kind === "outside") return say`Nothing in this file sets \`${named.name}\`, so that its name is given elsewhere.`;
	if (named.kind === "variable") return say`\`${named.name}\` is a variable of a script; what can be renamed are those of \`ARG\` and \`ENV\`.`;
	const hidden = named.places.find((each) => !each.isWritten && !isNumber(file.text.slice(each.start, each.end)));
	return hidden && say`Line ${lineOf(file, hidden.start)} names it in other words, by a variable or over two lines, and would no longer mean it.`;
}

function whyNotTo(file: Dockerfile, named: Named, name: string): Message | undefined {
	if (name === named.name) return undefined;
	if (named.kind === "stage") return named.stage && whyNotStage(file, named.stage, name);
	if (named.kind === "heredoc") return whyNotHeredoc(file, named, name);
	if (!/^[A-Za-z_]\w*$/.test(name)) return say`A variable's name has only letters, digits and \`_\` in it, and begins with no digit.`;
	if (named.kind === "argument" && setByDocker.has(name)) return say`\`${name}\` is what Docker calls an argument of its own.`;
	const clash = clashOf(file, named, name);
	return clash && say`\`${name}\` stands in line ${lineOf(file, clash.start)} already, and would mean the same then.`;
}

const setByDocker = new Set([...platformArguments, ...proxyArguments]);

function whyNotStage(file: Dockerfile, stage: Stage, name: string): Message | undefined {
	if (!isStageName(name)) return say`A stage's name begins with a letter and has only letters, digits, \`-\`, \`_\` and \`.\` in it.`;
	const wanted = name.toLowerCase();
	if (wanted === "scratch") return say`\`scratch\` is Docker's name for the empty image.`;
	if (wanted === "context") return say`\`context\` is Docker's name for the folder that is built.`;
	const same = stagesOf(file).find((other) => other !== stage && other.name?.text.toLowerCase() === wanted);
	if (same?.name) return say`The stage in line ${lineOf(file, same.name.start)} is called so.`;
	const images = [
		...stagesOf(file).flatMap((other) => (other.image && !other.parent ? [{ at: other.image, is: baseImageOf(file, other) ?? other.image.text }] : [])),
		...stageReferences(file).flatMap(({ to, stage: meant }) => (meant ? [] : [{ at: to, is: to.text }])),
	];
	const image = images.find(({ is }) => is.toLowerCase() === wanted);
	if (image) return say`Line ${lineOf(file, image.at.start)} means the image \`${name}\`, and would mean the stage then.`;
	const old = stage.name?.text.toLowerCase() ?? "";
	const maybe = stagesOf(file).find((other) => other.index > stage.index && !other.parent && other.image && mayMean(file, other, other.image.text, old));
	return maybe && say`Line ${lineOf(file, maybe.from.range.start)} may mean it: which stage it is built on, the build decides.`;
}

/** Whether a name with variables in it, and something besides, may turn out to be the stage's. */
function mayMean(file: Dockerfile, stage: Stage, image: string, name: string): boolean {
	if (!image.includes("$") || baseImageOf(file, stage) !== undefined) return false;
	const parts = image.toLowerCase().split(/\$\{[^}]*\}|\$\w+/);
	const [first = "", last = ""] = [parts[0], parts.at(-1)];
	if (parts.every((part) => part === "") || name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
	let at = first.length;
	for (const part of parts.slice(1, -1)) {
		const found = name.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return at <= name.length - last.length;
}

function whyNotHeredoc(file: Dockerfile, named: Named, name: string): Message | undefined {
	if (!/^[A-Za-z_][\w.-]*$/.test(name))
		return say`The word around a here document begins with a letter, and has only letters, digits, \`-\`, \`_\` and \`.\` in it.`;
	const opening = named.places[0];
	const heredoc = opening?.instruction.heredocs.find(({ opener }) => opener.start <= opening.start && opening.end <= opener.end);
	const isLine = heredoc?.content.split(/\r?\n/).some((line) => (heredoc.chomp ? line.replace(/^\t+/, "") : line) === name) === true;
	return isLine ? say`A line of the here document is \`${name}\`, and would end it.` : undefined;
}

/** Where another variable has the name, in the stages in which this one counts. */
function clashOf(file: Dockerfile, named: Named, name: string): Place | undefined {
	const indexOf = ({ instruction }: Place): number => (instruction.keyword === "FROM" ? -1 : (stageOf(file, instruction)?.index ?? -1));
	const counts = new Set(named.places.map(indexOf));
	for (const { index, parent } of stagesOf(file)) if (parent && counts.has(parent.index)) counts.add(index);
	return placesIn(file).find((place) => place.named.name === name && place.named !== named && isVariable(place.named) && counts.has(indexOf(place)));
}

const isVariable = ({ kind }: Named): boolean => kind !== "stage" && kind !== "heredoc";
