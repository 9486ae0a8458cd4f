import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { expect, onTestFinished, test, vi } from "vitest";
import { hullwright } from "../cli/command-line.ts";
import { folderWith } from "../files/hosts.ts";
import { eventually } from "./eventually.ts";
import { at, startClient } from "./language-client.ts";

const text = "FROM debian:latest\nMAINTAINER Jo\nUSER app\n";

async function withBaseline() {
	const folder = folderWith({ Dockerfile: text });
	const baseline = join(folder, ".hullwright-baseline.json");
	await hullwright(["lint", "--update-baseline", "--baseline", baseline, folder]);
	const client = await startClient();
	onTestFinished(() => client.stop());
	const uri = await client.open(pathToFileURL(join(folder, "Dockerfile")).href, text);
	return { client, uri, baseline };
}

test("old problems are faded and no part of the list of problems, with their number", async () => {
	const { client, uri } = await withBaseline();
	const shown = await client.diagnostics(uri);
	expect(shown.map(({ code, severity, tags }) => [code, severity, tags])).toEqual([
		["from-latest-tag", DiagnosticSeverity.Hint, [DiagnosticTag.Unnecessary]],
		["maintainer-instruction", DiagnosticSeverity.Hint, expect.arrayContaining([DiagnosticTag.Unnecessary])],
	]);
	for (const { message } of shown) expect(message).toMatch(/ \(known: one of 2 in the baseline\)$/);
	expect((await client.codeActions(uri, at(1, 0, 3), { diagnostics: shown }))[0]?.diagnostics).toEqual([shown[1]]);
});

test("what is typed anew is a problem, wherever it stands", async () => {
	const { client, uri } = await withBaseline();
	await client.change(uri, at(0, 0, 0), "# a comment\n\n");
	await client.change(uri, at(4, 0, 0), "WORKDIR app\n");
	const shown = await client.diagnostics(uri);
	expect(shown.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).map(({ code }) => code)).toEqual(["relative-workdir"]);
});

test("a baseline that changes or goes counts at once", async () => {
	const { client, uri, baseline } = await withBaseline();
	await eventually(() => expect(client.watched).toContain("**/.hullwright-baseline.json"));
	const isOld = async () => (await client.diagnostics(uri)).every(({ severity }) => severity === DiagnosticSeverity.Hint);
	expect(await isOld()).toBe(true);
	writeFileSync(baseline, '{"version": 1, "files": {}}');
	await client.fileChanged(pathToFileURL(baseline).href);
	await vi.waitFor(async () => expect(await isOld()).toBe(false));
	rmSync(baseline);
	await client.fileChanged(pathToFileURL(baseline).href);
	await eventually(() => expect(client.refreshes()).toBe(2));
	expect(await isOld()).toBe(false);
});

test("what is no baseline is told in the log, once", async () => {
	const { client, uri, baseline } = await withBaseline();
	writeFileSync(baseline, "no baseline");
	await client.fileChanged(pathToFileURL(baseline).href);
	await client.diagnostics(uri);
	await client.change(uri, at(0, 0, 0), "# a comment\n");
	await client.diagnostics(uri);
	expect(client.logged.filter((line) => line.includes("This is no baseline"))).toHaveLength(1);
});
