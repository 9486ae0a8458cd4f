import type { Command } from "./command.ts";

export const restartLanguageServer: Command = {
	id: "hullwright.restartLanguageServer",
	run: ({ restartLanguage }) => restartLanguage(),
};
