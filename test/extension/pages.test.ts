import { expect, test } from "vitest";
import type { ChangedFile } from "../../src/docker/actions/look.ts";
import { toStatistics } from "../../src/engine/stats/statistics.ts";
import type { Translate } from "../../src/extension/explorer/kind.ts";
import { changedFilesText } from "../../src/extension/pages/changed-files.ts";
import { environmentPage, type Environments, type EnvironmentOptions } from "../../src/extension/pages/environment.ts";
import { processesText } from "../../src/extension/pages/processes.ts";
import { statisticsText } from "../../src/extension/pages/statistics.ts";

const t: Translate = (message, ...values) => message.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));

const environmentText = (described: Environments, options: Omit<EnvironmentOptions, "fileName">, translate: Translate): string =>
	environmentPage(described, { ...options, fileName: (uri) => uri.slice("file:///shop/".length) }, translate).text;

test("the environment, each variable by where it is from, secrets masked unless they are asked for", () => {
	const container = { Config: { Image: "web:1", Env: ["PATH=/bin", "MODE=prod", "API_TOKEN=abc", "URL=postgres://me:pw@db/x", "EMPTY=", "TEXT=a=b"] } };
	const image = { Env: ["PATH=/bin", "MODE=dev", "GONE=1"] };
	expect(environmentText({ container, image }, { name: "web", showsSecrets: false }, t)).toMatchInlineSnapshot(`
		"The environment of web, made of web:1

		Set for the container
		  API_TOKEN=••••••
		  EMPTY=
		  TEXT=a=b
		  URL=postgres://me:••••••@db/x

		Set for the container over the image's
		  MODE=prod    ← the image has dev

		From the image
		  PATH=/bin

		In the image, and taken away from the container
		  GONE=1

		What its programs set themselves is not here.
		"
	`);
	expect(environmentText({ container, image }, { name: "web", showsSecrets: true }, t)).toContain("API_TOKEN=abc\n");
	expect(environmentText({ container: { Config: { Env: ["A=1"] } } }, { name: "web", showsSecrets: false }, t)).toContain("The image has gone");
	expect(environmentText({ container: {}, image: {} }, { name: "web", showsSecrets: false }, t)).toContain("There are no variables.");
});

test("the environment of a service's container: the line that each variable stands in, and what that is made of, with links", () => {
	const at = (file: string, line: number) => ({ uri: `file:///shop/${file}`, range: { start: { line, character: 6 }, end: { line, character: 9 } } });
	const container = { Config: { Image: "web:1", Env: ["PATH=/bin", "MODE=prod", "API_TOKEN=abc", "TOWN=Ulm", "OLD=1", "GIVEN=1", "BASE=2"] } };
	const compose = [
		{ name: "MODE", value: "prod", at: at("compose.yaml", 4), uses: [] },
		{ name: "API_TOKEN", value: "abc", at: at("api.env", 0), uses: [] },
		{ name: "TOWN", value: "Ulm", at: at("compose.yaml", 5), uses: [{ name: "TOWN", at: "shell" as const }] },
		{
			name: "OLD",
			value: "2",
			at: at("compose.yaml", 6),
			uses: [
				{ name: "TAG", at: at(".env", 2) },
				{ name: "NOWHERE", at: null },
			],
		},
		{ name: "BASE", value: "3", at: at("compose.yaml", 7), uses: [] },
		{ name: "NEW", value: "1", at: at("compose.yaml", 8), uses: [] },
		{ name: "UNSET", value: null, at: at("compose.yaml", 9), uses: [{ name: "UNSET", at: null }] },
	];
	const options = { name: "web", showsSecrets: false, fileName: (uri: string) => uri.slice("file:///shop/".length) };
	const { text, links } = environmentPage({ container, image: { Env: ["PATH=/bin", "MODE=dev", "BASE=2"] }, compose }, options, t);
	expect(text).toMatchInlineSnapshot(`
		"The environment of web, made of web:1

		From the Compose files
		  API_TOKEN=••••••    ← api.env:1
		  MODE=prod    ← compose.yaml:5
		  OLD=1    ← compose.yaml:7, TAG .env:3; by now it would be 2
		  TOWN=Ulm    ← compose.yaml:6, “TOWN” from the shell

		Set for the container
		  GIVEN=1

		From the image
		  BASE=2
		  PATH=/bin

		In the Compose files, and not in the container
		  NEW=1    ← compose.yaml:9

		What its programs set themselves is not here.
		"
	`);
	expect(links.map(({ start, end, place }) => [text.slice(start, end), place.uri, place.range.start.line])).toEqual(
		["api.env:1", "compose.yaml:5", "compose.yaml:7", ".env:3", "compose.yaml:6", "compose.yaml:9"].map((each) => {
			const [file = "", line] = each.split(":");
			return [each, `file:///shop/${file}`, Number(line) - 1];
		}),
	);
});

