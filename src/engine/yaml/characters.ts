/** The characters that mean something in YAML, by their codes. */
export const character = {
	tab: 0x09,
	newline: 0x0a,
	carriageReturn: 0x0d,
	space: 0x20,
	bang: 0x21,
	doubleQuote: 0x22,
	hash: 0x23,
	percent: 0x25,
	ampersand: 0x26,
	singleQuote: 0x27,
	asterisk: 0x2a,
	plus: 0x2b,
	comma: 0x2c,
	minus: 0x2d,
	dot: 0x2e,
	colon: 0x3a,
	greater: 0x3e,
	question: 0x3f,
	at: 0x40,
	openBracket: 0x5b,
	backslash: 0x5c,
	closeBracket: 0x5d,
	backtick: 0x60,
	openBrace: 0x7b,
	bar: 0x7c,
	closeBrace: 0x7d,
	byteOrderMark: 0xfeff,
} as const;

/** A blank, the end of a line or that of the text. */
export const isEnd = (code: number): boolean =>
	code === character.space || code === character.newline || code === character.carriageReturn || code === character.tab || Number.isNaN(code);

/** A comma or a bracket, which in brackets ends what is not quoted. */
export const endsInBrackets = (code: number): boolean =>
	code === character.comma ||
	code === character.openBracket ||
	code === character.closeBracket ||
	code === character.openBrace ||
	code === character.closeBrace;

/**
 * A blank, and what ends something in quotes or brackets or stands between its parts: behind that go-yaml, unlike the specification, wants no blank before a comment.
 * Of all else a `#` is a part.
 */
export const mayPrecedeComment = (code: number): boolean =>
	isEnd(code) || endsInBrackets(code) || code === character.doubleQuote || code === character.singleQuote;
