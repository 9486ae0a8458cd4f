import { mkdir } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";
import { importBusybox } from "../../scripts/engine/images.mjs";
import { docker, hasEngine } from "./outside.ts";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

const label = "--label=hullwright.trouble=true";

/** Containers that do not do what they should, each in another way. */
function startTroubles(workspace: string): void {
	const ofShop = (service: string): readonly string[] =>
		Object.entries({ project: "shop", service, "project.working_dir": workspace }).map(([key, value]) => `--label=com.docker.compose.${key}=${value}`);
	const run = (name: string, ...rest: readonly string[]): void => {
		try {
			docker("run", "--detach", label, `--name=${name}`, ...rest);
		} catch {
			// Some are made in order to fail.
		}
	};
	run("nowhere", "busybox:test", "no-such-program");
	run("shop-web-1", ...ofShop("web"), "--publish=127.0.0.1:18091:80", "busybox:test", "sleep", "1000");
	run("shop-twin-1", ...ofShop("twin"), "--publish=127.0.0.1:18091:80", "busybox:test", "sleep", "1000");
	// Whoever eats the memory up at once may be dead before the engine listens for that.
	run("hungry", "--memory=8m", "busybox:test", "sh", "-c", "sleep 0.5; a=x; while :; do a=$a$a; done");
	run("restless", "--restart=always", "busybox:test", "sh", "-c", "echo no database >&2; exit 3");
	run(
		"shop-sick-1",
		...ofShop("sick"),
		"--health-cmd=echo 'no answer on port 80'; exit 1",
		"--health-interval=1s",
		"--health-retries=1",
		"busybox:test",
		"sleep",
		"1000",
	);
	run("sleeping", "busybox:test", "sleep", "1000");
	docker("create", label, "--name=untouched", "busybox:test", "true");
}

