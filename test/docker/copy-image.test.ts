import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Dockerode from "dockerode";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEngine, whyNoEngine } from "../../scripts/engine/engine.mjs";
import { client, outside } from "./own-engine.ts";

describe.skipIf(whyNoEngine())("an image is copied to another engine", () => {
	const docker = client();
	const never = new AbortController().signal;
	const name = "hullwright-copy:1";
	let engine: Awaited<ReturnType<typeof startEngine>>;
	let there: Dockerode;
	let target: { readonly host: string; readonly context: string };
	let folder = "";

	beforeAll(async () => {
		engine = await startEngine({ log: () => {} });
		there = new Dockerode({ socketPath: engine.socket });
		target = { host: `unix://${engine.socket}`, context: "" };
		folder = await mkdtemp(join(tmpdir(), "hullwright-copy-"));
		execFileSync("sh", ["-c", 'cd "$1" && head -c 120000000 /dev/urandom > file && tar -cf image.tar file && rm file', "sh", folder]);
		await docker.images.import(join(folder, "image.tar"), name, never);
	}, 60_000);
	afterAll(async () => {
		await outside.getImage(name).remove();
		await rm(folder, { recursive: true, force: true });
		await engine.stop();
	});

	test("cancelled, nothing is there", async () => {
		const cancelling = new AbortController();
		const copying = docker.images.copyTo(target, name, cancelling.signal, (bytes) => bytes > 30_000_000 && cancelling.abort());
		await expect(copying).rejects.toThrow();
		expect(await there.listImages()).toEqual([]);
	});

	test("as a stream that is kept nowhere, to the same image, and once only", async () => {
		const before = process.memoryUsage().rss;
		let most = 0;
		let sent = 0;
		const copied = await docker.images.copyTo(target, name, never, (bytes) => {
			sent = bytes;
			most = Math.max(most, process.memoryUsage().rss - before);
		});
		expect(copied).toEqual({ outcome: "copied", isSame: true });
		expect(sent).toBeGreaterThan(120_000_000);
		expect(most).toBeLessThan(60_000_000);
		// Engines that keep images in another way give them other ids.
		expect((await there.getImage(name).inspect()).RootFS).toEqual((await outside.getImage(name).inspect()).RootFS);
		expect(await docker.images.copyTo(target, name, never)).toEqual({ outcome: "present", isSame: true });
	});

	test("which of the two engines has failed is told by its address", async () => {
		const missing = docker.images.copyTo(target, "hullwright-copy:none", never);
		await expect(missing).rejects.toMatchObject({ kind: "missing", address: process.env["DOCKER_HOST"] });
		const second = await startEngine({ log: () => {} });
		const from = client({ host: `unix://${second.socket}` });
		await from.images.import(join(folder, "image.tar"), "hullwright-going:1", never);
		let going: Promise<void> | undefined;
		const copying = from.images.copyTo(target, "hullwright-going:1", never, (bytes) => void (bytes > 20_000_000 && (going ??= second.kill())));
		await expect(copying).rejects.toMatchObject({ kind: "unreachable", address: `unix://${second.socket}` });
		await going;
		await second.stop();
		expect((await there.listImages()).flatMap(({ RepoTags }) => RepoTags)).toEqual([name]);
	});

	test("an engine that is not there is told by its address", async () => {
		const nowhere = docker.images.copyTo({ host: "unix:///no/such.sock", context: "" }, name, never);
		await expect(nowhere).rejects.toMatchObject({ kind: "absent", address: "unix:///no/such.sock" });
	});
});
