/** How text looks, as bits: 0 is the usual. `style.ts` alone knows which. */
export type Style = number;

/** What a style says. The colours are the 16 of a terminal, which the theme has; undefined: the usual. */
export type Look = {
	readonly colour: number | undefined;
	readonly background: number | undefined;
	readonly isBold: boolean;
	readonly isDim: boolean;
	readonly isItalic: boolean;
	readonly isUnderlined: boolean;
	readonly isInverse: boolean;
	readonly isStruck: boolean;
};

const colourBits = 0x1f;
const backgroundShift = 5;
const [bold, dim, italic, underlined, inverse, struck] = [1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15];

export const lookOf = (style: Style): Look => ({
	colour: toColour(style & colourBits),
	background: toColour((style >> backgroundShift) & colourBits),
	isBold: (style & bold) !== 0,
	isDim: (style & dim) !== 0,
	isItalic: (style & italic) !== 0,
	isUnderlined: (style & underlined) !== 0,
	isInverse: (style & inverse) !== 0,
	isStruck: (style & struck) !== 0,
});

const toColour = (bits: number): number | undefined => (bits === 0 ? undefined : bits - 1);

/** So many parameters at most; what has more was not written to be shown. */
const mostParameters = 64;

/** The style after a sequence that selects one (SGR), by its parameters as they are written. Hidden text is shown. */
export function applySgr(style: Style, parameters: string): Style {
	if (parameters === "" || parameters === "0") return 0;
	const parts = parameters.split(";", mostParameters);
	let next = style;
	for (let index = 0; index < parts.length; index++) {
		const part = parts[index] ?? "";
		if (part.includes(":")) {
			next = withColons(next, part);
			continue;
		}
		const code = Number(part);
		if (code !== 38 && code !== 48 && code !== 58) {
			next = withCode(next, code);
			continue;
		}
		const [kind, first, second, third] = parts.slice(index + 1, index + 5).map(Number);
		const colour = kind === 5 ? ofPalette(first) : kind === 2 ? nearest(first ?? 0, second ?? 0, third ?? 0) : undefined;
		index += kind === 5 ? 2 : kind === 2 ? 4 : 1;
		next = withColour(next, code, colour);
	}
	return next;
}

/** `38:5:n`, `38:2::r:g:b`, `38:2:r:g:b`, `4:3`. */
function withColons(style: Style, part: string): Style {
	const [code = 0, kind, ...rest] = part.split(":").map(Number);
	if (code === 4) return kind === 0 ? style & ~underlined : style | underlined;
	if (code !== 38 && code !== 48) return style;
	const [red = 0, green = 0, blue = 0] = rest.length > 3 ? rest.slice(1) : rest;
	return withColour(style, code, kind === 5 ? ofPalette(rest[0]) : kind === 2 ? nearest(red, green, blue) : undefined);
}

function withColour(style: Style, code: number, colour: number | undefined): Style {
	if (colour === undefined || code === 58) return style;
	return code === 38 ? (style & ~colourBits) | (colour + 1) : (style & ~(colourBits << backgroundShift)) | ((colour + 1) << backgroundShift);
}

function withCode(style: Style, code: number): Style {
	if (code >= 30 && code <= 37) return withColour(style, 38, code - 30);
	if (code >= 90 && code <= 97) return withColour(style, 38, code - 82);
	if (code >= 40 && code <= 47) return withColour(style, 48, code - 40);
	if (code >= 100 && code <= 107) return withColour(style, 48, code - 92);
	switch (code) {
		case 0:
			return 0;
		case 1:
			return style | bold;
		case 2:
			return style | dim;
		case 3:
			return style | italic;
		case 4:
		case 21:
			return style | underlined;
		case 7:
			return style | inverse;
		case 9:
			return style | struck;
		case 22:
			return style & ~(bold | dim);
		case 23:
			return style & ~italic;
		case 24:
			return style & ~underlined;
		case 27:
			return style & ~inverse;
		case 29:
			return style & ~struck;
		case 39:
			return style & ~colourBits;
		case 49:
			return style & ~(colourBits << backgroundShift);
		default:
			return style;
	}
}

/** Of the 256 colours: the 16, a cube of six shades each, and greys. */
function ofPalette(index: number | undefined): number | undefined {
	if (index === undefined || !Number.isInteger(index) || index < 0 || index > 255) return undefined;
	if (index < 16) return index;
	if (index >= 232) return nearest((index - 232) * 10 + 8, (index - 232) * 10 + 8, (index - 232) * 10 + 8);
	const shade = (value: number): number => (value === 0 ? 0 : value * 40 + 55);
	return nearest(shade(Math.floor((index - 16) / 36)), shade(Math.floor((index - 16) / 6) % 6), shade((index - 16) % 6));
}

/** Red, yellow, green, cyan, blue, magenta, by sixths of the circle of hues. */
const byHue = [1, 3, 2, 6, 4, 5];

/** The one of the 16 whose name one would give to this colour: the theme sees to it that it can be read. */
function nearest(red: number, green: number, blue: number): number {
	const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
	if (most - least < 40) return most < 40 ? 0 : most < 140 ? 8 : most < 220 ? 7 : 15;
	const hue = most === red ? (green - blue) / (most - least) + 6 : most === green ? (blue - red) / (most - least) + 2 : (red - green) / (most - least) + 4;
	const colour = byHue[Math.round(hue) % 6] ?? 7;
	return most > 200 ? colour + 8 : colour;
}
