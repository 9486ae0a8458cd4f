import { expect, test } from "vitest";
import { changed, creationFrom, creationOf } from "../../../src/engine/language/compose/containers/creation.ts";
import { type InspectedContainer, serviceFromInspect } from "../../../src/engine/language/compose/containers/from-inspect.ts";
import { insertedService } from "../../../src/engine/language/compose/containers/pasted-run.ts";
import { runLineOfForm, runWordsOf } from "../../../src/engine/language/compose/containers/run-line.ts";
import { formOfService, serviceOfForm } from "../../../src/engine/language/compose/containers/run-service.ts";
import { emptyForm, type RunForm } from "../../../src/engine/run/form.ts";
import { applyEdits } from "../../../src/engine/text/text.ts";

const full: RunForm = {
	image: "nginx:1.29",
	name: "web",
	mode: "dit",
	removesItself: true,
	ports: ["8080:80", "127.0.0.1:5353:53/udp"],
	environment: [
		{ name: "PRICE", value: "5$" },
		{ name: "EMPTY", value: "" },
	],
	envFiles: ["/srv/my app.env"],
	mounts: ["data:/data", "/srv:/host:ro", "/anonymous", "type=tmpfs,target=/t,tmpfs-size=1048576"],
	network: "shop",
	restart: "on-failure:3",
	memory: "512m",
	cpus: "0.5",
	gpus: "all",
	shm: "128m",
	init: true,
	readOnly: true,
	noHealthcheck: false,
	healthCommand: "test -e /tmp/up",
	healthInterval: "10s",
	healthTimeout: "",
	healthStart: "1m30s",
	healthRetries: "5",
	user: "1000:1000",
	entrypoint: "/bin/sh -c",
	command: "'echo $HOME'",
};

test("a form comes to a docker run, which says nothing that nobody asked for", () => {
	expect(runLineOfForm({ ...emptyForm, image: "nginx" })).toBe("docker run \\\n  --detach \\\n  nginx");
	expect(runLineOfForm(full)?.replaceAll(" \\\n  ", " ")).toBe(
		"docker run --detach --rm --name web --env-file '/srv/my app.env' --cpus 0.5 --gpus all --health-cmd 'test -e /tmp/up' --health-interval 10s --health-retries 5 --health-start-period 1m30s --init --memory 512m --publish 8080:80 " +
			"--publish 127.0.0.1:5353:53/udp --read-only --restart on-failure:3 --shm-size 128m --interactive --tty --user 1000:1000 --volume data:/data " +
			"--volume /srv:/host:ro --volume /anonymous --mount type=tmpfs,target=/t,tmpfs-size=1048576 --env EMPTY= --env 'PRICE=5$' --network shop " +
			"--entrypoint /bin/sh nginx:1.29 -c 'echo $HOME'",
	);
	const words = runWordsOf(full, new Set(["PRICE"]));
	expect(words).toContain("/srv/my app.env");
	expect(words?.at(-1)).toBe("echo $HOME");
	expect(words?.[(words?.indexOf("PRICE") ?? 0) - 1]).toBe("--env");
	expect(words).not.toContain("PRICE=5$");
});

test("and to what the engine is told", () => {
	expect(creationOf(full, [{ name: "PRICE", value: "of the file" }])).toMatchObject({
		name: "web",
		networks: {},
		body: {
			Image: "nginx:1.29",
			Env: ["PRICE=5$", "EMPTY="],
			ExposedPorts: { "80/tcp": {}, "53/udp": {} },
			Volumes: { "/anonymous": {} },
			Entrypoint: ["/bin/sh", "-c"],
			Cmd: ["echo $HOME"],
			Healthcheck: { Test: ["CMD-SHELL", "test -e /tmp/up"], Interval: 1e10, StartPeriod: 9e10, Retries: 5 },
			HostConfig: {
				AutoRemove: true,
				Binds: ["data:/data", "/srv:/host:ro"],
				Mounts: [{ Type: "tmpfs", Target: "/t", TmpfsOptions: { SizeBytes: 1_048_576 } }],
				DeviceRequests: [{ Count: -1, Capabilities: [["gpu"]] }],
				RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
				NanoCpus: 5e8,
			},
		},
	});
	expect(creationOf({ ...emptyForm, image: "nginx" }, [])).toEqual({ name: "", body: { Image: "nginx", HostConfig: {} }, networks: {} });
});

