/** What changes nothing of what a text means, but where its lines end and how they go on. A text that is to be written so has no escape directive. */
export const writings: readonly (readonly [name: string, write: (text: string) => string])[] = [
	["as it stands", (text) => text],
	["with carriage returns", (text) => text.replaceAll("\n", "\r\n")],
	["with blanks behind the character by which a line goes on", (text) => text.replaceAll("\\\n", "\\ \t\n")],
	["with backticks", withBackticks],
	["with backticks and carriage returns", (text) => withBackticks(text).replaceAll("\n", "\r\n")],
];

function withBackticks(text: string): string {
	return `# escape=\`\n${text.replaceAll("\\", "`")}`;
}

/** Each row in each of these ways of writing. */
export function inEachWriting<Rest extends readonly unknown[]>(
	rows: readonly (readonly [what: string, marked: string, ...rest: Rest])[],
): readonly (readonly [what: string, marked: string, ...rest: Rest])[] {
	return writings.flatMap(([name, write]) => rows.map(([what, marked, ...rest]) => [`${what}, ${name}`, write(marked), ...rest] as const));
}

/** How a variable comes to be, each with `NAME` for its name. */
export const declarations = ["ARG NAME=value", "ARG NAME", "ENV NAME=value", "ENV NAME value", "ENV NAME", 'ENV NAME="a value"'] as const;

/** How a variable is read, each with `NAME` for its name. */
export const readings = [
	"STOPSIGNAL $NAME",
	"USER ${NAME}",
	"WORKDIR /srv/$NAME",
	"EXPOSE ${NAME:-80}",
	"EXPOSE ${NAME:+80}",
	'LABEL of="$NAME "',
	'LABEL of="$NAME\t"',
	'LABEL of="${NAME}"',
	"RUN echo $NAME:latest",
	'RUN echo "$NAME"',
	"RUN echo ${NAME",
	"VOLUME $NAME-data",
	"COPY $NAME /srv/",
	"ADD --chown=$NAME a b",
] as const;
