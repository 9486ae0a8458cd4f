import { literalOf } from "../../compose/linted.ts";
import { removal } from "../../compose/rewrite/remove.ts";
import { entryOf } from "../../compose/value.ts";
import { type Danger, dangerOf } from "../../image/capabilities.ts";
import { managesNetwork, watchesHost } from "../../image/host-tools.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { type Message, say } from "../../text/message.ts";
import { capabilitiesIn } from "../compose-capabilities.ts";
import { namedImage } from "../compose-images.ts";

export default composeRule({
	id: "dangerous-capability",
	peers: { kics: ["ce76b7d0"] },
	category: "security",
	severity: "warning",
	title: "A service gets a capability that leads to the host",
	why: [
		"Some capabilities are as good as the whole host to whoever breaks into the container: with `SYS_ADMIN` it mounts the host's disks, with `SYS_MODULE` it loads code into the kernel.",
		"`NET_ADMIN` is among them where the network is the host's own, and the image is not made for that.",
	],
	fixes: { onRequest: "The capability is removed.", never: "It is used elsewhere by an anchor." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    cap_add:
				      - SYS_ADMIN
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
			`,
		},
	],
	needs: ["cap_add"],

	*check(file) {
		for (const { value: service } of file.services) {
			const image = namedImage(service);
			const changesNetwork = literalOf(entryOf(service, "network_mode")) === "host" && !(image && managesNetwork(image.reference));
			for (const { at, text, name } of capabilitiesIn(file, service, "cap_add")) {
				const danger = name === "NET_ADMIN" && changesNetwork ? "network" : dangerOf(name);
				if (!danger || (name !== "ALL" && image && watchesHost(image.reference))) continue;
				const edit = removal(file, at);
				yield { at, message: messages[danger](text), ...(edit && { fix: { title: say`Remove \`${text}\``, edits: [edit], safe: false } }) };
			}
		}
	},
});

const messages: Readonly<Record<Danger | "network", (text: string) => Message>> = {
	everything: (text) => say`\`${text}\` gives the container every capability`,
	mounts: (text) => say`with \`${text}\` the container can mount the disks of the host`,
	modules: (text) => say`with \`${text}\` the container can load code into the kernel`,
	memory: (text) => say`with \`${text}\` the container can read and change the memory of other processes`,
	files: (text) => say`with \`${text}\` the container can read every file of the host`,
	devices: (text) => say`with \`${text}\` the container can write to the devices of the host`,
	kernel: (text) => say`with \`${text}\` the container can run programs in the kernel`,
	network: (text) => say`with \`${text}\` in the host's network the container can change that network`,
};
