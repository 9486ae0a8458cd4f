import type { Range } from "../text/text.ts";
import type { Stage } from "./stages.ts";
import type { Instruction } from "./syntax.ts";

/** What bears a name in a file, with all places where it is named. */
export type Named = {
	/**
	 * A `variable` is one of a script alone; what is `outside` is set by nothing in the file: Docker does, or the base image, or nobody. An argument above the first
	 * FROM and the `ARG NAME`s that hand it to stages are one; an argument and an environment variable that has its value and its name are two.
	 */
	readonly kind: "stage" | "argument" | "environment" | "variable" | "outside" | "heredoc";
	/** As it is first defined; of a stage without a name its number. */
	readonly name: string;
	/** Of a stage. */
	readonly stage: Stage | undefined;
	/** Who gives the name besides the file, so that it cannot be another: Docker, or the base image, whose variable is used before the file sets it. */
	readonly givenBy: "docker" | "image" | undefined;
	/** In the file's order. */
	readonly places: readonly Place[];
};

/** A place where something is named. The range is the name's own: without `$`, braces and quotes. */
export type Place = Range & {
	readonly named: Named;
	/** An `assignment` is one by a script. */
	readonly role: "definition" | "assignment" | "reference";
	/** Where to begin to look for it: a reference's `$`. */
	readonly from: number;
	/** Whether the range holds the name, perhaps over several lines, and not a number, a variable that brings it, or a comment besides. */
	readonly isWritten: boolean;
	/** The innermost instruction; a trigger's, not its ONBUILD. */
	readonly instruction: Instruction;
	/** Where what counts here is defined: the last before a reference, the one above the first FROM for an `ARG NAME`. Undefined where nothing in the file does. */
	readonly definition: Place | undefined;
};

/** While the places are gathered. */
export type NamedDraft = Omit<Named, "places" | "kind" | "givenBy"> & { kind: Named["kind"]; givenBy: Named["givenBy"]; readonly places: Place[] };

export const draftOf = (kind: Named["kind"], name: string, stage?: Stage): NamedDraft => ({ kind, name, stage, givenBy: undefined, places: [] });
