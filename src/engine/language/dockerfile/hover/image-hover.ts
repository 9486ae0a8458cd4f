import { baseImage } from "../../../image/base-images.ts";
import type { LocalImage, LocalImageAnswer } from "../../../image/local-image.ts";
import { fullReference, parseImageReference } from "../../../image/reference.ts";
import { usersOf } from "../../../image/users.ts";
import { type Message, say } from "../../../text/message.ts";
import { sizeText } from "../../../text/size.ts";
import type { About } from "../../hover.ts";
import { code, listed } from "../../markdown.ts";
import { quotedWord } from "./command-facts.ts";

/** Asks what an engine knows of an image. */
export type AskEngine = (image: string) => LocalImageAnswer;

/** Its name in full, and a list of what is known of it. */
export function describeImage(image: string, ask: AskEngine): Pick<About, "about" | "list"> {
	const full = fullReference(image);
	return { about: [image === full ? say`Image ${code(image)}` : say`Image ${code(image)}, in full ${code(full)}`], list: imageFacts(image, ask) };
}

/** What the engine tells of an image, and what is known of it without asking anybody: a sentence each. */
export function imageFacts(image: string, ask: AskEngine): readonly Message[] {
	const local = ask(image);
	if (local === undefined) return knownFacts(image, undefined);
	if (local === "absent") return [...knownFacts(image, undefined), say`The local engine does not have it.`];
	return [...localFacts(local), ...knownFacts(image, local)];
}

/** What images are known to do, but for what the engine has told. Nothing of most images. */
function knownFacts(image: string, local: LocalImage | undefined): readonly Message[] {
	const reference = parseImageReference(image);
	const { user, workdir, runs, stopSignal } = baseImage(image, reference);
	const accounts = usersOf(image, reference).map(({ name, number }) => (number === undefined ? code(name) : code(`${name} (${number})`)));
	const facts: Message[] = [];
	if (user === "root" && !local) facts.push(say`Its containers run as root.`);
	if (user === "drops" && (local?.user ?? "") === "") facts.push(say`Its containers start as root, and what they run goes on as somebody else.`);
	if (user === "other" && !local) facts.push(say`Its containers do not run as root.`);
	if (accounts.length > 0) facts.push(say`It has for the application: ${listed(accounts)}.`);
	if (workdir !== undefined && !local) facts.push(say`Its working directory is ${code(workdir)}.`);
	if (runs) facts.push(say`It starts a server by itself.`);
	if (stopSignal !== undefined && stopSignal !== "SIGTERM" && !local) facts.push(say`\`docker stop\` sends it ${code(stopSignal)}.`);
	return facts;
}

function localFacts({
	user,
	ports,
	entrypoint,
	cmd,
	workdir,
	platform,
	size,
	created,
	digest,
	volumes,
	stopSignal,
	hasHealthcheck,
}: LocalImage): readonly Message[] {
	const who = code(user || "root");
	const facts = [
		say`In the local engine: ${code(platform)}, ${sizeText(size)}${created ? say`, created on ${created.day} (${ageOf(created.daysAgo)})` : ""}, ${code(digest)}`,
	];
	facts.push(workdir === "" ? say`Its containers run as ${who}.` : say`Its containers run as ${who}, in ${code(workdir)}.`);
	const [program, given] = [entrypoint, cmd].map((words) => code(words.map(quotedWord).join(" ")));
	if (entrypoint.length > 0 && cmd.length > 0) facts.push(say`They run ${program ?? ""} with ${given ?? ""}.`);
	else if (entrypoint.length + cmd.length > 0) facts.push(say`They run ${(entrypoint.length > 0 ? program : given) ?? ""}.`);
	if (ports.length > 0) facts.push(say`It exposes ${listed(ports.slice(0, mostListed).map(code))}.`);
	if (volumes.length > 0) facts.push(say`It has volumes at ${listed(volumes.slice(0, mostListed).map(code))}.`);
	if (stopSignal !== "" && stopSignal !== "SIGTERM") facts.push(say`\`docker stop\` sends it ${code(stopSignal)}.`);
	if (hasHealthcheck) facts.push(say`It has a health check.`);
	return facts;
}

/** Of ports and the like no more are named. */
const mostListed = 8;

function ageOf(days: number): Message {
	if (days < 2) return say`less than two days ago`;
	if (days < 61) return say`${days} days ago`;
	if (days < 731) return say`${Math.floor(days / 30.44)} months ago`;
	return say`${Math.floor(days / 365.25)} years ago`;
}
