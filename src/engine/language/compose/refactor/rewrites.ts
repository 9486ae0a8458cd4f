import type { Message } from "../../../text/message.ts";
import type { Edit } from "../../../text/text.ts";
import type { Place } from "./place.ts";
import type { Surroundings } from "./same-project.ts";

/** One way to write something otherwise. */
export type Rewrite = {
	title(place: Place): Message;
	/** Undefined where it is not written so that this can be done, or not so that it could be taken back. */
	edits(place: Place, around: Surroundings): Change | undefined;
};

/** `creates` is a file that comes with it; `extension` one at the top level that comes or goes with it. */
export type Change = { readonly edits: readonly Edit[]; readonly creates?: NewFile; readonly extension?: string };

export type NewFile = { readonly path: string; readonly text: string };

/** Two ways to write the same, each of which gives back what the other has made. */
export type Rewrites = {
	readonly there: Rewrite;
	readonly back: Rewrite;
	/** The way back may put something in another place, where that means nothing. */
	readonly isAnyOrder?: boolean;
};

/** A way that changes the file alone. */
export const inFile = (title: Rewrite["title"], edits: (place: Place) => readonly Edit[] | undefined): Rewrite => ({
	title,
	edits(place) {
		const found = edits(place);
		return found && { edits: found };
	},
});
