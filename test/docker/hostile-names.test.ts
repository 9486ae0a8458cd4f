import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { Docker } from "../../src/docker/docker.ts";
import type { ComposeSources } from "../../src/extension/compose/files-of-container.ts";
import type { ExplorerKind, Fact, Node } from "../../src/extension/explorer/kind.ts";
import { client, make, outside, run } from "./own-engine.ts";

vi.mock("vscode", () => ({
	MarkdownString: class {
		value = "";
		appendMarkdown(text: string) {
			this.value += text;
			return this;
		}
		appendCodeblock(text: string, language: string) {
			this.value += `\n\`\`\`${language}\n${text}\n\`\`\`\n`;
			return this;
		}
	},
	EventEmitter: class {},
	l10n: { t: (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_: string, index: string) => String(args[Number(index)])) },
}));
const { explorerKinds } = await import("../../src/extension/explorer/kinds/index.ts");
const { tooltipOf } = await import("../../src/extension/explorer/tooltip.ts");
const { diskItems, lookOfDisk } = await import("../../src/extension/explorer/disk.ts");
const { pageText } = await import("../../src/extension/pages/page-texts.ts");
const { historyText } = await import("../../src/extension/history-text.ts");
const { runLinesFromContainers } = await import("../../src/engine/language/compose/containers/compose-files.ts");

const t = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

/** All that could be harmful in a text: it steers a terminal, turns the line round, ends it, is markup, a link, or a command of a shell. */
const evil =
	"x\u001b[31m\u001b]0;t\u0007\u202e\u2066\u200b\r\n\t'\"`$(touch /tmp/hullwright-evil)<img src=x onerror=alert(1)>[a](command:workbench.action.quit)**b**";
/** Of which so much is left where it is shown in one line. */
const shown = "x'\"`$(touch /tmp/hullwright-evil)<img src=x onerror=alert(1)>[a](command:workbench.action.quit)**b**";
const labels = Object.fromEntries(["project", "service", "project.working_dir", "project.config_files"].map((name) => [`com.docker.compose.${name}`, evil]));
// What VS Code or a terminal would not show as it is.
const harmful = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

// Of files there are none, whatever the labels say.
const sources = {
	language: { start: async () => ({ serviceVariables: async () => [] }) },
	workspaceProjects: async () => ({ current: [] }),
} as unknown as ComposeSources;
const docker: Docker = client();
const ids: Record<"up" | "down", string> = { up: "", down: "" };
let release = (): void => {};
const volume = `hostile-${process.pid}`;
let network = "";
beforeAll(async () => {
	release = docker.connection.hold();
	await outside.createVolume({ Name: volume, Labels: labels });
	network = (
		await outside
			.createNetwork({ Name: `${evil}-${process.pid}`.replace(/^x/, "net"), Labels: labels })
			.catch(() => outside.createNetwork({ Name: `hostile-${process.pid}`, Labels: labels }))
	).id;
	const options = {
		Labels: labels,
		Env: [`EVIL=${evil}`, `${evil.replaceAll("=", "")}=1`],
		HostConfig: { Binds: [`${volume}:/data`] },
		Healthcheck: { Test: ["CMD", "printf", "%s", evil], Interval: 1_000_000_000 },
	};
	ids.up = (
		await run("hostile", `mkdir -p /srv; cd /srv; touch -- "$EVIL.txt" 2>/dev/null; echo "$EVIL" > note; exec sleep 1000`, {
			...options,
			Entrypoint: ["sh", "-c"],
			Cmd: [`cd /tmp; printf x > "$(printf '%s' "$EVIL" | tr -d /)"; exec sleep 1000`, evil],
		})
	).id;
	ids.down = (await make("hostile", "true", { ...options, Cmd: [evil] })).id;
	await outside
		.getContainer(ids.down)
		.start()
		.catch(() => {});
	await docker.settled("containers");
});
afterAll(async () => {
	await docker.files.end();
	release();
	await outside.getNetwork(network).remove();
	for (const id of Object.values(ids)) await outside.getContainer(id).remove({ force: true });
	await outside.getVolume(volume).remove();
});

const textsOf = (facts: readonly Fact[]): readonly string[] =>
	facts.flatMap(([, value]) => (typeof value === "string" ? [value] : "output" in value ? value.output.split("\n") : value.map(({ text }) => text)));

