import { baseReferenceOf, stageReferences, stagesOf } from "../../dockerfile/stages.ts";
import { parseImageReference } from "../../image/reference.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "untrusted-base-image",
	peers: {
		hadolint: [{ id: "DL3026", severity: "error" }],
		tally: ["hadolint/DL3026"],
	},
	category: "security",
	severity: "off",
	title: "An image comes from a registry that is not trusted",
	why: [
		"Who may put an image into a registry decides what is in yours.",
		"A list of the registries that your organisation trusts keeps others out, also where they come in by a variable's default.",
	],
	fixes: { never: "Where to take the image from instead is for you to decide." },
	options: {
		trustedRegistries: {
			default: ["docker.io", "ghcr.io", "quay.io", "mcr.microsoft.com"],
			strict: [],
			hadolint: [],
			description: "Registries from which images may come; `*` stands for any beginning or end. All are trusted where the list is empty.",
		},
	},
	examples: [
		{
			bad: dockerfile`
				FROM registry.example.com/debian:12
			`,
			good: dockerfile`
				FROM debian:12
			`,
		},
	],

	check(file, { options: { trustedRegistries } }) {
		const problems: Problem[] = [];
		if (trustedRegistries.length === 0) return problems;
		for (const stage of stagesOf(file)) {
			const known = stage.parent ? undefined : baseReferenceOf(file, stage);
			if (!stage.image || !known || known.repository === "scratch" || isTrusted(known.registry, trustedRegistries)) continue;
			problems.push({ at: stage.image, message: say`\`${known.registry ?? "docker.io"}\` is not among the trusted registries` });
		}
		for (const { stage, to } of stageReferences(file)) {
			// A name without more may be a context that the build is given.
			if (stage || !/[/:]/.test(to.text) || to.text.includes("$")) continue;
			const { registry } = parseImageReference(to.text);
			if (!isTrusted(registry, trustedRegistries)) problems.push({ at: to, message: say`\`${registry ?? "docker.io"}\` is not among the trusted registries` });
		}
		return problems;
	},
});

const isTrusted = (registry: string | undefined, trusted: readonly string[]): boolean =>
	trusted.some((pattern) => {
		const name = registry ?? "docker.io";
		if (pattern === "*" || pattern === name || (registry === undefined && pattern === "hub.docker.com")) return true;
		if (pattern.startsWith("*")) return name.endsWith(pattern.slice(1));
		return pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1));
	});
