import { afterAll, beforeAll, expect, test } from "vitest";
import type { EntryPointProblem } from "../../src/docker/files/entry-point.ts";
import { tarEnd, tarOf } from "../../src/docker/files/tar.ts";
import { client, make, outside, passing } from "./own-engine.ts";

const docker = client();
let release = (): void => {};
beforeAll(() => {
	release = docker.connection.hold();
});
afterAll(() => release());

type File = { readonly path: string; readonly content?: string | Buffer; readonly mode?: number; readonly link?: string; readonly isFolder?: true };
type Case = { readonly files?: readonly File[]; readonly start: readonly string[]; readonly folder?: string; readonly user?: string; readonly bare?: true };

/** A program for another machine: all that is read of it is in its first bytes. */
function elf(machine: number, interpreter = ""): Buffer {
	const bytes = Buffer.alloc(256);
	bytes.write("\x7fELF\x02\x01\x01", 0, "latin1");
	bytes.writeUInt16LE(machine, 18);
	bytes.writeUInt32LE(64, 32);
	bytes.writeUInt16LE(56, 54);
	bytes.writeUInt16LE(interpreter ? 1 : 0, 56);
	bytes.writeUInt32LE(3, 64);
	bytes.writeUInt32LE(128, 72);
	bytes.writeUInt32LE(interpreter.length + 1, 96);
	bytes.write(interpreter, 128, "latin1");
	return bytes;
}

