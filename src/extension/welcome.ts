import type { CommandId } from "./commands/ids.ts";
import { explorerKinds } from "./explorer/kinds/index.ts";

/** What a view says while it has no rows, and what one can do then. `npm run generate` writes it into package.json, each command under its own name. */
export type Welcome = {
	/** Its key in package.nls.json, behind `welcome.`. */
	readonly name: string;
	readonly view: string;
	/** The condition, in the words of a `when` clause. */
	readonly when: string;
	/** Paragraphs. */
	readonly text: readonly string[];
	readonly links?: readonly (CommandId | { readonly title: string; readonly url: string })[];
};

/** Causes for which no engine is connected: the values of the context key `hullwright.connection` besides `connected`. */
const causes: readonly Pick<Welcome, "name" | "text" | "links">[] = [
	{
		name: "absent",
		text: ["No Docker engine was found: the socket does not exist.", "Start Docker, or install it; the containers will show here by themselves."],
		links: [
			"hullwright.refresh",
			"hullwright.chooseHost",
			{ title: "How to Start Docker", url: "https://docs.docker.com/engine/daemon/start/" },
			"hullwright.showLog",
		],
	},
	{
		name: "refused",
		text: ["The Docker engine does not run: the connection was refused.", "Start it; the containers will show here by themselves."],
		links: [
			"hullwright.refresh",
			"hullwright.chooseHost",
			{ title: "How to Start Docker", url: "https://docs.docker.com/engine/daemon/start/" },
			"hullwright.showLog",
		],
	},
	{
		name: "unreachable",
		text: ["The Docker engine cannot be reached: no answer came over the network.", "Check that the host is right and on; it is tried again by itself."],
		links: ["hullwright.refresh", "hullwright.chooseHost", "hullwright.showLog"],
	},
	{
		name: "denied",
		text: [
			"Permission denied: you may not use the Docker engine's socket.",
			"Add your user to the group that owns it (usually docker), log in again, and restart VS Code or its server.",
		],
		links: [
			{ title: "How to Use Docker Without Root", url: "https://docs.docker.com/engine/install/linux-postinstall/" },
			"hullwright.refresh",
			"hullwright.chooseHost",
			"hullwright.showLog",
		],
	},
	{
		name: "bad-host",
		text: ["The Docker host or context that is set cannot be used. The log says why."],
		links: ["hullwright.chooseHost", "hullwright.showLog", "hullwright.refresh"],
	},
	{
		name: "tls",
		text: ["The secured connection to the Docker engine failed. The log says why.", "Check the certificates of the host or context."],
		links: ["hullwright.refresh", "hullwright.chooseHost", "hullwright.showLog"],
	},
	{
		name: "ssh",
		text: [
			"The ssh connection to the Docker engine failed. The log has ssh's own words.",
			"Check that ssh reaches the host without asking for a password, and that Docker is installed there.",
		],
		links: ["hullwright.refresh", "hullwright.chooseHost", "hullwright.showLog"],
	},
	{
		name: "incompatible",
		text: ["What answers there is no Docker engine that Hullwright can talk to. The log says why."],
		links: ["hullwright.chooseHost", "hullwright.refresh", "hullwright.showLog"],
	},
	{
		name: "rejected",
		text: ["The Docker engine rejected the connection. The log has its words."],
		links: ["hullwright.refresh", "hullwright.chooseHost", "hullwright.showLog"],
	},
];

const [first, ...others] = explorerKinds;

export const welcomes: readonly Welcome[] = [
	...causes.map((cause) => ({ ...cause, view: first.view, when: `hullwright.connection == ${cause.name}` })),
	...others.map(({ view }) => ({
		name: "elsewhere",
		view,
		when: `hullwright.connection =~ /^(${causes.map(({ name }) => name).join("|")})$/`,
		text: ["No Docker engine is connected; see Containers for the cause."],
		links: ["hullwright.refresh"] as const,
	})),
	...explorerKinds.map(({ view, resource, empty }) => ({
		name: `${resource}.empty`,
		view,
		when: `hullwright.connection == connected && !${view}.isFiltered`,
		text: [empty],
	})),
	// The other thing that one can do, below the one that the view is for.
	{
		name: "files",
		view: first.view,
		when: "hullwright.connection",
		text: ["Besides, Hullwright checks Dockerfiles as you type, and writes them for projects that have none."],
		links: ["hullwright.addDockerFiles", "hullwright.showFirstSteps"],
	},
];
