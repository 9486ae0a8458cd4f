import { mountsIn, sourceRange } from "../../compose/facts/mounts.ts";
import { type LintedCompose, relativeTo } from "../../compose/linted.ts";
import { watchesHost } from "../../image/host-tools.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { pulledImage } from "../compose-images.ts";

export default composeRule({
	id: "sensitive-host-mount",
	peers: { kics: ["1c1325ff"], cis: ["CIS-5.6"] },
	category: "security",
	severity: "warning",
	title: "A folder of the host's system, or its user's keys, is mounted",
	why: [
		"Who can write to `/etc`, `/usr` or `/` of the host owns it, and who can read it has its passwords and keys: breaking into this one service is enough.",
		"Mount the one file or folder that is needed, read-only. What is made to watch its host, such as node-exporter, may read all of it.",
	],
	fixes: { never: "What the service needs of the folder, only who wrote the file knows." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - /etc:/host/etc
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    volumes:
				      - /etc/localtime:/etc/localtime:ro
			`,
		},
	],
	options: { below: { default: false, strict: true, description: "Whether what lies directly in such a folder is reported, too, such as `/etc/ssl`." } },
	needs: ["volumes"],

	*check(file, { options: { below } }) {
		for (const each of mountsIn(file)) {
			const { mount, at } = each;
			const { source } = mount;
			if (mount.type !== "bind" || source === undefined || file.text.slice(at.start, at.end).includes("$")) continue;
			const image = pulledImage(each.service.value);
			if (mount.isReadOnly && image && watchesHost(image.reference)) continue;
			// The kernel shows little more there than it shows every container.
			if (mount.isReadOnly && /^\/(?:proc|sys)$/.test(source)) continue;
			const parent = source.slice(0, source.lastIndexOf("/"));
			const isSystem = (system.has(source) && source !== file.files.home) || (below && system.has(parent) && !(harmless.test(source) && mount.isReadOnly));
			if (!isSystem && !isOfKeys(file, source)) continue;
			const message = isSystem
				? say`\`${source}\` is a folder of the host's system`
				: say`\`${source.slice(source.lastIndexOf("/") + 1)}\` holds keys of the user`;
			yield { at: sourceRange(file, each), message };
		}
	},
});

const system: ReadonlySet<string> = new Set(
	"/ /bin /boot /dev /etc /lib /lib64 /proc /root /run /sbin /sys /usr /usr/bin /usr/lib /usr/sbin /var /var/lib /var/lib/docker /var/run".split(" "),
);

/** Read-only. */
const harmless = /^\/etc\/(?:localtime|timezone|machine-id|os-release|hostname)$|^\/usr\/share\/|^\/var\/log\//;

/** In the user's home; what lies beside the file is the project's own. */
function isOfKeys(file: LintedCompose, source: string): boolean {
	if (!/\/\.(?:aws|azure|gnupg|kube|ssh)$/.test(source)) return false;
	return relativeTo(file, source)?.startsWith("..") !== false;
}
