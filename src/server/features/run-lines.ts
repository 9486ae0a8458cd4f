import { lineText, runLineOf } from "../../engine/language/compose/containers/to-run.ts";
import { plainTextOf } from "../../engine/text/message.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { projectAround } from "../compose-projects.ts";
import { type RunLineRow, runLinesRequest } from "../protocol.ts";

/** The services of a Compose file, each as the `docker run` that makes such a container. */
export const runLines: Feature = {
	capabilities: () => ({}),
	register(server) {
		const { connection, catalogue } = server;
		connection.onRequest(
			runLinesRequest,
			guard<{ readonly uri: string }, readonly RunLineRow[]>(server, "Run lines", [], async ({ uri }) => {
				const plain = (await projectAround(uri, server))?.project.plain;
				const services = Object.keys((plain as { readonly services?: object } | undefined)?.services ?? {});
				return services.flatMap((service) => {
					const line = plain === undefined ? undefined : runLineOf(plain, service);
					return line ? [{ service, text: [...line.notes.map((note) => `# ${plainTextOf(note, catalogue)}`), lineText(line)].join("\n") }] : [];
				});
			}),
		);
	},
};
