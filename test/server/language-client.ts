import { PassThrough } from "node:stream";
import {
	ApplyWorkspaceEditRequest,
	CancellationTokenSource,
	type ClientCapabilities,
	type CodeAction,
	CodeActionRequest,
	type CodeLens,
	CodeLensRequest,
	type CompletionItem,
	type CompletionList,
	CompletionRequest,
	CompletionResolveRequest,
	CompletionTriggerKind,
	ConfigurationRequest,
	createConnection,
	createProtocolConnection,
	type Definition,
	DefinitionRequest,
	type DefinitionLink,
	type Diagnostic,
	DidChangeConfigurationNotification,
	DidChangeTextDocumentNotification,
	DidChangeWatchedFilesNotification,
	type DidChangeWatchedFilesRegistrationOptions,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	DidSaveTextDocumentNotification,
	type DocumentDiagnosticReport,
	DocumentDiagnosticRequest,
	DocumentFormattingRequest,
	DocumentOnTypeFormattingRequest,
	DocumentRangeFormattingRequest,
	DiagnosticRefreshRequest,
	FileChangeType,
	type DocumentHighlight,
	DocumentHighlightRequest,
	type DocumentLink,
	DocumentLinkRequest,
	type DocumentSelector,
	type DocumentSymbol,
	DocumentSymbolRequest,
	ExecuteCommandRequest,
	type FoldingRange,
	FoldingRangeRequest,
	type Hover,
	type FormattingOptions,
	HoverRequest,
	InitializedNotification,
	InitializeRequest,
	type InitializeResult,
	LinkedEditingRangeRequest,
	type LinkedEditingRanges,
	type Location,
	type InlayHint,
	InlayHintRequest,
	InlayHintResolveRequest,
	LogMessageNotification,
	type Position,
	PublishDiagnosticsNotification,
	PrepareRenameRequest,
	type Range,
	ReferencesRequest,
	RegistrationRequest,
	RenameRequest,
	ShowMessageNotification,
	ShowMessageRequest,
	type SemanticTokens,
	type SemanticTokensDelta,
	SemanticTokensDeltaRequest,
	SemanticTokensRangeRequest,
	SemanticTokensRequest,
	type SelectionRange,
	SelectionRangeRequest,
	ShutdownRequest,
	type SignatureHelp,
	type SignatureHelpContext,
	SignatureHelpRequest,
	type SymbolInformation,
	type TextDocumentRegistrationOptions,
	type TextEdit,
	type WorkspaceEdit,
	type WorkspaceSymbol,
	WorkspaceFoldersRequest,
	WorkspaceSymbolRequest,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createServer } from "../../src/server/server.ts";
import {
	type BuildContextRow,
	buildContextsRequest,
	type ComposeComparison,
	type ComposeComparisonQuestion,
	composeComparisonRequest,
	type ComposeGraph,
	composeGraphRequest,
	type DocumentFixes,
	fixesRequest,
	type InitializationOptions,
	type LintState,
	lintStateRequest,
	localImageRequest,
	type LocalImageRow,
	localImagesChanged,
	localImagesRequest,
	type RuleRow,
	rulesRequest,
	type ServiceVariableRow,
	type ServiceVariablesQuestion,
	serviceVariablesRequest,
	stagesRequest,
	type StageRow,
	type Settings,
} from "../../src/server/protocol.ts";

