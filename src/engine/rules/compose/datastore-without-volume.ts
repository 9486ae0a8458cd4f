import { entryOf } from "../../compose/value.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { itemInsertion, sectionInsertion, serviceInsertion } from "../../compose/rewrite/insert.ts";
import type { LintedCompose, Service } from "../../compose/linted.ts";
import { compose, composeRule, type Fix } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { datastoreMounts } from "../datastore-mounts.ts";

export default composeRule({
	id: "datastore-without-volume",
	category: "correctness",
	severity: "info",
	title: "A database keeps its data in a volume without a name",
	why: [
		"Images of databases have a volume for their data that is another with each container: after `docker compose down` the next `up` begins with an empty database.",
		"A named volume stays until it is removed by its name. Where data is to be lost, as in tests, `tmpfs` says so, and is faster.",
	],
	fixes: {
		onRequest: "A named volume is mounted at the place of the data.",
		never: "The service or its `volumes` are not written out in the file, or a volume of that name is there already.",
	},
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    volumes:
				      - db-data:/var/lib/postgresql/data

				volumes:
				  db-data:
			`,
		},
	],
	needs: ["image"],

	*check(file) {
		for (const service of file.services) {
			const found = datastoreMounts(service.value, file);
			if (!found || found.store.isCache || found.isHeld || found.misplaced.length > 0) continue;
			const fix = withVolume(file, service, found.data);
			yield {
				at: service.at,
				message: say`\`docker compose down\` loses the data of \`${service.name}\`: no volume holds \`${found.data}\``,
				...(fix && { fix }),
			};
		}
	},
});

function withVolume(file: LintedCompose, { name }: Service, data: string): Fix | undefined {
	const volume = `${name}-data`;
	if (!/^[\w.-]+$/.test(name) || entryOf(entryOf(file.project.model, "volumes"), volume)) return undefined;
	const list = findEntry(file, "services", name, "volumes")?.value;
	const item = `${volume}:${data}`;
	const mounted = list?.kind === "sequence" ? itemInsertion(file, list, item) : list ? undefined : serviceInsertion(file, name, "volumes", [`- ${item}`]);
	const defined = sectionInsertion(file, "volumes", volume, "");
	return mounted && defined && { title: say`Keep it in the volume \`${volume}\``, edits: [mounted, defined], safe: false };
}
