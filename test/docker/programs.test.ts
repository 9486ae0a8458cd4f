import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { client, outside, run } from "./own-engine.ts";

const docker = client();
let release = (): void => {};
const size = { columns: 91, rows: 31 };

beforeAll(async () => {
	release = docker.connection.hold();
	await docker.settled("images");
});
afterAll(() => release());

/** What a program has written so far. */
function listen(): { readonly output: (part: string) => void; readonly shows: (wanted: RegExp) => Promise<void>; readonly text: () => string } {
	let text = "";
	return {
		output: (part) => void (text += part),
		text: () => text,
		shows: async (wanted) => {
			await expect.poll(() => text, { timeout: 10_000, interval: 20 }).toMatch(wanted);
		},
	};
}

test("a shell: round trip, size, exit code", async () => {
	const container = await run("shell", "sleep 60");
	const { output, shows } = listen();
	const shell = await docker.containers.runProgram(container.id, { command: ["/bin/sh"] }, size, output);
	await shows(/# /);
	shell.write("stty size\r");
	await shows(/31 91\r/);
	shell.resize({ columns: 40, rows: 12 });
	shell.write("sleep 0.2; stty size; echo é$((6*7))\r");
	await shows(/12 40\r[^]*é42\r/);
	shell.write("exit 4\r");
	expect(await shell.ended).toBe(4);
});

test("shells and users are those that the container has, found without running anything in it", async () => {
	const container = await run(
		"shells",
		"mkdir -p /usr/local/bin; cp /bin/sh /usr/local/bin/bash; echo 'root:x:0:0:::\nnobody:x:65534:65534:::\nme:x:1000:1000:::' > /etc/passwd; echo ready; sleep 60",
	);
	await expect.poll(async () => (await container.logs({ stdout: true })).toString(), { timeout: 10_000, interval: 20 }).toMatch(/ready/);
	const started = await processCount(container.id);
	expect(await docker.containers.shells(container.id)).toEqual(["/usr/local/bin/bash", "/bin/ash", "/bin/sh"]);
	expect(await docker.containers.shells(container.id, 1)).toEqual(["/usr/local/bin/bash"]);
	expect(await docker.containers.users(container.id)).toEqual(["root", "me", "nobody"]);
	expect(await processCount(container.id)).toBe(started);
});

test("a program runs as the user and in the folder that are wanted, with its exit code; one that is not there has 126 or 127", async () => {
	const container = await run("as", "sleep 60", { User: "0" });
	const { output, text } = listen();
	const shell = await docker.containers.runProgram(
		container.id,
		{ command: ["/bin/sh", "-c", "id -u; pwd; exit 7"], user: "1234:1234", directory: "/tmp" },
		size,
		output,
	);
	expect(await shell.ended).toBe(7);
	expect(text()).toBe("1234\r\n/tmp\r\n");
	const missing = docker.containers.runProgram(container.id, { command: ["no-such-program"] }, size, () => {}).then(({ ended }) => ended);
	await expect(missing).resolves.toSatisfy((code) => code === 126 || code === 127);
});

test("no shell in the container: said before anything is run", async () => {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-bare-"));
	const image = `hullwright-bare:${randomUUID()}`;
	try {
		// Debian's busybox is static; under its own name it is no shell.
		copyFileSync(execFileSync("sh", ["-c", "command -v busybox"], { encoding: "utf8" }).trim(), join(folder, "busybox"));
		execFileSync("sh", ["-c", 'tar -C "$1" -c busybox | docker import - "$2"', "sh", folder, image], { stdio: "ignore" });
		const container = await run("bare", "", { Image: image, Cmd: ["/busybox", "sleep", "60"] });
		expect(await docker.containers.shells(container.id)).toEqual([]);
		expect(await docker.containers.users(container.id)).toEqual([]);
		await container.remove({ force: true });
	} finally {
		rmSync(folder, { recursive: true });
		await outside.getImage(image).remove({ force: true });
	}
});

test("attached to a program with a terminal: its output, input and end, and nothing of a connection's end", async () => {
	const container = await run("attached", 'while read line; do echo "got $line"; [ "$line" = stop ] && exit 3; done', {
		Tty: true,
		OpenStdin: true,
		StdinOnce: true,
	});
	const first = listen();
	const attached = await docker.containers.attach(container.id, size, first.output);
	expect(attached).toMatchObject({ isTty: true, takesInput: true });
	attached.write("one\r");
	await first.shows(/got one\r\n/);
	attached.close();
	expect(await attached.ended, "it goes on").toBeUndefined();
	expect((await container.inspect()).State.Running).toBe(true);

	const second = listen();
	const again = await docker.containers.attach(container.id, size, second.output);
	again.write("stop\r");
	expect(await again.ended).toBe(3);
	expect(second.text()).toMatch(/got stop/);
	expect(second.text(), "nothing but what was typed came to it").not.toMatch(/got \{/);
});

test("attached to a program without a terminal: both of its outputs; one that would end with its input gets none", async () => {
	const script = 'while read line; do echo "got $line"; echo "oops $line" >&2; done; echo no more; exit 5';
	const open = await run("open", script, { OpenStdin: true });
	const { output, shows } = listen();
	const attached = await docker.containers.attach(open.id, size, output);
	expect(attached).toMatchObject({ isTty: false, takesInput: true });
	attached.write("é\n");
	await shows(/got é\r\n/);
	await shows(/oops é\r\n/);
	attached.close();
	await attached.ended;

	const once = await run("once", script, { OpenStdin: true, StdinOnce: true });
	const careful = await docker.containers.attach(once.id, size, () => {});
	expect(careful).toMatchObject({ takesInput: false });
	careful.close();
	await careful.ended;
	for (const container of [open, once]) expect((await container.inspect()).State.Running).toBe(true);
});

test("attached before it is started: nothing of its first moment is missed; one that does not start is gone", async () => {
	const { output, shows } = listen();
	let attached: Awaited<ReturnType<typeof docker.containers.attach>> | undefined;
	const attachAndStart = async (id: string, start: () => Promise<void>): Promise<void> => {
		attached = await docker.containers.attach(id, size, output);
		await start();
	};
	const creation = (...command: readonly string[]) => {
		const body = { Image: "busybox:test", Cmd: command, Tty: true, OpenStdin: true, StdinOnce: true };
		return { name: `first-${randomUUID()}`, body, networks: {} };
	};
	const id = await docker.containers.run(creation("sh", "-c", "echo at once; exit 4"), { starting: attachAndStart });
	await shows(/at once/);
	expect(await attached?.ended).toBe(4);
	await outside.getContainer(id).remove();

	const wrong = creation("/not/there");
	await expect(docker.containers.run(wrong, { starting: attachAndStart })).rejects.toThrow(/not.there/);
	await expect(outside.getContainer(wrong.name).inspect()).rejects.toMatchObject({ statusCode: 404 });
});

async function processCount(id: string): Promise<number> {
	return (await docker.containers.processes(id)).rows.length;
}
