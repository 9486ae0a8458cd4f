import { datastoreOf } from "../../../image/datastores.ts";
import { imagePorts } from "../../../image/image-ports.ts";
import { probeOf } from "../../../image/probes.ts";
import { parseImageReference } from "../../../image/reference.ts";
import { missingPrograms, type ShippedProgram } from "../../../image/shipped-programs.ts";
import { say } from "../../../text/message.ts";
import { toSnippet } from "../../completion.ts";
import { unique } from "../unique-name.ts";
import type { Fragment } from "./fragment.ts";

/** What is known of the service that a fragment is for, and of what is around it. */
export type Surroundings = {
	/** Undefined below `x-`. */
	readonly service: string | undefined;
	/** Undefined of one that is built, and where a variable decides it. */
	readonly image: string | undefined;
	/** Other services: those that can be asked whether they are well first. */
	readonly others: readonly { readonly name: string; readonly isAsked: boolean }[];
	/** Anchors of mappings above it. */
	readonly anchors: readonly string[];
	namesOf(section: string): readonly string[];
};

const list = (key: string, ...items: readonly string[]): readonly string[] => [`${key}:`, ...items.map((item) => `  - ${item}`)];

const rotated: readonly string[] = ["logging:", "  driver: json-file", "  options:", '    max-size: "${1:10m}"', '    max-file: "${2:3}"'];

/** Parts of a service, for the image at hand where it is known. */
export function serviceFragments(around: Surroundings): readonly Fragment[] {
	const { service, image, namesOf } = around;
	const port = String((image === undefined ? undefined : (datastoreOf(image)?.ports ?? imagePorts(image)))?.[0] ?? "");
	return [
		...healthchecks(image, port),
		{ label: "logging: max-size", detail: say`the oldest goes first, before the disk is full`, lines: rotated },
		{
			label: "mem_limit, cpus, pids_limit",
			detail: say`what the service may take of the machine`,
			lines: ["mem_limit: ${1:512m}", 'cpus: "${2:1}"', "pids_limit: ${3:200}"],
		},
		{
			label: "deploy: resources",
			detail: say`limits and reservations as Swarm has them, too`,
			lines: [
				"deploy:",
				"  resources:",
				"    limits:",
				'      cpus: "${1:1}"',
				"      memory: ${2:512M}",
				"      pids: ${3:200}",
				"    reservations:",
				"      memory: ${4:128M}",
			],
		},
		{
			label: "deploy: GPU",
			detail: say`a GPU of NVIDIA's`,
			lines: [
				"deploy:",
				"  resources:",
				"    reservations:",
				"      devices:",
				"        - driver: nvidia",
				"          count: ${1:1}",
				"          capabilities: [gpu]",
			],
		},
		{
			label: "read_only, cap_drop, security_opt",
			detail: say`a service that can do no more than it has to`,
			lines: ["read_only: true", ...list("tmpfs", "${1:/tmp}"), ...list("cap_drop", "ALL"), ...list("security_opt", "no-new-privileges:true")],
		},
		...dependencies(around),
		{
			label: "ports: 127.0.0.1",
			detail: say`published for this machine alone`,
			lines: list("ports", `"127.0.0.1:\${1:${port === "80" ? "8080" : port || "8080"}}:\${2:${port || "80"}}"`),
		},
		...environments(image),
		{
			label: "env_file: required",
			detail: say`a file of variables that may be missing`,
			lines: list("env_file", "path: ${1:.env}").concat("    required: false"),
		},
		{
			label: "volumes: bind",
			detail: say`a folder of the project, as it is right now`,
			lines: list("volumes", "./${1:src}:${2:/app/src}:${3|ro,rw|}"),
		},
		{
			label: "develop: watch",
			detail: say`what \`docker compose watch\` does where a file changes`,
			lines: ["develop:", "  watch:", "    - action: ${1|sync,sync+restart,rebuild|}", "      path: ${2:./src}", "      target: ${3:/app/src}"],
		},
		{
			label: "build: target",
			detail: say`one stage of a Dockerfile`,
			lines: ["build:", "  context: ${1:.}", "  dockerfile: ${2:Dockerfile}", "  target: ${3:runtime}"],
		},
		{
			label: "extra_hosts: host.docker.internal",
			detail: say`reaches the machine itself, on Linux as well`,
			lines: list("extra_hosts", '"host.docker.internal:host-gateway"'),
		},
		...around.anchors.map((name): Fragment => ({ label: `<<: *${name}`, detail: say`all that the anchor has`, lines: [`<<: *${toSnippet(name)}`] })),
		...(service === undefined || !/^[\w.-]+$/.test(service) ? [] : withSections(service, image, namesOf)),
	];
}

