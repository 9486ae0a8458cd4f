import type { Graph } from "../../engine/compose/graph/graph.ts";

/** Where something is written, as the language server says it; the page only hands it back. */
export type FilePlace = { readonly uri: string; readonly range: { readonly start: Position; readonly end: Position } };
type Position = { readonly line: number; readonly character: number };

/** Where the containers of a service stand. */
export type ServiceState = { readonly text: string; readonly colour: "running" | "paused" | "failed" | "stopped" };

/** All that the page shows. */
export type GraphView = {
	/** Of the file, by which the page is found again. */
	readonly uri: string;
	/** Null where no project could be made of the file yet. */
	readonly graph: Graph<FilePlace> | null;
	/** Why the project is refused; then the graph may be as it was before. */
	readonly problem: { readonly text: string; readonly at: FilePlace | null } | null;
	/** By services; null while no engine is connected. */
	readonly states: Readonly<Record<string, ServiceState>> | null;
	readonly words: Words;
};

/** What the page says, in the language of the user. */
export type Words = Readonly<
	Record<
		| "picture"
		| "zoomIn"
		| "zoomOut"
		| "fit"
		| "copy"
		| "export"
		| "noEngine"
		| "empty"
		| "service"
		| "state"
		| "dependsOn"
		| "networks"
		| "volumes"
		| "ports"
		| "profiles"
		| "missing"
		| "external"
		| "circle"
		| "optional"
		| "readOnly"
		| "started"
		| "healthy"
		| "completed",
		string
	>
>;

export type ToPage = { readonly kind: "show"; readonly view: GraphView };

/** The graph as text, in each of the formats in which it can be taken elsewhere. */
export type Pictures = { readonly svg: string; readonly mermaid: string; readonly dot: string };

export type FromPage =
	/** It listens from now on. */
	| { readonly kind: "ready" }
	/** The user wants to see where something is written. */
	| { readonly kind: "go"; readonly at: FilePlace }
	| { readonly kind: "take"; readonly to: "file" | "clipboard"; readonly pictures: Pictures };
