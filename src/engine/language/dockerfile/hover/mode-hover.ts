import { type Message, type MessageValue, say } from "../../../text/message.ts";
import { code, listed } from "../../markdown.ts";

/** Who may do what by a mode such as `755` or `u=rwX,go=rX`; nothing of what is none. `isForFiles`: the mode is given to what is copied, folders among it. */
export function describeMode(mode: string, isForFiles: "copied files" | "one file"): readonly Message[] {
	const octal = /^0*([0-7]{1,4})$/.exec(mode)?.[1];
	if (octal !== undefined) return describeOctal(Number.parseInt(octal, 8), isForFiles === "copied files");
	const clauses = mode.split(",");
	if (!clauses.every((clause) => symbolic.test(clause))) return [];
	return clauses.flatMap(describeClause);
}

const symbolic = /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+$/;

function describeOctal(mode: number, hasFolders: boolean): readonly Message[] {
	const [owner = 0, group = 0, others = 0] = [mode >> 6, mode >> 3, mode].map((digit) => digit & 7);
	const letters = [owner, group, others].map((digit) => `${digit & 4 ? "r" : "-"}${digit & 2 ? "w" : "-"}${digit & 1 ? "x" : "-"}`).join("");
	const said = [say`${code(letters)}: the owner may ${rights[owner] ?? ""}, the group ${rights[group] ?? ""}, all others ${rights[others] ?? ""}.`];
	if (mode & 0o4000) said.push(say`Whoever starts the program, it runs as the file's owner (setuid).`);
	if (mode & 0o2000)
		said.push(say`Whoever starts the program, it runs as the file's group, and what is made in such a folder belongs to the folder's (setgid).`);
	if (mode & 0o1000) said.push(say`In such a folder only its owner may remove a file (sticky).`);
	if (hasFolders && (owner & 1) === 0) said.push(say`Folders that are copied get the same mode, and without the right to run nobody but root enters them.`);
	return said;
}

/** By the digit. */
const rights: readonly Message[] = [
	say`nothing at all`,
	say`run`,
	say`write`,
	say`write and run`,
	say`read`,
	say`read and run`,
	say`read and write`,
	say`read, write and run`,
];

function describeClause(clause: string): readonly Message[] {
	const [who = ""] = /^[ugoa]*/.exec(clause) ?? [];
	const people = who === "" || who.includes("a") || new Set(who).size === 3 ? say`everybody` : listed([...new Set(who)].map((letter) => persons[letter] ?? ""));
	return Array.from(clause.matchAll(/([-+=])([rwxXst]*|[ugo])(?=[-+=]|$)/g), ([, operator, given = ""]): Message => {
		const right = /^[ugo]$/.test(given)
			? say`what ${persons[given] ?? ""} may`
			: given === ""
				? say`nothing at all`
				: listed([...new Set(given)].map((letter) => letters[letter] ?? ""));
		if (operator === "+") return say`${code(clause)}: besides what they may in the source, ${people} may ${right}.`;
		if (operator === "-") return say`${code(clause)}: other than in the source, ${people} may not ${right}.`;
		return say`${code(clause)}: ${people} may ${right}, and no more.`;
	});
}

const persons: Readonly<Record<string, MessageValue>> = { u: say`the owner`, g: say`the group`, o: say`all others` };
const letters: Readonly<Record<string, MessageValue>> = {
	r: say`read`,
	w: say`write`,
	x: say`run`,
	X: say`enter folders and run what somebody may run already`,
	s: say`lend their rights to the program (setuid, setgid)`,
	t: say`remove their own files alone (sticky)`,
};
