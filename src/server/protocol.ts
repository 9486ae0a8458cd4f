import type { Location, TextEdit } from "vscode-languageserver-types";
import type { Graph } from "../engine/compose/graph/graph.ts";
import type { RunningContainer } from "../engine/compose/running/compare.ts";
import type { LocalImage } from "../engine/image/local-image.ts";
import type { ComposeLensKind } from "../engine/language/compose/lenses.ts";

/** What a client may tell the server at its start. Each part may be absent: other editors send none of it. */
export type InitializationOptions = {
	/** URI of the folder with a page for each rule, `<id>.md`, ending in "/". Absent: findings carry no link. */
	readonly rulePages?: string;
	/** The client's command that shows the page of the rule whose id it is given. Absent: no code action offers it. */
	readonly showRuleCommand?: string;
	/** The client's command that suggests what may stand at the cursor. Absent: where a completion only begins something, the user asks for the rest. */
	readonly suggestCommand?: string;
	/**
	 * The client's command that builds a stage, or a target of a bake file: it is given the file's URI and the name, null for the last stage, and of a target what to do.
	 * Absent: no code lens offers it.
	 */
	readonly buildStageCommand?: string;
	/**
	 * The client's command that copies an example of a file of variables to its place, and opens that: it is given the two URIs. Absent: where the client takes it, an edit
	 * makes the file.
	 */
	readonly createEnvironmentFileCommand?: string;
	/**
	 * The client's commands about Compose files, each of which is given the file's URI, and `runLine` the name of a service. Of those that are absent no code lens is
	 * offered.
	 */
	readonly composeCommands?: { readonly [kind in ComposeLensKind]?: string };
	/** Whether something else in the client completes and explains the keys of Compose files. Absent: nothing does. */
	readonly hasComposeKeys?: boolean;
	/** Whether something else in the client formats Compose files. Absent: nothing does. */
	readonly hasComposeFormatter?: boolean;
	/** Whether the user trusts the workspace. Absent: not, and no program is started for what its files say. */
	readonly isTrusted?: boolean;
	/** Whether the client answers `localImagesRequest` and `localImageRequest`. Absent: it does not. */
	readonly hasLocalImages?: boolean;
};

/** The client's settings below `hullwright`. Whatever a user may have written is checked where it is used. */
export type Settings = {
	readonly lint?: {
		readonly enable?: boolean;
		readonly preset?: string;
		readonly run?: "onType" | "onSave";
		readonly shellcheck?: boolean;
		/** Where the program is: the user's own setting, which no workspace has. */
		readonly shellcheckPath?: string;
	};
	readonly format?: { readonly operators?: string; readonly arguments?: string };
	readonly compose?: { readonly files?: unknown };
	readonly codeLens?: { readonly buildStage?: boolean; readonly compose?: boolean };
	readonly rules?: unknown;
	readonly inlayHints?: { readonly values?: boolean; readonly stages?: boolean; readonly user?: boolean; readonly merged?: boolean };
};

/** Asks for all rules, as they are for the document whose URI is given, which need not exist. */
export const rulesRequest = "hullwright/rules";

/** A rule as it is for a document, in the words of the client's language. */
export type RuleRow = {
	readonly id: string;
	readonly title: string;
	readonly why: string;
	readonly names: readonly string[];
	readonly severity: "error" | "warning" | "info" | "off";
	/** Who says so. */
	readonly reason: string;
	/** How many problems it finds in the document. */
	readonly count: number;
};

/** Asks why the document whose URI is given is linted in part only, or not at all: sentences, none where all is as it is by default. */
export const lintStateRequest = "hullwright/lintState";

export type LintState = { readonly isLinted: boolean; readonly reasons: readonly string[] };

/** Asks for the stages of the open Dockerfile whose URI is given, or for the targets and groups of the bake file, in order. */
export const stagesRequest = "hullwright/stages";

export type StageRow = {
	/** Absent where it has none. */
	readonly name?: string | undefined;
	readonly image: string;
	/** On which it begins, from 0, comments directly above included. */
	readonly line: number;
	/** Whether `docker build` can be told to build it. */
	readonly isBuildable: boolean;
};

/** Asks whether the text that is given is a Compose file by what it holds. */
export const composeByContentRequest = "hullwright/composeByContent";

