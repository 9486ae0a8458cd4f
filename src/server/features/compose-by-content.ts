import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { type ComposeByContent, composeByContentRequest } from "../protocol.ts";

/** Tells of a text, whatever its name, whether it is a Compose file. */
export const composeByContent: Feature = {
	capabilities: () => ({}),
	register(server) {
		server.connection.onRequest(
			composeByContentRequest,
			guard<{ readonly text: string }, ComposeByContent>(server, "Compose by content", { isCompose: false }, async ({ text }) => {
				// Only now, for it brings a YAML parser and the schema.
				const { isComposeByContent } = await import("../../engine/compose/is-compose-by-content.ts");
				return { isCompose: isComposeByContent(text) };
			}),
		);
	},
};