test("and to a service, behind the others of a file and under a name of its own", () => {
	const text = "services:\n  web: # ours\n    image: x\n\nvolumes:\n  old:\n";
	const edit = insertedService(text, serviceOfForm({ ...full, entrypoint: "", command: "", mounts: ["data:/data"], envFiles: [] }));
	const after = edit && applyEdits(text, [edit]);
	expect(after).toMatch(/^services:\n {2}web: # ours\n {4}image: x\n {2}web-2:\n {4}image: nginx:1\.29\n/);
	expect(after).toMatch(/\nvolumes:\n {2}old:\n {2}data:\n {4}name: data\n\nnetworks:\n {2}shop:\n {4}external: true\n$/);
	expect(after).toContain('      - "8080:80"');
	expect(insertedService("services: [a\n", serviceOfForm(full))).toBeUndefined();
});

const container: InspectedContainer = {
	Id: "0123456789abcdef",
	Name: "/web",
	Config: { Image: "shop:1", Hostname: "0123456789ab", Env: ["OWN=1", "PATH=/bin"], Cmd: ["serve"], Entrypoint: null, Volumes: { "/cache": {} } },
	HostConfig: { NetworkMode: "bridge", Memory: 64 * 1024 ** 2, MemorySwap: 128 * 1024 ** 2, Binds: ["data:/data:z"], Links: ["/db:/web/store"] },
	NetworkSettings: { Networks: { bridge: { Aliases: null } } },
	Mounts: [{ Type: "volume", Name: "f00d", Destination: "/cache" }],
};
const image = { Env: ["PATH=/bin"], Cmd: ["serve"], Volumes: { "/cache": {} } };

test("a container is told to the engine again without what it has from its image, and with its volumes", () => {
	expect(creationFrom(container, image)).toMatchObject({
		name: "web",
		body: { Env: ["OWN=1"], Volumes: {}, HostConfig: { Binds: ["data:/data:z", "f00d:/cache"], Links: ["db:store"] } },
	});
	expect(creationFrom(container, image).body).not.toHaveProperty("Cmd");
	expect(creationFrom(container, image).body).not.toHaveProperty("Hostname");
});

test("only what was changed in its form is changed, and a mount that has stayed keeps what its text does not say", () => {
	const before = formOfService(serviceFromInspect(container, image), false);
	expect(before).toMatchObject({
		image: "shop:1",
		name: "web",
		memory: "64m",
		network: "",
		command: "",
		mounts: ["data:/data:z"],
		environment: [{ name: "OWN", value: "1" }],
	});
	const made = creationFrom(container, image);
	expect(changed(made, before, before, [])).toEqual(made);
	const after = changed(made, before, { ...before, memory: "1g", mounts: ["data:/data:z", "other:/cache"], environment: [] }, []);
	expect(after.body).toMatchObject({ Env: [], HostConfig: { Memory: 1024 ** 3, Binds: ["data:/data:z", "other:/cache"] } });
	expect(after.body.HostConfig).not.toHaveProperty("MemorySwap");
	expect(changed(made, before, { ...before, network: "shop" }, []).body.HostConfig).toMatchObject({ NetworkMode: "shop" });
});

test("of a health check what is changed is changed, its words as they were, and it can be left out", () => {
	const checked = { ...container, Config: { ...container.Config, Healthcheck: { Test: ["CMD", "curl", "-f", "a b"], Interval: 1e10, StartInterval: 1e9 } } };
	const before = formOfService(serviceFromInspect(checked, image), false);
	expect(before).toMatchObject({ noHealthcheck: false, healthCommand: "curl -f 'a b'", healthInterval: "10s", healthRetries: "" });
	const made = creationFrom(checked, image);
	expect(changed(made, before, { ...before, healthInterval: "1m", healthRetries: "2" }, []).body["Healthcheck"]).toEqual({
		Test: ["CMD", "curl", "-f", "a b"],
		Interval: 6e10,
		StartInterval: 1e9,
		Retries: 2,
	});
	expect(changed(made, before, { ...before, healthCommand: "true" }, []).body["Healthcheck"]).toMatchObject({ Test: ["CMD-SHELL", "true"] });
	const none = { ...before, healthCommand: "", healthInterval: "", noHealthcheck: true };
	expect(changed(made, before, none, []).body["Healthcheck"]).toEqual({ Test: ["NONE"] });
	expect(runLineOfForm(none)).toContain("--no-healthcheck");
	// The image's holds again.
	expect(changed(made, before, { ...none, noHealthcheck: false }, []).body).toMatchObject({ Healthcheck: { StartInterval: 1e9 } });
});
