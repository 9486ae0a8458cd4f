import type * as vscode from "vscode";
import type { Cause } from "../../docker/connection/cause.ts";
import type { Diagnosis, Outcome, Step } from "../../docker/connection/diagnose.ts";
import type { Wish } from "../../docker/connection/endpoint.ts";
import { plainText } from "../../docker/plain-text.ts";
import { maskPasswords } from "../../engine/text/secrets.ts";

/** A command, and the line above which it is offered. */
export type Button = vscode.Command & { readonly line: number };
export type Report = { readonly text: string; readonly buttons: readonly Button[] };

/** The manifest's own text about a cause, in the language of the window: the view says the same. */
type Manifest = {
	readonly version: string;
	readonly contributes: { readonly viewsWelcome: readonly { readonly when: string; readonly contents: string }[] };
};

/** What the report says of the window besides. */
export type Around = {
	readonly manifest: Manifest;
	/** VS Code's version, the system, the kind of remote window: a line each. */
	readonly facts: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string;
};

/** What a text for somebody else's eyes may show of a value: one line, no password, and no name in the path of the home. */
function shownIn(home: string, value: string): string {
	const plain = plainText(maskPasswords(value, "••••••").replace(/\s+/g, " "), 600);
	return home.length > 1 ? plain.replaceAll(home, "~") : plain;
}

/** The whole of what was found out, to be read and to be sent to somebody who helps. It holds nothing that is secret. */
export function makeReport(diagnosis: Diagnosis, { manifest, facts, env, home }: Around, t: Translate): Report {
	const { wishes, endpoint, steps, outcome, others, contexts, installed } = diagnosis;
	const shown = (value: string): string => shownIn(home, value);
	const lines: string[] = [`# ${t("Connection Report")}`, ""];
	const buttons: Button[] = [
		{ line: 0, title: t("Copy Report"), command: "hullwright.copyConnectionReport" },
		{ line: 0, title: t("Try Again"), command: "hullwright.diagnoseConnection" },
	];
	const section = (title: string, entries: readonly string[]): void => void (entries.length > 0 && lines.push(`## ${title}`, "", ...entries, ""));

	if (outcome.isThere) lines.push(`**${wordsOf(outcome, t)}**`, "");
	else {
		const { text, links } = welcomeOf(outcome.cause, manifest);
		const [first = "", ...rest] = text;
		buttons.push(...links.map((link) => ({ ...link, line: lines.length })));
		lines.push(
			`**${first}**`,
			"",
			...(rest.length > 0 ? [...rest, ""] : []),
			`${t("In the words of what answered:")} ${code(shown(outcome.error.message))}`,
			"",
		);
	}
	const taken = wishes.find(({ value }) => value);
	section(t("Where the address comes from"), [
		...wishes.map(
			(wish) => `- ${nameOf(wish, t)}: ${wish.value ? code(shown(wish.value)) : t("not set")}${wish === taken ? `, **${t("which counts")}**` : ""}`,
		),
		...(taken ? [] : [`- **${t("None of them: this machine's own engine")}**`]),
		...(endpoint?.source.by === "found" ? [`- ${t("Nothing is at the usual place; {0} was found instead.", shown(endpoint.source.name))}`] : []),
	]);
	const address = endpoint && code(shown(endpoint.url));
	section(
		t("What was tried"),
		steps.map(({ name, milliseconds, error }, index) => {
			const result = error ? `**${t("failed")}**, ${code(shown(error.message))}` : t("done");
			return `${index + 1}. ${stepText(name, address, t)}: ${result} (${t("{0} ms", Math.round(milliseconds))})`;
		}),
	);
	buttons.push(
		...others.flatMap(({ url, outcome: { isThere } }, index) => {
			const line = lines.length + 2 + index;
			return isThere ? [{ line, title: t("Use in This Window"), command: "hullwright.selectContext", arguments: [{ host: url, context: "" }] }] : [];
		}),
	);
	section(
		t("Other engines on this machine"),
		others.map(({ product, url, outcome: other }) => `- ${shown(product)}, ${code(shown(url))}: ${wordsOf(other, t)}`),
	);
	section(
		t("Contexts of the Docker CLI"),
		contexts.map(({ name, host }) => `- ${code(shown(name))}: ${code(shown(host))}`),
	);
	section(t("Surroundings"), [
		`- Hullwright ${manifest.version}`,
		...facts.map((fact) => `- ${shown(fact)}`),
		`- ${t("Installed")}: ${installed.map(({ product }) => product).join(", ") || t("nothing that was found")}`,
		...variables.map((name) => `- ${code(name)}: ${env[name] ? code(shown(env[name])) : t("not set")}`),
	]);
	return { text: `${lines.join("\n").trimEnd()}\n`, buttons };
}

/** What somebody else has written is text, whatever it looks like. */
const code = (text: string): string => `\`${text.replaceAll("`", "'")}\``;

/** Of the environment what leads Docker's programs; no value of them is secret, but for passwords in addresses. */
const variables = ["DOCKER_CONFIG", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH", "XDG_RUNTIME_DIR"];

type Translate = (message: string, ...values: readonly (string | number)[]) => string;

function nameOf({ by, name, what }: Wish, t: Translate): string {
	if (by === "window") return what === "host" ? t("Host selected for this window") : t("Context selected for this window");
	if (by === "context") return t("Current context of the Docker CLI");
	return by === "setting" ? t("Setting {0}", code(name)) : t("Environment variable {0}", code(name));
}

function stepText(name: Step["name"], address: string | undefined, t: Translate): string {
	if (name === "ask") return t("Ask the engine for its version");
	if (!address) return t("Read the address");
	return name === "connect" ? t("Connect to {0}", address) : t("Read the address: {0}", address);
}

function wordsOf(outcome: Outcome, t: Translate): string {
	if (!outcome.isThere) return t("does not answer ({0})", outcome.cause);
	const [product, version, api] = [outcome.product, outcome.version, outcome.apiVersion].map((text) =>
		/^[\w .,:()+~-]*$/.test(text) ? text : code(plainText(text)),
	);
	return t("{0} {1} answers, over API {2}", product ?? "", version ?? "", api ?? "");
}

/** The paragraphs, and the buttons among them that are commands or links. */
function welcomeOf(cause: Cause, { contributes }: Manifest): { readonly text: readonly string[]; readonly links: readonly vscode.Command[] } {
	const lines = contributes.viewsWelcome.find(({ when }) => when === `hullwright.connection == ${cause}`)?.contents.split("\n") ?? [];
	const links = lines.flatMap((line) => {
		const [, title = "", target = ""] = /^\[(.+)\]\((.+)\)$/.exec(line) ?? [];
		const command = target.replace(/^command:/, "");
		// What the document has above it already.
		if (!target || command === "hullwright.diagnoseConnection" || command === "hullwright.refresh") return [];
		return [toCommand(title, target)];
	});
	return { text: lines.filter((line) => !line.startsWith("[")), links };
}

function toCommand(title: string, target: string): vscode.Command {
	if (!target.startsWith("command:")) return { title, command: "vscode.open", arguments: [target] };
	const [command = "", query] = target.slice("command:".length).split("?");
	return { title, command, arguments: query ? (JSON.parse(decodeURIComponent(query)) as unknown[]) : [] };
}
