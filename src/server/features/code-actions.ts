import { isDeepStrictEqual } from "node:util";
import { fixOf, type Finding } from "../../engine/lint/lint.ts";
import { compatibleFixes } from "../../engine/lint/fix.ts";
import { type Catalogue, type Message, plainTextOf, say, toPlainText, translated } from "../../engine/text/message.ts";
import { rules } from "../../engine/rules/index.ts";
import { type Edit, touches } from "../../engine/text/text.ts";
import type { CodeActionParams } from "vscode-languageserver";
import { type CodeAction, type CodeActionContext, CodeActionKind, CodeActionTriggerKind, type Diagnostic } from "vscode-languageserver-types";
import type { Analysed } from "../analysis.ts";
import type { Feature } from "../feature.ts";
import { environmentFileActions, suggestedActions } from "../compose-suggestions.ts";
import { guardPlace } from "../guard.ts";
import { fromLspRange } from "../lsp/from.ts";
import { pastedRuns, refactorings } from "../refactorings.ts";
import { type DiagnosticLook, toDiagnostic, toSnippet, toWorkspaceEdit } from "../lsp/to.ts";
import { lineBreakIn } from "../../engine/text/line-break.ts";

export const codeActions: Feature = {
	capabilities: () => ({
		codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract, fixAllKind] },
	}),
	register(server) {
		const { connection, client, options, rulePage, analysed, catalogue } = server;
		const { showRuleCommand } = options;
		const bindsVersions = client.workspace?.workspaceEdit?.documentChanges === true;
		const takesSnippets = bindsVersions && client.workspace?.workspaceEdit?.snippetEditSupport === true;
		connection.onCodeAction(
			guardPlace(server, "Code actions", null, async (params) => {
				const found = await analysed(params.textDocument.uri);
				if (!found) return null;
				const actions = await actionsFor(found, params, { rulePage, showRuleCommand, bindsVersions, takesSnippets, catalogue });
				const { document, analysis } = found;
				if (analysis.kind !== "compose") return actions;
				const { context } = params;
				const at = fromLspRange(document, params.range);
				actions.unshift(...environmentFileActions(server, document, analysis, at, context));
				actions.push(...(await pastedRuns(server, document, params)));
				if (!wantsRefactorings(context)) return actions;
				// A rule may offer the same.
				const suggested = suggestedActions(server, document, analysis, at).filter(({ title }) => !actions.some((each) => each.title === title));
				return [...actions, ...suggested, ...(await refactorings(server, document, analysis.file, at))];
			}),
		);
	},
};

/** They are looked for when somebody asks for actions, not each time the cursor moves: what a light bulb would announce everywhere announces nothing. */
const wantsRefactorings = ({ only, triggerKind }: CodeActionContext): boolean =>
	only ? only.some((kind) => kind === "" || /^refactor(?:\.|$)/.test(kind)) : triggerKind !== CodeActionTriggerKind.Automatic;

/** Mends everything that can be mended without changing the image; editors run it when a file is saved. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.hullwright`;

type CodeActionOptions = {
	readonly showRuleCommand: string | undefined;
	/** Whether the client takes edits that are bound to a document's version. */
	readonly bindsVersions: boolean;
	/** Whether it takes edits that say where the cursor goes. */
	readonly takesSnippets: boolean;
	readonly catalogue: Catalogue | undefined;
	rulePage(id: string): string | undefined;
};

