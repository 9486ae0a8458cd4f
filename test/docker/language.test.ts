import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../server/eventually.ts";
import { startClient } from "../server/language-client.ts";
import { client, outside, passing } from "./own-engine.ts";

const docker = client();
const uri = "untitled:Dockerfile";

/** An image of the test's own, built with the builder that all engines have. */
function build(tag: string, instructions: readonly string[]): string {
	const image = passing(`hullwright-language-${randomUUID().slice(0, 8)}:${tag}`);
	const options = { input: ["FROM busybox:test", ...instructions].join("\n"), env: { ...process.env, DOCKER_BUILDKIT: "0" }, stdio: "pipe" } as const;
	execFileSync("docker", ["build", "--quiet", "--tag", image, "-"], options);
	return image;
}

/** An editor that answers from the tests' engine, as the extension does. */
async function editor() {
	const asking = await startClient({
		options: { hasLocalImages: true, isTrusted: true },
		localImages: () => docker.images.tags(),
		localImage: (name) => docker.images.describe(name).catch(() => null),
	});
	const end = docker.onChange(({ of }) => {
		if (of === "images") void asking.localImagesChanged();
	});
	onTestFinished(async () => {
		end();
		await asking.stop();
	});
	return asking;
}

const usual = [
	'ENTRYPOINT ["/entry.sh", "--quiet"]',
	'CMD ["serve"]',
	"USER 1000:50",
	"WORKDIR /srv/shop",
	"EXPOSE 8080 53/udp",
	"VOLUME /data",
	"STOPSIGNAL SIGQUIT",
	"HEALTHCHECK CMD true",
];

test("hovers tell what the engine knows of a base image, and go on from it", async () => {
	const image = build("1.0", usual);
	const asking = await editor();
	await asking.open(uri, `FROM ${image}\nWORKDIR api\nCMD ["worker"]\nFROM ${image}-gone\n`);
	const at = async (line: number, character: number): Promise<string> => {
		const found = await asking.hover(uri, line, character);
		return found && "value" in (found.contents as { value: string }) ? (found.contents as { value: string }).value : "";
	};
	const told = await at(0, 8);
	const { Architecture, Id, Size } = await outside.getImage(image).inspect();
	expect(Size).toBeGreaterThan(0);
	for (const fact of [
		`In the local engine: \`linux/${Architecture}`,
		"(less than two days ago)",
		Id,
		"Its containers run as `1000:50`, in `/srv/shop`.",
		"They run `/entry.sh --quiet` with `serve`.",
		"`8080/tcp`",
		"`53/udp`",
		"It has volumes at `/data`.",
		"`docker stop` sends it `SIGQUIT`.",
	])
		expect(told).toContain(fact);
	expect(await at(1, 2)).toContain("`/srv/shop/api` (`api` in `/srv/shop`)");
	expect(await at(2, 1)).toContain("A container runs `/entry.sh --quiet worker`.");
	expect(await at(3, 8)).toContain("The local engine does not have it.");
});

test("completion offers the images and tags that the engine has", async () => {
	const image = build("2.0", usual);
	const asking = await editor();
	await asking.open(uri, "FROM \nFROM debian\nCOPY --from= a b\n");
	await eventually(async () => {
		const items = await asking.completions(uri, 0, 5);
		expect(items?.find(({ label }) => label === image)).toMatchObject({ detail: "In the local engine" });
	});
	expect((await asking.completions(uri, 2, 12))?.map(({ label }) => label)).toContain(image);
});

test("an image is described by any of its names; what is no name asks the engine nothing else", async () => {
	const image = build("3.0", usual);
	const { Id } = await outside.getImage(image).inspect();
	const described = await docker.images.describe(image);
	expect(described).toMatchObject({ user: "1000:50", workdir: "/srv/shop", entrypoint: ["/entry.sh", "--quiet"], cmd: ["serve"], digest: Id });
	expect(await docker.images.describe(`docker.io/library/${image}`)).toEqual(described);
	expect(await docker.images.describe(Id)).toEqual(described);
	for (const name of ["../containers/json?all=1#", "a/../../version?", "x?y", "", " ", "hullwright-nobody-has-this:1"])
		expect(await docker.images.describe(name)).toBe("absent");
});

test("without an engine the editor is answered, with less", async () => {
	const away = client({ host: "unix:///nonexistent/docker.sock" });
	await expect(away.images.describe("debian:13")).rejects.toThrow(/nonexistent/);
	await expect(away.images.tags()).rejects.toThrow(/nonexistent/);
});
