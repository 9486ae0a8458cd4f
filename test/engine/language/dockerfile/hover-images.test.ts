import { expect, describe, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import type { LocalImage, LocalImageAnswer } from "../../../../src/engine/image/local-image.ts";
import { hover } from "../../../../src/engine/language/dockerfile/hover/hover.ts";

const shop: LocalImage = {
	user: "",
	ports: ["80/tcp", "443/tcp"],
	entrypoint: ["/entry.sh"],
	cmd: ["serve", "-p 80"],
	workdir: "/srv",
	platform: "linux/arm64/v8",
	size: 123_456_789,
	created: { day: "2026-11-20", daysAgo: 6 },
	digest: "sha256:0123456789ab",
	volumes: ["/data"],
	stopSignal: "SIGQUIT",
	hasHealthcheck: true,
};
const bare: LocalImage = {
	...shop,
	user: "app:staff",
	ports: [],
	entrypoint: [],
	cmd: ["sh"],
	workdir: "",
	created: undefined,
	volumes: [],
	stopSignal: "",
	hasHealthcheck: false,
};
const engine: Readonly<Record<string, LocalImageAnswer>> = { "shop:1": shop, "bare:1": bare, "node:24": "absent", "nginx:1": { ...shop, stopSignal: "" } };

/** What is said where `|` stands, and which images were asked for. */
function hoverAt(marked: string): { readonly says: string; readonly asked: readonly string[] } {
	const offset = marked.indexOf("|");
	const asked = new Set<string>();
	const localImage = (image: string): LocalImageAnswer => {
		asked.add(image);
		return engine[image];
	};
	const found = hover(parse(marked.slice(0, offset) + marked.slice(offset + 1)), offset, undefined, localImage);
	return { says: found?.markdown ?? "", asked: [...asked] };
}

test("a base image that the engine has", () => {
	expect(hoverAt("FROM sh|op:1").says.split("\n")).toEqual([
		"Base image `shop:1`, in full `docker.io/library/shop:1`",
		"",
		"- In the local engine: `linux/arm64/v8`, 123 MB, created on 2026-11-20 (6 days ago), `sha256:0123456789ab`",
		"- Its containers run as `root`, in `/srv`.",
		"- They run `/entry.sh` with `serve '-p 80'`.",
		"- It exposes `80/tcp` and `443/tcp`.",
		"- It has volumes at `/data`.",
		"- `docker stop` sends it `SIGQUIT`.",
		"- It has a health check.",
	]);
	expect(hoverAt("FROM ba|re:1").says.split("\n").slice(2)).toEqual([
		"- In the local engine: `linux/arm64/v8`, 123 MB, `sha256:0123456789ab`",
		"- Its containers run as `app:staff`.",
		"- They run `sh`.",
	]);
});

test("what no engine tells stays said", () => {
	expect(hoverAt("FROM no|de:24").says).toMatch(/run as root\.[^]*`node \(1000\)`[^]*The local engine does not have it\.$/);
	expect(hoverAt("FROM ngi|nx:1").says).toMatch(/Its containers run as `root`[^]*start as root, and what they run goes on as somebody else/);
	expect(hoverAt("FROM debi|an").says).toBe(
		"Base image `debian`, in full `docker.io/library/debian:latest`\n\n- Its containers run as root.\n- It has for the application: `www-data (33)`.\n- Its working directory is `/`.",
	);
});

describe("in other places", () => {
	test.each<[marked: string, says: string]>([
		["FROM a\nCOPY --from=sh|op:1 /a /b", "Image `shop:1`, in full `docker.io/library/shop:1`\n\n- In the local engine"],
		["FROM a\nRUN --mount=from=sh|op:1,target=/x true", "In the local engine: `linux/arm64/v8`"],
		[
			'ARG TAG=1\nFROM shop:$TAG AS base\nFROM base\nCM|D ["run"]',
			"A container runs `/entry.sh run`.\n- `/entry.sh` is the `ENTRYPOINT` of `shop:1`, as it is in the local engine.",
		],
		['FROM bare:1\nCM|D ["run"]', "A container runs `run`.\n- `bare:1` has no `ENTRYPOINT`, as it is in the local engine."],
		['FROM node:24\nCM|D ["run"]', "That is so unless the base image has an `ENTRYPOINT`"],
		['FROM shop:1\nENTRYPOINT ["x"]\nCM|D ["run"]', "A container runs `x run`."],
		[
			"FROM shop:1\nWORKD|IR app",
			"The working directory is `/srv/app` (`app` in `/srv`) from here to the end, and in containers.\n- `/srv` is the working directory of `shop:1`",
		],
		["FROM bare:1\nWORKD|IR app", "The working directory is `/app` (`app` in `/`)"],
		[
			"FROM golang:1\nWORKD|IR app",
			"The working directory is `/go/app` (`app` in `/go`) from here to the end, and in containers.\n- `/go` is the working directory of the base image `golang:1`.",
		],
		["FROM shop:1\nR|UN make", "The user is `root` and the working directory `/srv`, by `shop:1` as it is in the local engine."],
		["FROM bare:1\nWORKDIR /x\nR|UN make", "The user is `app:staff`, by `bare:1`"],
		["FROM shop:1\nUSER x\nR|UN make", "The working directory is `/srv`, by `shop:1`"],
	])("%j", (marked, says) => expect(hoverAt(marked).says).toContain(says));
});

test.each<[marked: string, asked: readonly string[]]>([
	["FROM sh|op:1", ["shop:1"]],
	["FROM shop:1 A|S x", []],
	["FROM scr|atch", []],
	["FROM a$|B", []],
	["FROM shop:1 AS x\nFROM |x", []],
	["FROM a\nCOPY --from=contex|t /a /b", []],
	["FROM a\nUSER x\nWORKDIR /x\nR|UN make", []],
	["FROM a\nRUN ma|ke", []],
	["FROM a\nWORK|DIR /x", []],
	["FROM a\nENT|RYPOINT x", []],
])("an engine is asked no more than is needed: %j", (marked, asked) => expect(hoverAt(marked).asked).toEqual(asked));
