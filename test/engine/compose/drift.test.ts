import { expect, test } from "vitest";
import { loadProject } from "../../../src/engine/compose/project.ts";
import { compareRunning, dockerfileOf, type RunningContainer } from "../../../src/engine/compose/running/compare.ts";
import type { DescribedContainer, DescribedImage } from "../../../src/engine/compose/running/described.ts";
import { textOf } from "../../../src/engine/text/message.ts";

// What a real engine says is compared in test/docker/compose-drift.test.ts; here stands what is hard to bring about there.

const path = "/shop/compose.yaml";
const load = (text: string) =>
	loadProject(
		{ paths: [path], folder: "/shop", environment: () => undefined, profiles: [], name: undefined },
		{ text: (each) => (each === path ? text : undefined), isAbsent: () => true, home: undefined },
	);

const networks = { NetworkSettings: { Networks: { shop_default: {} } } };

/** What is told of one container of `web`. */
function drift(web: string, container: DescribedContainer, more: Partial<RunningContainer> = {}, changedAt = new Map<string, number>()): readonly string[] {
	const project = load(`services:\n  web: ${web}\n`);
	const running: RunningContainer = { service: "web", container: { ...networks, ...container }, ...more };
	const differences = compareRunning(project, [running], changedAt);
	return (differences.get("web") ?? []).map(({ key, message }) => `${key}: ${textOf(message)}`);
}

const image: DescribedImage = {
	Id: "sha256:1",
	Created: "2026-05-01T10:00:00Z",
	Metadata: { LastTagTime: "2026-05-02T10:00:00Z" },
	Config: {
		Env: ["PATH=/bin", "LANG=C"],
		Cmd: ["serve"],
		Entrypoint: ["/entry"],
		User: "app",
		WorkingDir: "/srv",
		Labels: { maker: "us" },
		Volumes: { "/data": {} },
		Healthcheck: { Test: ["CMD-SHELL", "true"], Interval: 30e9 },
	},
};

const asImage: DescribedContainer = {
	Image: "sha256:1",
	Config: {
		...image.Config,
		Image: "web",
		Env: ["PATH=/bin", "LANG=C", "HTTP_PROXY=http://proxy:3128"],
		Labels: { maker: "us", "com.docker.compose.project": "shop", "desktop.docker.io/binds/0/Source": "/x" },
	},
	HostConfig: { RestartPolicy: { Name: "no" }, PortBindings: { "80/tcp": null } },
	Mounts: [{ Type: "volume", Name: "0".repeat(64), Destination: "/data", RW: true }],
};

test("what an image says by itself, and what Docker adds, is no difference", () => {
	expect(drift("{ image: web }", asImage, { image, tagged: "sha256:1" })).toEqual([]);
	expect(drift("{ image: docker.io/library/web:latest }", asImage, { image })).toEqual([]);
});

test("without its image only what the file says is compared", () => {
	expect(drift("{ image: web, command: run }", asImage, {})).toEqual(["command: `command` is `serve` in the container, and `run` in the file"]);
	expect(drift("{ image: web }", { ...asImage, Config: { ...asImage.Config, Env: [], Labels: {} } })).toEqual([]);
});

test("what the file adds to an image, and takes from it", () => {
	const told = drift("{ image: web, environment: { LANG: de, A: '1' }, labels: { maker: them }, healthcheck: { interval: 1m } }", asImage, { image });
	expect(told).toEqual([
		"environment: `LANG` is `C` in the container, and `de` in the file",
		"environment: `A` is not set in the container",
		"labels: `maker` is `us` in the container, and `them` in the file",
		"healthcheck: `healthcheck` is `true, interval 30s` in the container, and `true, interval 60s` in the file",
	]);
	expect(
		drift("{ image: web, healthcheck: { disable: true } }", { ...asImage, Config: { ...asImage.Config, Healthcheck: { Test: ["NONE"] } } }, { image }),
	).toEqual([]);
});

test("secrets are told of, and not told", () => {
	const config = { ...asImage.Config, Env: ["PATH=/bin", "LANG=C", "API_TOKEN=s3cr3t-one", "URL=postgres://me:s3cr3t@db/x"] };
	const told = drift("{ image: web, environment: { API_TOKEN: s3cr3t-two, URL: 'postgres://me:other@db/y' } }", { ...asImage, Config: config }, { image });
	expect(told.length).toBe(2);
	expect(told.join("\n")).not.toMatch(/s3cr3t|other@/);
});

test("folders of Docker Desktop are those of its host", () => {
	const mounted = { ...asImage, Mounts: [...(asImage.Mounts ?? []), { Type: "bind", Source: "/host_mnt/shop/src", Destination: "/src", RW: true }] };
	expect(drift("{ image: web, volumes: ['./src:/src'] }", mounted, { image })).toEqual([]);
	expect(drift("{ image: web, volumes: ['/shop//src/:/src/'] }", mounted, { image })).toEqual([]);
});

test("a Dockerfile that was changed after its image was last built is told", () => {
	const service = "{ build: { context: app, dockerfile: deploy/Dockerfile } }";
	expect(dockerfileOf(load(`services:\n  web: ${service}\n`), "web")).toBe("/shop/app/deploy/Dockerfile");
	const changed = (time: string) => new Map([["/shop/app/deploy/Dockerfile", Date.parse(time)]]);
	expect(drift(service, asImage, { image }, changed("2026-05-03T00:00:00Z"))).toEqual(["build: the Dockerfile has been changed since the image was built"]);
	expect(drift(service, asImage, { image }, changed("2026-05-02T00:00:00Z"))).toEqual([]);
	expect(drift(service, asImage, { image: { ...image, Created: "1970-01-01T00:00:00Z", Metadata: null } }, changed("2026-05-03T00:00:00Z"))).toEqual([]);
	expect(dockerfileOf(load("services:\n  web: { build: 'https://github.com/example/app.git' }\n"), "web")).toBeUndefined();
});

test("what several containers of a service have in common is told once, and nothing of one that was run by hand", () => {
	const project = load("services:\n  web: { image: web, user: root }\n");
	const running: RunningContainer = { service: "web", container: { ...networks, ...asImage }, image };
	const byHand = { ...asImage, Config: { ...asImage.Config, Labels: { "com.docker.compose.oneoff": "True" } } };
	const told = (all: readonly RunningContainer[]) => compareRunning(project, all, new Map()).get("web")?.length;
	expect(told([running, running])).toBe(1);
	expect(told([{ ...running, container: byHand }])).toBeUndefined();
	expect(told([{ ...running, service: "gone" }])).toBeUndefined();
});
