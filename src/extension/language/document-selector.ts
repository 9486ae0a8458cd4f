/** Bake files, by what the editor takes them for and by their names. */
export const bakeFiles = [{ language: "dockerbake" }, { pattern: "**/{docker-bake{,.*,-*}.{hcl,json},{,*.,*-}bake{,.*,-*}.hcl}" }];

/** Compose files, also where somebody has told the editor that they are YAML like any other. */
export const composeFiles = [{ language: "dockercompose" }, { pattern: "**/{compose,docker-compose}{,.*,-*}.{yaml,yml}" }];

/** The documents that the language server is told of. No scheme: unsaved, virtual and remote ones are among them. */
export const documentSelector = [
	{ language: "dockerfile" },
	...composeFiles,
	...bakeFiles,
	{ pattern: "**/{.,*.}{dockerignore,containerignore}" },
	{ pattern: "**/.hullwright.yaml" },
	// hadolint's, for the names of rules in it.
	{ pattern: "**/{.,}hadolint.{yaml,yml}" },
];
