import type { Command } from "./command.ts";

export default {
	id: "hullwright.restartLanguageServer",
	title: "Restart Language Server",
	run: ({ language }) => language.restart(),
} satisfies Command;
