import { argumentWords } from "../../dockerfile/argument-words.ts";
import { dockerfile, dockerfileRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";

export default dockerfileRule({
	id: "docker-socket-volume",
	peers: { semgrep: ["dockerfile-dockerd-socket-mount"] },
	category: "security",
	severity: "warning",
	title: "A volume lies over Docker's socket",
	why: [
		"`VOLUME` makes an empty folder of its own at that path, so no socket is there for who counts on it.",
		"And who mounts the host's socket instead gives the container all of the host, for by it containers are started as root.",
	],
	fixes: { never: "Whether a socket is needed at all, only whoever runs the container can decide." },
	examples: [
		{
			bad: dockerfile`
				FROM docker:28-cli
				VOLUME /var/run/docker.sock
			`,
			good: dockerfile`
				FROM docker:28-cli
				VOLUME /data
			`,
		},
	],

	needs: ["VOLUME"],
	check(file) {
		const problems: Problem[] = [];
		for (const { word, value: path = "" } of argumentWords(file, "VOLUME")) {
			if (!socket.test(path)) continue;
			problems.push({ at: word, message: say`a volume at \`${path}\` gives no access to Docker, and the host's socket there would give all of the host` });
		}
		return problems;
	},
});

/** Also with the host's path before it, as it is written for `docker run`. */
const socket = /(?:^|:)\/(?:var\/)?run\/(?:docker|podman\/podman|containerd\/containerd)\.sock(?:$|:)/;
