// The sample workspace's projects as containers, in every state that the explorer tells apart.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { importBusybox } from "./images.mjs";

/** On every container that we make, so that those of a user's own engine are never touched. */
const ownLabel = "hullwright.sample";

const images = ["chromadb/chroma:latest", "rag-app:latest", "chat-frontend:0.1.0", "chat-backend:0.1.0"];
/** Ends at once when it is stopped, as a well-made program does. */
const serve = (line) => `trap "echo shutting down; exit 0" TERM; n=0; while :; do n=$((n+1)); echo "${line} $n"; sleep 2 & wait $!; done`;

const containers = [
	{ project: "rag", service: "chroma", image: "chromadb/chroma:latest", script: serve("heartbeat"), health: "true" },
	{
		project: "rag",
		service: "app",
		image: "rag-app:latest",
		script: "echo 'Connecting to chroma:8000'; echo 'ConnectionRefusedError: is the server running?' >&2; exit 1",
	},
	{ project: "chat", service: "backend", image: "chat-backend:0.1.0", script: serve("message") },
	{ project: "chat", service: "frontend", image: "chat-frontend:0.1.0", script: serve("page view"), health: "false" },
	{ name: "notebook", image: "rag-app:latest", script: serve("cell") },
];

/** Makes the containers on an engine; `env` says which, as `startEngine` gives it. `workspace` is the copy of the sample that they are said to come from. */
export async function startSampleContainers({ env }, workspace) {
	await importBusybox({ env }, images);
	const docker = (...args) => execFileSync("docker", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
	for (const { name, project, service, image, script, health } of containers) {
		const labels = { [ownLabel]: "true" };
		if (project) {
			labels["com.docker.compose.project"] = project;
			labels["com.docker.compose.service"] = service;
			labels["com.docker.compose.container-number"] = "1";
			labels["com.docker.compose.oneoff"] = "False";
			labels["com.docker.compose.project.working_dir"] = join(workspace, project);
			labels["com.docker.compose.project.config_files"] = join(workspace, project, "docker-compose.yml");
		}
		docker(
			"run",
			"--detach",
			`--name=${name ?? `${project}-${service}-1`}`,
			...Object.entries(labels).map(([key, value]) => `--label=${key}=${value}`),
			...(health ? [`--health-cmd=${health}`, "--health-interval=1s", "--health-retries=1"] : []),
			image,
			"sh",
			"-c",
			script,
		);
	}
}

/** For an engine that outlives us: a private one takes its containers with it. */
export function removeSampleContainers({ env }) {
	const docker = (...args) => execFileSync("docker", args, { env, encoding: "utf8" }).split("\n").filter(Boolean);
	const ids = docker("ps", "--all", "--quiet", `--filter=label=${ownLabel}`);
	if (ids.length) docker("rm", "--force", ...ids);
	docker("rmi", ...images);
}
