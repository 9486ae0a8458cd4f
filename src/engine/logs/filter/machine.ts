import { wordUnits, type Pattern, type Ranges } from "./pattern.ts";

/** Matches in one pass over a line, however the pattern is written: in time proportional to the line's length. */
export type LineTest = {
	test(text: string): boolean;
	/** Where matches begin and end, the longest from each beginning, in the first characters of a line. */
	find(text: string): readonly (readonly [number, number])[];
};

/** A step of the machine: to take a unit of a set, or to go on in one or two ways, on a condition. */
type Step =
	| { readonly kind: "take"; readonly ranges: Ranges; next: number }
	| { readonly kind: "split"; first: number; second: number }
	| { readonly kind: "start" | "end" | "boundary" | "inside"; next: number }
	| { readonly kind: "match" };

const mostSteps = 4_000;
/** So many sets of steps are remembered; then it begins anew. */
const mostStates = 1_500;
/** Matches are shown in this much of a line. */
const shown = 2_000;

/** Undefined where the pattern is too large. */
export function createTest(pattern: Pattern): LineTest | undefined {
	const steps: Step[] = [];
	const add = (step: Step): number => steps.push(step) - 1;
	/** Puts the steps before those that come then: returns where they begin. */
	const build = (part: Pattern, next: number): number => {
		if (steps.length > mostSteps) return next;
		switch (part.kind) {
			case "set":
				return add({ kind: "take", ranges: part.ranges, next });
			case "all":
				return part.parts.toReversed().reduce((then, each) => build(each, then), next);
			case "any":
				return part.parts.map((each) => build(each, next)).reduce((first, second) => add({ kind: "split", first, second }));
			case "repeat":
				return repeat(part.part, part.least, part.most, next);
			default:
				return add({ kind: part.kind, next });
		}
	};
	const repeat = (part: Pattern, least: number, most: number, next: number): number => {
		let then = next;
		if (most === Infinity) {
			const loop: Step = { kind: "split", first: next, second: next };
			then = add(loop);
			loop.first = build(part, then);
		} else for (let count = least; count < most; count++) then = add({ kind: "split", first: build(part, then), second: next });
		for (let count = 0; count < least; count++) then = build(part, then);
		return then;
	};
	const first = build(pattern, add({ kind: "match" }));
	return steps.length > mostSteps ? undefined : machineOf(steps, first);
}

/** What stood before a place: nothing, a unit of a word, another. */
type Before = 0 | 1 | 2;

/** Steps from which one goes on at a place, and what stood before it. */
type State = { readonly steps: readonly number[]; readonly before: Before };

/** What the table has besides states, which count from 1 there. */
const [unknown, matched] = [0, -1];

