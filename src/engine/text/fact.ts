/** A function of `owner` whose answer is kept. */
export type Fact<Owner extends object, Answer, Beside = void> = (owner: Owner, beside: Beside) => Answer;

/**
 * What follows from an object, computed when it is first asked for and kept on the object itself. `beside` is what `compute` needs besides its owner, and has to
 * be the same at every call with that owner, as an instruction's file is. A WeakMap would do as well, but where a file is done with as soon as it is linted,
 * WeakMaps keep the garbage collector busy for longer than the rules take. A copy made with `...` starts without facts.
 */
export function fact<Owner extends object, Answer, Beside = void>(compute: Fact<Owner, Answer, Beside>): Fact<Owner, Answer, Beside> {
	return (owner, beside) => {
		const answers = answersOf(owner);
		const known = answers.get(compute) as Answer | undefined;
		if (known !== undefined || answers.has(compute)) return known as Answer;
		const answer = compute(owner, beside);
		answers.set(compute, answer);
		return answer;
	};
}

const facts = Symbol("facts");
type Owner = { [facts]?: { readonly of: object; readonly answers: Map<unknown, unknown> } };

function answersOf(owner: Owner): Map<unknown, unknown> {
	let kept = owner[facts];
	// A property that is copied along costs a fifth of one that is not.
	if (kept?.of !== owner) {
		kept = { of: owner, answers: new Map() };
		owner[facts] = kept;
	}
	return kept.answers;
}
