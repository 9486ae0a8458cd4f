import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isOpenDatastore } from "../compose-datastores.ts";
import { variablesIn } from "../compose-variables.ts";

export default composeRule({
	id: "trust-auth",
	category: "security",
	severity: "warning",
	title: "A database that others reach asks for no password",
	why: [
		"A port without an address is open on all interfaces of the machine: whoever reaches it reads and changes all that is in the database.",
		"Within the project no port has to be published; for programs on the host `127.0.0.1:` before the port is enough.",
	],
	fixes: { never: "How users are to show who they are is for you to decide." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "5432:5432"
				    environment:
				      POSTGRES_HOST_AUTH_METHOD: trust
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "127.0.0.1:5432:5432"
				    environment:
				      POSTGRES_HOST_AUTH_METHOD: trust
			`,
		},
	],
	needs: [["environment", "ports"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { name: own, value: service } of file.services) {
			if (!entryOf(service, "environment") || !isOpenDatastore(service)) continue;
			const variables = variablesIn(file, service, "environment");
			// Where there is a password, an empty one is not taken.
			const hasPassword = variables.some(({ name, value, isFixed }) => /_ROOT_PASSWORD$/.test(name) && (!isFixed || !!value));
			for (const { name, value, isFixed, at } of variables)
				if (at && isFixed && value !== undefined && openings.get(name)?.test(value) && !(hasPassword && /_ALLOW_EMPTY_/.test(name)))
					problems.push({ at, message: say`everyone who reaches \`${own}\` is let in without a password` });
		}
		return problems;
	},
});

/** MySQL's image takes any text for yes. */
const anything = /./;
const isOn = /^(?:1|true|yes|on)$/i;
const isOff = /^(?:0|false|no|off)$/i;

/** By the images' own documentation. */
const openings: ReadonlyMap<string, RegExp> = new Map([
	["ALLOW_ANONYMOUS_LOGIN", isOn],
	["ALLOW_EMPTY_PASSWORD", isOn],
	["AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED", isOn],
	["DISABLE_SECURITY_PLUGIN", isOn],
	["MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", anything],
	["MYSQL_ALLOW_EMPTY_PASSWORD", anything],
	["NEO4J_AUTH", /^none$/],
	["POSTGRES_HOST_AUTH_METHOD", /^trust$/],
	["plugins.security.disabled", isOn],
	["xpack.security.enabled", isOff],
]);
