/** Where the text before that offset ends that is no blank and no line end, but not before `start`. */
export function endOfText(text: string, start: number, offset: number): number {
	let end = offset;
	while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
	return end;
}

/** As `\s` has it. */
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
