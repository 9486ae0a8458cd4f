import { bakeReferencesAt } from "../../engine/language/bake/navigation.ts";
import { namedOutsideAt, referencesAt } from "../../engine/language/dockerfile/navigation.ts";
import type { Feature } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { namedElsewhere } from "../named-elsewhere.ts";

/** All places where a stage, an argument or a variable is named, those in files that build from the Dockerfile included. */
export const references: Feature = {
	capabilities: () => ({ referencesProvider: true }),
	register(server) {
		server.connection.onReferences(
			guardPlace(server, "References", null, async ({ textDocument, position, context }, token) => {
				const bake = server.opened(textDocument.uri);
				if (bake?.id === "bake") {
					const places = bakeReferencesAt(bake.file, bake.document.offsetAt(position)).filter(({ role }) => context.includeDeclaration || role === "reference");
					return places.map((place) => ({ uri: bake.document.uri, range: toLspRange(bake.document, place) }));
				}
				const open = server.parsed(textDocument.uri);
				if (!open) return null;
				const offset = open.document.offsetAt(position);
				const own = { document: open.document, ranges: referencesAt(open.file, offset, { definitions: context.includeDeclaration }) };
				const wanted = namedOutsideAt(open.file, offset);
				const others = wanted ? await namedElsewhere(server, textDocument.uri, wanted, token) : [];
				return [own, ...others].flatMap(({ document, ranges }) => ranges.map((range) => ({ uri: document.uri, range: toLspRange(document, range) })));
			}),
		);
	},
};