function machineOf(steps: readonly Step[], first: number): LineTest {
	const { classOf, count, isWord } = classesOf(steps);
	let states: State[] = [];
	let byKey = new Map<string, number>();
	/** For each state where each class of units leads, the end of the line last. */
	const width = count + 1;
	let table = new Int32Array(width * 16);
	const isWordClass = (unitClass: number): boolean => isWord[unitClass] ?? false;

	const stateOf = (numbers: readonly number[], before: Before): number => {
		const key = `${before}:${numbers.join(",")}`;
		const known = byKey.get(key);
		if (known !== undefined) return known;
		states.push({ steps: numbers, before });
		byKey.set(key, states.length - 1);
		if (states.length * width > table.length) {
			const larger = new Int32Array(table.length * 2);
			larger.set(table);
			table = larger;
		}
		return states.length - 1;
	};

	/** Where a class of units leads from a state; a search also begins anew at each place. */
	const lead = (from: number, unitClass: number): number => {
		const { steps: numbers, before } = states[from] ?? { steps: [], before: 0 as const };
		const closure = closureOf([...numbers, first], before, unitClass);
		const isMatch = closure.some((index) => steps[index]?.kind === "match");
		const next = isMatch ? matched : stateOf(stepsBehind(closure, unitClass), isWordClass(unitClass) ? 1 : 2);
		table[from * width + unitClass] = isMatch ? matched : next + 1;
		return next;
	};
	const representatives = representativesOf(classOf, count);
	const takes = (ranges: Ranges, unitClass: number): boolean => {
		const unit = representatives[unitClass] ?? 0;
		return ranges.some(([from, to]) => unit >= from && unit <= to);
	};
	const beginners: boolean[] = [];
	const reset = (): void => {
		states = [];
		byKey = new Map();
		table.fill(unknown);
	};

	return {
		test(text) {
			if (states.length > mostStates) reset();
			let state = stateOf([], 0);
			const { length } = text;
			for (let at = 0; at <= length; at++) {
				const unitClass = at < length ? (classOf[text.charCodeAt(at)] ?? 0) : count;
				const known = table[state * width + unitClass] ?? unknown;
				if (known > 0) {
					state = known - 1;
					continue;
				}
				const next = known === unknown ? lead(state, unitClass) : known;
				if (next === matched) return true;
				// Too many are remembered: the one that one is in is enough.
				if (states.length > mostStates) {
					const kept = states[next];
					reset();
					if (kept) state = stateOf(kept.steps, kept.before);
				} else state = next;
			}
			return false;
		},
		find(text) {
			const found: [number, number][] = [];
			const limit = Math.min(text.length, shown);
			for (let start = 0; start < limit;) {
				if (!canBegin(classOf[text.charCodeAt(start)] ?? 0)) {
					start++;
					continue;
				}
				const end = longestFrom(text, start, limit);
				if (end > start) found.push([start, end]);
				start = Math.max(end, start + 1);
			}
			return found;
		},
	};

	/** Whether a match, other than of nothing, may begin with a unit of this class. */
	function canBegin(unitClass: number): boolean {
		return (beginners[unitClass] ??= ([0, 1, 2] as const).some((before) => stepsBehind(closureOf([first], before, unitClass), unitClass).length > 0));
	}

	function longestFrom(text: string, start: number, limit: number): number {
		let numbers: readonly number[] = [first];
		let before: Before = start === 0 ? 0 : isWordClass(classOf[text.charCodeAt(start - 1)] ?? 0) ? 1 : 2;
		let end = -1;
		for (let at = start; numbers.length > 0 && at <= limit; at++) {
			const unitClass = at < text.length ? (classOf[text.charCodeAt(at)] ?? 0) : count;
			const closure = closureOf(numbers, before, unitClass);
			if (closure.some((index) => steps[index]?.kind === "match")) end = at;
			numbers = at < limit ? stepsBehind(closure, unitClass) : [];
			before = isWordClass(unitClass) ? 1 : 2;
		}
		return end;
	}

	/** The steps that are reached without taking a unit. What is behind a condition is reached where it is met, which the unit that comes next decides. */
	function closureOf(numbers: readonly number[], before: Before, unitClass: number): readonly number[] {
		const isBoundary = (before === 1) !== isWordClass(unitClass);
		const seen = new Set<number>();
		const waiting = [...numbers];
		for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
			if (seen.has(index)) continue;
			seen.add(index);
			const step = steps[index];
			if (step?.kind === "split") waiting.push(step.first, step.second);
			else if (step && step.kind !== "take" && step.kind !== "match") {
				const isMet = step.kind === "start" ? before === 0 : step.kind === "end" ? unitClass === count : step.kind === "boundary" ? isBoundary : !isBoundary;
				if (isMet) waiting.push(step.next);
			}
		}
		return [...seen];
	}

	function stepsBehind(closure: readonly number[], unitClass: number): readonly number[] {
		const next = new Set<number>();
		for (const index of closure) {
			const step = steps[index];
			if (step?.kind === "take" && unitClass !== count && takes(step.ranges, unitClass)) next.add(step.next);
		}
		return [...next].sort((one, other) => one - other);
	}
}

/** Units between which no set of the pattern tells are one class. */
function classesOf(steps: readonly Step[]): { readonly classOf: Uint16Array; readonly count: number; readonly isWord: readonly boolean[] } {
	const borders = new Set([0]);
	const sets = steps.flatMap((step) => (step.kind === "take" ? [step.ranges] : []));
	for (const ranges of [...sets, wordUnits]) {
		for (const [from, to] of ranges) borders.add(from).add(to + 1);
	}
	const starts = [...borders].filter((border) => border <= 0xffff).sort((one, other) => one - other);
	const classOf = new Uint16Array(0x10000);
	const isWord: boolean[] = [];
	for (const [index, start] of starts.entries()) {
		classOf.fill(index, start, starts[index + 1] ?? 0x10000);
		isWord.push(wordUnits.some(([from, to]) => start >= from && start <= to));
	}
	return { classOf, count: starts.length, isWord };
}

function representativesOf(classOf: Uint16Array, count: number): readonly number[] {
	const found: number[] = Array.from({ length: count }, () => 0);
	for (let unit = classOf.length - 1; unit >= 0; unit--) found[classOf[unit] ?? 0] = unit;
	return found;
}