const cases: Readonly<Record<string, readonly [Case, Partial<EntryPointProblem> | undefined]>> = {
	"a missing file": [{ start: ["/app/run.sh"] }, { kind: "missing", path: "/app/run.sh" }],
	"one that is not executable": [
		{ files: [{ path: "run.sh", content: "#!/bin/sh\n", mode: 0o644 }], start: ["/run.sh"] },
		{ kind: "not-executable", path: "/run.sh" },
	],
	"one that is not for this user": [
		{ files: [{ path: "run.sh", content: "#!/bin/sh\n", mode: 0o700 }], start: ["/run.sh"], user: "1000" },
		{ kind: "not-executable", user: "1000" },
	],
	"line ends of Windows": [
		{ files: [{ path: "run.sh", content: "#!/bin/sh\r\necho\r\n" }], start: ["/run.sh"] },
		{ kind: "line-ends", interpreter: "/bin/sh" },
	],
	"a missing interpreter": [
		{ files: [{ path: "run.sh", content: "#!/bin/bash\n" }], start: ["/run.sh"] },
		{ kind: "interpreter-missing", interpreter: "/bin/bash" },
	],
	"an interpreter that env does not find": [
		{
			files: [
				{ path: "run.py", content: "#!/usr/bin/env python3\n" },
				{ path: "usr/bin/env", link: "/bin/busybox" },
			],
			start: ["/run.py"],
		},
		{ kind: "interpreter-missing", interpreter: "python3" },
	],
	"another architecture": [
		{ files: [{ path: "app", content: elf(243) }], start: ["/app"] },
		{ kind: "architecture", found: "riscv64" },
	],
	"a missing loader": [
		{ files: [{ path: "app", content: elf(62, "/lib/ld-musl.so.1") }], start: ["/app"] },
		{ kind: "loader-missing", interpreter: "/lib/ld-musl.so.1" },
	],
	"a folder": [{ files: [{ path: "app", isFolder: true }], start: ["/app"] }, { kind: "is-folder" }],
	"a shell form without a shell": [{ start: ["/bin/sh", "-c", "node server.js"], bare: true }, { kind: "no-shell" }],
	"a relative path without a folder": [{ start: ["./run.sh"] }, { kind: "relative-without-folder", path: "/run.sh" }],
	"no line that names an interpreter": [{ files: [{ path: "run.sh", content: "echo hello\n" }], start: ["/run.sh"] }, { kind: "no-interpreter-line" }],
	"a byte order mark": [{ files: [{ path: "run.sh", content: "\ufeff#!/bin/sh\n" }], start: ["/run.sh"] }, { kind: "mark-before" }],
	"an empty file": [{ files: [{ path: "run.sh", content: "" }], start: ["/run.sh"] }, { kind: "empty" }],
	"a link that leads nowhere": [{ files: [{ path: "run.sh", link: "/opt/none" }], start: ["/run.sh"] }, { kind: "broken-link" }],
	"a program that is not in PATH": [{ start: ["node", "server.js"] }, { kind: "not-on-path", name: "node" }],
	"a whole line as one word": [{ start: ["sh -c true"] }, { kind: "whole-line" }],
	"what a starter starts": [
		{ files: [{ path: "tini", content: "#!/bin/sh\n" }], start: ["/tini", "--", "/app/server"] },
		{ kind: "missing", path: "/app/server" },
	],
	"what a shell form runs first": [{ start: ["/bin/sh", "-c", "exec /app/server --port 80"] }, { kind: "missing", path: "/app/server" }],
	"a script that a shell does not find": [
		{ start: ["sh", "-e", "entry.sh"], folder: "/srv" },
		{ kind: "missing", path: "/srv/entry.sh" },
	],
	"a script in shell form behind a starter": [
		{ files: [{ path: "tini", content: "#!/bin/sh\n" }], start: ["/tini", "--", "/bin/sh", "-c", "exec /app/server"] },
		{ kind: "missing", path: "/app/server" },
	],
	"a program for Windows": [
		{ files: [{ path: "app", content: "MZ\u0090" }], start: ["/app"] },
		{ kind: "architecture", found: "Windows" },
	],
	"a program for macOS": [
		{ files: [{ path: "app", content: Buffer.from("cffaedfe07000001", "hex") }], start: ["/app"] },
		{ kind: "architecture", found: "macOS" },
	],
	"UTF-16": [{ files: [{ path: "run.sh", content: Buffer.from("\ufeff#!/bin/sh\n", "utf16le") }], start: ["/run.sh"] }, { kind: "mark-before" }],
	"an interpreter that is not executable": [
		{
			files: [
				{ path: "run", content: "#!/tool\n" },
				{ path: "tool", content: "#!/bin/sh\n", mode: 0o644 },
			],
			start: ["/run"],
		},
		{ kind: "not-executable", path: "/tool" },
	],
	"an interpreter that is a folder": [
		{ files: [{ path: "run", content: "#!/bin\n" }], start: ["/run"] },
		{ kind: "is-folder", path: "/bin" },
	],
	"one that is not for a user who has a name": [
		{
			files: [
				{ path: "run.sh", content: "#!/bin/sh\n", mode: 0o700 },
				{ path: "etc/passwd", content: "app:x:1000:1000::/:/bin/sh\n" },
				{ path: "etc/group", content: "app:x:1000:\n" },
			],
			start: ["/run.sh"],
			user: "app:app",
		},
		{ kind: "not-executable", user: "app" },
	],
	"a folder that is not for this user": [
		{
			files: [
				{ path: "own", isFolder: true, mode: 0o700 },
				{ path: "own/bin", isFolder: true },
				{ path: "own/bin/run.sh", content: "#!/bin/sh\n" },
			],
			start: ["/own/bin/run.sh"],
			user: "1000",
		},
		{ kind: "folder-closed", path: "/own", user: "1000" },
	],
	"a user whom nobody knows": [
		{ start: ["true"], user: "ghost" },
		{ kind: "no-user", name: "ghost", of: "user" },
	],
	"a group that nobody knows": [
		{ start: ["true"], user: "0:ghosts" },
		{ kind: "no-user", name: "ghosts", of: "group" },
	],
	"line ends of Windows, which a shell reads": [
		{ files: [{ path: "run.sh", content: "#!/bin/sh\r\nset -e\r\n", mode: 0o644 }], start: ["/bin/sh", "/run.sh"] },
		{ kind: "line-ends", path: "/run.sh" },
	],
	"a list that is none": [{ start: ["/bin/sh", "-c", "['node', 'server.js']"] }, { kind: "no-list", written: "['node', 'server.js']" }],
	"a shell form whose program is not in PATH": [
		{ start: ["/bin/sh", "-c", "exec npm start"], files: [{ path: "bin/ls", link: "/bin/busybox" }] },
		{ kind: "not-on-path", name: "npm" },
	],
	"two words for env": [
		{
			files: [
				{ path: "run", content: "#!/bin/env sh -e\n" },
				{ path: "bin/env", link: "/bin/busybox" },
			],
			start: ["/run"],
		},
		{ kind: "interpreter-missing", interpreter: "sh -e" },
	],
	"nothing wrong with what a shell does itself": [{ start: ["/bin/sh", "-c", "while true; do sleep 1; done"], user: "4321" }, undefined],
	"nothing wrong with a function": [{ start: ["/bin/sh", "-c", "main () { true; }; main"] }, undefined],
	"nothing wrong with a script of a shell": [
		{ files: [{ path: "srv/run.sh", content: "true\n" }], start: ["/bin/sh", "-eux", "run.sh"], folder: "/srv" },
		undefined,
	],
	"nothing wrong with a server that node finds": [{ files: [{ path: "bin/node", content: "#!/bin/sh\n" }], start: ["node", "server"] }, undefined],
	"nothing wrong": [{ files: [{ path: "srv/run.sh", content: "#!/bin/sh -e\n" }], start: ["./run.sh"], folder: "/srv" }, undefined],
	"nothing wrong in PATH": [{ start: ["sleep", "1"] }, undefined],
};

