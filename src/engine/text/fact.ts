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

/** The answers about an owner, the latest first: there are few, and a list of them is smaller than a map. */
type Kept = { readonly owner: object; readonly compute: unknown; readonly answer: unknown; readonly next: Kept | undefined };

const facts = Symbol("facts");
type Owner = { [facts]?: Kept | undefined };

function answerOf(owner: Owner, compute: unknown): Kept | undefined {
	let kept = owner[facts];
	// A property that is copied along costs a fifth of one that is not.
	if (kept?.owner !== owner) return undefined;
	while (kept && kept.compute !== compute) kept = kept.next;
	return kept;
}

function keep(owner: Owner, compute: unknown, answer: unknown): Kept {
	const first = owner[facts];
	const kept = { owner, compute, answer, next: first?.owner === owner ? first : undefined };
	owner[facts] = kept;
	return kept;
}
