import { expect, test } from "vitest";
import type { Status } from "../../src/docker/connection/connection.ts";
import type { Port } from "../../src/docker/resources/container.ts";
import { portText, urlOf } from "../../src/extension/explorer/ports.ts";

const at = (address: (Status & { kind: "connected" })["endpoint"]["address"]): Status => ({
	kind: "connected",
	product: "Docker",
	version: "1",
	apiVersion: "1.51",
	machine: undefined,
	endpoint: { address, url: "", source: { by: "default", name: "" } },
});
const here = at({ kind: "socket", path: "/var/run/docker.sock" });
const far = at({ kind: "ssh", host: "build.example", user: "me" });
const web: Port = { container: 80, host: 8080, ip: "0.0.0.0", protocol: "tcp" };

test.each<[string, Port, Status, string | undefined]>([
	["this machine", web, here, "http://localhost:8080/"],
	["its loopback", { ...web, ip: "127.0.0.1" }, here, "http://localhost:8080/"],
	["no address given", { container: 80, host: 8080, protocol: "tcp" }, here, "http://localhost:8080/"],
	["one of its addresses", { ...web, ip: "192.168.1.9" }, here, "http://192.168.1.9:8080/"],
	["IPv6", { ...web, ip: "fd00::1" }, here, "http://[fd00::1]:8080/"],
	["TLS", { ...web, container: 443, host: 8443 }, here, "https://localhost:8443/"],
	["another machine", web, far, "http://build.example:8080/"],
	["the loopback of another machine", { ...web, ip: "127.0.0.1" }, far, undefined],
	["the loopback of a daemon at ours", { ...web, ip: "127.0.0.1" }, at({ kind: "tcp", host: "127.0.0.1", port: 2375 }), "http://127.0.0.1:8080/"],
	["UDP", { ...web, protocol: "udp" }, here, undefined],
	["only exposed", { container: 80, protocol: "tcp" }, here, undefined],
	["no daemon", web, { kind: "idle" }, undefined],
])("%s", (_name, port, status, wanted) => expect(urlOf(port, status)).toBe(wanted));

test.each<[Port, string]>([
	[web, "8080→80"],
	[{ container: 53, host: 53, protocol: "udp" }, "53→53/udp"],
	[{ container: 9, protocol: "tcp" }, "9"],
])("%o", (port, wanted) => expect(portText(port)).toBe(wanted));
