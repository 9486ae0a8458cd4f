import { mkdir } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";
import { importBusybox } from "../../scripts/engine/images.mjs";
import { docker, hasEngine } from "./outside.ts";
import { screenshots, useVsCode } from "./vs-code.ts";
import { until } from "./workbench.ts";

const label = "--label=hullwright.trouble=true";
const ofShop = (service: string): readonly string[] => ["--label=com.docker.compose.project=shop", `--label=com.docker.compose.service=${service}`];

/** Containers that do not do what they should, each in another way. */
function startTroubles(): void {
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
	run("hungry", "--memory=8m", "busybox:test", "sh", "-c", "a=x; while :; do a=$a$a; done");
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
	const theme = process.env["HULLWRIGHT_THEME"] ?? "Default Dark Modern";
	const vscode = useVsCode({
		settings: { "workbench.colorTheme": theme },
		async prepare() {
			await importBusybox({ env: process.env }, ["busybox:test"]);
			startTroubles();
		},
	});
	afterAll(removeTroubles);
	const picture = async (name: string): Promise<void> => {
		await mkdir(screenshots, { recursive: true });
		await vscode.workbench.page.screenshot({ path: `${screenshots}/trouble-${name}-${theme.includes("Light") ? "light" : "dark"}.png` });
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
		await workbench.page.mouse.move(0, 0);
		await workbench
			.row("Containers", new RegExp(`^(Compose project )?${name}, `))
			.locator(".label-name")
			.hover();
		const hover = workbench.page.locator(".monaco-hover:visible");
		await until("the facts", async () => wanted.test((await hover.allInnerTexts()).join("\n")));
		if (name === "shop-web-1") expect(await hover.last().locator('a[href*="localhost:18091"], a[data-href*="localhost:18091"]').count()).toBe(1);
		await picture(`tooltip-${name}`);
	});

	test("the log says why there is nothing in it", async () => {
		const { workbench } = vscode;
		await workbench.contextMenu(workbench.row("Containers", "nowhere"), "Logs");
		const terminal = workbench.page.locator(".terminal-wrapper.active .xterm-rows");
		const shown = async (): Promise<string> => (await terminal.innerText()).replaceAll(/\s+/g, " ");
		await until("the reason", async () => /failed to start: the program no-such-program/.test(await shown()));
		expect(await shown()).toMatch(/from the last 1,000 lines on.*\[All Lines\]/);
		await picture("log");
	});
});
