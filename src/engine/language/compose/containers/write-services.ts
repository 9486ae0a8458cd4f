import { type Catalogue, plainTextOf } from "../../../text/message.ts";
import { writeYaml } from "../../../yaml/write-yaml.ts";
import type { Plain, ServiceDraft } from "./service-draft.ts";

/** A Compose file with the services; what it cannot say stands in comments above them. */
export function writeServices(drafts: readonly ServiceDraft[], catalogue?: Catalogue): string {
	const services = drafts.map((draft) => serviceLines(draft, catalogue).join("\n")).join("\n\n");
	const sections = (["volumes", "networks"] as const).map((section) => {
		const held: { readonly [name: string]: Plain } = Object.assign({}, ...drafts.map((draft) => draft[section]));
		return Object.keys(held).length > 0 ? `\n${section}:\n${indented(sectionLines(held)).join("\n")}\n` : "";
	});
	return `services:\n${services}\n${sections.join("")}`;
}

/** From the name on, indented by two blanks. */
export function serviceLines({ name, service, notes }: ServiceDraft, catalogue?: Catalogue): readonly string[] {
	const comments = notes.map((note) => `# ${plainTextOf(note, catalogue).replaceAll(/\s*\n\s*/g, " ")}`);
	return indented([...comments, ...yamlLines({ [name]: withStartPeriod(service) })]);
}

/** Of a check whose `start_interval` counts in no time at all, Compose makes no container until that is said. https://github.com/moby/moby/issues/48874 */
function withStartPeriod(service: ServiceDraft["service"]): ServiceDraft["service"] {
	const check = (service["healthcheck"] ?? {}) as { readonly [key: string]: Plain | undefined };
	if (check["start_interval"] === undefined || check["start_period"] !== undefined) return service;
	return { ...service, healthcheck: { ...check, start_period: "0s" } };
}

/** The entries of a section, not indented. */
export const sectionLines = (held: { readonly [name: string]: Plain }): readonly string[] => yamlLines(held);

/** Ports stand in quotes, for to older readers they are numbers of base 60. */
const yamlLines = (value: Plain): readonly string[] =>
	writeYaml(value)
		.replace(/\n$/, "")
		.replace(/: null$/gm, ":")
		.replace(/^( *- )([\d.]*:?\d[\d:-]*(?:\/\w+)?)$/gm, '$1"$2"')
		.split("\n");

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => (line === "" ? "" : `  ${line}`));
