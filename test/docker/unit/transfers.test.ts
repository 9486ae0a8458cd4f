import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { layerProgress } from "../../../src/docker/layer-progress.ts";
import { readMessages, type Message } from "../../../src/docker/messages.ts";

const lines = (...messages: readonly object[]): Readable => Readable.from([Buffer.from(messages.map((message) => `${JSON.stringify(message)}\r\n`).join(""))]);

test("messages are read however they are cut, and the last one without an end of line", async () => {
	const heard: Message[] = [];
	const text = Buffer.from('{"status":"é"}\n{"id":"a","status":"Waiting"}\nno message\n{"aux":{"Digest":"sha256:1"}}');
	await readMessages(Readable.from([...text].map((byte) => Buffer.from([byte]))), (message) => void heard.push(message));
	expect(heard).toEqual([{ status: "é" }, { id: "a", status: "Waiting" }, { aux: { Digest: "sha256:1" } }]);
});

test.each([
	["of now", { errorDetail: { message: "denied: \u001b[31mno" } }],
	["of older engines", { error: "denied: no" }],
])("a failure among them is an error, in the shape %s", async (_, failure) => {
	await expect(readMessages(lines({ status: "Preparing", id: "a" }, failure), () => {})).rejects.toMatchObject({ kind: "rejected", detail: "denied: no" });
});

test("layers of a pull are counted, bytes once, and not while they are unpacked", () => {
	const count = layerProgress();
	const say = (id: string, status: string, current?: number, total?: number): ReturnType<typeof count> =>
		count({ id, status, ...(current !== undefined && { progressDetail: { current, ...(total !== undefined && { total }) } }) });
	say("1.2", "Pulling from shop/web");
	say("a", "Pulling fs layer");
	say("b", "Already exists");
	expect(say("c", "Waiting")).toEqual({ layers: 3, done: 1, current: 0, total: 0 });
	expect(say("a", "Downloading", 40, 100)).toEqual({ layers: 3, done: 1, current: 40, total: 100 });
	say("c", "Downloading", 5, 50);
	say("a", "Download complete");
	expect(say("a", "Extracting", 10, 100)).toEqual({ layers: 3, done: 1, current: 105, total: 150 });
	say("a", "Pull complete");
	expect(say("c", "Pull complete")).toEqual({ layers: 3, done: 3, current: 150, total: 150 });
});

test("a push may send more than it has said", () => {
	const count = layerProgress();
	count({ id: "a", status: "Preparing" });
	expect(count({ id: "a", status: "Pushing", progressDetail: { current: 120, total: 100 } })).toEqual({ layers: 1, done: 0, current: 120, total: 120 });
	expect(count({ id: "a", status: "Pushed" })).toMatchObject({ done: 1 });
});
