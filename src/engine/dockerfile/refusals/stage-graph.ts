import { say } from "../../text/message.ts";
import { quoteAsGo } from "../characters.ts";
import { flagOf } from "../instructions.ts";
import { stageNamed, stageOf, stageReferences, stagesOf } from "../stages.ts";
import type { Dockerfile, Instruction, Word } from "../syntax.ts";
import { readReference } from "./from.ts";
import { splitValues } from "./go-values.ts";
import { partOf, type Found, type Refusal } from "./refusal.ts";
import { expandExactly } from "./values.ts";

/** Where one stage, by its index, takes something from another. */
type Edge = { readonly from: number; readonly to: number; readonly instruction: Instruction; readonly at: Word; readonly isMount: boolean };
type Placed = Found & { readonly instruction: Instruction };

/** What is wrong with the places where a stage takes files from another stage or from an image. */
export function* findStageErrors(file: Dockerfile): Generator<Placed> {
	if (!file.instructions.some(({ keyword, flags }) => (keyword === "COPY" || keyword === "RUN") && flags.length > 0)) return;
	const stages = stagesOf(file);
	const edges: Edge[] = [];
	// BuildKit counts images that are named on the way as stages too.
	let count = stages.length;
	for (const stage of stages) {
		for (const instruction of stage.instructions) {
			if (instruction.keyword === "COPY") {
				const from = flagOf(instruction, "from")?.value;
				if (!from?.text) continue;
				const errors = [...readFrom(file, from, count)];
				for (const each of errors) yield { ...each, instruction };
				const index = indexOf(from.text);
				const to = index ?? stageNamed(file, from.text)?.index;
				if (to === undefined && from.text !== "scratch" && errors.length === 0)
					for (const each of readReference(from.text, from)) yield { ...each, instruction };
				if (to === undefined) count++;
				else if (to >= 0 && to < stages.length) edges.push({ from: stage.index, to, instruction, at: from, isMount: false });
			} else if (instruction.keyword === "RUN") {
				for (const { name, value } of instruction.flags) {
					if (name !== "mount" || !value) continue;
					const from = fromOf(value);
					const to = stageNamed(file, from?.text ?? "scratch")?.index;
					if (to === undefined) count++;
					else if (from) edges.push({ from: stage.index, to, instruction, at: from, isMount: true });
					if (to === undefined && from && from.text !== "scratch" && !from.text.includes("$"))
						for (const each of readReference(from.text, from)) yield { ...each, instruction, line: 0 };
				}
			}
		}
	}
	yield* findWrongOrder(file, edges);
}

const indexOf = (text: string): number | undefined => (/^[-+]?\d+$/.test(text) ? Number(text) : undefined);

function* readFrom({ escape }: Dockerfile, from: Word, count: number): Generator<Found> {
	const { text, error } = expandExactly(from.text, () => undefined, escape);
	if (error !== undefined) yield { at: from, what: say`variables are not replaced in \`--from\``, said: error, line: 0 };
	else if (text !== from.text)
		yield {
			at: from,
			what: say`variables are not replaced in \`--from\`; a stage that begins with the image can be named instead`,
			said: "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround",
			line: 0,
		};
	else {
		const index = indexOf(from.text);
		if (index !== undefined && (index < 0 || index >= count))
			yield { at: from, what: say`there is no stage ${index}`, said: `invalid stage index ${index}`, line: 0 };
	}
}

function fromOf(mount: Word): Word | undefined {
	const fields = splitValues(mount.text);
	if (typeof fields === "string") return undefined;
	const field = fields.findLast(({ text }) => /^from=./i.test(text));
	return field && { text: field.text.slice(5), ...partOf(mount, field.start + 5, field.end) };
}

