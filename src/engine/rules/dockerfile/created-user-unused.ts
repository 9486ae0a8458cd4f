import { stagesOf } from "../../dockerfile/stages.ts";
import { dockerfile, dockerfileRule } from "../../lint/rule.ts";
import { unusedAccount } from "../../shell/unused-account.ts";
import { say } from "../../text/message.ts";
import { runAs } from "../run-as.ts";

export default dockerfileRule({
	id: "created-user-unused",
	peers: { tally: ["tally/user-created-but-never-used"] },
	category: "security",
	severity: "warning",
	title: "A user is made, and the container runs as root all the same",
	why: [
		"An account alone changes nothing: until a `USER` names it, the container's process is root.",
		"Who breaks into a process that runs as root owns everything in its container, and is one mistake away from the host.",
	],
	fixes: {
		onRequest: "The user may lack rights that root had.",
		never: "The stage ends with no `CMD` or `ENTRYPOINT` of its own.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM python:3.13-slim
				RUN useradd app
				COPY app.py .
				CMD ["python", "app.py"]
			`,
			good: dockerfile`
				FROM python:3.13-slim
				RUN useradd app
				COPY app.py .
				USER app
				CMD ["python", "app.py"]
			`,
		},
	],

	needs: ["useradd", "adduser"],
	check(file) {
		const stage = stagesOf(file).at(-1);
		const account = stage && unusedAccount(file, stage);
		if (!account) return [];
		const { name, word } = account;
		const edit = runAs(file, stage, name);
		const problem = { at: { start: word.start, end: word.end }, message: say`\`${name}\` is made, but no \`USER\` names it, so the container runs as root` };
		return [edit ? { ...problem, fix: { title: say`Run as ${name}`, edits: [edit], safe: false } } : problem];
	},
});
