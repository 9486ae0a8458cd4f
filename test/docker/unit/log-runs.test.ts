import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { clientOf, fakeDaemon, type FakeDaemon } from "./fake-daemon.ts";

const at = (second: number): string => `2026-01-02T03:04:${String(second).padStart(2, "0")}.000000000Z`;

test.each(["the end is told before the lines", "the lines are read just before the end is told", "the start alone is told in time"])(
	"lines of a new run that come over the stream of the one before count for the new one: %s",
	async (order) => {
		let daemon: FakeDaemon | undefined;
		let state = { Running: true, StartedAt: at(1), FinishedAt: "0001-01-01T00:00:00Z" };
		const followed = new PassThrough();
		const docker = clientOf(async (endpoint, signal) => {
			daemon = fakeDaemon(endpoint, signal);
			daemon.answers.inspect = () => ({ Config: { Tty: true }, HostConfig: {}, State: state });
			daemon.answers.logs = ({ follow }) => (follow ? followed : new PassThrough().end());
			return daemon;
		});
		const release = docker.connection.hold();
		await docker.settled("containers");
		const container = docker.model.containers.get("w1") ?? expect.fail("there is none");
		const seen: string[] = [];
		const ending = new AbortController();
		const following = docker.containers
			.logs(
				container,
				{ lines: (lines) => void seen.push(...lines.map(({ text, run }) => `${text} of ${run}`)), mark: () => {}, caughtUp: () => {} },
				{ tail: "all", since: "" },
			)
			.follow(ending.signal);
		const tell = (action: string): void => void daemon?.events.write(`${JSON.stringify({ Type: "container", Action: action, Actor: { ID: "w1" } })}\n`);
		const write = (second: number, text: string): void => void followed.write(`${at(second)} ${text}\r\n`);
		write(2, "one");
		await expect.poll(() => seen).toEqual(["one of 0"]);

		state = { Running: true, StartedAt: at(10), FinishedAt: at(8) };
		if (order === "the end is told before the lines") tell("die");
		if (order === "the start alone is told in time") tell("start");
		// It is read from its connection in the same turn, after the lines from theirs.
		if (order === "the lines are read just before the end is told") setImmediate(() => tell("die"));
		write(11, "two");
		await expect.poll(() => seen).toEqual(["one of 0", "two of 1"]);
		// Last words that come late.
		write(7, "three");
		write(12, "four");
		await expect.poll(() => seen).toEqual(["one of 0", "two of 1", "three of 0", "four of 1"]);
		ending.abort();
		followed.end();
		await following.catch(() => {});
		release();
	},
);