/** A stage takes nothing from itself, from one below, or from one that takes something from it. */
function* findWrongOrder(file: Dockerfile, edges: readonly Edge[]): Generator<Placed> {
	const wrong = edges.filter(({ from, to }) => to >= from);
	if (wrong.length === 0) return;
	const circleOf = circlesOf(edges);
	for (const { from, to, instruction, at, isMount } of wrong) {
		const current = nameOf(file, from);
		if (circleOf(to) === circleOf(from)) {
			const what = to === from ? say`a stage cannot take files from itself` : say`the stage \`${at.text}\` takes files from this one`;
			yield { at, what, said: `circular dependency detected on stage: ${current}`, instruction };
			continue;
		}
		const said = isMount
			? `cannot mount from stage ${quoteAsGo(at.text)} to the target, stage needs to be defined before current command`
			: `cannot copy from stage ${quoteAsGo(at.text)}, it needs to be defined before current stage ${quoteAsGo(current)}`;
		yield { at, what: say`the stage \`${at.text}\` comes later in the file`, said, instruction };
	}
}

const nameOf = (file: Dockerfile, index: number): string => stagesOf(file)[index]?.name?.text.toLowerCase() ?? `stage-${index}`;

/** For each stage that is in a circle, a number that it shares with the others of it: a stage that reaches another and is reached by it. */
function circlesOf(edges: readonly Edge[]): (stage: number) => number | undefined {
	const [forth, back] = [new Map<number, number[]>(), new Map<number, number[]>()];
	for (const { from, to } of edges) {
		addTo(forth, from, to);
		addTo(back, to, from);
	}
	const seen = new Set<number>();
	const order = [...forth.keys()].flatMap((start) => visit(forth, start, seen));
	const circles = new Map<number, number>();
	const reached = new Set<number>();
	for (const start of order.toReversed()) for (const stage of visit(back, start, reached)) circles.set(stage, start);
	return (stage) => circles.get(stage);
}

function addTo(map: Map<number, number[]>, key: number, value: number): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

/** What is reached from a stage and has not been seen yet, in the order in which it is done with. */
function visit(next: ReadonlyMap<number, readonly number[]>, start: number, seen: Set<number>): number[] {
	const done: number[] = [];
	const open: [stage: number, at: number][] = seen.has(start) ? [] : [[start, 0]];
	seen.add(start);
	for (let top = open.at(-1); top; top = open.at(-1)) {
		const to = next.get(top[0])?.[top[1]++];
		if (to === undefined) {
			done.push(top[0]);
			open.pop();
		} else if (!seen.has(to)) {
			seen.add(to);
			open.push([to, 0]);
		}
	}
	return done;
}

/** FROM runs the triggers of a stage on which it builds, and BuildKit names its line for what is wrong with them. Of stages that nothing needs it runs none. */
export function* findInheritedErrors(file: Dockerfile, putOff: ReadonlyMap<Instruction, Pick<Refusal, "what" | "said">>): Generator<Placed> {
	const needed = neededStages(file);
	for (const { parent, image, from, index } of stagesOf(file)) {
		if (!parent || !image || !needed.has(index) || parent.name?.text.toLowerCase() !== image.text) continue;
		for (const instruction of parent.instructions) {
			const trigger = putOff.get(instruction);
			if (!trigger) continue;
			yield { at: image, what: say`\`${image.text}\` leaves an instruction to this stage in which ${trigger.what}`, said: trigger.said, instruction: from };
			break;
		}
	}
}

/** The last stage, and what it is made of. */
function neededStages(file: Dockerfile): ReadonlySet<number> {
	const needed = new Set<number>();
	const references = new Map<number, number[]>();
	for (const { instruction, stage } of stageReferences(file)) if (stage) addTo(references, stageOf(file, instruction)?.index ?? 0, stage.index);
	const open = [stagesOf(file).length - 1];
	for (let each = open.pop(); each !== undefined; each = open.pop()) {
		if (needed.has(each)) continue;
		needed.add(each);
		const parent = stagesOf(file)[each]?.parent;
		if (parent) open.push(parent.index);
		for (const to of references.get(each) ?? []) open.push(to);
	}
	return needed;
}
