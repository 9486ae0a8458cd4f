import { mountsIn, sourceRange } from "../../compose/facts/mounts.ts";
import { entryRangeIn, literalOf, valueAt } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf, type Mapping } from "../../compose/value.ts";
import { parseImageReference } from "../../image/reference.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "docker-socket-mount",
	peers: { kics: ["d6355c88"], semgrep: ["exposing-docker-socket-volume"], cis: ["CIS-5.32"], owasp: ["OWASP-RULE-1"] },
	category: "security",
	severity: "warning",
	title: "A service is given the engine's socket",
	why: [
		"Who may talk to the engine may start a container with the whole disk of the host: breaking into this service is then as good as root on the host.",
		"`:ro` does not help, for it is about the file of the socket, not about what is said through it. A proxy that lets only some requests through does, such as `tecnativa/docker-socket-proxy`.",
	],
	fixes: { onRequest: "`use_api_socket` is removed.", never: "The service may need the socket; what it needs of it, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  proxy:
				    image: traefik:v3.5
				    use_api_socket: true
			`,
			good: compose`
				services:
				  proxy:
				    image: traefik:v3.5
			`,
		},
	],
	needs: ["volumes", "use_api_socket"],

	*check(file) {
		for (const each of mountsIn(file)) {
			const { service, mount } = each;
			if (isSocket(mount.source ?? "") && !isProxy(service.value))
				yield { at: sourceRange(file, each), message: say`with the engine's socket, \`${service.name}\` has the whole host` };
		}
		for (const { name, value } of file.services) {
			const uses = valueAt(value, "use_api_socket");
			const at = uses?.kind === "boolean" && uses.value ? entryRangeIn(file, value, "use_api_socket") : undefined;
			if (!at) continue;
			const edit = removal(file, at);
			yield {
				at,
				message: say`with the engine's socket, \`${name}\` has the whole host`,
				...(edit && { fix: { title: say`Remove \`use_api_socket\``, edits: [edit], safe: false } }),
			};
		}
	},
});

const isSocket = (path: string): boolean => /[\\/](?:(?:docker|containerd|podman|crio)\.sock|docker_engine)$/.test(path);

/** The proxies that others are to use instead of the socket are named so. */
const isProxy = (service: Mapping): boolean => parseImageReference(literalOf(entryOf(service, "image")) ?? "").repository.includes("socket-proxy");
