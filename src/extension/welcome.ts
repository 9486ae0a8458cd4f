import type { CommandId } from "./commands/ids.ts";
import { causes, openSettings } from "./connection/causes.ts";
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

/** Who named the engine, by the values of the context key `hullwright.connectionFrom`: what may be wrong without the engine's being so. */
const sources: readonly Pick<Welcome, "name" | "text" | "links">[] = [
	{
		name: "environment",
		text: ["DOCKER_HOST or DOCKER_CONTEXT, in the environment that VS Code was started with, names this engine; it stands beside the title."],
		links: ["hullwright.useLocalEngine"],
	},
	{
		name: "context",
		text: ["The current context of the Docker CLI names this engine; it stands beside the title. Another one can be used in this window alone."],
		links: ["hullwright.useLocalEngine"],
	},
	{
		name: "setting",
		text: ["A setting names this engine: hullwright.docker.host or hullwright.docker.context."],
		links: ["hullwright.useLocalEngine", openSettings],
	},
	{ name: "window", text: ["This engine was selected for this window."], links: ["hullwright.useLocalEngine"] },
];

/** What helps in every case, behind what mends the cause. */
const always = ["hullwright.diagnoseConnection", "hullwright.refresh"] as const;

const isAway = "hullwright.connection && !(hullwright.connection =~ /^(connected|connecting)$/)";

const [first, ...others] = explorerKinds;

export const welcomes: readonly Welcome[] = [
	...causes.map(({ name, text, links }) => ({ name, text, links: [...links, ...always], view: first.view, when: `hullwright.connection == ${name}` })),
	...sources.map(({ name, ...rest }) => ({ ...rest, name: `from.${name}`, view: first.view, when: `${isAway} && hullwright.connectionFrom == ${name}` })),
	...[...others.map(({ view }) => view), "hullwright.disk"].map((view) => ({
		name: "elsewhere",
		view,
		when: isAway,
		text: ["No Docker engine is connected; see Containers for the cause."],
		links: ["hullwright.refresh"] as const,
	})),
	...explorerKinds.map(({ view, resource, empty }) => ({
		name: `${resource}.empty`,
		view,
		when: `hullwright.connection == connected && ${view}.isEmpty`,
		text: [empty],
	})),
	// The other thing that one can do, below the one that the view is for.
	{
		name: "files",
		view: first.view,
		when: `${isAway} || hullwright.connection == connected && ${first.view}.isEmpty`,
		text: ["Besides, Hullwright checks Dockerfiles as you type, and writes them for projects that have none."],
		links: ["hullwright.addDockerFiles", "hullwright.showFirstSteps"],
	},
];
