import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { layerProgress } from "../../../src/docker/layer-progress.ts";
import { readMessages, type Message } from "../../../src/docker/messages.ts";
import { rootAs } from "../../../src/docker/tar-root.ts";

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

test("the folder that an archive begins with is given a name, behind what stands before it", () => {
	const header = (name: string, kind: string, size = 0): Buffer => {
		const bytes = Buffer.alloc(512);
		bytes.write(name, 0);
		bytes.write("0001777\0", 100);
		bytes.write(size.toString(8).padStart(11, "0"), 124);
		bytes.write(kind, 156);
		return bytes;
	};
	const pax = Buffer.concat([header("PaxHeaders.0/", "x", 20), Buffer.alloc(512, "p")]);
	const made = rootAs("volume", Buffer.concat([pax, header("./", "5"), header("./file", "0")]));
	expect(made).toHaveLength(3 * 512);
	expect(made?.toString("latin1", 0, 8)).toBe("volume/\0");
	expect(made?.toString("latin1", 100, 107)).toBe("0001777");
	const sum = [...(made ?? Buffer.alloc(0)).subarray(0, 512)].reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
	expect(Number.parseInt(made?.toString("latin1", 148, 154) ?? "", 8)).toBe(sum);
	expect(rootAs("volume", header("data/file", "0"))).toBeUndefined();
	expect(rootAs("volume", Buffer.alloc(0))).toBeUndefined();
});