/** By what is in the image, as far as that is known. */
function healthchecks(image: string | undefined, port: string): readonly Fragment[] {
	const reference = image === undefined ? undefined : parseImageReference(image);
	const probe = reference && probeOf(reference);
	const missing = reference && image !== undefined ? (missingPrograms(image, reference) ?? []) : [];
	const at = (known: string): string => `http://127.0.0.1:\${1:${port || known}}/\${2:health}`;
	const times = (start: string): readonly string[] => ["  interval: 10s", "  timeout: 5s", "  retries: 5", `  start_period: ${start}`];
	const check = (label: string, detail: Fragment["detail"], test: string, start = "30s"): Fragment => ({
		label: `healthcheck: ${label}`,
		detail,
		lines: ["healthcheck:", `  test: ${test}`, ...times(start)],
	});
	if (probe && reference)
		return [
			check(reference.repository.replace(/^.*\//, ""), say`asks the service in the way that is usual for the image`, toSnippet(probe.test), probe.startPeriod),
		];
	const own: readonly (readonly [image: string, check: Fragment])[] = [
		["python", check("Python", say`asks for a page`, `["CMD", "python", "-c", "import urllib.request as r; r.urlopen('${at("8000")}', timeout=4)"]`)],
		[
			"node",
			check("Node.js", say`asks for a page`, `["CMD", "node", "-e", "fetch('${at("3000")}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]`),
		],
	];
	const any: readonly (readonly [program: ShippedProgram, check: Fragment])[] = [
		["wget", check("wget", say`asks for a page`, `["CMD", "wget", "-q", "--spider", "${at("8080")}"]`)],
		["curl", check("curl", say`asks for a page`, `["CMD", "curl", "-fsS", "-o", "/dev/null", "${at("8080")}"]`)],
		["bash", check("bash", say`asks whether something listens`, `["CMD", "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/\${1:${port || "8080"}}"]`)],
	];
	return [
		...own.flatMap(([repository, found]) => (reference?.repository === repository ? [found] : [])),
		...any.flatMap(([program, found]) => (missing.includes(program) ? [] : [found])),
		...own.flatMap(([, found]) => (reference ? [] : [found])),
	];
}

/** The condition that can hold for the first of them is the first, too. */
function dependencies({ others }: Surroundings): readonly Fragment[] {
	const names = others.map(({ name }) => name).filter((name) => /^[\w.-]+$/.test(name));
	if (names.length === 0) return [];
	const [first, second] = others[0]?.isAsked ? ["service_healthy", "service_started"] : ["service_started", "service_healthy"];
	return [
		{
			label: "depends_on: condition",
			detail: say`waits until another service is well, or has ended`,
			lines: ["depends_on:", `  \${1|${names.join(",")}|}:`, `    condition: \${2|${first},${second},service_completed_successfully|}`],
		},
	];
}

function environments(image: string | undefined): readonly Fragment[] {
	const { repository = "" } = image === undefined ? {} : parseImageReference(image);
	const isOf = (name: string): boolean => image === undefined || repository === name;
	const environment = (label: string, detail: Fragment["detail"], ...variables: readonly string[]): Fragment => ({
		label: `environment: ${label}`,
		detail,
		lines: ["environment:", ...variables.map((line) => `  ${line}`)],
	});
	return [
		...(isOf("python")
			? [
					environment(
						"Python",
						say`what it prints comes at once, and modules are found`,
						'PYTHONUNBUFFERED: "1"',
						'PYTHONDONTWRITEBYTECODE: "1"',
						"PYTHONPATH: ${1:/app}",
					),
				]
			: []),
		...(isOf("node") ? [environment("Node.js", say`without what is there for development`, "NODE_ENV: ${1:production}")] : []),
		environment("TZ", say`the time zone of its logs`, "TZ: ${1:Europe/Berlin}"),
	];
}

/** With what has to be defined for them. */
function withSections(service: string, image: string | undefined, namesOf: Surroundings["namesOf"]): readonly Fragment[] {
	const free = (section: string, name: string): string => unique(name, new Set(namesOf(section)));
	const data = datastoreOf(image)?.data;
	const [volume, network, secret, config] = [
		free("volumes", `${service}-data`),
		free("networks", "backend"),
		free("secrets", `${service}-password`),
		free("configs", `${service}-config`),
	];
	return [
		{
			label: "volumes: data",
			detail: say`a volume that outlives the container`,
			lines: list("volumes", `${volume}:${data === undefined ? "${1:/data}" : toSnippet(data)}`),
			sections: [{ name: "volumes", entries: [[volume, []]] }],
		},
		{
			label: "networks: internal",
			detail: say`a network from which nobody reaches the internet`,
			lines: list("networks", network),
			sections: [{ name: "networks", entries: [[network, ["internal: true"]]] }],
		},
		{
			label: "secrets: file",
			detail: say`a password that stands in no variable`,
			lines: list("secrets", secret),
			sections: [{ name: "secrets", entries: [[secret, [`file: ./secrets/${secret}.txt`]]] }],
		},
		{
			label: "configs: file",
			detail: say`a file of the project, without a mount`,
			lines: list("configs", `source: ${config}`).concat("    target: ${1:/etc/app.conf}"),
			sections: [{ name: "configs", entries: [[config, [`file: ./${config}.conf`]]] }],
		},
	];
}
