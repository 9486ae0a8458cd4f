import { fixOf } from "../../engine/lint/lint.ts";
import type { Feature, Server } from "../feature.ts";
import { guard } from "../guard.ts";
import { toTextEdits } from "../lsp/to.ts";
import { type DocumentFixes, fixesRequest } from "../protocol.ts";

/** All that is safe to fix in many documents at once, for the client to show before anything is changed. */
export const fixes: Feature = {
	capabilities: () => ({}),
	register(server) {
		server.connection.onRequest(
			fixesRequest,
			guard<{ readonly uris: readonly string[] }, readonly DocumentFixes[]>(server, "Fixes", [], ({ uris }) => fixesIn(server, uris)),
		);
	},
};

async function fixesIn({ analysedAnywhere, documents }: Server, uris: readonly string[]): Promise<readonly DocumentFixes[]> {
	const all: DocumentFixes[] = [];
	for (const uri of uris) {
		const found = await analysedAnywhere(uri);
		if (!found?.analysis.findings.some((finding) => fixOf(finding)?.safe)) continue;
		const { document, analysis } = found;
		const { edits = [], fixed = [] } = analysis.fixes() ?? {};
		if (edits.length > 0) all.push({ uri, version: documents.get(uri)?.version, count: fixed.length, edits: toTextEdits(document, edits) });
	}
	return all;
}