/** What can be done about the findings in the range: fixes first, then ignoring them, then their documentation. */
async function actionsFor(
	{ document, analysis }: Analysed,
	{ range, context }: Pick<CodeActionParams, "range" | "context">,
	options: CodeActionOptions,
): Promise<CodeAction[]> {
	const wants = (kind: string): boolean => context.only?.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`)) ?? kind !== fixAllKind;
	const { findings } = analysis;
	const action = (title: Message, edits: readonly Edit[], more: Partial<CodeAction>): CodeAction => ({
		title: plainTextOf(title, options.catalogue),
		kind: CodeActionKind.QuickFix,
		edit: toWorkspaceEdit(document, edits, options),
		...more,
	});
	const actions: CodeAction[] = [];
	if (wants(fixAllKind) && findings.some((finding) => fixOf(finding)?.safe)) {
		const edits = analysis.fixes()?.edits ?? [];
		if (edits.length > 0) actions.push(action(say`Fix all that Hullwright can fix safely`, edits, { kind: fixAllKind }));
	}
	if (!wants(CodeActionKind.QuickFix)) return actions;

	const look = (finding: Finding): DiagnosticLook => ({
		page: options.rulePage(finding.rule),
		old: analysis.old.has(finding) ? analysis.old.size : undefined,
		catalogue: options.catalogue,
	});
	const selection = fromLspRange(document, range);
	const selected = findings.filter(({ at }) => touches(at, selection));
	const diagnostics = new Map(selected.map((finding) => [finding, shown(context.diagnostics, toDiagnostic(document, finding, look(finding)))]));
	const diagnosticsOf = (of: readonly Finding[]): Diagnostic[] => of.flatMap((finding) => diagnostics.get(finding) ?? []);
	const byRule = groupBy(selected, ({ rule }) => rule);
	if (analysis.kind === "dockerfile" && analysis.file.instructions.length === 0) {
		const { text: before } = analysis.file;
		// Only now, for it brings the templates.
		const { hardenedDockerfiles } = await import("../../engine/scaffold/scaffold.ts");
		actions.push(...hardenedDockerfiles().map(({ title, text }) => action(title, [fill(before, text)], { diagnostics: diagnosticsOf(selected) })));
	}
	for (const finding of selected) {
		const fix = fixOf(finding);
		if (fix) actions.push(action(fix.title, fix.edits, { isPreferred: true, diagnostics: diagnosticsOf([finding]) }));
	}
	for (const [rule, of] of byRule) {
		const fixes = compatibleFixes(
			findings.filter((finding) => finding.rule === rule),
			{ unsafe: true },
		);
		const edits = fixes.flatMap(({ fix }) => fix.edits);
		if (fixes.length > 1) actions.push(action(say`Fix all ${fixes.length} ${rule} problems`, edits, { diagnostics: diagnosticsOf(of) }));
	}
	for (const [rule, of] of byRule) {
		// What Docker refuses has to be mended.
		if (of.every(({ refused }) => refused)) continue;
		// What is no rule of ours says what it is about in its messages alone.
		const title = rules.find(({ id }) => id === rule)?.title;
		const about = title === undefined ? of.map(({ message }) => plainTextOf(message, options.catalogue))[0] : toPlainText(translated(title, options.catalogue));
		if (about === undefined) continue;
		for (const there of groupBy(of, (finding) => analysis.ignoreOnLine(finding)?.covers.start).values()) {
			const ignoring = there[0] && analysis.ignoreOnLine(there[0]);
			if (!ignoring) continue;
			const [first, last] = [ignoring.covers.start, ignoring.covers.end].map((offset) => document.positionAt(offset).line + 1);
			const onLines = first === last ? say`Ignore ${rule} on this line: ${about}` : say`Ignore ${rule} on lines ${first ?? 0} to ${last ?? 0}: ${about}`;
			actions.push(action(onLines, [ignoring.edit], { diagnostics: diagnosticsOf(there) }));
			if (!options.takesSnippets || !ignoring.forReason) continue;
			const { start, before, after } = ignoring.forReason;
			const andSayWhy =
				first === last ? say`Ignore ${rule} on this line, and say why` : say`Ignore ${rule} on lines ${first ?? 0} to ${last ?? 0}, and say why`;
			actions.push(action(andSayWhy, [], { edit: toSnippet(document, start, before, after), diagnostics: diagnosticsOf(there) }));
		}
		const [finding] = of;
		const edit = finding && analysis.ignoreInFile(finding);
		if (edit) actions.push(action(say`Ignore ${rule} in this file: ${about}`, [edit], { diagnostics: diagnosticsOf(of) }));
	}
	for (const [rule, of] of byRule) {
		const title = plainTextOf(say`Show documentation for ${rule}`, options.catalogue);
		const command = options.showRuleCommand;
		if (command && rules.some(({ id }) => id === rule))
			actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: diagnosticsOf(of), command: { title, command, arguments: [rule] } });
	}
	return actions;
}

/** The client's own object for the diagnostic, so that it knows which one an action mends. */
function shown(ofClient: readonly Diagnostic[], diagnostic: Diagnostic): Diagnostic {
	const { start, end } = diagnostic.range;
	const isSame = ({ code, message, range }: Diagnostic): boolean =>
		code === diagnostic.code && message === diagnostic.message && isDeepStrictEqual(range.start, start) && isDeepStrictEqual(range.end, end);
	return ofClient.find(isSame) ?? diagnostic;
}

/** Puts a whole Dockerfile into one without instructions, below the comments that are there. */
function fill(text: string, by: string): Edit {
	const comments = text.trimEnd();
	const lineEnd = lineBreakIn(text);
	const isEmpty = comments === "" || comments === "\uFEFF";
	return { start: comments.length, end: text.length, text: (isEmpty ? "" : lineEnd) + by.replaceAll("\n", lineEnd) };
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return groups;
}
