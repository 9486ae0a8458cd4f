import type { ServiceVariable } from "../../engine/compose/project.ts";
import { projectAround } from "../compose-projects.ts";
import { environmentFile, environmentOf } from "../environment-file.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { type ServiceVariableRow, type ServiceVariablesQuestion, serviceVariablesRequest } from "../protocol.ts";

/** Where the variables of a service's containers are from, as the project's files stand in the editor. */
export const serviceVariables: Feature = {
	capabilities: () => ({}),
	register(server) {
		server.connection.onRequest(
			serviceVariablesRequest,
			guard<ServiceVariablesQuestion, readonly ServiceVariableRow[]>(server, "Variables of a service", [], async ({ uri, files, service }) => {
				const found = await projectAround(uri, server, files && { merged: files });
				if (!found) return [];
				const outside = environmentFile(server, uri);
				const shell = environmentOf(uri, undefined);
				const placeOutside = (name: string): ServiceVariableRow["uses"][number]["at"] => {
					const entry = outside?.entries.get(name);
					if (shell(name) !== undefined) return "shell";
					return outside && entry ? { uri: outside.document.uri, range: toLspRange(outside.document, entry.nameRange) } : null;
				};
				const toRow = ([name, { value, at, uses }]: readonly [string, ServiceVariable]): ServiceVariableRow => ({
					name,
					value: value ?? null,
					at: (at && found.placeOf(at)) ?? null,
					uses: uses.map((used) => ({ name: used, at: placeOutside(used) })),
				});
				return [...found.project.variablesOf(service)].map(toRow);
			}),
		);
	},
};
