import { bytesText } from "../../../compose/print/bytes.ts";
import { emptyForm, type Mode, modes, type RunForm } from "../../../run/form.ts";
import { lineOf, wordsOf } from "../../../run/words.ts";
import { volumesOf } from "./from-run.ts";
import { gpus, isNetworkMode, mount, type VolumeSettings } from "./run-values.ts";
import { escaped, type Plain, type ServiceDraft, serviceName, withoutEmpty } from "./service-draft.ts";
import { gpuText, mountText } from "./to-run.ts";

type Held = { readonly [name: string]: Plain | undefined };

/** What a container's service says of what the form asks for. */
export function formOfService(draft: ServiceDraft, removesItself: boolean): RunForm {
	const own = withoutDollars(draft.service) as Held;
	const text = (key: string): string => (own[key] === undefined ? "" : String(own[key] as string | number));
	const size = (key: string): string => (typeof own[key] === "number" ? bytesText(own[key]) : text(key));
	const flags = `d${own["stdin_open"] === true ? "i" : ""}${own["tty"] === true ? "t" : ""}`;
	const mode = own["network_mode"] === "bridge" ? "" : text("network_mode");
	return {
		...emptyForm,
		image: text("image"),
		name: text("container_name"),
		mode: modes.find((each) => each === flags) ?? "d",
		removesItself,
		ports: items(own["ports"]).map(String),
		environment: Object.entries(held(own["environment"])).map(([name, value]) => ({ name, value: String(value as string) })),
		mounts: items(own["volumes"]).map((volume) => (typeof volume === "string" ? volume : mountText(held(volume)))),
		network: mode || (Object.keys(held(own["networks"]))[0] ?? ""),
		restart: text("restart"),
		memory: size("mem_limit"),
		cpus: text("cpus"),
		gpus: items(own["gpus"])
			.map((device) => gpuText(held(device)).replaceAll('"', ""))
			.join(","),
		shm: size("shm_size"),
		init: own["init"] === true,
		readOnly: own["read_only"] === true,
		...healthFields(held(own["healthcheck"])),
		user: text("user"),
		entrypoint: lineOf(items(own["entrypoint"]).map(String)),
		command: lineOf(items(own["command"]).map(String)),
	};
}

/** The service that says what the form says, and all that `base` says besides: of a container that is there already. */
export function serviceOfForm(form: RunForm, base?: ServiceDraft): ServiceDraft {
	const service: Held = base?.service ?? {};
	const isMode = isNetworkMode(form.network);
	const keeps = base !== undefined && formOfService(base, false).network === form.network;
	const network: Held = keeps
		? { network_mode: service["network_mode"], networks: service["networks"] }
		: isMode
			? { network_mode: form.network, networks: undefined }
			: form.network === ""
				? { network_mode: "bridge", networks: undefined }
				: { network_mode: undefined, networks: { [form.network]: null } };
	const made: VolumeSettings = new Map();
	const volumes = form.mounts.map((text) => (isLong(text) ? mount(escaped(text), [], made) : escaped(text)));
	const optional = (text: string): Plain | undefined => (text === "" ? undefined : escaped(text));
	const words = (text: string): Plain | undefined => (text.trim() === "" ? undefined : wordsOf(text)?.map(escaped));
	return {
		name: serviceName(
			form.name ||
				(form.image
					.replace(/[@:][^/]*$/, "")
					.split("/")
					.at(-1) ??
					""),
		),
		service: withoutEmpty({
			...service,
			image: escaped(form.image),
			container_name: optional(form.name),
			restart: form.restart === "no" ? undefined : optional(form.restart),
			ports: form.ports,
			environment: Object.fromEntries(form.environment.map(({ name, value }) => [name, escaped(value)])),
			env_file: form.envFiles.map(escaped),
			volumes,
			...network,
			mem_limit: optional(form.memory),
			cpus: form.cpus === "" ? undefined : Number(form.cpus),
			gpus: form.gpus === "" ? undefined : gpus(form.gpus),
			shm_size: optional(form.shm),
			init: form.init || undefined,
			read_only: form.readOnly || undefined,
			healthcheck: healthcheckOf(form, base),
			user: optional(form.user),
			entrypoint: words(form.entrypoint),
			command: words(form.command),
			stdin_open: form.mode.includes("i") || undefined,
			tty: form.mode.includes("t") || undefined,
		}),
		volumes: volumesOf(volumes, undefined, made),
		networks: keeps ? base.networks : isMode || form.network === "" ? {} : { [form.network]: { external: true } },
		notes: base?.notes ?? [],
	};
}

function healthFields(check: Held): Pick<RunForm, "noHealthcheck" | "healthCommand" | "healthInterval" | "healthTimeout" | "healthStart" | "healthRetries"> {
	const text = (key: string): string => (check[key] === undefined ? "" : String(check[key] as string | number));
	return {
		noHealthcheck: check["disable"] === true,
		healthCommand: testText(items(check["test"]).map(String)),
		healthInterval: text("interval"),
		healthTimeout: text("timeout"),
		healthStart: text("start_period"),
		healthRetries: text("retries"),
	};
}

/** The test of a health check as one types it. */
export const testText = ([kind, ...words]: readonly string[]): string =>
	kind === undefined || kind === "NONE" ? "" : kind === "CMD-SHELL" ? words.join(" ") : lineOf(words);

function healthcheckOf(form: RunForm, base: ServiceDraft | undefined): Plain | undefined {
	if (form.noHealthcheck) return { disable: true };
	const old = held(base?.service["healthcheck"]);
	const isOld = testText(items(withoutDollars(old["test"]) as Plain | undefined).map(String)) === form.healthCommand;
	const test = form.healthCommand === "" ? undefined : isOld ? old["test"] : ["CMD-SHELL", escaped(form.healthCommand)];
	const check = {
		test,
		interval: form.healthInterval || undefined,
		timeout: form.healthTimeout || undefined,
		start_period: form.healthStart || undefined,
		start_interval: old["start_interval"],
		retries: form.healthRetries === "" ? undefined : Number(form.healthRetries),
	};
	return Object.values(check).some((value) => value !== undefined) ? withoutEmpty(check) : undefined;
}

/** Whether a mount is written as `--mount` has it. */
export const isLong = (text: string): boolean => /(?:^|,)type=/.test(text);

/** The flags of `docker run` that no service has. */
export function flagsBeside({ mode, removesItself }: { readonly mode: Mode; readonly removesItself: boolean }): readonly string[] {
	return [...(mode.includes("d") ? ["--detach"] : []), ...(removesItself ? ["--rm"] : [])];
}

const held = (value: Plain | undefined): Held => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Held) : {});
const items = (value: Plain | undefined): readonly Plain[] => (Array.isArray(value) ? (value as readonly Plain[]) : []);

function withoutDollars(value: unknown): unknown {
	if (typeof value === "string") return value.replaceAll("$$", "$");
	if (Array.isArray(value)) return value.map(withoutDollars);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDollars(each)]));
}
