import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { dockerfile, dockerfileRule, type Fix, type Problem } from "../../lint/rule.ts";
import { type Call, callsByRun, hasOption, insertAfter } from "../../shell/calls.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default dockerfileRule({
	id: "apk-repeated-packages",
	formerIds: ["apk-virtual-build-deps"],
	peers: { dockerfilelint: ["apkadd-missing-virtual"] },
	category: "practice",
	severity: "off",
	title: "Packages are listed again to be deleted",
	why: [
		"Of two lists one is forgotten: a package that is added to the first and not to the second stays in the image for no use.",
		"`apk add --virtual` gives the packages a common name, by which `apk del` deletes them all.",
	],
	fixes: {
		onRequest: "Both lists name the same packages. One that was there before stays.",
		never: "The lists are not the same.",
	},
	examples: [
		{
			bad: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache gcc make && make install && apk del gcc make
			`,
			good: dockerfile`
				FROM alpine:3.20
				RUN apk add --no-cache --virtual .build-deps gcc make && make install && apk del .build-deps
			`,
		},
	],

	needs: ["apk"],
	check(file) {
		const problems: Problem[] = [];
		for (const calls of callsByRun(file, "apk").values()) {
			for (const deletion of calls) {
				if (deletion.subcommand !== "del" || deletion.operands.length < 2) continue;
				const addition = calls.find((call) => isAdded(deletion, call));
				if (!addition) continue;
				const fix = named(file, addition, deletion);
				problems.push({
					at: deletion.range,
					message: say`\`apk del\` repeats packages that \`apk add --virtual\` could give a name`,
					related: [{ at: addition.range, message: say`here they are added` }],
					...(fix && { fix }),
				});
			}
		}
		return problems;
	},
});

/** Whether all that is deleted was added by the call, under no common name. */
const isAdded = ({ operands, index }: Call, call: Call): boolean =>
	call.subcommand === "add" &&
	call.index < index &&
	!hasOption(call, "-t", "--virtual") &&
	operands.every((name) => name !== undefined && call.operands.includes(name));

function named({ text }: Dockerfile, addition: Call, deletion: Call): Fix | undefined {
	const { operandWords, operands, command } = deletion;
	const [first, last] = [operandWords[0], operandWords.at(-1)];
	if (!first || !last || command.exec || addition.command.exec || operands.length !== addition.operands.length) return undefined;
	if (operandWords.some((word) => word?.value === undefined) || !/^[\w\s.+~=<>@\\-]*$/.test(text.slice(first.start, last.end))) return undefined;
	const noCache = addition.command.args.find(({ value }) => value === "--no-cache");
	const after = noCache && noCache.start > addition.word.start ? noCache : addition.word;
	const edits = [insertAfter(addition.command, after, "--virtual .build-deps"), replace({ start: first.start, end: last.end }, ".build-deps")];
	return { title: say`Name them \`.build-deps\``, edits, safe: false };
}
