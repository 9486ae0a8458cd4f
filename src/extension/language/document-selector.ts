/** Bake files, by what the editor takes them for and by their names. */
export const bakeFiles = [{ language: "dockerbake" }, { pattern: "**/{docker-bake{,.*,-*}.{hcl,json},{,*.,*-}bake{,.*,-*}.hcl}" }];

/** The documents that the language server is told of. No scheme: unsaved, virtual and remote ones are among them. */
export const documentSelector = [
	{ language: "dockerfile" },
	{ language: "dockercompose" },
	// Where somebody has told the editor that it is YAML like any other.
	{ pattern: "**/{compose,docker-compose}{,.*,-*}.{yaml,yml}" },
	...bakeFiles,
	{ pattern: "**/{.,*.}{dockerignore,containerignore}" },
	{ pattern: "**/.hullwright.yaml" },
	// hadolint's, for the names of rules in it.
	{ pattern: "**/{.,}hadolint.{yaml,yml}" },
];
