/** A function of `owner` whose answer is kept. */
export type Fact<Owner extends object, Answer, Beside = void> = (owner: Owner, beside: Beside) => Answer;

/**
 * What follows from an object, computed when it is first asked for and kept on the object itself. `beside` is what `compute` needs besides its owner, and has to
 * be the same at every call with that owner, as an instruction's file is. A WeakMap would do as well, but where a file is done with as soon as it is linted,
 * WeakMaps keep the garbage collector busy for longer than the rules take. A copy made with `...` starts without facts.
 */
export function fact<Owner extends object, Answer, Beside = void>(compute: Fact<Owner, Answer, Beside>): Fact<Owner, Answer, Beside> {
	// Nearly all questions are about the owner of the question before.
	let last: Kept | undefined;
	return (owner, beside) => {
		if (last !== undefined && last.owner === owner) return last.answer as Answer;
		last = answerOf(owner, compute) ?? keep(owner, compute, compute(owner, beside));
		return last.answer as Answer;
	};
}

/** The answers about an owner, the latest first: of nearly all owners there are few, and a list of them is smaller than a map. `further` has those that are too many. */
type Kept = {
	readonly owner: object;
	readonly compute: unknown;
	readonly answer: unknown;
	readonly next: Kept | undefined;
	readonly count: number;
	further: Map<unknown, Kept> | undefined;
};

const mostInList = 40;
const facts = Symbol("facts");
type Owner = { [facts]?: Kept | undefined };

function answerOf(owner: Owner, compute: unknown): Kept | undefined {
	const first = owner[facts];
	// A property that is copied along costs a fifth of one that is not.
	if (first?.owner !== owner) return undefined;
	for (let kept: Kept | undefined = first; kept; kept = kept.next) if (kept.compute === compute) return kept;
	return first.further?.get(compute);
}

function keep(owner: Owner, compute: unknown, answer: unknown): Kept {
	const latest = owner[facts];
	const next = latest?.owner === owner ? latest : undefined;
	const kept: Kept = { owner, compute, answer, next, count: (next?.count ?? 0) + 1, further: undefined };
	if (next && next.count === mostInList) (next.further ??= new Map()).set(compute, kept);
	else owner[facts] = kept;
	return kept;
}
