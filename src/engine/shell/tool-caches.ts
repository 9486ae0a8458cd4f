import { type Call, hasOption } from "./calls.ts";
import { npmInstalls } from "./package-caches.ts";
import type { ProgramName } from "./programs/programs.ts";

/** What a tool keeps between two builds where a mount holds it: https://docs.docker.com/build/cache/optimize/#use-cache-mounts, looked at in 2026. */
export type ToolCache = {
	readonly programs: readonly [ProgramName, ...ProgramName[]];
	/** Where it is in the official images; "~" is the home of whoever runs the tool. The first is what is mounted. */
	readonly targets: readonly [string, ...string[]];
	/** Whether a call fills it. */
	readonly fills: (call: Call) => boolean;
	/** Options by which a call leaves it alone. */
	readonly refusals: readonly string[];
	/** Whether a call of one of the programs empties it. */
	readonly empties: (call: Call) => boolean;
	/** Whether the tool cannot share it with another that runs at the same time. */
	readonly isExclusive?: boolean;
};

const never = (): boolean => false;
const calls =
	(subcommands: RegExp) =>
	({ subcommand }: Call): boolean =>
		subcommands.test(subcommand);
const callsTwo =
	(words: RegExp) =>
	({ subcommand, operands }: Call): boolean =>
		words.test(`${subcommand} ${operands[0] ?? ""}`);

export const toolCaches: readonly ToolCache[] = [
	{
		programs: ["apt-get", "apt"],
		targets: ["/var/cache/apt", "/var/lib/apt"],
		fills: calls(/^(?:install|upgrade|dist-upgrade|full-upgrade|build-dep)$/),
		refusals: [],
		empties: calls(/^(?:clean|dist-?clean)$/),
		isExclusive: true,
	},
	{ programs: ["apk"], targets: ["/var/cache/apk"], fills: calls(/^(?:add|upgrade)$/), refusals: ["--no-cache"], empties: callsTwo(/^cache clean$/) },
	{
		programs: ["dnf", "yum", "microdnf"],
		targets: ["/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum"],
		fills: calls(/^(?:install|update|upgrade|groupinstall)$/),
		refusals: [],
		empties: calls(/^clean$/),
	},
	{
		programs: ["zypper"],
		targets: ["/var/cache/zypp"],
		fills: calls(/^(?:in|install|up|update|dup|dist-upgrade)$/),
		refusals: [],
		empties: calls(/^(?:clean|cc)$/),
	},
	{
		programs: ["pip"],
		targets: ["~/.cache/pip"],
		fills: calls(/^(?:install|download|wheel)$/),
		refusals: ["--no-cache-dir"],
		empties: callsTwo(/^cache purge$/),
	},
	{
		programs: ["uv"],
		targets: ["~/.cache/uv"],
		fills: callsTwo(/^(?:sync|add|lock) |^(?:pip|tool) install$/),
		refusals: ["--no-cache", "-n"],
		empties: callsTwo(/^cache (?:clean|prune)$/),
	},
	{
		programs: ["poetry"],
		targets: ["~/.cache/pypoetry"],
		fills: calls(/^(?:install|add|sync|update)$/),
		refusals: ["--no-cache"],
		empties: callsTwo(/^cache clear$/),
	},
	{ programs: ["npm"], targets: ["~/.npm"], fills: calls(npmInstalls), refusals: [], empties: callsTwo(/^cache (?:clean|clear|rm)$/) },
	{
		programs: ["yarn"],
		targets: ["/usr/local/share/.cache/yarn", "~/.yarn/berry/cache", "~/.cache/yarn"],
		fills: calls(/^(?:|install|add)$/),
		refusals: [],
		empties: callsTwo(/^cache clean$/),
	},
	{ programs: ["pnpm"], targets: ["~/.local/share/pnpm/store"], fills: calls(/^(?:i|install|add|fetch)$/), refusals: [], empties: never },
	{ programs: ["bun"], targets: ["~/.bun/install/cache"], fills: calls(/^(?:i|install|add|a)$/), refusals: ["--no-cache"], empties: never },
	{
		programs: ["go"],
		targets: ["/go/pkg/mod", "~/.cache/go-build"],
		fills: callsTwo(/^(?:build|install|get|test) |^mod (?:download|vendor)$/),
		refusals: [],
		empties: calls(/^clean$/),
	},
	{
		programs: ["cargo"],
		targets: ["/usr/local/cargo/registry", "/usr/local/cargo/git"],
		fills: calls(/^(?:build|b|install|fetch|test|chef)$/),
		refusals: [],
		empties: never,
	},
	{
		programs: ["composer"],
		targets: ["~/.composer/cache", "~/.cache/composer"],
		fills: calls(/^(?:i|install|update|require)$/),
		refusals: ["--no-cache"],
		empties: calls(/^(?:clear-?cache|cc)$/),
	},
	{ programs: ["bundle"], targets: ["/usr/local/bundle/cache"], fills: calls(/^install$/), refusals: [], empties: never },
];

/** The options of a call by which it leaves its cache alone. */
export const refusalsOf = (call: Call, { refusals }: ToolCache): readonly string[] => refusals.filter((option) => hasOption(call, option));
