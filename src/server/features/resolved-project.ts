import { relative } from "node:path";
import { type Message, plainTextOf, say } from "../../engine/text/message.ts";
import { projectAround } from "../compose-projects.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { pathOf } from "../path-of.ts";
import { type ResolvedProject, resolvedProjectRequest } from "../protocol.ts";

/** What Compose makes of the project that a file is part of. */
export const resolvedProject: Feature = {
	capabilities: () => ({}),
	register(server) {
		const { connection, catalogue } = server;
		connection.onRequest<ResolvedProject | null, never>(
			resolvedProjectRequest,
			guard<{ readonly uri: string }, ResolvedProject | null>(server, "Resolved project", null, async ({ uri }) => {
				const found = await projectAround(uri, server);
				if (!found) return null;
				const { project, placeOf, files } = found;
				if (project.plain === undefined) {
					const own = pathOf(uri);
					const placed = (
						message: Message,
						at: { readonly uri: string; readonly range: { readonly start: { readonly line: number } } } | undefined,
					): Message => {
						const path = at && pathOf(at.uri);
						const name =
							path === undefined ? undefined : own === undefined || path === own ? path.split(/[\\/]/).at(-1) : relative(own, path).slice("../".length);
						return name === undefined || !at ? message : say`${name}:${at.range.start.line + 1}: ${message}`;
					};
					return { files, problems: project.refusals.map(({ at, message }) => plainTextOf(placed(message, placeOf(at)), catalogue)) };
				}
				const { projectYaml } = await import("../../engine/compose/print/project-yaml.ts");
				return { files, text: projectYaml(project.plain) };
			}),
		);
	},
};