test("what a container's environment and paths hold cannot steer the page", () => {
	const hostile = environmentText({ container: { Config: { Env: ["A=\u001b[31mred\nB=2\u202e"] } }, image: {} }, { name: "web", showsSecrets: false }, t);
	expect(hostile).toContain("  A=redB=2\n");
});

test("processes stand in columns, numbers to the right", () => {
	const rows = [
		["root", "1", "sh -c sleep"],
		["nobody", "4711", "sleep 60"],
	];
	expect(processesText({ titles: ["UID", "PID", "CMD"], rows }, "web", "10:00", t)).toBe(
		"2 processes in web, at 10:00\n\nUID      PID  CMD\nroot       1  sh -c sleep\nnobody  4711  sleep 60\n",
	);
	expect(processesText({ titles: ["PID"], rows: [["1"]] }, "web", "10:00", t)).toContain("one process in web");
});

test("changed files in groups; folders that are told only for what is in them are left out; no end of them has an end", () => {
	const file = (path: string, change: ChangedFile["change"]): ChangedFile => ({ path, change });
	const files = [
		file("/etc", "changed"),
		file("/etc/passwd", "changed"),
		file("/tmp", "changed"),
		file("/tmp/x", "added"),
		file("/old", "deleted"),
		file("/mode", "changed"),
	];
	expect(changedFilesText(files, "web", "10:00", t).split("\n").slice(2)).toEqual([
		"Added (1)",
		"  A /tmp/x",
		"",
		"Changed (2)",
		"  C /etc/passwd",
		"  C /mode",
		"",
		"Deleted (1)",
		"  D /old",
		"",
	]);
	expect(changedFilesText([], "web", "10:00", t)).toMatch(/\n\nNothing\.\n$/);
	const many = Array.from({ length: 150_000 }, (_, index) => file(`/cache/${index}`, "added"));
	const text = changedFilesText(many, "web", "10:00", t);
	expect(text).toContain("Added (150000)");
	expect(text.split("\n").length).toBeLessThan(100_010);
	expect(text).toMatch(/… and \d+ more\n$/);
});

test("use of resources: of both kinds of control groups, and of one that has just ended", () => {
	const measured = {
		cpu_stats: { cpu_usage: { total_usage: 3e9 }, system_cpu_usage: 12e9, online_cpus: 2 },
		precpu_stats: { cpu_usage: { total_usage: 2e9 }, system_cpu_usage: 8e9 },
		memory_stats: { usage: 60e6, limit: 100e6, stats: { inactive_file: 10e6 } },
		pids_stats: { current: 4 },
		networks: { eth0: { rx_bytes: 1000, tx_bytes: 2000 }, eth1: { rx_bytes: 500 } },
		blkio_stats: {
			io_service_bytes_recursive: [
				{ op: "Read", value: 5 },
				{ op: "read", value: 2 },
				{ op: "write", value: 9 },
			],
		},
	};
	const of = toStatistics(measured);
	expect(of).toEqual({ cpu: 0.5, cpus: 2, memory: 50e6, memoryLimit: 100e6, processes: 4, received: 1500, sent: 2000, read: 7, written: 9 });
	expect(statisticsText(of, "web", "10:00", t)).toContain("50.0 % of one, of 2");
	expect(statisticsText(of, "web", "10:00", t)).toContain("50 MB of 100 MB, 50.0 %");
	expect(statisticsText(toStatistics({}), "web", "10:00", t)).toContain("0.0 % of one, of 1");
});
