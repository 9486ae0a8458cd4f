/** The documents that the language server is told of. No scheme: unsaved, virtual and remote ones are among them. */
export const documentSelector = [{ language: "dockerfile" }, { pattern: "**/.hullwright.yaml" }];
