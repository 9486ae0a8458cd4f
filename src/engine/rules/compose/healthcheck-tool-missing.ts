import type { LintedCompose } from "../../compose/linted.ts";
import type { Mapping } from "../../compose/value.ts";
import { baseImageOf, baseReferenceOf, rootOf } from "../../dockerfile/stages.ts";
import { byBash, probeOf } from "../../image/probes.ts";
import type { ImageReference } from "../../image/reference.ts";
import { lacksClient, missingPrograms, type ShippedProgram } from "../../image/shipped-programs.ts";
import { compose, composeRule, type Fix, type Problem } from "../../lint/rule.ts";
import type { ShellCommand } from "../../shell/shell-command.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";
import { mayHave } from "../brought-programs.ts";
import { buildOf } from "../compose-builds.ts";
import { hasChosenBase, type HealthTest, healthTest } from "../compose-health.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "healthcheck-tool-missing",
	category: "correctness",
	severity: "warning",
	title: "A health check needs a program that the image does not have",
	why: [
		"A health check runs in the container, with what is in its image. Without its program it fails each time: the container is unhealthy for ever, and who waits for it never starts.",
		"Many images have no `curl`: those of databases bring a program of their own, Alpine has `wget`, and most have `bash`, which can ask by itself.",
	],
	fixes: {
		onRequest: "The image is asked by what it has.",
		never: "The image has nothing that could ask, or the command says more than what is asked for.",
	},
	examples: [
		{
			bad: compose`
				services:
				  models:
				    image: ollama/ollama:0.11.4
				    healthcheck:
				      test: ["CMD", "curl", "-f", "http://localhost:11434/"]
			`,
			good: compose`
				services:
				  models:
				    image: ollama/ollama:0.11.4
				    healthcheck:
				      test: ["CMD", "ollama", "list"]
			`,
		},
		{
			bad: compose`
				services:
				  proxy:
				    image: traefik:v3.5
				    healthcheck:
				      test: curl -f http://localhost:8080/ping || exit 1
			`,
			good: compose`
				services:
				  proxy:
				    image: traefik:v3.5
				    healthcheck:
				      test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/ping"]
			`,
		},
	],
	needs: [["healthcheck", "test"]],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const test = healthTest(service, file);
			const image = test && knownImage(service, file);
			if (!test || !image) continue;
			const [command, next] = test.commands;
			const name = command?.name;
			if (image.missing.includes("sh") && test.isScript) {
				problems.push({ at: test.at, message: say`\`${image.text}\` has no shell that could run this` });
				continue;
			}
			if (!command?.program || name === undefined || command.wrappers.length > 0 || isTriedOtherwise(next)) continue;
			if (!image.missing.some((each) => each === name) && !(image.isPulled && lacksClient(name, image.reference))) continue;
			const { start, end } = command.program;
			const fix = otherProbe(test, command, image);
			problems.push({
				at: test.isPlaced ? { start, end } : test.at,
				message: say`\`${image.text}\` has no \`${name}\`, so that this fails each time`,
				...(fix && { fix }),
			});
		}
		return problems;
	},
});

type KnownImage = { readonly text: string; readonly reference: ImageReference; readonly missing: readonly ShippedProgram[]; readonly isPulled: boolean };

function knownImage(service: Mapping, file: LintedCompose): KnownImage | undefined {
	const build = buildOf(service, file);
	if (!build) {
		const image = pulledImage(service);
		return image?.isFixed
			? { text: image.text, reference: image.reference, missing: missingPrograms(image.text, image.reference) ?? [], isPulled: true }
			: undefined;
	}
	const { dockerfile, stage } = build;
	if (!dockerfile || !stage || hasChosenBase(build)) return undefined;
	const root = rootOf(dockerfile, stage);
	const [text, reference] = [baseImageOf(dockerfile, root), baseReferenceOf(dockerfile, root)];
	if (text === undefined || !reference) return undefined;
	const missing = (missingPrograms(text, reference) ?? []).filter((name) => !mayHave(dockerfile, stage, name));
	return { text, reference, missing, isPulled: false };
}

/** Whether something else is asked where the first fails. */
const isTriedOtherwise = (next: ShellCommand | undefined): boolean =>
	next?.joint === "||" && next.name !== undefined && !/^(?:exit|false|kill|echo|true|return)$/.test(next.name);

/** By the image's own probe, or for what curl asks for, by what the image has. */
function otherProbe({ at }: HealthTest, { args }: ShellCommand, { reference, missing, isPulled }: KnownImage): Fix | undefined {
	const own = isPulled ? probeOf(reference)?.test : undefined;
	const probe =
		own ??
		webProbe(
			args.map(({ value }) => value),
			missing,
		);
	return probe === undefined ? undefined : { title: say`Ask by what the image has`, edits: [replace(at, probe)], safe: false };
}

function webProbe(args: readonly (string | undefined)[], missing: readonly ShippedProgram[]): string | undefined {
	const urls = args.filter((value) => value !== undefined && /^https?:\/\//.test(value));
	const [, port = "80", path = "/"] = /^http:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?(\/[^\s'"\\$]*)?$/.exec(urls[0] ?? "") ?? [];
	const isPlain = args.every((value) => value !== undefined && (urls.includes(value) || plainOption.test(value)));
	if (urls.length !== 1 || !isPlain || !/^http:\/\/(?:localhost|127|0\.0)/.test(urls[0] ?? "")) return undefined;
	if (!missing.includes("wget")) return `["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:${port}${path}"]`;
	return missing.includes("bash") ? undefined : byBash(Number(port), path);
}

/** What means that a failure is one, and says less. */
const plainOption = /^(?:-[fsSLqk]+|--(?:fail|silent|show-error|location|spider|quiet|tries=1|no-verbose))$/;
