import { type Message, say } from "../../text/message.ts";
import type { Files, Suggestion } from "../template.ts";
import { isTable, parseToml, tableAt, textAt, valueAt } from "./toml.ts";

/** Minor versions of Python 3 that have a slim image, newest first. */
const minors = [14, 13, 12, 11, 10, 9, 8];

/** When a version's last security fix was due. */
const endOfLife: Readonly<Record<number, Message>> = { 8: say`October 2024`, 9: say`October 2025`, 10: say`October 2026` };

/** The versions that the project names, most trusted first. A patch version is left off: its image may never have been built for this Debian. */
export function suggestVersions({ texts }: Files): readonly Suggestion[] {
	const suggestions: Suggestion[] = [];
	const exact = (file: string, pattern: RegExp) => {
		const minor = pattern.exec(texts.get(file) ?? "")?.[1];
		if (minor) suggestions.push({ value: `3.${minor}`, where: file });
	};
	exact(".python-version", /^\s*(?:python-|cpython@?-?)?3\.(\d{1,2})/m);
	exact("runtime.txt", /^\s*python-3\.(\d{1,2})/m);
	exact(".tool-versions", /^\s*python\s+3\.(\d{1,2})/m);
	const requires = tableAt(parseToml(texts.get("Pipfile") ?? ""), "requires");
	const pinned = /^3\.(\d{1,2})/.exec(textAt(requires, "python_version") ?? textAt(requires, "python_full_version") ?? "")?.[1];
	if (pinned) suggestions.push({ value: `3.${pinned}`, where: "Pipfile" });

	const pyproject = parseToml(texts.get("pyproject.toml") ?? "");
	const poetry = valueAt(tableAt(pyproject, "tool", "poetry", "dependencies"), "python");
	const required =
		valueAt(tableAt(pyproject, "project"), "requires-python") ?? (isTable(poetry) ? valueAt(poetry, "version") : poetry) ?? setupRequirement(texts);
	if (typeof required === "string") {
		const minor = minors.find((candidate) => allows(required, candidate));
		if (minor !== undefined) suggestions.push({ value: `3.${minor}`, where: say`the newest that ${required} allows` });
	}
	return suggestions;
}

/** The part of an image's tag after the version: Debian's release there, for the oldest images stayed with the release before. */
export function distribution(version: string): string {
	return minorOf(version) <= 8 ? "slim-bookworm" : "slim-trixie";
}

export function versionNotes(version: string): readonly Message[] {
	const ended = endOfLife[minorOf(version)] ?? (minorOf(version) < 8 ? say`2023 or before` : undefined);
	return ended === undefined ? [] : [say`Python ${version} has had no security fixes since ${ended}: move to a newer one when you can.`];
}

function setupRequirement(texts: ReadonlyMap<string, string>): string | undefined {
	return /(?:^|[\s,(])python_requires\s*=\s*["']?([^"'\n#]+)/m.exec(`${texts.get("setup.cfg") ?? ""}\n${texts.get("setup.py") ?? ""}`)?.[1]?.trim();
}

/** Whether 3.`minor` meets a requirement in the words of PEP 440 or of Poetry. A clause that is not understood allows everything. */
function allows(requirement: string, minor: number): boolean {
	return requirement.split("||").some((alternative) =>
		alternative
			.split(/[,\s]+(?=[<>=!~^\d*])/)
			.filter(Boolean)
			.every((clause) => clauseAllows(clause.trim(), minor)),
	);
}

function clauseAllows(clause: string, minor: number): boolean {
	const parts = /^(===?|~=|!=|<=|>=|<|>|\^|~)?\s*(\d+)(?:\.(\d+|\*))?(?:\.(\d+|\*))?/.exec(clause);
	if (!parts) return true;
	const [, operator = "==", major, second, third] = parts;
	const given = second === undefined || second === "*" ? undefined : Number(second);
	const order = Number(major) !== 3 ? 3 - Number(major) : minor - (given ?? (operator === "==" || operator === "!=" ? minor : 0));
	switch (operator) {
		case "<":
			return order < 0 || (order === 0 && third !== undefined && third !== "0" && third !== "*");
		case "<=":
			return order <= 0;
		case ">":
			return order > 0 || (order === 0 && third !== undefined);
		case ">=":
		case "^":
			return order >= 0 && (operator === ">=" || Number(major) === 3);
		case "!=":
			return order !== 0 || (third !== undefined && third !== "*");
		case "~=":
			return third === undefined ? order >= 0 && Number(major) === 3 : order === 0;
		default:
			return order === 0;
	}
}

function minorOf(version: string): number {
	return Number(version.split(".")[1]);
}
