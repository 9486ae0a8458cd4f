/**
 * What follows from an object, computed once and kept on the object itself. A WeakMap would do, but where a file is done with as soon as it is linted, WeakMaps
 * keep the garbage collector busy for longer than the rules take. A copy made with `...` carries the original's facts: do not change what they follow from.
 */
export class Facts<Owner extends object, Fact> {
	readonly #key = Symbol("fact");

	get(owner: Owner): Fact | undefined {
		return (owner as { readonly [key: symbol]: Fact })[this.#key];
	}

	set(owner: Owner, fact: Fact): void {
		(owner as { [key: symbol]: Fact })[this.#key] = fact;
	}
}
