/** What a piece of a script, or of a word that Docker expands, is to the eye: an option is a parameter, the end of a here document a label, what makes a line go on a macro. */
export type PieceKind =
	| "keyword"
	| "function"
	| "parameter"
	| "property"
	| "variable"
	| "class"
	| "namespace"
	| "enumMember"
	| "operator"
	| "string"
	| "number"
	| "comment"
	| "label"
	| "macro";

/** Takes the pieces in the order of the text. `isDeclaration` where a name is given its value or body there. */
export type TakePiece = (kind: PieceKind, start: number, end: number, isDeclaration: boolean) => void;

/** A here document that a command opens, and whose body has not been reached. */
export type OpenedHeredoc = { readonly name: string; readonly chomp: boolean; readonly expand: boolean; readonly command: string | undefined };

/** Where a scan of a text is. It only goes forward, and so ends in time that grows with the text, whatever is written there. */
export type Scan = {
	readonly text: string;
	at: number;
	readonly end: number;
	/** What takes the meaning from the next character. */
	readonly escape: string;
	/** Takes the commands of a `$(…)` or of backquotes, up to what closes them; undefined for Docker, which knows neither. */
	readonly readScript: ((scan: Scan, closing: ")" | "`") => void) | undefined;
	readonly take: TakePiece;
	depth: number;
	isInBackquotes: boolean;
	heredocs: OpenedHeredoc[];
};

/** Deeper than anybody nests; what stands deeper is text. */
export const deepest = 100;

export const beginScan = (
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
	options: Pick<Scan, "escape" | "readScript" | "take">,
): Scan => ({ text, at: start, end, depth: 0, isInBackquotes: false, heredocs: [], ...options });

/** Takes a piece that is not empty. */
export function take({ take }: Scan, kind: PieceKind, start: number, end: number, isDeclaration = false): void {
	if (end > start) take(kind, start, end, isDeclaration);
}

/** Takes what the pattern, a sticky one, finds where the scan is, and goes behind it. */
export function match(scan: Scan, pattern: RegExp): string | undefined {
	pattern.lastIndex = scan.at;
	const found = pattern.exec(scan.text)?.[0];
	return found && scan.at + found.length <= scan.end ? found : undefined;
}
