import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Completion } from "../../engine/language/completion.ts";
import type { ComposeLens } from "../../engine/language/compose/lenses.ts";
import type { Fold } from "../../engine/language/fold.ts";
import type { FormatOptions, Formatted, Indent } from "../../engine/language/format-options.ts";
import type { HintKind, InlayHint } from "../../engine/language/inlay-hint.ts";
import type { Refused } from "../../engine/language/refused.ts";
import type { SemanticToken, TokenPart } from "../../engine/language/semantic-token.ts";
import type { Signatures } from "../../engine/language/signatures.ts";
import type { OutlineEntry } from "../../engine/language/outline-entry.ts";
import type { ListedStage } from "../../engine/language/dockerfile/stage-list.ts";
import type { Hover } from "../../engine/language/hover.ts";
import type { Message } from "../../engine/text/message.ts";
import type { Edit, Range } from "../../engine/text/text.ts";
import type { BuildCall } from "../protocol.ts";

/**
 * What a language answers about one version of an open document, by offsets in it. What it leaves out it has nothing to say to. What is about the file alone answers
 * at once; what needs the disk or a client may be waited for.
 */
export type LanguageFeatures = {
	outline?(): readonly OutlineEntry[];
	folds?(): readonly Fold[];
	/** From the innermost to the outermost. */
	selectionsAt?(offset: number): readonly Range[];
	/** `isWrite`: it is made or given a value there. */
	highlightsAt?(offset: number): readonly (Range & { readonly isWrite: boolean })[];
	/** Undefined where nothing else changes with what is at the offset. */
	linkedAt?(offset: number): readonly Range[] | undefined;
	/** Those that begin in the range; all without one. */
	semanticTokens?(within?: Range): readonly SemanticToken[];
	/** The whole document in parts, for which alone tokens are asked for again after an edit. Without them it is one. */
	tokenParts?(): readonly TokenPart[];
	inlayHints?(within: Range, kinds: ReadonlySet<HintKind>): readonly InlayHint[] | Promise<readonly InlayHint[]>;
	signaturesAt?(offset: number): Signatures | undefined;
	hoverAt?(offset: number, token: CancellationToken): Hover | undefined | Promise<Hover | undefined>;
	completionsAt?(offset: number, how: { readonly isAsked: boolean }): Completions | undefined | Promise<Completions | undefined>;
	/** What somebody most likely goes on to write there. */
	inlineCompletionsAt?(offset: number): readonly Edit[];
	/** What of it can be built, in order. */
	buildables?(): readonly Buildable[];
	/** What the client's commands can be run for, besides building. */
	lenses?(): readonly ComposeLens[];
	definitionsAt?(offset: number): readonly Definition[];
	/** The document's own places first. */
	referencesAt?(offset: number, which: { readonly definitions: boolean }, token: CancellationToken): Promise<readonly PlacesIn[]>;
	links?(): readonly Link[] | Promise<readonly Link[]>;
	/** Undefined where nothing is named. */
	renamableAt?(offset: number): { readonly range: Range; readonly name: string } | Refused | undefined;
	renameAt?(offset: number, name: string, token: CancellationToken): Promise<readonly EditsIn[] | Refused | undefined>;
	/** What a level is indented by, whatever the editor's own indentation is; absent: by that. */
	readonly usualIndent?: Indent;
	format?(options: FormatOptions, within?: Range): Formatted;
	/** What follows from a line that was just begun at the offset. */
	editsOnEnter?(offset: number, indent: Indent): readonly Edit[];
};

/** What may stand at a place. The list is complete unless more may be known soon, or was too much to look at. */
export type Completions = { readonly completions: readonly Completion[]; readonly isComplete: boolean };

/** Where something is defined, in this document or in another: the name itself, and the whole that defines it. */
export type Definition = { readonly document: TextDocument; readonly origin: Range; readonly target: Range; readonly statement: Range };

/** Places in a document that need not be open. */
export type PlacesIn = { readonly document: TextDocument; readonly ranges: readonly Range[] };

/** `suggested` are edits that somebody has to look at, for they may be about something else. */
export type EditsIn = { readonly document: TextDocument; readonly isOpen: boolean; readonly edits: readonly Edit[]; readonly suggested?: readonly Edit[] };

/** A part that can be built, and what the client's command can be told to do with it: to build it, where nothing is said. */
export type Buildable = ListedStage & { readonly calls: readonly { readonly title: Message; readonly call?: BuildCall }[] };

/** A place that leads to a URI. */
export type Link = Range & { readonly target: string; readonly tooltip?: Message };
