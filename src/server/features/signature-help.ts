import { type SignatureHelp, type SignatureHelpParams, SignatureHelpRequest, SignatureHelpTriggerKind } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toSignatureHelp } from "../lsp/signature-help.ts";

const characters = { triggerCharacters: [" ", "=", ",", ":", "[", '"', "-", "/"], retriggerCharacters: [" ", "=", ",", ":", "]", '"', "/"] };

/** How an instruction, a flag or a mount is written, and which part of it the cursor is in. */
export const signatureHelp: Feature = {
	capabilities: ({ textDocument }) => (textDocument?.signatureHelp?.dynamicRegistration ? {} : { signatureHelpProvider: characters }),
	register(server) {
		const { connection, client, catalogue, inLanguage, onReady } = server;
		if (client.textDocument?.signatureHelp?.dynamicRegistration) {
			onReady(() => void connection.client.register(SignatureHelpRequest.type, { documentSelector: [{ language: "dockerfile" }], ...characters }));
		}
		connection.onSignatureHelp(
			guard<SignatureHelpParams, SignatureHelp | null>(server, "Signature help", null, ({ textDocument, position, context }) => {
				const open = inLanguage(textDocument.uri);
				const signatures = open?.features.signaturesAt?.(open.document.offsetAt(position));
				if (!signatures) return null;
				// In a command it would come up at every blank.
				const isAsked = context === undefined || context.triggerKind === SignatureHelpTriggerKind.Invoked;
				return signatures.isShell && !isAsked ? null : toSignatureHelp(signatures, client, catalogue);
			}),
		);
	},
};
