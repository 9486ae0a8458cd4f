import { stat } from "node:fs/promises";
import type { RunningContainer } from "../../engine/compose/running/compare.ts";
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
				const found = await projectAround(uri, server);
				if (!found) return null;
				const { compareRunning, dockerfileOf, environmentFilesOf, profilesBehind, projectFiles } = await import("../../engine/compose/running/compare.ts");
				const differences: Record<string, ComposeComparison["differences"][string]> = {};
				const filesOf = ({ container }: RunningContainer): string =>
					[projectFiles(container, found.path, found.paths) ?? [], environmentFilesOf(container)].map((paths) => paths.join("\n")).join("\0");
				for (const files of new Set(running.map(filesOf))) {
					const own = running.filter((each) => filesOf(each) === files);
					const [merged = [], environmentFiles = []] = files.split("\0").map((paths) => paths.split("\n").filter((path) => path !== ""));
					const given = { ...(merged.length > 0 && { merged }), ...(environmentFiles.length > 0 && { environmentFiles }) };
					const around = files === "\0" ? found : await projectAround(uri, server, given);
					const alsoActive = around ? profilesBehind(around.project, own) : [];
					const project = (alsoActive.length > 0 ? await projectAround(uri, server, { ...given, alsoActive }) : around)?.project;
					if (!project) continue;
					const dockerfiles = [...new Set(own.flatMap(({ service }) => dockerfileOf(project, service) ?? []))];
					const times = await Promise.all(dockerfiles.map(changedAt));
					for (const [service, all] of compareRunning(project, own, new Map(times.flat())))
						differences[service] ??= all.map(({ key, message, needsBuild }) => ({
							key,
							text: plainTextOf(message, catalogue),
							...(needsBuild && { needsBuild }),
						}));
				}
				return { differences };
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
