// The explorer in VS Code, with a real engine that has a thousand containers and as many images.
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startEngine, whyNoEngine } from "../engine/engine.mjs";
import { importBusybox } from "../engine/images.mjs";
import { packExtension } from "../package.mjs";
import { packBareView } from "./bare-view.mjs";
import { listProcesses, withDescendants } from "../processes.mjs";
import { launchBrowser } from "../vscode/browser.mjs";
import { ensureVsCode, whyNoVsCode } from "../vscode/install.mjs";
import { makeProfile } from "../vscode/profile.mjs";
import { installExtension, startServer } from "../vscode/server.mjs";
import { ask, createContainers, listTime, loadImages } from "./crowded-engine.mjs";
import { median, milliseconds, print } from "./measure.mjs";

const count = 1_000;
const openings = 5;
const changes = 12;
/** VS Code starts parts of itself for seconds after a window is there, and what is clicked on meanwhile waits for them; in milliseconds. */
const untilRest = 6_000;
const rowsOf = (view) => `.sidebar .pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`;

/** Prints from the click on the ship to the first row, beside the engine's own time for the list, and from one event to its row. */
export async function benchExplorer() {
	const why = whyNoEngine() ?? whyNoVsCode();
	const title = `The explorer in VS Code, ${count} containers and ${count} images on a real engine`;
	if (why) return print(title, [["not measured", why]]);
	const ends = [];
	try {
		const engine = await startEngine();
		ends.push(engine.stop);
		await importBusybox(engine);
		await loadImages(engine.socket, count);
		await createContainers(engine.socket, count);
		// The first by its name of those that are in no project, so that its row is in view.
		const body = Buffer.from(JSON.stringify({ Image: "busybox:test", Cmd: ["sleep", "100000"] }));
		await ask(engine.socket, "/containers/create?name=a-first", { method: "POST", body });
		await ask(engine.socket, "/containers/a-first/start", { method: "POST" });
		const lists = { containers: await listTime(engine.socket, "/containers/json?all=1"), images: await listTime(engine.socket, "/images/json") };

		const vscode = await ensureVsCode();
		const profile = await makeProfile();
		ends.push(profile.remove);
		const gate = await startGate(join(profile.directory, "gate.sock"), engine.socket);
		ends.push(gate.stop);
		await installExtension(vscode, profile, await packExtension());
		const server = await startServer(vscode, profile, { env: { DOCKER_HOST: `unix://${gate.path}` } });
		ends.push(server.stop);
		const browser = await launchBrowser();
		ends.push(() => browser.close());
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });

		const bare = await openBare(page, vscode);
		const opened = [];
		for (let run = 0; run < openings; run++) opened.push(await open(page, server, profile, gate));
		const changed = await change(page, engine.socket);
		printResults(title, lists, bare, opened, changed);
	} finally {
		for (const end of ends.toReversed()) await end();
	}
}

/** From the click until the first row is there, of an extension that has as many rows ready and asks nobody. */
async function openBare(page, vscode) {
	const profile = await makeProfile();
	await installExtension(vscode, profile, await packBareView(profile.directory, count));
	const server = await startServer(vscode, profile, {});
	const taken = [];
	try {
		for (let run = 0; run < openings; run++) {
			const icon = await openWindow(page, server, profile, "Bare");
			await delay(untilRest);
			const { clicked, there } = await clickUntil(icon, ".sidebar .pane .monaco-list-row");
			taken.push(there - clicked);
			await delay(1_000);
		}
	} finally {
		await page.goto("about:blank");
		await server.stop();
		await profile.remove();
	}
	return taken;
}

/** @returns the icon beside the window that opens the extension's views */
async function openWindow(page, server, profile, name) {
	await page.goto("about:blank");
	await page.goto(`${server.url}/?folder=${encodeURIComponent(profile.workspace)}`);
	const icon = page.locator(`.activitybar .action-item:has(a[aria-label^="${name}"])`);
	await icon.waitFor();
	await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
	return icon;
}

/** A window in which the extension runs already and nobody has looked at the view yet; then the click on the ship. */
async function open(page, server, profile, gate) {
	const ship = await openWindow(page, server, profile, "Hullwright");
	await page.keyboard.press("Control+P");
	await page.locator(".quick-input-widget input").first().fill("ai-service/Dockerfile");
	await page.locator(".quick-input-widget .monaco-list-row", { hasText: "ai-service" }).first().click();
	await page.locator(".squiggly-warning").first().waitFor();
	await delay(untilRest);
	const memory = memoryOf(server);
	gate.asked.length = 0;
	const containers = await clickUntil(ship, rowsOf("Containers"));
	await delay(2_000);
	const header = page.locator('.sidebar .pane-header[aria-label^="Images"]');
	// VS Code may remember the opening before, and have it unfolded.
	const wasFolded = (await header.getAttribute("aria-expanded")) === "false";
	const images = await clickUntil(header, rowsOf("Images"));
	await header.click();
	const list = gate.asked.find(({ path }) => /^\/containers\/json\?all/.test(path)) ?? { at: Number.NaN, answered: Number.NaN };
	return {
		containers: containers.there - containers.clicked,
		images: wasFolded ? images.there - images.clicked : undefined,
		toRequest: list.at - containers.clicked,
		answer: list.answered - list.at,
		toRow: containers.there - list.answered,
		overAnswer: containers.there - containers.clicked - (list.answered - list.at),
		memory,
		memoryAfter: memoryOf(server),
	};
}

/** Clicks. When the mouse was pressed, and when something matches the selector; in milliseconds since 1970. */
async function clickUntil(element, selector) {
	const body = element.page().locator("body");
	await body.evaluate(watch, selector);
	await element.click();
	return body.evaluate((own) => own.ownerDocument.defaultView.seen);
}

