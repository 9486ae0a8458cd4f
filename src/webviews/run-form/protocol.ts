import type { Field, RunForm } from "../../engine/run/form.ts";
import type { ImageValues } from "../../engine/run/image-values.ts";

/** All that the page shows before anything is typed. */
export type RunView = {
	readonly title: string;
	readonly form: RunForm;
	/** What holds by the image where the form says nothing: it is shown in the fields, and can be typed over. */
	readonly ofImage: ImageValues;
	/** What holds where a field is empty: what the image says, or the engine takes. */
	readonly usual: Partial<Readonly<Record<Field, string>>>;
	/** What the image says besides, by its name. */
	readonly facts: readonly (readonly [name: string, value: string])[];
	/** What can be chosen where something else may be typed, too. */
	readonly choices: { readonly networks: readonly string[]; readonly restart: readonly string[]; readonly volumes: readonly string[] };
	readonly warnings: readonly Warning[];
	/** The buttons below, the first of which is what the form is for. */
	readonly actions: readonly { readonly id: Action; readonly title: string }[];
	/** What is asked for once a container is to be put in another's place: whether the old one is kept. */
	readonly asksToKeep: boolean;
	readonly fields: Readonly<Record<Field, string>>;
	readonly words: Words;
};

export type Warning = { readonly text: string; readonly action?: { readonly id: Action; readonly title: string } };

export type Action = "run" | "recreate" | "task" | "compose" | "copy" | "definition" | "cancel";

/** What the page says, in the language of the user. */
export type Words = Readonly<
	Record<
		| "general"
		| "ports"
		| "environment"
		| "storage"
		| "network"
		| "limits"
		| "program"
		| "health"
		| "asImage"
		| "add"
		| "remove"
		| "variable"
		| "value"
		| "show"
		| "line"
		| "changes"
		| "noChanges"
		| "was"
		| "becomes"
		| "keep"
		| "fromImage"
		| "d"
		| "it"
		| "di"
		| "dt"
		| "dit"
		| "portHint"
		| "mountHint"
		| "envFileHint",
		string
	>
>;

/** What has come of what is typed. */
export type Checked = {
	/** Empty where it cannot be told yet. */
	readonly line: string;
	readonly problems: readonly { readonly field: Field; readonly row?: number; readonly text: string; readonly isWarning: boolean }[];
	/** Null where no container is there to differ from. */
	readonly differences: readonly { readonly name: string; readonly gone: readonly string[]; readonly came: readonly string[] }[] | null;
};

export type ToPage =
	| { readonly kind: "show"; readonly view: RunView }
	| { readonly kind: "checked"; readonly checked: Checked }
	/** What is being done, or why it was not; `atProblem` puts the cursor where the first problem is. */
	| { readonly kind: "status"; readonly busy: string; readonly failure: string; readonly atProblem: boolean };

export type FromPage =
	/** It listens from now on. */
	| { readonly kind: "ready" }
	| { readonly kind: "edit"; readonly form: RunForm }
	| { readonly kind: "act"; readonly action: Action; readonly form: RunForm; readonly keeps: boolean };
