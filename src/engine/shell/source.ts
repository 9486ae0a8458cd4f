/** Shell text that was taken out of a Dockerfile, and the way back. */
export type Source = {
	readonly text: string;
	/** Document offset of the character at an offset of `text`. */
	toDocument(offset: number): number;
};

/** A piece of a source, as a source of its own. */
export const sliceOf = (source: Source, start: number, end: number): Source => ({
	text: source.text.slice(start, end),
	toDocument: (offset) => source.toDocument(start + offset),
});

/** Text that stands in the document as it is. Carriage returns before line feeds become blanks: a shell would take them for a part of the last word. */
export const plainSource = (text: string, start: number): Source => ({
	text: text.includes("\r") ? text.replaceAll("\r\n", " \n") : text,
	toDocument: (offset) => start + offset,
});

/** Several sources, one after the other. An offset between two belongs to the later. */
export function joinedSource(sources: readonly Source[]): Source {
	const starts: number[] = [];
	let text = "";
	for (const source of sources) {
		starts.push(text.length);
		text += source.text;
	}
	return {
		text,
		toDocument(offset) {
			let index = sources.length - 1;
			while (index > 0 && (starts[index] ?? 0) > offset) index--;
			return sources[index]?.toDocument(offset - (starts[index] ?? 0)) ?? 0;
		},
	};
}