test.each(Object.entries(cases))(
	"an entry point is checked without running it: %s",
	async (_name, [{ files = [], start, folder = "", user = "", bare }, expected]) => {
		const image = bare ? await emptyImage() : "busybox:test";
		const container = await make("entry", "true", { Image: image, Entrypoint: [...start], Cmd: [], WorkingDir: folder, User: user });
		for (const { path, content = "", mode = 0o755, link, isFolder } of files) {
			const kind = link ? "link" : isFolder ? "folder" : "file";
			const header = { name: path, kind, mode, owner: 0, group: 0, size: 0, modified: 0, ...(link && { target: link }) } as const;
			await container.putArchive(tarOf(header, Buffer.isBuffer(content) ? content : Buffer.from(content)), { path: "/" });
		}
		const report = await docker.files.checkEntryPoint({ of: "container", id: container.id });
		expect(report.problem).toEqual(expected && expect.objectContaining(expected));
		expect((await container.inspect()).State.Status).toBe("created");
	},
);

const script = "#!/bin/sh\n";
const lists = [
	{ path: "etc/passwd", content: "app:x:1000:1000::/:/bin/sh\nroot:x:0:0::/:/bin/sh\n" },
	{ path: "etc/group", content: "root:x:0:\napp:x:1000:\nstaff:x:50:app\n" },
];
type Started = Case & { readonly mode?: number; readonly group?: number; readonly inMemory?: string; readonly groups?: readonly string[] };
const run = (more: Partial<Started>): Started => ({ start: ["/srv/run.sh"], files: [{ path: "srv/run.sh", content: script }], ...more });
const started: Readonly<Record<string, readonly [Started, string | undefined]>> = {
	"its group, which the user has by a number that nobody knows": [run({ mode: 0o750, user: "1000" }), undefined],
	"its group, which is not the one that is said": [run({ mode: 0o750, user: "1000:1000" }), "not-executable"],
	"its group, which the user has first": [run({ mode: 0o750, group: 1000, user: "app", files: lists }), undefined],
	"its group, which the user is in besides": [run({ mode: 0o750, group: 50, user: "1000", files: lists }), undefined],
	"its group, which is not the user's": [run({ mode: 0o750, group: 51, user: "app", files: lists }), "not-executable"],
	"its group, which the user would be in, were no other said": [run({ mode: 0o750, group: 50, user: "app:app", files: lists }), "not-executable"],
	"its group, which is given besides": [run({ mode: 0o750, group: 51, user: "app", files: lists, groups: ["51"] }), undefined],
	"everybody but its group": [run({ mode: 0o705, user: "1000" }), "not-executable"],
	"one that all may run and none may read": [run({ mode: 0o711, user: "1000:1000" }), "not-readable"],
	"one that all may run and root alone read": [run({ mode: 0o711, user: "0" }), undefined],
	"one in a folder in memory": [run({ inMemory: "/srv" }), "hidden"],
	"one beside a folder in memory": [run({ inMemory: "/srv/tmp" }), undefined],
	"a link into a folder in memory": [
		{
			start: ["/run.sh"],
			inMemory: "/srv",
			files: [
				{ path: "srv/run.sh", content: script },
				{ path: "run.sh", link: "/srv/run.sh" },
			],
		},
		"broken-link",
	],
	"a shell form behind a variable": [{ start: ["/bin/sh", "-c", "A=1 B=x /nope --port 80"] }, "missing"],
	"a shell form behind a variable, by exec": [{ start: ["/bin/sh", "-c", "A=1 exec /nope"] }, "missing"],
	"a shell form with a PATH of its own": [
		{
			start: ["/bin/sh", "-c", "PATH=/srv:$PATH run.sh"],
			files: [
				{ path: "srv/run.sh", content: script },
				{ path: "bin/ls", link: "/bin/busybox" },
			],
		},
		undefined,
	],
	"a shell form with a plain PATH of its own": [
		{
			start: ["/bin/sh", "-c", "PATH=/srv:/bin run.sh"],
			files: [
				{ path: "srv/run.sh", content: script },
				{ path: "bin/ls", link: "/bin/busybox" },
			],
		},
		undefined,
	],
	"a shell form of variables alone": [{ start: ["/bin/sh", "-c", "A=1 B=2"] }, undefined],
};

