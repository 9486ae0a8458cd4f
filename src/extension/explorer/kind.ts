import type { End } from "../../docker/actions/ends.ts";
import type { Docker } from "../../docker/docker.ts";
import type { FilePlace } from "../../webviews/compose-graph/protocol.ts";
import type { KindName, Model } from "../../docker/resources/index.ts";

/** A row. Nodes stay the same objects while what they stand for changes: VS Code keeps selection and expansion by them. `id` never contains state. */
export type Node = { readonly kind: string; readonly id: string };
export type Nodes = Map<string, Node>;

/** `vscode.l10n.t`. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

export type Colour = "running" | "paused" | "failed" | "stopped";

/** What a node looks like, free of VS Code so that a test can read it. `context` is what `when` clauses match, `spoken` what a screen reader says. */
export type Look = {
	readonly label: string;
	readonly description: string;
	readonly icon: string;
	readonly colour?: Colour;
	readonly context: string;
	readonly spoken: string;
	/** What changes all the time; it stands before the description, and is neither spoken nor filtered by. */
	readonly numbers?: string;
};

export type Link = { readonly text: string; readonly url?: string | undefined };

/** What a tooltip says below the name: a text, links, or the output of a program. A fact without a value is left out. */
export type Fact = readonly [name: string, value: string | readonly Link[] | { readonly output: string }];

/** By what a row is known to the daemon. */
export type Identity = { readonly name: string; readonly id: string };

/** A Compose project that files of the workspace make, whether it runs or not. */
export type WorkspaceProject = {
	readonly name: string;
	readonly services: readonly {
		readonly name: string;
		readonly at: FilePlace;
		readonly profiles: readonly string[];
		/** `attach: false`: nobody wants to see what it writes unasked. */
		readonly isUnattached?: true;
	}[];
};

/** What the workspace has of its own: the folders that are open, as the system writes them, what their files make, and what is left of containers that were run from it. */
export type Own = { readonly folders: readonly string[]; readonly projects: readonly WorkspaceProject[]; readonly ends?: readonly End[] };

export type Badge = { readonly value: number; readonly tooltip: string };

/** One way in which a view can be sorted or grouped; `title` says it in the user's language. */
export type Choice = { readonly id: string; readonly title: (t: Translate) => string };

/** How the user wants a view to be: ids of its choices, the first of which holds where none is named, words that rows must have, what images need not show, and whether rows have numbers. */
export type Arrangement = {
	readonly order?: string | undefined;
	readonly grouping?: string | undefined;
	readonly scope?: string | undefined;
	readonly filter?: string | undefined;
	readonly hidesUntagged?: boolean;
	readonly showsNumbers?: boolean;
};

/** One view of the explorer and the kinds of nodes in it. All but `facts` is computed from what is known already. */
export type ExplorerKind<Of extends Node = Node> = {
	readonly view: string;
	/** The resource that the view is about. */
	readonly resource: KindName;
	/** The resources of which something is seen in the rows. */
	readonly shows: readonly KindName[];
	/** The kinds of its nodes. */
	readonly nodeKinds: readonly string[];
	/** What the view says where an engine is connected and there are no rows. */
	readonly empty: string;
	/** Whether what the workspace has of its own is shown in another way. */
	readonly showsFiles?: true;
	/** Whether it shows what is left of containers that removed themselves. */
	readonly showsEnds?: true;
	readonly orders: readonly Choice[];
	readonly groupings?: readonly Choice[];
	/** How much is shown. */
	readonly scopes?: readonly Choice[];
	/** The kinds of nodes that only gather others. */
	readonly gathering?: readonly string[];
	/** The roots, in order. Nodes of `known` are used again. */
	arrange(model: Model, known: Nodes, wanted?: Arrangement & { readonly own?: Own | undefined }): readonly Of[];
	/** Whether its children are seen only once somebody asks for them. */
	startsCollapsed?(node: Of): boolean;
	children(node: Of): readonly Of[];
	parent(node: Of): Of | undefined;
	look(node: Of, t: Translate): Look;
	/** The container whose numbers stand in the row, where there are some. */
	counted?(node: Of): string | undefined;
	identity(node: Of): Identity;
	/** The name in full, and what is known; asked for only when the mouse rests on the row. */
	tooltip(node: Of, docker: Docker, t: Translate): Promise<{ readonly name: string; readonly facts: readonly Fact[] }>;
	badge?(model: Model, t: Translate): Badge | undefined;
};

/** The node of this id that is there already, or else the fresh one. */
export function knownNode<Of extends Node>(known: Nodes, fresh: Of): Of {
	const node = known.get(fresh.id);
	if (node?.kind === fresh.kind) return node as Of;
	known.set(fresh.id, fresh);
	return fresh;
}

export function forgetOthers(known: Nodes, nodes: readonly Node[]): void {
	const ids = new Set(nodes.map(({ id }) => id));
	for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
}

/** By name, numbers in it by their value. */
export const compareNames = new Intl.Collator(undefined, { numeric: true }).compare;

export const shortId = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);