function watch(body, selector) {
	const document = body.ownerDocument;
	document.defaultView.seen = new Promise((resolve) => {
		let clicked = 0;
		const now = () => performance.timeOrigin + performance.now();
		document.addEventListener("mousedown", () => (clicked ||= now()), { capture: true, once: true });
		const observer = new document.defaultView.MutationObserver(() => {
			if (!clicked || !document.querySelector(selector)) return;
			observer.disconnect();
			resolve({ clicked, there: now() });
		});
		observer.observe(document.body, { subtree: true, childList: true });
		setTimeout(() => resolve({ clicked, there: Number.NaN }), 10_000);
	});
}

/** From before the engine is told to pause or continue the first container until its row says so; and how many rows were drawn anew. */
async function change(page, socket) {
	const taken = [];
	for (let run = 0; run < changes; run++) {
		await delay(1_300);
		const action = run % 2 === 0 ? "pause" : "unpause";
		const seen = page
			.locator(rowsOf("Containers"))
			.first()
			.evaluate(whenSpoken, `a-first, ${action === "pause" ? "paused" : "running"}`);
		await delay(50);
		const started = performance.timeOrigin + performance.now();
		await ask(socket, `/containers/a-first/${action}`, { method: "POST" });
		const told = performance.timeOrigin + performance.now();
		const { at, rows } = await seen;
		taken.push({ time: at - started, sinceAnswer: at - told, rows });
	}
	return taken;
}

function whenSpoken(first, spoken) {
	const document = first.ownerDocument;
	return new Promise((resolve) => {
		const touched = new Set();
		let at = 0;
		const pane = first.closest(".pane");
		const observer = new document.defaultView.MutationObserver((changes) => {
			for (const { target, attributeName } of changes) {
				const row = (target.nodeType === 1 ? target : target.parentElement)?.closest(".monaco-list-row");
				// Of a row that stands below another that is put in anew, VS Code writes down again the number only.
				if (row && (target !== row || attributeName === "aria-label")) touched.add(row.id);
			}
			look();
		});
		const look = () => {
			if (at || !pane.querySelector(`.monaco-list-row[aria-label*="${spoken}"]`)) return;
			at = performance.timeOrigin + performance.now();
			setTimeout(() => {
				observer.disconnect();
				resolve({ at, rows: touched.size });
			}, 400);
		};
		setTimeout(() => resolve({ at: at || Number.NaN, rows: touched.size }), 10_000);
		observer.observe(pane, { subtree: true, childList: true, attributes: true, characterData: true });
		// On a busy machine the row may have changed before it is watched.
		look();
	});
}

/** Of the extension host, in bytes. */
function memoryOf(server) {
	const all = listProcesses();
	const ours = withDescendants([server.pid], all);
	const hosts = all.filter(({ pid, command }) => ours.has(pid) && command.includes("--type=extensionHost"));
	const sizes = hosts.map(({ pid }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024);
	return sizes.at(-1) ?? Number.NaN;
}

/** A socket that leads to the engine, and knows when what was asked, and when the last byte of its answer came. */
async function startGate(path, socket) {
	const asked = [];
	const now = () => performance.timeOrigin + performance.now();
	const server = createServer((ours) => {
		const theirs = connect(socket);
		let last;
		ours.on("data", (chunk) => {
			const [, target] = /^[A-Z]+ (?:\/v[\d.]+)?(\/\S*) HTTP/.exec(chunk.toString("latin1")) ?? [];
			if (target) asked.push((last = { path: target, at: now(), answered: Number.NaN }));
		});
		theirs.on("data", () => last && (last.answered = now()));
		ours.pipe(theirs).pipe(ours);
		for (const end of [ours, theirs]) end.on("error", () => {}).on("close", () => (ours.destroy(), theirs.destroy()));
	});
	await new Promise((resolve) => server.listen(path, () => resolve(undefined)));
	return { path, asked, stop: () => server.close() };
}

function printResults(title, lists, bare, opened, changed) {
	const of = (rows, name) => rows.map((row) => row[name]);
	const both = (numbers) => [
		milliseconds(median(numbers)).padStart(8),
		`the shortest ${milliseconds(Math.min(...numbers))}`,
		`the longest ${milliseconds(Math.max(...numbers))}`,
	];
	const megabytes = (bytes) => `${(median(bytes) / 1e6).toFixed(0)} MB`;
	const first = of(opened, "containers");
	print(`${title}; medians of ${openings} openings and ${changes} changes`, [
		["the engine's list of containers, alone", milliseconds(lists.containers).padStart(8)],
		["the engine's list of images, alone", milliseconds(lists.images).padStart(8)],
		["from a click to the first of as many rows that are ready, VS Code alone", ...both(bare)],
		[
			"from the click on the ship to the first container",
			...both(first),
			`${milliseconds(median(first) - lists.containers)} over the engine's list alone, ${milliseconds(median(first) - lists.containers - median(bare))} over both`,
		],
		["  of it over the engine's answer in the same opening", ...both(of(opened, "overAnswer"))],
		["  until the list is asked for", ...both(of(opened, "toRequest"))],
		["  until it is answered", ...both(of(opened, "answer"))],
		["  until the row is there", ...both(of(opened, "toRow"))],
		["from the click on the images to the first of them", ...both(of(opened, "images").filter((each) => each !== undefined))],
		["from a change to its row", ...both(of(changed, "time"))],
		["  of it since the engine has answered", ...both(of(changed, "sinceAnswer"))],
		["rows drawn anew by a change", String(median(of(changed, "rows"))).padStart(8), `at most ${Math.max(...of(changed, "rows"))}`],
		["the extension host's memory before and after", `${megabytes(of(opened, "memory"))} and ${megabytes(of(opened, "memoryAfter"))}`],
	]);
}
