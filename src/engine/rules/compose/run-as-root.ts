import { literalOf, rangeIn, type LintedCompose } from "../../compose/linted.ts";
import { mountsOf } from "../../compose/facts/mounts.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf, type Mapping } from "../../compose/value.ts";
import { entryRangeIn } from "../../compose/linted.ts";
import { rootBaseOf } from "../../dockerfile/stages.ts";
import { startingInstructions } from "../../dockerfile/start.ts";
import { stateAtEnd } from "../../dockerfile/state.ts";
import { userOf } from "../../dockerfile/users.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { baseImage } from "../../image/base-images.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { mayGiveUpRoot } from "../../shell/giving-up-root.ts";
import { say } from "../../text/message.ts";
import { buildOf, type ComposeBuild } from "../compose-builds.ts";
import { isWaitedToEnd } from "../compose-dependencies.ts";
import { hasChosenBase } from "../compose-health.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "run-as-root",
	peers: { cis: ["CIS-4.1"], owasp: ["OWASP-RULE-2"] },
	category: "security",
	severity: "warning",
	title: "A service runs as root",
	why: [
		"Who breaks into a process that runs as root owns everything in its container, and is one mistake away from the host.",
		"Files that root writes to a folder of the host belong to root there, too.",
	],
	options: {
		builtImages: {
			default: false,
			strict: true,
			description: "Report also services without `user` whose Dockerfile ends as root, which is told in the Dockerfile, too.",
		},
	},
	fixes: {
		onRequest: "`user` is removed, where the image has a user of its own.",
		never: "The image runs as root by itself, or nobody looked.",
	},
	examples: [
		{
			bad: compose`
				services:
				  metrics:
				    image: grafana/grafana:12.1.0
				    user: root
			`,
			good: compose`
				services:
				  metrics:
				    image: grafana/grafana:12.1.0
			`,
		},
	],

	check(file, { options: { builtImages } }) {
		const problems: Problem[] = [];
		const told = new Set<number>();
		for (const { name, at, value: service } of file.services) {
			const user = entryOf(service, "user");
			const text = user?.kind === "integer" ? String(user.value) : literalOf(user);
			const place = rangeIn(file, user);
			// What is done once, before others start, is often done by root on purpose.
			if (place && text !== undefined && isRoot.test(text) && !told.has(place.start) && !isWaitedToEnd(file, name) && !hasEngine(service)) {
				told.add(place.start);
				const entry = entryRangeIn(file, service, "user");
				const edit = entry && hasOwnUser(file, service) ? removal(file, entry) : undefined;
				problems.push({
					at: place,
					message: say`everything in \`${name}\` runs as root`,
					...(edit && { fix: { title: say`Leave it to the image's own user`, edits: [edit], safe: false } }),
				});
			}
			if (!builtImages || user) continue;
			const build = buildOf(service, file);
			if (build && !hasChosenBase(build) && endsAsRoot(build)) problems.push({ at, message: say`\`${name}\` runs as root, as its Dockerfile ends` });
		}
		return problems;
	},
});

/** As Docker reads it, with a group or without. */
const isRoot = /^(?:root|0+)(?::|$)/;

/** What has the engine has the whole host, whoever it runs as, and what reads its files has to be root. */
const hasEngine = (service: Mapping): boolean => mountsOf(service).some(({ source }) => source !== undefined && ofEngine.test(source));

const ofEngine = /\/docker\.sock$|^\/var\/(?:lib|run)\/docker(?:\/|$)/;

function hasOwnUser(file: LintedCompose, service: Mapping): boolean {
	const build = buildOf(service, file);
	if (!build) {
		const image = pulledImage(service);
		return image !== undefined && baseImage(image.text, image.reference).user === "other";
	}
	const { dockerfile, stage } = build;
	const user = dockerfile && stage && stateAtEnd(dockerfile, stage).user;
	return dockerfile !== undefined && user !== undefined && userOf(dockerfile, user)?.isRoot === false;
}

function endsAsRoot({ dockerfile, stage }: ComposeBuild): boolean {
	if (!dockerfile || !stage || isWindowsStage(dockerfile, stage) || mayGiveUpRoot(dockerfile, stage)) return false;
	const { user } = stateAtEnd(dockerfile, stage);
	if (user) return userOf(dockerfile, user)?.isRoot ?? false;
	const base = rootBaseOf(dockerfile, stage);
	return base?.user === "root" && (startingInstructions(dockerfile, stage).length > 0 || base.runs === true);
}