test("rows and tooltips of all views, however they are arranged, have one line of text each, and no markup of the engine's", async () => {
	for (const name of ["images", "volumes", "networks"] as const) await docker.settled(name);
	let seen = 0;
	for (const kind of explorerKinds as readonly ExplorerKind[]) {
		for (const grouping of [undefined, ...(kind.groupings ?? []).map(({ id }) => id)]) {
			const below = (nodes: readonly Node[]): readonly Node[] => nodes.flatMap((node) => [node, ...below(kind.children(node))]);
			for (const node of below(kind.arrange(docker.model, new Map(), { grouping }))) {
				const { label, description, spoken, context } = kind.look(node, t);
				for (const text of [label, description, spoken]) expect(text).not.toMatch(/[\n]|\u001b/);
				for (const text of [label, description, spoken, context]) expect(text).not.toMatch(harmful);
				expect(context, "decides over menus").toMatch(/^[\w ]*$/);
				if ((label + description).includes("onerror")) seen += 1;
				const { name, facts } = await kind.tooltip(node, docker, t);
				for (const text of [name, ...textsOf(facts)]) expect(text).not.toMatch(harmful);
				const { value } = await tooltipOf(kind, node, docker);
				// Within a block of code nothing is markup.
				expect(value.replace(/\n```text\n[^]*?\n```\n/g, "")).not.toMatch(/(?<!\\)<img|(?<!\\)\]\\?\(command/);
			}
		}
	}
	expect(seen).toBeGreaterThan(4);
});

test("pages of a container show such a text as text", async () => {
	for (const kind of ["environment", "processes", "changes", "statistics"] as const) {
		const { text } = await pageText(docker, sources, kind, { id: ids.up, name: "web", showsSecrets: true }, t);
		expect(text, `page ${kind}`).not.toMatch(harmful);
	}
	const { text: environment } = await pageText(docker, sources, "environment", { id: ids.up, name: "web", showsSecrets: true }, t);
	expect(environment).toContain(`  EVIL=${shown}\n`);
	const { Id } = (await outside.getContainer(ids.down).commit({ comment: evil, author: evil })) as { readonly Id: string };
	onTestFinished(() => outside.getImage(Id).remove());
	const history = historyText("web", await docker.images.history(Id), t);
	// Of an instruction lines and tabs stay.
	expect(history.replaceAll("\t", "")).not.toMatch(harmful);
	expect(history).toContain("onerror");
});

test("what takes space, and what can be removed, is named in one line", async () => {
	const usage = await docker.system.diskUsage();
	for (const of of ["images", "containers", "volumes", "buildCache"] as const)
		for (const node of [...diskItems(usage, of)]) for (const text of Object.values(lookOfDisk(node, usage, t))) expect(text).not.toMatch(harmful);
	for (const { name } of await docker.system.candidates(["containers", "images", "networks", "volumes", "buildCache"])) expect(name).not.toMatch(harmful);
});

test("a file may be called anything: it is listed, read, measured and removed under that name, and no shell runs it", async () => {
	const place = { of: "container", id: ids.up } as const;
	const name = evil.replaceAll("/", "");
	await expect.poll(async () => (await docker.files.list(place, "/tmp")).entries.map((each) => each.name)).toContain(name);
	expect((await docker.files.read(place, `/tmp/${name}`)).toString()).toBe("x");
	await docker.files.createFolder(place, `/tmp/of-${name}`);
	await docker.files.write(place, `/tmp/of-${name}/${name}`, Buffer.from("12345"));
	expect(await docker.files.measure(place, `/tmp/of-${name}`)).toEqual({ files: 1, bytes: 5, isPartial: false });
	await docker.files.rename(place, `/tmp/of-${name}/${name}`, `/tmp/${name}-2`);
	await docker.files.remove(place, `/tmp/of-${name}`);
	expect((await docker.files.list(place, "/tmp")).entries.map((each) => each.name).toSorted()).toEqual([name, `${name}-2`]);
});

test("the “docker run” of such a container says the same words to a shell, which runs none of them", async () => {
	const line = runLinesFromContainers([await docker.containers.describe(ids.down)] as never, undefined as never);
	const script = `docker() { printf '%s\\0' "$@"; }\n${line}`;
	const words = execFileSync("bash", ["-c", script], { encoding: "utf8" }).split("\0");
	expect(words).toContain(`EVIL=${evil}`);
	expect(words.at(-2)).toBe(evil);
	expect(existsSync("/tmp/hullwright-evil")).toBe(false);
});