describe.skipIf(!hasEngine)("what does not do what it should", () => {
	const removeTroubles = (): void => {
		const ids = docker("ps", "--all", "--quiet", "--filter=label=hullwright.trouble").split("\n").filter(Boolean);
		if (ids.length > 0) docker("rm", "--force", ...ids);
	};
	const vscode = useVsCode({
		settings: { "hullwright.logs.openIn": "terminal" },
		async prepare(workspace) {
			await importBusybox({ env: process.env }, ["busybox:test"]);
			startTroubles(workspace);
		},
	});
	afterAll(removeTroubles);
	const picture = async (name: string): Promise<void> => {
		await mkdir(screenshots, { recursive: true });
		await vscode.workbench.page.screenshot({ path: `${screenshots}/trouble-${name}.png` });
	};

	test("rows say what is the matter and why", async () => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.row("Containers", /nowhere, failed to start: the program no-such-program is not in the image/).waitFor();
		await workbench.row("Containers", /shop-twin-1, failed to start: port 18091 is already allocated/).waitFor();
		await workbench.row("Containers", /hungry, killed: out of memory \(137\)/).waitFor();
		await workbench.row("Containers", /restless, restarting: exit code 3/).waitFor();
		await workbench.row("Containers", /shop-sick-1, running \(unhealthy\)/).waitFor();
		await workbench.row("Containers", /untouched, created/).waitFor();
		await workbench.row("Containers", /Compose project shop, 2 of 3 running, .*sick-1 unhealthy, twin-1 failed to start/).waitFor();
		await picture("rows");
	});

	test("the badge counts them", async () => {
		const badge = vscode.workbench.page.locator('.activitybar .action-item:has(a[aria-label^="Hullwright"]) .badge-content');
		await until("the badge says 5", async () => (await badge.innerText()) === "5");
	});

	test.each([
		["shop", /sick-1: running \(unhealthy\).*twin-1: failed to start: port 18091/s],
		["nowhere", /Engine's words:.*executable file not found/s],
		["shop-sick-1", /Last probe:.*exit code 1.*no answer on port 80/s],
		["restless", /Exit code: 3.*Restarts: \d+ \(always\)/s],
		["shop-web-1", /Command: sleep 1000.*Ports: .*127\.0\.0\.1:18091→80.*Up: \d+/s],
	])("%s: the tooltip explains", async (name, wanted) => {
		const { workbench } = vscode;
		const hover = workbench.page.locator(".monaco-hover:visible");
		const isShown = async (): Promise<boolean> => wanted.test((await hover.allInnerTexts()).join("\n"));
		await until("the facts", async () => {
			// A row that changes under the mouse takes its tooltip away.
			await workbench.page.mouse.move(0, 0);
			await workbench
				.row("Containers", new RegExp(`^(Compose project )?${name}, `))
				.locator(".label-name")
				.hover();
			return until("them", isShown, 2_000).then(
				() => true,
				() => false,
			);
		});
		if (name === "shop-web-1") await expect.poll(() => hover.last().locator('a[href*="localhost:18091"], a[data-href*="localhost:18091"]').count()).toBe(1);
		await picture(`tooltip-${name}`);
	});

	test("the log says why there is nothing in it", async () => {
		const { workbench } = vscode;
		await workbench.contextMenu(workbench.row("Containers", "nowhere"), "Logs");
		const terminal = workbench.page.locator(".terminal-wrapper.active .xterm-rows");
		const shown = async (): Promise<string> => (await terminal.innerText()).replaceAll(/\s+/g, " ");
		await until("the reason", async () => /failed to start: the program no-such-program/.test(await shown()));
		await expect.poll(shown).toMatch(/from the last 1,000 lines on.*\[All Lines\]/);
		await picture("log");
	});

	const terminalText = async (): Promise<string> =>
		(await vscode.workbench.page.locator(".terminal-wrapper.active .xterm-rows").innerText()).replaceAll(/\s+/g, " ");

	test("Enter follows the logs of the row in focus; one log, one terminal, also for the container that replaces it", async () => {
		const { workbench } = vscode;
		const tabs = workbench.page.locator(".tabs-list .monaco-list-row", { hasText: "Logs: sleeping" });
		const rowOf = (state: string): Promise<void> => workbench.row("Containers", new RegExp(`^sleeping, ${state}`)).waitFor();
		await workbench.row("Containers", /^restless, /).click();
		await workbench.page.keyboard.press("ArrowDown");
		await workbench.page.keyboard.press("Enter");
		await until("the log of the next row", async () => /sleeping, from the last 1,000 lines on/.test(await terminalText()));
		docker("rm", "--force", "sleeping");
		await until("the removal is told", async () => /sleeping was removed/.test(await terminalText()));
		docker("run", "--detach", label, "--name=sleeping", "busybox:test", "sh", "-c", "echo I am new; sleep 1000");
		await until("the new one is followed", async () => /was replaced.*I am new/.test(await terminalText()));
		await rowOf("running");
		await workbench.contextMenu(workbench.row("Containers", /^nowhere, /), "Show Logs");
		await until("another log is in front", async () => /nowhere failed to start/.test(await terminalText()));
		await workbench.contextMenu(workbench.row("Containers", /^sleeping, /), "Show Logs");
		await until("the same log is in front", async () => /I am new/.test(await terminalText()));
		expect(await tabs.count()).toBe(1);
	});

	test("a log shows times on request", async () => {
		const { workbench } = vscode;
		await workbench.command("Hullwright: Show or Hide Timestamps of This Log");
		await until("the time before the line", async () => /\d{4}-\d\d-\d\dT[\d:.]+Z I am new/.test(await terminalText()));
		await workbench.command("Hullwright: Show All Lines of This Log");
		await until("all lines", async () => /sleeping, all lines/.test(await terminalText()));
	});

	async function saveLogs(name: string): Promise<void> {
		const { workbench } = vscode;
		await workbench.contextMenu(workbench.row("Containers", new RegExp(`^${name}, `)), "Save Logs", "Save");
		const input = workbench.question.locator("input").first();
		await until("the dialog", async () => (await input.isVisible()) && (await input.inputValue()).endsWith(`/${name}.log`));
		await workbench.confirm();
	}

	test("a log is saved, each line with its time", async () => {
		const { workbench } = vscode;
		await saveLogs("sleeping");
		await until("the file", async () => /^\d{4}-\d\d-\d\dT[\d:.]+Z I am new\n$/.test(await workbench.readFile("sleeping.log").catch(() => "")));
	});

	test("of several rows each does what it can, and the others are left alone", async () => {
		const { workbench } = vscode;
		await workbench.row("Containers", /^sleeping, /).click();
		await workbench.row("Containers", /^untouched, /).click({ modifiers: ["Control"] });
		await workbench.contextMenu(workbench.row("Containers", /^sleeping, /), "Start Container");
		await workbench.row("Containers", /^untouched, exited \(0\)/).waitFor();
		await workbench.notification(/Left alone: sleeping \(running\)/).waitFor();
	});

	test("a log in which there is nothing is saved, and that is said", async () => {
		await saveLogs("untouched");
		await vscode.workbench.notification("untouched has written nothing, so the saved file is empty.").waitFor();
	});

	test("Delete asks about the row in focus, or about all that are selected", async () => {
		const { workbench } = vscode;
		const cancel = async (): Promise<void> => {
			await workbench.dialog.locator(".monaco-button", { hasText: "Cancel" }).click();
			await workbench.dialog.waitFor({ state: "detached" });
		};
		await workbench.row("Containers", /^hungry, /).click();
		await workbench.page.keyboard.press("ArrowDown");
		await workbench.page.keyboard.press("Delete");
		await workbench.dialog.waitFor();
		await workbench.dialog
			.getByText(/Remove the container nowhere\?/)
			.first()
			.waitFor();
		await cancel();
		await workbench.row("Containers", /^hungry, /).click();
		await workbench.row("Containers", /^untouched, /).click({ modifiers: ["Control"] });
		await workbench.page.keyboard.press("Delete");
		await workbench.dialog.waitFor();
		expect(await workbench.dialog.innerText()).toMatch(/Remove 2 containers\?[^]*hungry[^]*untouched/);
		await cancel();
	});

	test("the networks are a plain list", async () => {
		const { workbench } = vscode;
		await workbench.fold("Networks", false);
		await workbench.row("Networks", /^bridge, \d+\.\d+/).waitFor();
		await picture("networks");
	});

	test("in the light it is as plain", async () => {
		const { workbench } = vscode;
		const colour = (): Promise<string> =>
			workbench
				.row("Containers", /^nowhere, /)
				.locator(".custom-view-tree-node-item-icon")
				.evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).color);
		const isRed = async (): Promise<boolean> => {
			const [red = 0, green = 0, blue = 0] = (await colour()).match(/\d+/g)?.map(Number) ?? [];
			return red > 2 * Math.max(green, blue);
		};
		await expect.poll(isRed).toBe(true);
		await workbench.command("Preferences: Toggle between Light/Dark Themes");
		await workbench.page.locator(".monaco-workbench.vs").waitFor();
		await expect.poll(isRed).toBe(true);
		await picture("light");
	});
});
