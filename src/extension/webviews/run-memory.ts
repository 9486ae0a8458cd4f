import type * as vscode from "vscode";
import { holdsPassword } from "../../engine/text/secrets.ts";
import { isSecret } from "../../engine/run/differences.ts";
import { emptyForm, type RunForm } from "../../engine/run/form.ts";
import { freeName, freePort } from "../../engine/run/problems.ts";
import { parsePorts } from "../../engine/compose/short-forms/ports.ts";
import type { HeldPort } from "../../engine/compose/daemon-facts.ts";

const key = "hullwright.lastRuns";
/** Of no more images it is remembered. */
const most = 50;

/** How each image was run last, in this workspace and without secrets. */
export type RunMemory = {
	last(image: string): RunForm | undefined;
	keep(form: RunForm): Promise<void>;
};

export const runMemory = (memory: vscode.Memento): RunMemory => ({
	last(image) {
		const form = memory.get<Readonly<Record<string, Partial<RunForm>>>>(key)?.[image];
		return form && { ...emptyForm, ...form };
	},
	async keep(form) {
		const { [form.image]: _before, ...others } = memory.get<Readonly<Record<string, RunForm>>>(key) ?? {};
		const recent = Object.entries(others).slice(1 - most);
		await memory.update(key, Object.fromEntries([...recent, [form.image, withoutSecrets(form)]]));
	},
});

const withoutSecrets = (form: RunForm): RunForm => ({
	...form,
	environment: form.environment.map((variable) => (isSecret(variable) ? { name: variable.name, value: "" } : variable)),
	command: holdsPassword(form.command) ? "" : form.command,
	entrypoint: holdsPassword(form.entrypoint) ? "" : form.entrypoint,
});

/** What of an image's configuration a form begins with. */
export type ImageDefaults = { readonly ports: readonly string[]; readonly volumes: readonly string[] };

/** What is proposed for an image: as it was run last, or all that it exposes and declares, with a name and ports that are free. */
export function proposedForm(
	image: string,
	defaults: ImageDefaults,
	last: RunForm | undefined,
	names: ReadonlySet<string>,
	held: readonly HeldPort[],
): RunForm {
	const base = (
		image
			.replace(/[@:][^/]*$/, "")
			.split("/")
			.at(-1) ?? ""
	).replace(/[^\w.-]+/g, "-");
	const isId = /^sha256$|^[\da-f]{12,}$/.test(base);
	const name = freeName(last?.name || (isId ? "" : base), names);
	const taken = [...held];
	const publish = (wanted: number, protocol: string): number => {
		const port = freePort(wanted, taken);
		taken.push({ port, protocol, ip: "", container: undefined, project: undefined, service: undefined });
		return port;
	};
	if (last) return { ...last, image, name, ports: last.ports.map((text) => withFreePort(text, publish)) };
	return {
		...emptyForm,
		image,
		name,
		ports: defaults.ports.map((port) => {
			const [target = "", protocol = "tcp"] = port.split("/");
			// Below 1024 a port of the host may not be anybody's to take.
			const wanted = Number(target) < 1024 ? 8000 + (Number(target) % 1000) : Number(target);
			return `${publish(wanted, protocol)}:${target}${protocol === "tcp" ? "" : `/${protocol}`}`;
		}),
		mounts: defaults.volumes.map((path) => `${name || "data"}-${path.split("/").at(-1) || "data"}:${path}`),
	};
}

function withFreePort(text: string, publish: (wanted: number, protocol: string) => number): string {
	const parsed = parsePorts(text);
	if ("problem" in parsed || parsed.length !== 1 || !/^\d+$/.test(parsed[0]?.published ?? "")) return text;
	const [{ hostIp, published, target, protocol } = { hostIp: "", published: "", target: 0, protocol: "tcp" }] = parsed;
	const address = hostIp === "" ? "" : `${hostIp.includes(":") ? `[${hostIp}]` : hostIp}:`;
	return `${address}${publish(Number(published), protocol)}:${target}${protocol === "tcp" ? "" : `/${protocol}`}`;
}
