import type { ExecuteCommandParams } from "vscode-languageserver";
import { fixOf, type Finding } from "../../engine/lint/lint.ts";
import { plainTextOf, say, type Message } from "../../engine/text/message.ts";
import { Lines } from "../../engine/text/text.ts";
import type { Fixes } from "../analysis.ts";
import type { Feature, Server } from "../feature.ts";
import { guard } from "../guard.ts";
import { nameOf } from "../kind.ts";
import { toWorkspaceEdit } from "../lsp/to.ts";
import { fixAllCommand } from "../protocol.ts";

/** Fixes all that is safe to fix in the document whose URI is given, and says what was left and why. */
export const fixAll: Feature = {
	capabilities: () => ({ executeCommandProvider: { commands: [fixAllCommand] } }),
	register(server) {
		const { connection, catalogue } = server;
		connection.onExecuteCommand(
			guard<ExecuteCommandParams, null>(server, "Fix all", null, async ({ command, arguments: [uri] = [] }) => {
				if (command !== fixAllCommand || typeof uri !== "string") return null;
				const told = say`${nameOf(decodeURI(uri))}: ${await fixDocument(server, uri)}`;
				connection.window.showInformationMessage(plainTextOf(told, catalogue));
				return null;
			}),
		);
	},
};

async function fixDocument({ connection, client, analysed }: Server, uri: string): Promise<Message> {
	const found = await analysed(uri);
	if (!found) return say`Nothing is linted in a file of this kind.`;
	const { document, analysis } = found;
	if (!analysis.configuration.isLinted) return say`This file is left out of linting, so nothing is fixed in it.`;
	const fixes = analysis.fixes();
	if (!fixes) return say`Nothing is fixed, for something is wrong in \`${nameOf(analysis.configuration.file?.path ?? "")}\`; mend that first.`;
	if (fixes.edits.length > 0) {
		const bindsVersions = client.workspace?.workspaceEdit?.documentChanges === true;
		const { applied } = await connection.workspace.applyEdit({ edit: toWorkspaceEdit(document, fixes.edits, { bindsVersions }) });
		if (!applied) return say`Nothing was fixed, for the file was changed meanwhile.`;
	}
	return outcome(fixes);
}

function outcome({ text, fixed, left, unapplied }: Fixes): Message {
	if (fixed.length === 0 && left.length === 0) return say`Nothing to fix.`;
	const lines = new Lines(text);
	const name = ({ rule, at }: Finding): Message => say`${rule} in line ${lines.lineAt(at.start) + 1}`;
	const parts = [fixed.length === 0 ? say`Nothing was fixed.` : fixed.length === 1 ? say`Fixed 1 problem.` : say`Fixed ${fixed.length} problems.`];
	const ofUs = unapplied.filter(({ reason }) => reason === "unmended");
	const isOfUs = ({ rule, at }: Finding): boolean => ofUs.some(({ finding }) => finding.rule === rule && finding.at.start === at.start);
	const safe = left.filter((finding) => fixOf(finding)?.safe);
	const [unfixable, unsafe, breaking, failing] = [
		left.filter((finding) => !fixOf(finding)),
		left.filter((finding) => fixOf(finding)?.safe === false),
		safe.filter((finding) => !isOfUs(finding)),
		safe.filter(isOfUs),
	].map((group) => group.map(name));
	if (unsafe?.length) parts.push(say`Left to you, for the fix may change the image: ${listed(unsafe)}.`);
	if (unfixable?.length) parts.push(say`Left, for only you know how to mend it: ${listed(unfixable)}.`);
	if (breaking?.length) parts.push(say`Left, for the fix would break the file: ${listed(breaking)}.`);
	if (failing?.length) parts.push(say`Left, for the fix does not mend its problem, which is a bug in Hullwright: ${listed(failing)}.`);
	return parts.reduce((one, other) => say`${one} ${other}`);
}

const mostNamed = 5;

function listed(items: readonly Message[]): Message {
	const named = items.slice(0, mostNamed).reduce((one, other) => say`${one}, ${other}`);
	return items.length > mostNamed ? say`${named} and ${items.length - mostNamed} more` : named;
}
