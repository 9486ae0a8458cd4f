// Images without a registry.
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Imports Debian's static busybox as an image of 2 MB, in some 0.3 s, under each of the tags. `changes` are Dockerfile instructions such as `EXPOSE 80`. */
export async function importBusybox(engine, tags = ["busybox:test"], changes = []) {
	const root = await mkdtemp(join(tmpdir(), "hullwright-busybox-"));
	try {
		for (const folder of ["bin", "etc", "tmp", "root", "proc", "sys", "dev"]) await mkdir(join(root, folder));
		const busybox = execFileSync("sh", ["-c", "command -v busybox"], { encoding: "utf8" }).trim();
		await copyFile(busybox, join(root, "bin/busybox"));
		const applets = execFileSync(busybox, ["--list"], { encoding: "utf8" })
			.split("\n")
			.filter((name) => name && name !== "busybox");
		for (const applet of applets) await symlink("busybox", join(root, "bin", applet));
		await writeFile(join(root, "etc/passwd"), "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n");
		await writeFile(join(root, "etc/group"), "root:x:0:\n");
		const archive = execFileSync("tar", ["-C", root, "-c", "."], { maxBuffer: 1 << 26 });
		const settings = ['CMD ["sh"]', "ENV PATH=/bin"].flatMap((change) => ["--change", change]);
		// Podman says its name twice, with a colon between.
		const [id] = execFileSync("docker", ["import", ...settings, "-"], { input: archive, env: engine.env, encoding: "utf8" })
			.trim()
			.split(": ");
		for (const tag of tags) execFileSync("docker", ["tag", id, tag], { env: engine.env });
		if (!changes.length) return;
		// Engine 20 takes no STOPSIGNAL with an import. The classic builder is in all of them.
		const env = { ...engine.env, DOCKER_BUILDKIT: "0" };
		const build = ["build", "--quiet", ...tags.flatMap((tag) => ["--tag", tag]), "-"];
		execFileSync("docker", build, { input: [`FROM ${tags[0]}`, ...changes].join("\n"), env, stdio: "pipe" });
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}
