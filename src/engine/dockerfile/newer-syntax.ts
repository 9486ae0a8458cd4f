import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/** Something that needs a front end of at least that version 1.x, and of the channel `labs` where it says so. */
export type NewerSyntax = { readonly what: string; readonly at: Range; readonly minor: number; readonly labs: boolean };

/** What a file uses that older front ends do not know. The versions are those of https://docs.docker.com/reference/dockerfile/, November 2026. */
export const newerSyntax = fact((file: Dockerfile): readonly NewerSyntax[] => {
	const found: NewerSyntax[] = [];
	for (const outer of file.instructions) {
		const instruction = outer.trigger ?? outer;
		for (const flag of instruction.flags) {
			const since = flags[`${instruction.keyword} --${flag.name}`];
			if (since) found.push({ what: `${instruction.keyword} --${flag.name}`, at: { start: flag.start, end: flag.end }, ...since });
		}
		const [heredoc] = outer.heredocs;
		if (heredoc && hasHeredocs(instruction)) found.push({ what: `<<${heredoc.name}`, at: heredoc.opener, minor: 4, labs: false });
	}
	return found;
});

const hasHeredocs = ({ keyword }: Instruction): boolean => keyword === "RUN" || keyword === "COPY" || keyword === "ADD";

const since = (minor: number, labs = false): Pick<NewerSyntax, "minor" | "labs"> => ({ minor, labs });

const flags: Readonly<Record<string, Pick<NewerSyntax, "minor" | "labs">>> = {
	"RUN --mount": since(2),
	"RUN --network": since(3),
	"RUN --security": since(20),
	"RUN --device": since(14, true),
	"COPY --chmod": since(2),
	"ADD --chmod": since(2),
	"COPY --link": since(4),
	"ADD --link": since(4),
	"COPY --parents": since(20),
	"COPY --exclude": since(19),
	"ADD --exclude": since(19),
	"ADD --checksum": since(6),
	"ADD --keep-git-dir": since(1),
	"ADD --unpack": since(17),
};
