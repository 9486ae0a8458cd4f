import { styleText } from "node:util";
import { widthOf } from "../../engine/lint/carets.ts";
import { toPlainText } from "../../engine/text/message.ts";

/** How a page is to look. `width` is the terminal's, in columns; absent: lines are as long as they are. */
export type PageLook = { readonly hasColors: boolean; readonly width?: number | undefined };

/** A rule's page, which is Markdown, as text for a terminal: headings stand out, code is indented, lines are wrapped, and no mark of Markdown is left. */
export function formatPage(markdown: string, look: PageLook): string {
	const blocks = markdown.trim().split(/^(```+)\w*\n([^]*?)^\1$/m);
	let text = "";
	// Text, fence and code take turns.
	for (let index = 0; index < blocks.length; index += 3) {
		text += prose(blocks[index] ?? "", look);
		text += indented(blocks[index + 2] ?? "");
	}
	return `${text.trim()}\n`;
}

const indented = (code: string): string => code.replace(/^(?=.)/gm, "    ");

function prose(text: string, look: PageLook): string {
	const lines = text
		.replace(/^\n/, "")
		.split("\n")
		.filter((line) => !/^(?:---|\[[^\]]*\]\([^)]*\))$/.test(line));
	return lines
		.map((line, index) => {
			if (line.startsWith("|")) return line.includes("---") || lines[index + 1]?.includes("---") ? undefined : row(line, look);
			const heading = /^#+ (.*)$/.exec(line)?.[1];
			if (heading !== undefined) return look.hasColors ? styleText("bold", inline(heading, look), { validateStream: false }) : inline(heading, look);
			return line.startsWith("- ") ? wrapped(inline(line, look), look, "  ") : wrapped(inline(line, look), look, "");
		})
		.filter((line) => line !== undefined)
		.join("\n")
		.replace(/\n{3,}/g, "\n\n");
}

/** An option, its default and what it does. */
function row(line: string, look: PageLook): string {
	const [name = "", value = "", description = ""] = line.slice(1, -1).split("|");
	return `${wrapped(`${styled(name.trim(), look)}: ${styled(value.trim(), look)}`, look, "    ")}\n${wrapped(`    ${inline(description.trim(), look)}`, look, "    ")}`;
}

const styled = (cell: string, look: PageLook): string => inline(look.hasColors ? cell : cell.replaceAll("`", ""), look);

function inline(text: string, { hasColors }: PageLook): string {
	const plain = text
		.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
		.replace(/(\*{1,2})(?=\S)([^*`]+)\1/g, "$2")
		.replace(/\*\*(`[^`]+`)\*\*/g, "$1");
	if (!hasColors) return toPlainText(plain);
	// Word by word, so that a line may end between them.
	return plain.replace(/`([^`]*)`/g, (_, code: string) => code.replace(/\S+/g, (word) => styleText("cyan", word, { validateStream: false })));
}

const escapes = /\u001B\[\d+m/g;
const columns = (text: string): number => [...text.replace(escapes, "")].reduce((sum, character) => sum + widthOf(character), 0);

/** At blanks, and between Chinese characters but not before punctuation. */
const pieces = /[ \t]+|[\u2E80-\u9FFF\uF900-\uFAFF][\u3000-\u303F\uFF00-\uFF60”…]*|[^ \t\u2E80-\u9FFF\uF900-\uFAFF]+/gu;

function wrapped(text: string, { width }: PageLook, indent: string): string {
	if (width === undefined || columns(text) <= width) return text;
	const lines: string[] = [];
	let line = "";
	for (const piece of text.match(pieces) ?? []) {
		if (line.trim() !== "" && columns((line + piece).trimEnd()) > width) {
			lines.push(line.trimEnd());
			line = indent + piece.trimStart();
		} else line += piece;
	}
	return [...lines, line.trimEnd()].join("\n");
}
