import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { missingExternals } from "../compose-externals.ts";

export default composeRule({
	id: "external-volume-missing",
	category: "correctness",
	severity: "info",
	title: "A volume that is made elsewhere is not on the engine",
	why: [
		"Compose does not make what is `external`: `up` fails with `external volume … not found` until somebody does.",
		"This is told only while an engine is connected.",
	],
	fixes: { never: "It is made on the engine, by `docker volume create` or by the project that it belongs to." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    volumes: [data:/var/lib/postgresql/data]
				volumes:
				  data:
				    external: true
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    volumes: [data:/var/lib/postgresql/data]
				volumes:
				  data:
			`,
			daemon: { version: "29.0.0", apiVersion: "1.52", ports: [], networks: [], volumes: ["other"] },
		},
	],
	needs: ["external"],

	check: (file) => missingExternals(file, "volumes").map(({ at, name }) => ({ at, message: say`the engine has no volume \`${name}\`` })),
});
