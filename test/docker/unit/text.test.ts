import { describe, expect, test } from "vitest";
import { demultiplexer } from "../../../src/docker/demultiplex.ts";
import { agree } from "../../../src/docker/connection/daemon.ts";
import { DockerError, toDockerError } from "../../../src/docker/errors.ts";
import { maskSecrets } from "../../../src/docker/mask-secrets.ts";
import { colouredText, plainText, withoutLinks } from "../../../src/docker/plain-text.ts";

test.each([
	["[look](command:workbench.action.quit)", "[look] (command:workbench.action.quit)"],
	["[a](HTTPS://evil.test) and [b](file:///etc)", "[a] (HTTPS://evil.test) and [b] (file:///etc)"],
	["list[0](x), [y]", "list[0](x), [y]"],
])("what VS Code would make a link of in a notice is text: %s", (text, wanted) => expect(withoutLinks(text)).toBe(wanted));

describe("demultiplexer", () => {
	const frame = (stream: number, text: string): Buffer => {
		const header = Buffer.alloc(8);
		header[0] = stream;
		header.writeUInt32BE(Buffer.byteLength(text), 4);
		return Buffer.concat([header, Buffer.from(text)]);
	};
	const bytes = Buffer.concat([frame(1, "out\n"), frame(2, "err é\n"), frame(1, ""), frame(3, "engine\n"), frame(1, "last")]);
	const read = (chunks: readonly Buffer[]): string[] => {
		const frames: string[] = [];
		const feed = demultiplexer((stream, payload) => frames.push(`${stream} ${payload.toString()}`));
		for (const chunk of chunks) feed(chunk);
		return frames;
	};
	const wanted = ["stdout out\n", "stderr err é\n", "stdout ", "stderr engine\n", "stdout last"];

	test("frames come whole, however they were cut", () => {
		for (let first = 0; first <= bytes.length; first++) {
			for (const second of [first, Math.min(first + 3, bytes.length), bytes.length]) {
				expect(read([bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)])).toEqual(wanted);
			}
		}
		expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(wanted);
	});

	test("what has no frames is handed over as it is", () => {
		expect(read([Buffer.from("plain text of a terminal\n"), Buffer.from("more")])).toEqual(["stdout plain text of a terminal\n", "stdout more"]);
	});

	test("10,000 frames in one chunk, and one frame in 10,000 chunks, take no time and no stack", () => {
		const line = "x".repeat(90);
		const many = Buffer.concat(Array.from({ length: 10_000 }, () => frame(1, line)));
		const large = frame(1, "y".repeat(1_000_000));
		const since = performance.now();
		expect(read([many])).toHaveLength(10_000);
		expect(read(Array.from({ length: 10_000 }, (_, index) => large.subarray(index * 101, (index + 1) * 101)))[0]).toHaveLength(1_000_007);
		expect(performance.now() - since).toBeLessThan(500);
	});
});

describe("errors", () => {
	const system = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code });
	const http = (statusCode: number, message: string): Error =>
		Object.assign(new Error(`(HTTP code ${statusCode}) reason - ${message} `), { statusCode, json: { message } });
	test.each([
		[system("ENOENT"), "absent"],
		[system("ECONNREFUSED"), "refused"],
		[system("EACCES"), "denied"],
		[system("EPERM"), "denied"],
		[system("ENOTFOUND"), "unreachable"],
		[system("ECONNRESET"), "unreachable"],
		[system("DEPTH_ZERO_SELF_SIGNED_CERT"), "tls"],
		[system("ERR_TLS_CERT_ALTNAME_INVALID"), "tls"],
		[system("EPROTO"), "tls"],
		[system("HPE_INVALID_CONSTANT"), "incompatible"],
		[AbortSignal.abort().reason, "unreachable"],
		[http(404, "No such container: x"), "missing"],
		[http(409, "conflict"), "conflict"],
		[http(500, "boom"), "rejected"],
		[http(400, "client version 1.53 is too new. Maximum supported API version is 1.45"), "incompatible"],
		[http(400, "Client sent an HTTP request to an HTTPS server."), "tls"],
		["a text", "unreachable"],
		[undefined, "unreachable"],
	])("%s is %s", (error, kind) => expect(toDockerError(error, "unix:///d.sock")).toMatchObject({ kind, address: "unix:///d.sock" }));

	test("the engine's words come without the HTTP around them", () => {
		expect(toDockerError(http(409, "You cannot remove a running container")).detail).toBe("You cannot remove a running container");
		expect(toDockerError(Object.assign(new Error("(HTTP code 500) server error - plain "), { statusCode: 500, json: Buffer.from("") })).detail).toBe("plain");
	});

	test("one that is ours already stays as it is, also inside another", () => {
		const ours = new DockerError("ssh", "no");
		expect(toDockerError(ours)).toBe(ours);
		expect(toDockerError(new Error("socket hang up", { cause: ours }))).toBe(ours);
	});
});

