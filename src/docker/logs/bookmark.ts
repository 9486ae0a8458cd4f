import { inUtc } from "./engine-time.ts";

/** So many of the last lines are remembered one by one: what a program writes and its errors may be stored in another order than their times. */
const remembered = 1_000;

/**
 * Which lines of a container's log were read, so that a later reading goes on behind them. Lines that are alike in all, their time as well, are told apart
 * by their number.
 */
export type Bookmark = {
	/** The next line of this reading. @returns whether it was read before */
	pass(stream: string, time: string, text: string): boolean;
	/** A new reading begins. @returns from which time on the engine is to be asked, which it includes; empty: from the beginning */
	begin(): string;
	/** What there is up to this line is not wanted, and was not read. */
	skipTo(stream: string, time: string, text: string): void;
	readonly isEmpty: boolean;
};

type Line = { readonly time: string; readonly key: string };

export function makeBookmark(): Bookmark {
	/** The last lines, a ring. */
	const last: Line[] = [];
	let next = 0;
	/** The greatest time of the lines that the ring has forgotten, and how many lines had it. */
	let forgotten = "";
	let ofForgotten = new Map<string, number>();
	/** How many more times a line is to come that was read before, and the newest of them. */
	let known = new Map<string, number>();
	let newest = "";
	/** Of what was read before nothing has come yet. What an engine gives before that is older than the reading was to be: some know only whole seconds. */
	let isBefore = false;

	return {
		pass(stream, time, text) {
			const key = keyOf(stream, time, text);
			if (known.size > 0) {
				const left = known.get(key);
				if (left !== undefined) {
					if (left === 1) known.delete(key);
					else known.set(key, left - 1);
					isBefore = false;
					return true;
				}
				if (time < forgotten || (isBefore && time <= newest)) return true;
			}
			const old = last[next];
			if (old && old.time >= forgotten) {
				if (old.time > forgotten) ofForgotten = new Map();
				forgotten = old.time;
				count(ofForgotten, old.key);
			}
			last[next] = { time, key };
			next = (next + 1) % remembered;
			return false;
		},
		begin() {
			known = new Map(ofForgotten);
			newest = forgotten;
			let oldest = "";
			for (const { time, key } of last) {
				count(known, key);
				if (time > newest) newest = time;
				if (oldest === "" || time < oldest) oldest = time;
			}
			isBefore = true;
			return forgotten || somewhatBefore(oldest);
		},
		skipTo(stream, time, text) {
			forgotten = time;
			ofForgotten = new Map([[keyOf(stream, time, text), 1]]);
		},
		get isEmpty() {
			return last.length === 0 && forgotten === "";
		},
	};
}

/** Where all that was read is remembered, what is stored next may be older than all of it. */
const somewhatBefore = (time: string): string => time && inUtc(new Date(Date.parse(time) - 1_000).toISOString());

/** A number for the text: to hold on to the text itself would be to hold on to all that it was cut from. */
function keyOf(stream: string, time: string, text: string): string {
	let number = text.length;
	for (let at = 0; at < text.length && at < 64; at++) number = (Math.imul(number, 31) + text.charCodeAt(at)) | 0;
	return `${stream === "stdout" ? "o" : "e"}${time}${number}`;
}

function count(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
