import { type Message, say } from "../text/message.ts";

/** What may stand in a block, and what it is for: https://docs.docker.com/build/bake/reference/ */
export type AttributeAbout = {
	readonly about: Message;
	/** How its value begins: what is put in behind the name. */ readonly shape: "string" | "list" | "object" | "boolean" | "other";
};

const target: Readonly<Record<string, AttributeAbout>> = {
	annotations: { shape: "list", about: say`Annotations of the image's index and manifests, \`key=value\`, with \`index:\` or \`manifest:\` before the key.` },
	args: {
		shape: "object",
		about: say`Values for the Dockerfile's \`ARG\`s, by their names. They are merged with those that are inherited; \`null\` takes the default.`,
	},
	attest: { shape: "list", about: say`Attestations that are built along: \`type=provenance\`, \`type=sbom\`.` },
	"cache-from": { shape: "list", about: say`Where earlier builds have put their cache, \`type=registry,ref=…\` or \`type=gha\`.` },
	"cache-to": { shape: "list", about: say`Where to put the build's cache, \`type=registry,ref=…,mode=max\` or \`type=gha\`.` },
	call: { shape: "string", about: say`What to do instead of a build: \`check\`, \`outline\` or \`targets\`.` },
	context: { shape: "string", about: say`The folder, or the address, with which the target is built; \`.\` where nothing is said.` },
	contexts: {
		shape: "object",
		about: say`Further contexts by their names, for \`FROM\` and \`COPY --from\`: a folder, \`docker-image://…\`, or \`target:…\`, which builds another target first.`,
	},
	description: { shape: "string", about: say`What \`docker buildx bake --list=targets\` says of it.` },
	dockerfile: { shape: "string", about: say`The Dockerfile, as a path from the context; \`Dockerfile\` where nothing is said.` },
	"dockerfile-inline": { shape: "string", about: say`The text of the Dockerfile, in place of a file.` },
	entitlements: { shape: "list", about: say`What the build may do besides: \`network.host\`, \`security.insecure\`.` },
	"extra-hosts": { shape: "object", about: say`Addresses of hosts by their names, for the time of the build.` },
	inherits: { shape: "list", about: say`Targets whose attributes count here too; later ones before earlier ones, and what is said here before all.` },
	labels: { shape: "object", about: say`Labels of the image, merged with those that are inherited.` },
	matrix: { shape: "object", about: say`Makes a target of each combination of the values; \`name\` says what each is called.` },
	name: { shape: "string", about: say`The name of each target that the matrix makes.` },
	network: { shape: "string", about: say`The network of \`RUN\`: \`default\`, \`host\` or \`none\`.` },
	"no-cache": { shape: "boolean", about: say`Whether to build all of it anew.` },
	"no-cache-filter": { shape: "list", about: say`Stages of the Dockerfile that are built anew.` },
	output: { shape: "list", about: say`What becomes of the result: \`type=docker\`, \`type=registry\`, \`type=local,dest=…\`, \`type=image\`.` },
	platforms: { shape: "list", about: say`The platforms to build for, as \`linux/amd64\`.` },
	policy: { shape: "list", about: say`Policies by which what the build fetches is judged.` },
	pull: { shape: "boolean", about: say`Whether to fetch base images also where they are there.` },
	resources: { shape: "object", about: say`How much memory and how many processors the build may take.` },
	secret: { shape: "list", about: say`Secrets for \`RUN --mount=type=secret\`: \`type=env,id=…\` or \`type=file,id=…,src=…\`.` },
	"shm-size": { shape: "string", about: say`The size of \`/dev/shm\` during the build.` },
	ssh: { shape: "list", about: say`Agents or keys for \`RUN --mount=type=ssh\`.` },
	tags: { shape: "list", about: say`Names of the image, with their tags.` },
	target: { shape: "string", about: say`The stage of the Dockerfile to build; the last where nothing is said.` },
	ulimits: { shape: "list", about: say`Limits of the processes in \`RUN\`, \`nofile=1024:1024\`.` },
};

const blocks: Readonly<Record<string, Readonly<Record<string, AttributeAbout>>>> = {
	target,
	group: {
		description: { shape: "string", about: say`What \`docker buildx bake --list=targets\` says of it.` },
		targets: { shape: "list", about: say`Targets and groups that are built together.` },
	},
	variable: {
		default: { shape: "other", about: say`The value where the environment has no variable of this name.` },
		description: { shape: "string", about: say`What \`docker buildx bake --list=variables\` says of it.` },
		type: { shape: "other", about: say`What the value has to be: \`string\`, \`number\`, \`bool\`, \`list(string)\`.` },
	},
	function: {
		params: { shape: "list", about: say`The names of its parameters.` },
		result: { shape: "other", about: say`What it gives, in which its parameters may be used.` },
		variadic_params: { shape: "other", about: say`The name of the list of all further values.` },
	},
};

/** Kinds of blocks. */
export const blockTypes: Readonly<Record<string, Message>> = {
	target: say`One image to build: what \`docker buildx build\` would be told by its options.`,
	group: say`Targets that are built together.`,
	variable: say`A value that the environment may set, used as \`\${NAME}\`.`,
	function: say`A function of one's own.`,
};

export const aboutAttribute = (block: string, name: string): AttributeAbout | undefined => (Object.hasOwn(blocks, block) ? blocks[block]?.[name] : undefined);

/** The names of what may stand in a block; undefined for a kind that there is not. */
export const attributesOf = (block: string): readonly string[] | undefined => (Object.hasOwn(blocks, block) ? Object.keys(blocks[block] ?? {}) : undefined);
