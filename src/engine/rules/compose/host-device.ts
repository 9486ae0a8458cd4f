import { rangeIn } from "../../compose/linted.ts";
import { entryOf } from "../../compose/value.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default composeRule({
	id: "host-device",
	peers: { cis: ["CIS-5.18"] },
	category: "security",
	severity: "off",
	strictSeverity: "info",
	title: "A service gets devices of the host",
	why: [
		"What is given under `devices` the container reads, writes and makes as it likes, unless the entry says less: a disk is then open to it past all files' rights.",
	],
	fixes: { never: "Which devices are needed is for you to say." },
	examples: [
		{
			bad: compose`
				services:
				  media:
				    image: jellyfin/jellyfin:10.10
				    devices:
				      - /dev/sda:/dev/sda
			`,
			good: compose`
				services:
				  media:
				    image: jellyfin/jellyfin:10.10
				    volumes:
				      - media:/media

				volumes:
				  media:
			`,
		},
	],
	needs: ["devices"],

	check(file) {
		const problems: Problem[] = [];
		for (const { value: service } of file.services) {
			const devices = entryOf(service, "devices");
			if (devices?.kind !== "sequence") continue;
			for (const item of devices.items) {
				const at = rangeIn(file, item);
				if (at) problems.push({ at, message: say`the container gets a device of the host` });
			}
		}
		return problems;
	},
});
