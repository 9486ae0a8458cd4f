import type { HistoryEntry } from "../docker/actions/images.ts";
import { sizeText } from "../engine/text/size.ts";
import type { Translate } from "./explorer/kind.ts";

/** The steps that an image was made of, the last one first, as a table of plain text. Lines of an instruction stay below each other. */
export function historyText(name: string, steps: readonly HistoryEntry[], t: Translate): string {
	const total = steps.reduce((sum, { size }) => sum + size, 0);
	const head = [
		t("History of {0}", name),
		steps.length === 1 ? t("1 step, {0}", sizeText(total)) : t("{0} steps, {1}", steps.length, sizeText(total)),
		t("The last step stands first. An id is there where the step is an image of its own; tags are those of that image."),
	];
	const rows = steps.map((step) => [dayOf(step.created), step.size > 0 ? sizeText(step.size) : "–", idOf(step), instructionOf(step)] as const);
	const titles = [t("Created"), t("Size"), t("Id"), t("Instruction")] as const;
	const widths = [0, 1, 2].map((column) => Math.max(...[titles, ...rows].map((row) => (row[column] ?? "").length)));
	const line = (row: readonly string[]): string => {
		const [created = "", size = "", id = "", instruction = ""] = row;
		const before = `${created.padEnd(widths[0] ?? 0)}  ${size.padStart(widths[1] ?? 0)}  ${id.padEnd(widths[2] ?? 0)}  `;
		return `${before}${instruction.replaceAll("\n", `\n${" ".repeat(before.length)}`)}`.trimEnd();
	};
	return `${[...head, "", line(titles), ...rows.map(line)].join("\n")}\n`;
}

/** Builds that can be repeated date their steps with the beginning of time. */
const dayOf = (created: number): string => (created > 0 ? new Date(created * 1000).toISOString().slice(0, 10) : "–");

const idOf = ({ id, tags }: HistoryEntry): string => [...(id ? [id.replace(/^sha256:/, "").slice(0, 12)] : ["–"]), ...tags].join(" ");

/** As it would stand in a Dockerfile, without what the two builders put around it. */
function instructionOf({ createdBy, comment }: HistoryEntry): string {
	const text = createdBy
		.replace(/[^\P{Cc}\n\t]|[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, "")
		.replace(/\s+# buildkit$/, "")
		.replace(/^\/bin\/sh -c #\(nop\)\s+/, "")
		.replace(/^(?:RUN )?(?:\|\d+ .*? )?\/bin\/sh -c /s, "RUN ")
		.trim();
	return text || comment || "–";
}
