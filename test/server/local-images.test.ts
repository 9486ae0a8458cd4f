import { expect, onTestFinished, test } from "vitest";
import type { LocalImage } from "../../src/engine/image/local-image.ts";
import type { LocalImageRow } from "../../src/server/protocol.ts";
import { startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";

const shop: LocalImage = {
	user: "app",
	ports: [],
	entrypoint: ["/shop"],
	cmd: [],
	workdir: "/srv",
	platform: "linux/amd64",
	size: 1_500_000,
	created: undefined,
	digest: "sha256:1",
	volumes: [],
	stopSignal: "",
	hasHealthcheck: false,
};

/** A client whose engine has the images; `asked` are the names that it was asked for. */
async function connected({ images = {} as Readonly<Record<string, LocalImageRow | Promise<LocalImageRow>>>, isTrusted = true, hasLocalImages = true } = {}) {
	const asked: string[] = [];
	const client = await startClient({
		options: { hasLocalImages, isTrusted },
		localImage(name) {
			asked.push(name);
			return images[name] ?? null;
		},
	});
	onTestFinished(() => client.stop());
	await client.open(uri, 'FROM shop:1\nCMD ["x"]\nRUN true\nUSER me\n');
	const hover = async (line: number, character: number): Promise<string> => JSON.stringify(await client.hover(uri, line, character));
	return { client, asked, hover };
}

test("a hover tells what the engine has, and asks it once", async () => {
	const { hover, asked } = await connected({ images: { "shop:1": shop } });
	expect(await hover(0, 6)).toContain("In the local engine: `linux/amd64`, 1.5 MB, `sha256:1`");
	expect(await hover(1, 1)).toContain("A container runs `/shop x`.");
	expect(await hover(2, 1)).toContain("The user is `app` and the working directory `/srv`");
	expect(asked).toEqual(["shop:1"]);
});

test("what the engine does not have is told, until its images change", async () => {
	const images: Record<string, LocalImageRow> = { "shop:1": "absent" };
	const { client, hover, asked } = await connected({ images });
	expect(await hover(0, 6)).toContain("The local engine does not have it.");
	images["shop:1"] = shop;
	expect(await hover(0, 6)).toContain("The local engine does not have it.");
	await client.localImagesChanged();
	expect(await hover(0, 6)).toContain("1.5 MB");
	expect(asked).toHaveLength(2);
});

test("where no engine is there, nothing of it is said, and it is asked again", async () => {
	const { hover, asked } = await connected();
	expect(await hover(0, 6)).not.toContain("engine");
	expect(await hover(0, 6)).toContain("Base image");
	expect(asked).toHaveLength(2);
});

test("an engine that does not answer in time is not waited for", async () => {
	let answer: (row: LocalImageRow) => void = () => undefined;
	const late = new Promise<LocalImageRow>((resolve) => (answer = resolve));
	const { hover, asked } = await connected({ images: { "shop:1": late } });
	expect(await hover(0, 6)).not.toContain("engine");
	answer(shop);
	await expect.poll(() => hover(0, 6)).toContain("1.5 MB");
	expect(asked).toHaveLength(1);
});

test.each([{ isTrusted: false }, { hasLocalImages: false }])("nobody is asked: %j", async (options) => {
	const { hover, asked } = await connected({ ...options, images: { "shop:1": shop } });
	expect(await hover(0, 6)).toContain("Base image `shop:1`");
	expect(await hover(1, 1)).toContain("unless the base image has an `ENTRYPOINT`");
	expect(asked).toEqual([]);
});

test("what is about no image asks nobody", async () => {
	const { hover, asked } = await connected({ images: { "shop:1": shop } });
	expect(await hover(0, 1)).toContain("Begins the stage");
	expect(await hover(3, 6)).toContain("The user `me`");
	expect(asked).toEqual([]);
});
