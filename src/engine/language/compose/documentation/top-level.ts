import { say } from "../../../text/message.ts";
import { below, type KeysDocumentation } from "./key-documentation.ts";
import { nestedKeys } from "./nested.ts";
import { serviceKeys } from "./services.ts";

const external = {
	external: say`Whether it is there already, and Compose neither makes nor removes it. Where it is missing, nothing is started.`,
	"external.name": say`Its name; \`name\` beside \`external: true\` says the same today.`,
} satisfies KeysDocumentation;

/** All keys, by their paths; names that are the user's own, and items, are `*`. */
export const documentation: KeysDocumentation = {
	version: say`Means nothing any more: Compose reads every file by the newest rules, and warns of this.`,
	name: say`The name of the project, which containers, networks and volumes begin with. Without it, it is that of the folder; \`-p\` and \`COMPOSE_PROJECT_NAME\` count over it.`,
	include: say`Other Compose files whose services and all else become part of this project. Their paths begin at their own folders.`,
	"include.*.path": say`The file, or several that are put one over the other.`,
	"include.*.project_directory": say`The folder at which its paths begin; its own without it.`,
	"include.*.env_file": say`Files of variables for what is included; its own \`.env\` without it.`,
	services: say`What runs, by names under which services reach each other.`,
	...below("services.*", serviceKeys),
	...below("services.*", nestedKeys),
	models: say`AI models that services use.`,
	...below("models.*", {
		name: say`Its name, where that is not to be the key.`,
		model: say`The model, as an artifact in a registry.`,
		context_size: say`How many tokens it takes at most.`,
		runtime_flags: say`Options for the program that runs it.`,
	}),
	networks: say`Networks of the project. \`default\` is that of all services which name none.`,
	...below("networks.*", {
		name: say`Its name on the engine; without it, that of the project stands before the key.`,
		driver: say`What makes the network: \`bridge\` unless it is set.`,
		driver_opts: say`Options for the driver.`,
		ipam: say`Which addresses the network has.`,
		"ipam.driver": say`What gives out the addresses.`,
		"ipam.config": say`Ranges of addresses.`,
		"ipam.config.*.subnet": say`The range, as \`172.28.0.0/16\`. Another network of the engine must not have it.`,
		"ipam.config.*.ip_range": say`The part of it that containers are given addresses of.`,
		"ipam.config.*.gateway": say`The address of the gateway.`,
		"ipam.config.*.aux_addresses": say`Addresses that are given to nobody, by names.`,
		"ipam.options": say`Options for what gives out the addresses.`,
		...external,
		internal: say`Whether the network leads nowhere else: no Internet, and published ports do not answer.`,
		enable_ipv4: say`Whether it has addresses of IPv4.`,
		enable_ipv6: say`Whether it has addresses of IPv6.`,
		attachable: say`Whether containers outside the project may join it.`,
		labels: say`Labels of the network.`,
	}),
	volumes: say`Volumes of the project, which outlive its containers. \`docker compose down -v\` removes them.`,
	...below("volumes.*", {
		name: say`Its name on the engine; without it, that of the project stands before the key.`,
		driver: say`What keeps the volume: \`local\` unless it is set.`,
		driver_opts: say`Options for the driver. They count when the volume is made; one that is there stays as it is.`,
		...external,
		labels: say`Labels of the volume.`,
	}),
	secrets: say`Secrets that services are given as files.`,
	...below("secrets.*", {
		name: say`Its name on the engine.`,
		environment: say`The variable of the shell that has the secret.`,
		file: say`The file that has the secret. It is no place for what is committed.`,
		...external,
		labels: say`Labels of the secret.`,
		driver: say`What keeps the secret, in a Swarm.`,
		driver_opts: say`Options for the driver.`,
		template_driver: say`What fills in variables in it, in a Swarm.`,
	}),
	configs: say`Files that services are given, without an image or a folder of their own.`,
	...below("configs.*", {
		name: say`Its name on the engine.`,
		content: say`The text of the file; variables in it are filled in.`,
		environment: say`The variable of the shell that has the text.`,
		file: say`The file.`,
		...external,
		labels: say`Labels of the config.`,
		template_driver: say`What fills in variables in it, in a Swarm.`,
	}),
};
