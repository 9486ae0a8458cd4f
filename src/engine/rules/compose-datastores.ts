import { publishedPorts } from "../compose/facts/published-ports.ts";
import { entryOf, type Mapping, textOf } from "../compose/value.ts";
import { type Datastore, datastoreOf } from "../image/datastores.ts";
import { fact } from "../text/fact.ts";
import { isSecretName } from "../text/secrets.ts";
import { namedImage } from "./compose-images.ts";
import type { ServiceVariable } from "./compose-variables.ts";

/** The database or the like that a service's image is, pulled or built. */
export const datastoreIn = fact((service: Mapping): Datastore | undefined => datastoreOf(namedImage(service)?.text));

/** Whether the service is a database that others than the host itself reach at a port of the host, whatever variables are set. */
export const isOpenDatastore = fact((service: Mapping): boolean => {
	if (!datastoreIn(service)) return false;
	return publishedPorts(service).some(({ item, hostIp }) => !isLoopback(hostIp) && !hasVariable(item));
});

const isLoopback = (ip: string | undefined): boolean => ip !== undefined && (ip.startsWith("127.") || ip === "::1" || ip === "localhost");

function hasVariable(item: Mapping): boolean {
	const ip = entryOf(item, "host_ip");
	return ip?.kind === "string" && ip.template !== undefined && textOf(ip) === "";
}

/** Whether the variable gives a database that others reach a password that everyone tries first. */
export const hasDefaultPassword = (service: Mapping, { name, value, isFixed }: ServiceVariable): boolean =>
	value !== undefined && isFixed && usualPasswords.has(value.toLowerCase()) && isSecretName(name) && isOpenDatastore(service);

/** Those of manuals and examples, which scanners begin with; empty ones are another matter. */
const usualPasswords: ReadonlySet<string> = new Set(
	(
		"123456 12345678 1234 12345 admin administrator changeme change_me default demo dev example guest letmein mongo mongodb mysql mariadb neo4j p@ssw0rd pass passw0rd " +
		"password password1 password123 postgres postgresql qwerty rabbitmq redis root rootpassword rootpass sa secret test testing toor user"
	).split(" "),
);
