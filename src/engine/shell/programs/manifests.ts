/** What a package manager installs by: files of a project that say what it needs. Names as of November 2026, by each one's documentation. */
export type Manifests = {
	/** The programs that read them. */
	readonly programs: readonly string[];
	/** Patterns of their names, as COPY takes them. */
	readonly names: readonly string[];
};

export const node: Manifests = {
	programs: ["npm", "yarn", "pnpm", "bun"],
	names: ["package.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"],
};
export const python: Manifests = { programs: ["pip"], names: ["requirements.txt"] };
export const golang: Manifests = { programs: ["go"], names: ["go.mod", "go.sum"] };
export const ruby: Manifests = { programs: ["bundle"], names: ["Gemfile", "Gemfile.lock"] };
export const php: Manifests = { programs: ["composer"], names: ["composer.json", "composer.lock"] };
