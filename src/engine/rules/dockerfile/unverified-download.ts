import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { fetchedLinks } from "../../shell/fetched-links.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "unverified-download",
	category: "security",
	severity: "off",
	title: "A download is used without a look at its sum",
	why: [
		"Whoever can change what the server hands out, or has taken its name, runs programs in the image, and nobody notices.",
		"A checksum (`ADD --checksum=sha256:…`, `sha256sum -c`) or a signature says whether it is still what it was when somebody looked at it.",
	],
	fixes: { never: "The sum has to be known." },
	examples: [
		{
			bad: dockerfile`
				FROM debian:12
				ADD https://example.com/app.tar.gz /tmp/
			`,
			good: dockerfile`
				FROM debian:12
				ADD --checksum=sha256:ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356 https://example.com/app.tar.gz /tmp/
			`,
		},
	],

	needs: ["ADD", "curl", "wget"],
	check(file) {
		const problems: Problem[] = [];
		for (const { at, use, instruction } of fetchedLinks(file)) {
			if (use === "checked" || (use === "kept" && instruction.keyword !== "ADD")) continue;
			const message =
				use === "run"
					? say`this is run as it comes, without a look at its sum or signature`
					: use === "unpacked"
						? say`this is unpacked as it comes, without a look at its sum or signature`
						: say`this is taken as it comes, without \`--checksum\``;
			problems.push({ at, message });
		}
		return problems;
	},
});
