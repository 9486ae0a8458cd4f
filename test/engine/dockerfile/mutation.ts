/** Numbers in [0, 1) that depend on the seed alone. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** What the parser has to tell apart: put in anywhere, these turn one construct into another. */
export const pieces: readonly string[] = [
	'"',
	"'",
	"\\",
	"`",
	"\\\n",
	"`\n",
	"\\ \t\n",
	"\\\\\n",
	"\\\r\n",
	"\n",
	"\r\n",
	"\r",
	"\n\n",
	" ",
	"\t",
	"\v",
	"\f",
	"\0",
	"\u0085",
	"\u00a0",
	"\u2028",
	"\u3000",
	"\ufeff",
	"\u200b",
	"#",
	"# ",
	"\n# comment\n",
	"\n  #\n",
	"# escape=`\n",
	"# escape=\\\n",
	"#syntax=x\n",
	"# check=skip=all\n",
	"# Escape = ` \n",
	"#escape=x\n",
	"<<",
	"<<EOF",
	"<<-EOF",
	"<<'EOF'",
	'<<"E F"',
	"3<<EOF",
	"<< EOF",
	"<<E'O'F",
	"<<E\\OF",
	"<<A <<B",
	"<<$X",
	"<<${X:-a}",
	"<",
	"<<<",
	"\nEOF\n",
	"\n\tEOF\n",
	"\nA\nB\n",
	"\nEOF \n",
	"[",
	"]",
	'["a"]',
	'["a", 1]',
	"[]",
	"[1]",
	'["\\u00e9"]',
	'["\\ud800"]',
	"[null]",
	'["a",]',
	"{",
	"}",
	",",
	":",
	"=",
	"a=b",
	'=""',
	"==",
	"$",
	"${",
	"${X}",
	"$X",
	"${X,,}",
	"${X#a}",
	"--",
	"-- ",
	"--a",
	"--a=b",
	'--a="b c"',
	"--a='b",
	"--mount=type=cache",
	"é",
	"𝄞",
	"ß",
	"ı",
	"K",
	"ONBUILD ",
	"onbuild onbuild ",
	"RUN ",
	"run",
	"COPY ",
	"ADD ",
	"ENV ",
	"LABEL ",
	"ARG ",
	"FROM a\n",
	"CMD ",
	"HEALTHCHECK ",
	"HEALTHCHECK NONE",
	"SHELL ",
	"VOLUME ",
	"EXPOSE ",
	"USER ",
	"WORKDIR ",
	"MAINTAINER ",
	"STOPSIGNAL ",
	"ENTRYPOINT ",
	"FOO ",
];

/** The text with one to six small changes, the same ones for the same numbers. */
export function mutate(text: string, random: () => number): string {
	const below = (limit: number): number => Math.floor(random() * limit);
	for (let changes = 1 + below(6); changes > 0; changes--) {
		const at = below(text.length + 1);
		const lines = text.split("\n");
		const line = below(lines.length);
		switch (below(9)) {
			case 0:
			case 1:
			case 2:
				text = text.slice(0, at) + (pieces[below(pieces.length)] ?? "") + text.slice(at);
				break;
			case 3:
				text = text.slice(0, at) + text.slice(at + 1 + below(4));
				break;
			case 4:
				text = text.slice(0, at) + (pieces[below(pieces.length)] ?? "") + text.slice(at + 1);
				break;
			case 5:
				text = lines.toSpliced(line, 1).join("\n");
				break;
			case 6:
				text = lines.toSpliced(line, 0, lines[below(lines.length)] ?? "").join("\n");
				break;
			case 7:
				text = lines.with(line, (lines[line] ?? "") + (pieces[below(pieces.length)] ?? "")).join("\n");
				break;
			default:
				text = text.slice(0, at);
				if (random() < 0.7) text = lines.with(line, (pieces[below(pieces.length)] ?? "") + (lines[line] ?? "")).join("\n");
		}
	}
	// A half of a surrogate pair has no place in a file.
	return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Mutations of the texts without end, the same ones for the same seed. */
export function* mutations(texts: readonly string[], seed: number): Generator<string, never> {
	const random = randomFrom(seed);
	for (;;) yield mutate(texts[Math.floor(random() * texts.length)] ?? "", random);
}
