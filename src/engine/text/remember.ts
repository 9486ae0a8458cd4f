/**
 * A function of a text alone, whose answers are kept for the texts that were asked about last, up to so many characters, and as many before those. An editor asks
 * anew at every key, and of what it asks about, all but one is as before.
 */
export function remember<Answer>(mostCharacters: number, compute: (text: string) => Answer): (text: string) => Answer {
	let kept = new Map<string, Answer>();
	let before = kept;
	let characters = 0;
	return (text) => {
		const known = kept.get(text);
		if (known !== undefined || kept.has(text)) return known as Answer;
		const answer = before.has(text) ? (before.get(text) as Answer) : compute(text);
		characters += text.length;
		if (characters > mostCharacters) {
			before = kept;
			kept = new Map();
			characters = text.length;
		}
		kept.set(text, answer);
		return answer;
	};
}
