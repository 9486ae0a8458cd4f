import { baseImage } from "../../../image/base-images.ts";
import { usersOf } from "../../../image/users.ts";
import { type Message, say } from "../../../text/message.ts";
import { code, listed } from "../../markdown.ts";

/** What is known of an image without asking anybody: a sentence each; nothing of most images. */
export function describeBaseImage(image: string): readonly Message[] {
	const { user, workdir, runs, stopSignal } = baseImage(image);
	const accounts = usersOf(image).map(({ name, number }) => (number === undefined ? code(name) : code(`${name} (${number})`)));
	const facts: Message[] = [];
	if (user === "root") facts.push(say`Its containers run as root.`);
	if (user === "drops") facts.push(say`Its containers start as root, and what they run goes on as somebody else.`);
	if (user === "other") facts.push(say`Its containers do not run as root.`);
	if (accounts.length > 0) facts.push(say`It has for the application: ${listed(accounts)}.`);
	if (workdir !== undefined) facts.push(say`Its working directory is ${code(workdir)}.`);
	if (runs) facts.push(say`It starts a server by itself.`);
	if (stopSignal !== undefined && stopSignal !== "SIGTERM") facts.push(say`\`docker stop\` sends it ${code(stopSignal)}.`);
	return facts;
}