test.each([
	["1.45", "1.24", "1.45"],
	["1.56", "1.40", "1.52"],
	["1.41", undefined, "1.41"],
])("API %s (from %s): %s", (theirs, minimum, wanted) => expect(agree(theirs, minimum, "x")).toBe(wanted));

test.each([
	[undefined, undefined],
	["nonsense", undefined],
	["1.20", undefined],
	["1.99", "1.60"],
])("API %s (from %s) is refused", (theirs, minimum) => expect(() => agree(theirs, minimum, "x")).toThrow(expect.objectContaining({ kind: "incompatible" })));

test.each([
	["plain", "plain"],
	["\u001b[31mred\u001b[0m", "red"],
	["\u001b]0;title\u0007x\u001b]52;c;AAAA\u001b\\y", "xy"],
	["a\u202eb\u2066c\u200bd", "abcd"],
	["line\nbreak\ttab", "linebreaktab"],
	[undefined, ""],
	["x".repeat(300), `${"x".repeat(255)}…`],
])("plain text of %j", (text, wanted) => expect(plainText(text)).toBe(wanted));

test.each([
	["\u001b[1;31mred\u001b[0m\n", "\u001b[1;31mred\u001b[0m\n"],
	["\u001b[2J\u001b[Hcleared", "cleared"],
	["\u001b]52;c;AAAA\u0007clipboard", "clipboard"],
	["progress 1%\rprogress 2%\r\n", "progress 1%\rprogress 2%\r\n"],
	["bell\u0007 \u009b31m", "bell 31m"],
])("coloured text of %j", (text, wanted) => expect(colouredText(text)).toBe(wanted));

test.each([
	["DB_PASSWORD=x", "DB_PASSWORD=••••••"],
	["API_KEY=x", "API_KEY=••••••"],
	["DB_PASS=x", "DB_PASS=••••••"],
	["GITHUB_TOKEN=x", "GITHUB_TOKEN=••••••"],
	["COMPASS=north", "COMPASS=north"],
	["KEYBOARD=de", "KEYBOARD=de"],
	["DB_PASSWORD=", "DB_PASSWORD="],
	["DB_PASSWORD_FILE=/run/secrets/db", "DB_PASSWORD_FILE=/run/secrets/db"],
	["URL=postgres://me:pw@db/x", "URL=postgres://me:••••••@db/x"],
	["API_KEYS=a,b", "API_KEYS=••••••"],
	["SIGNING_KEY=x", "SIGNING_KEY=••••••"],
	["githubToken=x", "githubToken=••••••"],
	["SECRETS_MANAGER=aws", "SECRETS_MANAGER=aws"],
	["TOKENIZERS_PARALLELISM=false", "TOKENIZERS_PARALLELISM=false"],
	["PASSWORD_HASHERS=argon2", "PASSWORD_HASHERS=argon2"],
	["ConnectionStrings__Web=Server=db;Password=pw;Timeout=3", "ConnectionStrings__Web=Server=db;Password=••••••;Timeout=3"],
])("mask %j", (text, wanted) => expect(maskSecrets({ Config: { Env: [text] } })).toEqual({ Config: { Env: [wanted] } }));

test("labels are masked by their names; what is no text stays", () => {
	expect(maskSecrets({ Labels: { "app.secret": "x", app: "y" }, Size: 7, None: null })).toEqual({
		Labels: { "app.secret": "••••••", app: "y" },
		Size: 7,
		None: null,
	});
});
