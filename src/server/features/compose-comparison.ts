import { stat } from "node:fs/promises";
import { plainTextOf } from "../../engine/text/message.ts";
import { projectAround } from "../compose-projects.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { type ComposeComparison, type ComposeComparisonQuestion, composeComparisonRequest } from "../protocol.ts";

/** In what that which runs differs from the files, for clients that have an engine to ask. */
export const composeComparison: Feature = {
	capabilities: () => ({}),
	register(server) {
		const { connection, catalogue } = server;
		connection.onRequest(
			composeComparisonRequest,
			guard<ComposeComparisonQuestion, ComposeComparison | null>(server, "Compose comparison", null, async ({ uri, running }) => {
				const project = (await projectAround(uri, server))?.project;
				if (!project) return null;
				const { compareRunning, dockerfileOf } = await import("../../engine/compose/running/compare.ts");
				const dockerfiles = [...new Set(running.flatMap(({ service }) => dockerfileOf(project, service) ?? []))];
				const times = await Promise.all(dockerfiles.map(changedAt));
				const differences = [...compareRunning(project, running, new Map(times.flat()))].map(
					([service, all]) => [service, all.map(({ key, message }) => ({ key, text: plainTextOf(message, catalogue) }))] as const,
				);
				return { differences: Object.fromEntries(differences) };
			}),
		);
	},
};

/** None of a file that is not there. */
async function changedAt(path: string): Promise<readonly (readonly [path: string, time: number])[]> {
	try {
		return [[path, (await stat(path)).mtimeMs]];
	} catch {
		return [];
	}
}
