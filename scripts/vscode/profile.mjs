// A VS Code profile of its own, in a temporary folder: the user's settings and extensions are neither read nor changed.
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A quiet window: no welcome page, no chat, no recommendations, nothing that asks the network. */
const quietSettings = {
	"workbench.startupEditor": "none",
	"workbench.colorTheme": "Default Dark Modern",
	"workbench.tips.enabled": false,
	"workbench.enableExperiments": false,
	"workbench.reduceMotion": "on",
	"workbench.editor.enablePreview": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"chat.disableAIFeatures": true,
	"chat.commandCenter.enabled": false,
	"telemetry.telemetryLevel": "off",
	"security.workspace.trust.enabled": false,
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"extensions.ignoreRecommendations": true,
	"update.mode": "none",
	"git.openRepositoryInParentFolders": "never",
	"git.autofetch": false,
	"files.simpleDialog.enable": true,
	"editor.accessibilitySupport": "off",
	"editor.minimap.enabled": false,
	"editor.cursorBlinking": "solid",
	"window.commandCenter": false,
	// Drawn as text rather than on a canvas, so that a test can read the terminal.
	"terminal.integrated.gpuAcceleration": "off",
	"terminal.integrated.defaultProfile.linux": "bash",
};

/** For tests: what is open beside the cursor stays open, which it does not where the palette opens. */
export const themeKey = { press: "Control+Alt+F9", key: "ctrl+alt+f9", command: "workbench.action.toggleLightDarkThemes" };

/** Makes a profile and a copy of the sample workspace in it. `remove` deletes both, with all that VS Code wrote. */
export async function makeProfile({ settings = {} } = {}) {
	const directory = await mkdtemp(join(tmpdir(), "hullwright-vscode-"));
	const profile = {
		directory,
		home: join(directory, "home"),
		temporary: join(directory, "tmp"),
		workspace: join(directory, "sample"),
		settingsFile: join(directory, "data/User/settings.json"),
		remove: () => rm(directory, { recursive: true, force: true, maxRetries: 5 }),
	};
	for (const folder of ["data/User", "extensions", "home", "tmp"]) await mkdir(join(directory, folder), { recursive: true });
	await writeFile(profile.settingsFile, JSON.stringify({ ...quietSettings, ...settings }, undefined, "\t"));
	const { key, command } = themeKey;
	await writeFile(join(directory, "data/User/keybindings.json"), JSON.stringify([{ key, command }]));
	await cp(fileURLToPath(new URL("../../sample", import.meta.url)), profile.workspace, { recursive: true });
	return profile;
}