const pulling: ClientCapabilities = {
	textDocument: { diagnostic: { dynamicRegistration: true }, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
	workspace: {
		configuration: true,
		diagnostics: { refreshSupport: true },
		workspaceEdit: { documentChanges: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
	},
};

const usualFormatting: FormattingOptions = { tabSize: 4, insertSpaces: true };

/** An editor that is connected to a server of its own through memory. It pulls diagnostics unless told otherwise. */
export async function startClient({
	capabilities = pulling,
	settings = {} as Settings,
	options = {} as InitializationOptions,
	locale = "en",
	folder = null as string | null,
	localImages = [] as readonly string[] | (() => Promise<readonly string[]>),
	localImage = (() => null) as (name: string) => LocalImageRow | Promise<LocalImageRow>,
	/** Several folders, by their URIs, as they are when they are asked for; the client has to say that it knows of such. */
	folders = (): readonly string[] => (folder === null ? [] : [folder]),
	/** Instead of `settings`, by the document. */
	settingsOf = undefined as ((uri: string | undefined) => Settings) | undefined,
} = {}) {
	const [toServer, toClient] = [new PassThrough(), new PassThrough()];
	createServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))).listen();
	const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
	const documents = new Map<string, TextDocument>();
	const published = new Map<string, Diagnostic[]>();
	const logged: string[] = [];
	const told: string[] = [];
	const registered: string[] = [];
	const selectors: DocumentSelector[] = [];
	const watched: string[] = [];
	let refreshes = 0;
	let current = settings;
	connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ scopeUri }) => settingsOf?.(scopeUri) ?? current));
	connection.onRequest(WorkspaceFoldersRequest.type, () => folders().map((uri) => ({ uri, name: uri.split("/").at(-1) ?? "" })));
	connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshes++);
	connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
		registered.push(...registrations.map(({ method }) => method));
		selectors.push(
			...registrations.map(({ registerOptions }) => (registerOptions as Partial<TextDocumentRegistrationOptions> | undefined)?.documentSelector ?? []),
		);
		const options = registrations.map(({ registerOptions }) => registerOptions as DidChangeWatchedFilesRegistrationOptions | undefined);
		watched.push(...options.flatMap((each) => each?.watchers?.flatMap(({ globPattern }) => (typeof globPattern === "string" ? [globPattern] : [])) ?? []));
	});
	connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => void published.set(uri, diagnostics));
	connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
	connection.onRequest(localImagesRequest, () => (typeof localImages === "function" ? localImages() : localImages));
	connection.onRequest<LocalImageRow, void>(localImageRequest, (name: string) => localImage(name));
	connection.onRequest(ShowMessageRequest.type, ({ message }) => {
		told.push(message);
		return null;
	});
	connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
		const [change] = edit.documentChanges ?? [];
		if (!change || !("edits" in change)) return { applied: false };
		const document = find(change.textDocument.uri);
		if (document.version !== change.textDocument.version) return { applied: false };
		const text = TextDocument.applyEdits(
			document,
			change.edits.flatMap((each) => ("newText" in each ? [each] : [])),
		);
		documents.set(document.uri, TextDocument.create(document.uri, document.languageId, document.version + 1, text));
		return { applied: true };
	});
	connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
	connection.listen();
	const initialized: InitializeResult = await connection.sendRequest(InitializeRequest.type, {
		processId: null,
		rootUri: folder,
		capabilities,
		initializationOptions: options,
		locale,
	});
	await connection.sendNotification(InitializedNotification.type, {});

	const find = (uri: string): TextDocument => {
		const document = documents.get(uri);
		if (!document) throw new Error(`${uri} is not open`);
		return document;
	};

	return {
		capabilities: initialized.capabilities,
		/** Diagnostics that the server sent of its own accord, by document. */
		published,
		logged,
		/** Messages to the user. */
		told,
		registered,
		/** Of what was registered, the documents that it is for. */
		selectors,
		/** Patterns of the files whose changes the server asked to be told of. */
		watched,
		refreshes: () => refreshes,

		async open(uri: string, text: string, languageId = "dockerfile"): Promise<string> {
			documents.set(uri, TextDocument.create(uri, languageId, 1, text));
			await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
			return uri;
		},
		/** A change that the server has not been told of yet. */
		type(uri: string, range: Range, text: string): void {
			TextDocument.update(find(uri), [{ range, text }], find(uri).version + 1);
		},
		async change(uri: string, range: Range, text: string): Promise<void> {
			const document = find(uri);
			const changes = [{ range, text }];
			TextDocument.update(document, changes, document.version + 1);
			await connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version: document.version }, contentChanges: changes });
		},
		document: find,
		/** Changes by offsets in the text, each in what the ones before it made, told as one version. */
		async edit(uri: string, edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]): Promise<void> {
			const document = find(uri);
			const contentChanges = edits.map(({ start, end, text }) => {
				const change = { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
				TextDocument.update(document, [change], document.version);
				return change;
			});
			TextDocument.update(document, [], document.version + 1);
			await connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version: document.version }, contentChanges });
		},
		localImagesChanged: () => connection.sendNotification(localImagesChanged),
		/** Any request. Cancelled ones are told to be so at once. */
		async request(method: string, params: object, { isCancelled = false } = {}): Promise<unknown> {
			const cancellation = new CancellationTokenSource();
			const answer: Promise<unknown> = connection.sendRequest(method, params, cancellation.token);
			if (isCancelled) cancellation.cancel();
			return answer;
		},
		save: (uri: string) => connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } }),
		close: (uri: string) => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
		/** Sends a notification. */
		async tell(method: string, told: object): Promise<void> {
			await connection.sendNotification(method, told);
		},
		async set(changed: Settings): Promise<void> {
			current = changed;
			await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { hullwright: changed } });
		},
		fileChanged: (uri: string) => connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] }),

		text: (uri: string): string => find(uri).getText(),
		async diagnostics(uri: string): Promise<Diagnostic[]> {
			const report: DocumentDiagnosticReport = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
			return report.kind === "full" ? report.items : [];
		},
		hover: (uri: string, line: number, character: number): Promise<Hover | null> =>
			connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } }),
		/** `typed`: the character that makes the editor ask by itself. */
		async completions(uri: string, line: number, character: number, typed?: string): Promise<CompletionItem[] | null> {
			const found: CompletionItem[] | CompletionList | null = await connection.sendRequest(CompletionRequest.type, {
				textDocument: { uri },
				position: { line, character },
				...(typed !== undefined && { context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: typed } }),
			});
			return found && "items" in found ? found.items : found;
		},
		resolved: (item: CompletionItem | undefined): Promise<CompletionItem> => connection.sendRequest(CompletionResolveRequest.type, item ?? { label: "none" }),
		signatures: (uri: string, line: number, character: number, context?: SignatureHelpContext): Promise<SignatureHelp | null> =>
			connection.sendRequest(SignatureHelpRequest.type, { textDocument: { uri }, position: { line, character }, ...(context && { context }) }),
		rules: (uri: string): Promise<readonly RuleRow[]> => connection.sendRequest(rulesRequest, { uri }),
		stages: (uri: string): Promise<readonly StageRow[]> => connection.sendRequest(stagesRequest, { uri }),
		composeComparison: (question: ComposeComparisonQuestion): Promise<ComposeComparison | null> => connection.sendRequest(composeComparisonRequest, question),
		composeGraph: (uri: string): Promise<ComposeGraph | null> => connection.sendRequest(composeGraphRequest, { uri }),
		serviceVariables: (question: ServiceVariablesQuestion): Promise<readonly ServiceVariableRow[]> => connection.sendRequest(serviceVariablesRequest, question),
		buildContexts: (uri: string): Promise<readonly BuildContextRow[]> => connection.sendRequest(buildContextsRequest, { uri }),
		codeLenses: (uri: string): Promise<CodeLens[] | null> => connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } }),
		lintState: (uri: string): Promise<LintState> => connection.sendRequest(lintStateRequest, { uri }),
		fixes: (uris: readonly string[]): Promise<readonly DocumentFixes[]> => connection.sendRequest(fixesRequest, { uris }),
		links: (uri: string): Promise<DocumentLink[] | null> => connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } }),
		symbols: (uri: string): Promise<DocumentSymbol[] | SymbolInformation[] | null> =>
			connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }),
		definition: (uri: string, position: Position): Promise<Definition | DefinitionLink[] | null> =>
			connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position }),
		references: (uri: string, position: Position, includeDeclaration = true): Promise<Location[] | null> =>
			connection.sendRequest(ReferencesRequest.type, { textDocument: { uri }, position, context: { includeDeclaration } }),
		highlights: (uri: string, position: Position): Promise<DocumentHighlight[] | null> =>
			connection.sendRequest(DocumentHighlightRequest.type, { textDocument: { uri }, position }),
		selectionRanges: (uri: string, positions: Position[]): Promise<SelectionRange[] | null> =>
			connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri }, positions }),
		workspaceSymbols: (query: string): Promise<SymbolInformation[] | WorkspaceSymbol[] | null> =>
			connection.sendRequest(WorkspaceSymbolRequest.type, { query }),
		prepareRename: (uri: string, position: Position) => connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position }),
		rename: (uri: string, position: Position, newName: string): Promise<WorkspaceEdit | null> =>
			connection.sendRequest(RenameRequest.type, { textDocument: { uri }, position, newName }),
		linkedRanges: (uri: string, position: Position): Promise<LinkedEditingRanges | null> =>
			connection.sendRequest(LinkedEditingRangeRequest.type, { textDocument: { uri }, position }),
		format: (uri: string, options: FormattingOptions = usualFormatting): Promise<TextEdit[] | null> =>
			connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options }),
		formatRange: (uri: string, range: Range, options: FormattingOptions = usualFormatting): Promise<TextEdit[] | null> =>
			connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument: { uri }, range, options }),
		formatOnEnter: (uri: string, position: Position, options: FormattingOptions = usualFormatting): Promise<TextEdit[] | null> =>
			connection.sendRequest(DocumentOnTypeFormattingRequest.type, { textDocument: { uri }, position, ch: "\n", options }),
		foldingRanges: (uri: string): Promise<FoldingRange[] | null> => connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } }),
		// Null for what has none, which those who look at the tokens would throw at.
		semanticTokens: (uri: string): Promise<SemanticTokens> => connection.sendRequest(SemanticTokensRequest.method, { textDocument: { uri } }),
		semanticTokensDelta: (uri: string, previousResultId: string): Promise<SemanticTokens | SemanticTokensDelta | null> =>
			connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri }, previousResultId }),
		semanticTokensIn: (uri: string, range: Range): Promise<SemanticTokens> =>
			connection.sendRequest(SemanticTokensRangeRequest.method, { textDocument: { uri }, range }),
		inlayHints: (uri: string, range: Range): Promise<InlayHint[] | null> => connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range }),
		async resolveHint(hint: InlayHint | undefined): Promise<InlayHint> {
			if (!hint) throw new Error("there is no hint");
			return connection.sendRequest(InlayHintResolveRequest.type, hint);
		},
		execute: (command: string, ...args: unknown[]): Promise<unknown> => connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }),
		async codeActions(uri: string, range: Range, { diagnostics = [] as Diagnostic[], only = undefined as string[] | undefined } = {}): Promise<CodeAction[]> {
			const actions = await connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics, ...(only && { only }) } });
			return (actions ?? []) as CodeAction[];
		},
		/** The document's text after the action's edit. */
		applied(uri: string, action: CodeAction | undefined): string {
			const changes = action?.edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ?? action?.edit?.changes?.[uri];
			if (!changes) throw new Error(`${action?.title ?? "no action"} has no edit`);
			return TextDocument.applyEdits(
				find(uri),
				changes.flatMap((edit) => ("newText" in edit ? [edit] : [])),
			);
		},
		async stop(): Promise<void> {
			await connection.sendRequest(ShutdownRequest.type);
			connection.dispose();
		},
	};
}

export type Client = Awaited<ReturnType<typeof startClient>>;

export const at = (line: number, start: number, end: number): Range => ({ start: { line, character: start }, end: { line, character: end } });
