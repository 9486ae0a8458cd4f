import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { exec } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { startEngine, whyNoEngine } from "../../scripts/engine/engine.mjs";
import { listProcesses, withDescendants } from "../../scripts/processes.mjs";
import { startSampleContainers } from "../../scripts/engine/sample-containers.mjs";
import { hasEngine } from "./outside.ts";
import { useVsCode } from "./vs-code.ts";
import { until } from "./until.ts";

type Engine = Awaited<ReturnType<typeof startEngine>>;

// An engine that may be killed: one of its own.
describe.skipIf(!hasEngine || whyNoEngine() !== undefined)("an engine that ends and comes back", () => {
	let engine: Engine | undefined;
	/** In front of the terminal's PATH: they note what they were to do, so that nothing of this machine is started. */
	let programs = "";
	const vscode = useVsCode({
		prepare: async (workspace) => {
			engine = await startEngine();
			await startSampleContainers(engine, workspace);
			programs = join(workspace, "..", "programs");
			await mkdir(programs);
			for (const name of ["sudo", "service", "systemctl"]) {
				await writeFile(join(programs, name), `#!/bin/sh\necho ${name} "$@" > ${programs}/done\n`, { mode: 0o755 });
			}
			await writeFile(join(workspace, "..", "home", ".bashrc"), `export PATH=${programs}:$PATH\n`);
		},
		env: () => ({ DOCKER_HOST: engine?.env["DOCKER_HOST"] }),
	});
	afterAll(() => engine?.stop());

	/** How many containers come and go; CHURN=60 wants all 200. */
	const churns = Number(process.env["CHURN"] ?? 0) >= 60 ? 200 : 24;

	/** The programs that VS Code's extension host has started. */
	const children = (): readonly string[] => {
		const all = listProcesses();
		const ours = withDescendants([process.pid], all);
		const hosts = all.filter(({ pid, command }) => ours.has(pid) && command.includes("--type=extensionHost")).map(({ pid }) => pid);
		return all.filter(({ parent }) => hosts.includes(parent)).map(({ command }) => command);
	};

	/** Of the engine's socket, those that are open now, whoever has them. */
	const connections = async (): Promise<number> =>
		(await readFile("/proc/net/unix", "utf8")).split("\n").filter((line) => line.endsWith(engine?.socket ?? "") && / 03 +\d+ /.test(line)).length;

	test("is not connected to before a view is visible, nor when none is any more", async () => {
		const { workbench } = vscode;
		await workbench.openFile("ai-service/Dockerfile");
		await workbench.editor.locator(".squiggly-warning").first().waitFor();
		expect(await connections()).toBe(0);
		await workbench.showView("Hullwright");
		await workbench.row("Containers", "notebook").waitFor();
		expect(await connections()).toBeGreaterThan(0);
		await workbench.page.locator(".statusbar-item", { hasText: "unix:///tmp/" }).waitFor();
		await workbench.showView("Explorer");
		await until("all are closed", async () => (await connections()) === 0);

		// Nor when the other views, pages and forms have been open.
		const before = children();
		await workbench.showView("Hullwright");
		for (const view of ["Images", "Volumes", "Networks"]) await workbench.fold(view, false);
		await workbench.command("Hullwright: Measure Disk Usage");
		await workbench.row("Disk", /^Images, /).waitFor();
		await workbench.contextMenu(workbench.row("Containers", "notebook"), "Inspect");
		await workbench.page.locator(".tab.active", { hasText: "notebook" }).waitFor();
		await workbench.command("Hullwright: Run…");
		await workbench.choose("chat-backend:0.1.0");
		await workbench.page
			.frameLocator("iframe.webview.ready")
			.frameLocator("iframe#active-frame")
			.getByRole("heading", { name: "Run chat-backend:0.1.0" })
			.waitFor();
		await workbench.command("View: Close All Editors");
		for (const view of ["Images", "Volumes", "Networks", "Disk"]) await workbench.fold(view);
		await workbench.showView("Explorer");
		await until("all are closed again", async () => (await connections()) === 0);
		// Some of before may have ended meanwhile.
		await expect.poll(() => children().filter((program) => !before.includes(program))).toEqual([]);
	});

	test("containers come and go all the time, and what is selected and folded stays so", async () => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.row("Containers", "notebook").waitFor();
		await workbench.row("Containers", /^Compose project rag/).click();
		await workbench.page.keyboard.press("ArrowLeft");
		await workbench.row("Containers", "notebook").click();
		const seen = async (): Promise<string> => {
			const rows = workbench.view("Containers").locator(".monaco-list-row");
			return rows.evaluateAll((elements) =>
				elements
					.filter((element) => !/churn/.test(`${element.getAttribute("aria-label")} ${element.textContent}`))
					.map((element) =>
						[element.querySelector(".label-name")?.textContent, ...["aria-selected", "aria-expanded"].map((name) => element.getAttribute(name))].join(" "),
					)
					.toSorted()
					.join("\n"),
			);
		};
		let before = "";
		await until("the project is folded, and another row selected", async () => {
			before = await seen();
			return /^rag false false$/m.test(before) && /^notebook true/m.test(before);
		});
		const docker = (command: string): Promise<unknown> => promisify(exec)(`docker ${command}`, { env: engine?.env });
		const live = async (number: number): Promise<void> => {
			await docker(`run --detach --name=churn-${number} rag-app:latest sleep 1000`);
			await docker(`rm --force churn-${number}`);
		};
		let isOver = false;
		const lives = (async () => {
			for (let number = 0; number < churns && !isOver; number += 2) await Promise.all([live(number), live(number + 1)]);
		})().finally(() => (isOver = true));
		// Those that are in view, which not all may be.
		const differing = new Set<string>();
		while (!isOver) {
			const now = (await seen()).split("\n");
			for (const row of now) if (!before.split("\n").includes(row)) differing.add(row);
			if (!now.some((row) => row.startsWith("notebook true"))) differing.add(now.join("\n"));
			await delay(100);
		}
		await lives;
		expect([...differing]).toEqual([]);
		await workbench.row("Containers", "churn").waitFor({ state: "detached" });
		await expect.poll(seen).toBe(before);
		expect(await workbench.page.locator(".notifications-toasts .notification-list-item").count()).toBe(0);
		await workbench.row("Containers", /^Compose project rag/).click();
		await workbench.page.keyboard.press("ArrowRight");
	}, 300_000);

	test("shows the cause when the engine is killed, and the rows again within two seconds of its return, with the selection", async () => {
		const { workbench } = vscode;
		await workbench.showView("Hullwright");
		await workbench.row("Containers", "notebook").click();
		// A person looks at something else before an engine dies; the extension hears of the selection meanwhile.
		await until("the selection is known", async () => (await workbench.row("Containers", "notebook").getAttribute("aria-selected")) === "true");
		await workbench.openFile("README.md");
		await workbench.showView("Hullwright");
		await workbench.row("Containers", "notebook").waitFor();
		const before = (await workbench.rows("Containers")).map(({ label }) => label);

		await engine?.kill();
		const welcome = workbench.view("Containers").locator(".welcome-view-content");
		await until("the cause is named", async () => /the connection was refused/.test(await welcome.innerText()));
		const status = workbench.page.locator(".statusbar-item", { hasText: "No Docker Engine" });
		await status.waitFor();
		await workbench.page.screenshot({ path: "out/report/engine-killed.png" });

		await welcome.locator(".monaco-button", { hasText: "Start Engine" }).click();
		await until("the terminal does it", async () =>
			/^(?:sudo )?(?:systemctl start docker|service docker start)$/m.test(await readFile(join(programs, "done"), "utf8").catch(() => "")),
		);
		await engine?.start();
		const time = await until("the rows are back", async () => (await workbench.rows("Containers")).map(({ label }) => label).join() === before.join());
		console.log(`rows are back ${time.toFixed(0)} ms after the engine answers`);
		expect(time).toBeLessThan(2000);
		await until("the selection is back", async () => (await workbench.row("Containers", "notebook").getAttribute("aria-selected")) === "true");
		await workbench.row("Containers", /notebook, running/).waitFor();
		await status.waitFor({ state: "detached" });
	});
});
