import { graphOf } from "../../engine/compose/graph/graph.ts";
import { plainTextOf } from "../../engine/text/message.ts";
import { projectAround } from "../compose-projects.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { type ComposeGraph, composeGraphRequest } from "../protocol.ts";

/** How the services of a project hang together, as its files are typed. */
export const composeGraph: Feature = {
	capabilities: () => ({}),
	register(server) {
		const { connection, catalogue } = server;
		connection.onRequest(
			composeGraphRequest,
			guard<{ readonly uri: string }, ComposeGraph | null>(server, "Compose graph", null, async ({ uri }) => {
				const found = await projectAround(uri, server);
				if (!found) return null;
				const { project, placeOf, files } = found;
				const graph = graphOf(project.name, project.model, placeOf);
				const [refusal] = project.refusals;
				return {
					graph: refusal && graph.services.length === 0 ? null : graph,
					problem: refusal ? { text: plainTextOf(refusal.message, catalogue), at: placeOf(refusal.at) ?? null } : null,
					files,
				};
			}),
		);
	},
};
