import { expect, test } from "vitest";
import type { ToldEvent } from "../../src/docker/actions/events.ts";
import { eventKinds, eventLine, kindOf, nameOfKind } from "../../src/extension/events/event-text.ts";

const at = new Date(2026, 10, 26, 9, 5, 7, 8).getTime();
const event = (type: string, action: string, attributes: Readonly<Record<string, string>> = {}, id = "0123456789abcdef"): ToldEvent => ({
	at,
	type,
	action,
	id,
	attributes,
});

test.each<[ToldEvent, string]>([
	[event("container", "die", { name: "web", image: "nginx", exitCode: "1", maintainer: "somebody" }), "container  die  web  exitCode=1  image=nginx"],
	[event("container", "rename", { name: "new", oldName: "/old" }), "container  rename  new  oldName=/old"],
	[event("network", "connect", { name: "shop", type: "bridge", container: "c1" }), "network    connect  shop  container=web  type=bridge"],
	[event("network", "connect", { name: "shop", container: "aaaaaaaaaaaabbbb" }), "network    connect  shop  container=aaaaaaaaaaaa"],
	[event("image", "delete", {}, "sha256:0123456789abcdef"), "image      delete  0123456789ab"],
])("%j", (told, wanted) => expect(eventLine(told, (id) => (id === "c1" ? "web" : undefined))).toBe(`2026-11-26 09:05:07.008  ${wanted}`));

test("what is run in containers is of a kind of its own, and what nobody has thought of is shown as well", () => {
	expect(kindOf(event("container", "exec_create: sh -c true"))).toBe("program");
	expect(kindOf(event("container", "health_status: healthy"))).toBe("container");
	expect(kindOf(event("volume", "mount"))).toBe("volume");
	expect(kindOf(event("builder", "prune"))).toBe("other");
	expect(new Set(eventKinds.map((kind) => nameOfKind(kind, String))).size).toBe(eventKinds.length);
});