export type ComposeByContent = { readonly isCompose: boolean };

/** Asks for the services of the open Compose file whose URI is given, as `docker run` makes them; none where Compose refuses it. */
export const runLinesRequest = "hullwright/runLines";

/** `text` may be several lines; what it cannot say stands in comments above. */
export type RunLineRow = { readonly service: string; readonly text: string };

/** Asks for the folders that the Dockerfile whose URI is given is built with, by other files of the workspace; none where they do not say. */
export const buildContextsRequest = "hullwright/buildContexts";

/** The URI of a folder, and that of the file that says so. */
export type BuildContextRow = { readonly folder: string; readonly by: string };

/** Asks for the graph of the project that the Compose file is part of whose URI is given, as its files stand in the editor. Null: there is no such file. */
export const composeGraphRequest = "hullwright/composeGraph";

export type ComposeGraph = {
	/** Null where no project could be made of the files. */
	readonly graph: Graph<Location> | null;
	/** Why Compose refuses the project. */
	readonly problem: { readonly text: string; readonly at: Location | null } | null;
	/** URIs of all files that were read, or would be if they were there: a change in one of them may change the graph. */
	readonly files: readonly string[];
};

/** Tells what the engine has beside the project of a Compose file, and asks in what it differs from the files. Null: there is no such file. */
export const composeComparisonRequest = "hullwright/composeComparison";

export type ComposeComparisonQuestion = { readonly uri: string; readonly running: readonly RunningContainer[] };

export type ComposeComparison = {
	/** By services; none of those whose containers are as they should be. */
	readonly differences: Readonly<Record<string, readonly { readonly key: string; readonly text: string; readonly needsBuild?: true }[]>>;
};

/** Asks for the variables that a service gives its containers, and where each is from; none where the files have no such service. */
export const serviceVariablesRequest = "hullwright/serviceVariables";

/** `files` are the paths of those that are merged, where that is known; else the files are those that the project of the file at `uri` has. */
export type ServiceVariablesQuestion = { readonly uri: string; readonly files?: readonly string[]; readonly service: string };

export type ServiceVariableRow = {
	readonly name: string;
	/** Null where nothing gives it one. */
	readonly value: string | null;
	/** Where its name stands. */
	readonly at: Location | null;
	/** The variables that its value is made of, with where those are from; null: nowhere. */
	readonly uses: readonly { readonly name: string; readonly at: Location | "shell" | null }[];
};

/** What bake does with a target: builds it, runs Docker's own checks, or prints what would be built. */
export type BuildCall = "build" | "check" | "print";

/** Asks for all safe fixes in the documents whose URIs are given, open or not. */
export const fixesRequest = "hullwright/fixes";

/** What is to be changed in one document. `version` is that of an open one. */
export type DocumentFixes = { readonly uri: string; readonly version: number | undefined; readonly count: number; readonly edits: readonly TextEdit[] };

/** Asks the client for the images that its engine has, by name and tag; none where there is no engine. */
export const localImagesRequest = "hullwright/localImages";

/** Asks the client for what its engine tells of the image whose name it is given, as `FROM` has it. */
export const localImageRequest = "hullwright/localImage";

/** Null where there is no engine. */
export type LocalImageRow = LocalImage | "absent" | null;

/** Tells the server that the engine's images are others than before. */
export const localImagesChanged = "hullwright/localImagesChanged";

/** Asks for what Compose makes of the project that the file whose URI is given is part of; null where there is none. */
export const resolvedProjectRequest = "hullwright/resolvedProject";

/** As YAML, or why Compose refuses it; with the URIs of all files that were looked at. */
export type ResolvedProject = { readonly files: readonly string[] } & ({ readonly text: string } | { readonly problems: readonly string[] });

/** Asks where in the project of a Compose file that is, about which `docker compose` complains in these words; null where it cannot be found out. */
export const composeWordsRequest = "hullwright/composeWords";

export type ComposeWords = { readonly uri: string; readonly words: string };

/** Tells the server what the engine is like, and what is on it; null once there is none. */
export const daemonFactsChanged = "hullwright/daemonFacts";

/** The server's command that fixes all that is safe to fix in the document whose URI it is given, and tells the user what it left. */
export const fixAllCommand = "hullwright.server.fixAll";
