import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed } from "vitest";
import { vsixPath } from "../../scripts/package.mjs";
import { ensureVsCode } from "../../scripts/vscode/install.mjs";
import { makeProfile } from "../../scripts/vscode/profile.mjs";
import { linkExtension, startServer } from "../../scripts/vscode/server.mjs";
import { asOnTheWeb, webFolder } from "./web-window.ts";
import { Workbench } from "./workbench.ts";

export const screenshots = "out/report";

/** No dialog, so that the window is used as a workspace is that one only looks into. */
const untrusted = { "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" };

// Ended by a signal, a process skips what it does at its exit, such as ending the browser and VS Code's server.
process.once("SIGTERM", () => process.exit(143));

/** Of all files of tests, the port at which VS Code's server listens; any that is free where none has run yet. */
let port = 0;

type Profile = Awaited<ReturnType<typeof makeProfile>>;

type Options = {
	readonly settings?: Readonly<Record<string, unknown>>;
	/** The environment of VS Code, on top of that of the tests. */
	readonly env?: () => Readonly<Record<string, string | undefined>>;
	/** The language of the window, as VS Code calls it. */
	readonly locale?: string;
	/** The workspace is not trusted before the user says so. */
	readonly asksForTrust?: boolean;
	/** Runs before the window opens, with the folder that it will show. */
	readonly prepare?: (workspace: string) => Promise<void>;
	/** The window is as on vscode.dev, and shows a folder with these files, by their paths. */
	readonly onTheWeb?: Readonly<Record<string, string>>;
};

/**
 * Gives a file of tests a VS Code with the packaged extension and a copy of the sample workspace, for all of its tests.
 * Call it at the top of the file; the window is there once the tests run.
 */
export function useVsCode({ settings = {}, env = () => ({}), locale, asksForTrust = false, prepare, onTheWeb }: Options = {}): {
	readonly workbench: Workbench;
} {
	let server: Awaited<ReturnType<typeof startServer>> | undefined;
	let profile: Profile | undefined;
	let workbench: Workbench | undefined;

	beforeAll(async () => {
		const vscode = await ensureVsCode();
		profile = await makeProfile({ settings: { ...settings, ...(asksForTrust && untrusted) } });
		await prepare?.(profile.workspace);
		await linkExtension(vscode, profile, vsixPath());
		// Always the same port, for the browser knows by the address what it has loaded before.
		server = await startServer(vscode, profile, { env: env(), asksForTrust, port });
		port = server.port;
		workbench = onTheWeb ? await openOnTheWeb(server.url, profile, onTheWeb) : await Workbench.open(server.url, profile.workspace, { locale });
	});

	beforeEach(async ({ task }) => {
		const isSecond = (task.result?.retryCount ?? 0) > 0;
		onTestFailed(async () => {
			await mkdir(screenshots, { recursive: true });
			await workbench?.page.screenshot({ path: join(screenshots, `${task.name.replaceAll(/[^\w-]+/g, "-")}${isSecond ? "-again" : ""}.png`) });
			console.log((await readFile(server?.logFile ?? "", "utf8")).slice(-2000));
		});
		await workbench?.rest();
		if (isSecond) await workbench?.revert();
	});

	afterEach(() => {
		expect(workbench?.errors.splice(0)).toEqual([]);
	});

	afterAll(async () => {
		await workbench?.page.close();
		await server?.stop();
		await profile?.remove();
	});

	return {
		get workbench() {
			if (!workbench) throw new Error("the window opens in beforeAll: use it within a test");
			return workbench;
		},
	};
}

async function openOnTheWeb(url: string, { directory, settingsFile }: Profile, files: Readonly<Record<string, string>>): Promise<Workbench> {
	const settings = JSON.parse(await readFile(settingsFile, "utf8")) as object;
	const prepare = (page: Page): Promise<void> => asOnTheWeb(page, { url, extensions: join(directory, "extensions"), settings, files });
	return Workbench.open(url, webFolder, { prepare, isOnTheWeb: true });
}
