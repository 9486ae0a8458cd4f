import { rootImageOf, stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { type ImageUser, usersOf } from "../../../image/users.ts";
import { accountsOf } from "../../../shell/accounts.ts";
import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import { lineOf } from "./place.ts";

/** Who `app`, `1000` or `app:staff` is at the instruction: by the RUNs of the file, and by what is known of the base image. */
export function describeOwner(file: Dockerfile, instruction: Instruction, owner: string): readonly Message[] {
	const [user = "", group] = owner.split(":", 2);
	const about = [describeUser(file, instruction, user)];
	if (group === undefined && user !== "root")
		about.push(/^\d+$/.test(user) ? say`The group is the one with the same number.` : say`The group is the user's own.`);
	return about;
}

/** The same of a user alone. */
export function describeUser(file: Dockerfile, instruction: Instruction, user: string): Message {
	if (isRoot.test(user)) return say`Root.`;
	const known = findUser(file, instruction, user);
	if (known) return known;
	if (/^\d+$/.test(user)) return say`A number counts whether or not the image has a user for it.`;
	return say`Neither this file nor what is known of the base image tells of a user ${code(user)}; where the image has none, the build fails.`;
}

const isRoot = /^(?:root|[+-]?0*)$/;

/** Where a user comes from; undefined for root, and where nobody knows. */
export function findUser(file: Dockerfile, instruction: Instruction, user: string): Message | undefined {
	const stage = stageOf(file, instruction);
	if (isRoot.test(user) || !stage) return undefined;
	const isUser = ({ name, number }: ImageUser): boolean => name === user || number === user;
	const nameOf = ({ name, number }: ImageUser): string => code(number === undefined ? name : `${name} (${number})`);
	const made = accountsOf(file, stage).find(isUser);
	if (made) return say`The user ${nameOf(made)}, whom line ${lineOf(file, made.call.instruction.range.start)} makes.`;
	const image = rootImageOf(file, stage);
	const known = image === undefined ? undefined : usersOf(image).find(isUser);
	return image !== undefined && known ? say`The user ${nameOf(known)} of the base image ${code(image)}.` : undefined;
}