test.each(Object.entries(started))("an entry point is judged as the start goes: %s", async (_name, [of, expected]) => {
	const { files = [], start, user = "", mode = 0o755, group = 0, inMemory, groups } = of;
	const limits = { ...(inMemory && { Tmpfs: { [inMemory]: "" } }), ...(groups && { GroupAdd: [...groups] }) };
	const container = await make("entry", "true", { Entrypoint: [...start], Cmd: [], User: user, HostConfig: limits });
	const added = [...files, ...(files === lists ? [{ path: "srv/run.sh", content: script }] : [])];
	for (const { path, content = "", link } of added) {
		const isRun = path === "srv/run.sh";
		const header = { name: path, kind: link ? "link" : "file", mode: isRun ? mode : 0o644, owner: 0, group: isRun ? group : 0, size: 0, modified: 0 } as const;
		await container.putArchive(tarOf({ ...header, ...(link && { target: link }) }, Buffer.from(content)), { path: "/" });
	}
	const { problem } = await docker.files.checkEntryPoint({ of: "container", id: container.id });
	const hasStarted = await container.start().then(
		async () => ((await container.wait()) as { StatusCode: number }).StatusCode === 0,
		() => false,
	);
	expect([problem?.kind, hasStarted]).toEqual([expected, expected === undefined]);
});

let made: string | undefined;
async function emptyImage(): Promise<string> {
	if (made) return made;
	const header = { name: "only", kind: "file", mode: 0o644, owner: 0, group: 0, size: 0, modified: 0 } as const;
	const stream = await outside.importImage(Buffer.concat([tarOf(header, Buffer.from("x")), tarEnd]) as never, { repo: "bare", tag: "test" });
	await new Promise((resolve) => stream.on("data", () => {}).on("end", resolve));
	return (made = passing("bare:test"));
}
