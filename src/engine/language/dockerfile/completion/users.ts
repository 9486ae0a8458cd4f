import { accountsOf } from "../../../shell/accounts.ts";
import { instructionsOf } from "../../../dockerfile/instructions.ts";
import { rootImageOf, stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { usersOf } from "../../../image/users.ts";
import { say } from "../../../text/message.ts";
import type { Draft } from "../../completion.ts";

/** Who the file makes or names, and whom the base image is known to have. */
export function userCompletions(file: Dockerfile, { outer, typed }: { readonly outer: Instruction; readonly typed: string }): readonly Draft[] {
	const stage = stageOf(file, outer);
	const drafts = new Map<string, Draft>();
	const add = (label: string, detail: Draft["detail"], rank: number): void => {
		if (label !== "" && !drafts.has(label)) drafts.set(label, { label, kind: "user", ...(detail && { detail }), rank, commit: [":"] });
	};
	for (const { name, number } of stage ? accountsOf(file, stage) : []) {
		add(name, say`Made in this file`, 0);
		if (number !== undefined) add(number, name, 0);
	}
	for (const other of instructionsOf(file, "USER")) if (other !== outer) add(other.args[0]?.text ?? "", say`Used in this file`, 1);
	const image = stage && rootImageOf(file, stage);
	for (const { name, number } of image === undefined ? [] : usersOf(image)) {
		add(name, say`Known in the base image`, 2);
		if (number !== undefined) add(number, name, 2);
	}
	add("nobody", undefined, 3);
	add("1000", undefined, 3);
	add("root", undefined, 4);
	const group = /^([^:]+):/.exec(typed)?.[1];
	if (group === undefined) return [...drafts.values()];
	// Accounts mostly have a group of their own name.
	return [...new Set([group, ...drafts.keys()])].flatMap((name): readonly Draft[] => (name.includes(":") ? [] : [{ label: `${group}:${name}`, kind: "user" }]));
}

/** What files may be given to: a user with the group of the same name. */
export function ownerCompletions(file: Dockerfile, cursor: { readonly outer: Instruction; readonly typed: string }): readonly Draft[] {
	const users = userCompletions(file, cursor);
	if (cursor.typed.includes(":")) return users;
	return users.flatMap((draft): readonly Draft[] => (draft.label.includes(":") ? [draft] : [{ ...draft, label: `${draft.label}:${draft.label}` }, draft]));
}
