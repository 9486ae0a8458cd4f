import { allNodes, type ComposeNode } from "../../compose/syntax.ts";
import { compose, composeRule, type Problem } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { replace } from "../../text/text.ts";

export default composeRule({
	id: "mixed-quotes",
	category: "style",
	severity: "off",
	strictSeverity: "info",
	title: "Texts stand in quotes of two kinds",
	why: [
		"Where both kinds stand side by side, readers look for a difference that they make. They make one only where a text has a backslash or a quote of its own, and there any kind is right.",
	],
	fixes: { safely: "The other kind of quotes is written." },
	options: {
		quotes: { default: "most", description: "`double`, `single`, or `most`: those that the file has more of." },
	},
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: "nginx:1.27"
				    ports: ["8080:80", '8443:443']
			`,
			good: compose`
				services:
				  web:
				    image: "nginx:1.27"
				    ports: ["8080:80", "8443:443"]
			`,
		},
	],

	check(file, { options: { quotes } }) {
		const { text } = file;
		const quoted: { readonly double: ComposeNode[]; readonly single: ComposeNode[] } = { double: [], single: [] };
		for (const node of allNodes(file)) {
			if (node.kind !== "scalar" || node.isPlain) continue;
			const quote = text[node.start];
			const inside = text.slice(node.start + 1, node.end - 1);
			if ((quote === '"' || quote === "'") && !/["'\\\r\n]/.test(inside)) quoted[quote === '"' ? "double" : "single"].push(node);
		}
		const isDouble = quotes === "double" || (quotes !== "single" && quoted.double.length >= quoted.single.length);
		const mark = isDouble ? '"' : "'";
		return (isDouble ? quoted.single : quoted.double).map((node): Problem => {
			const message = isDouble
				? say`texts stand in double quotes here, and this one in single ones`
				: say`texts stand in single quotes here, and this one in double ones`;
			const edits = [replace(node, `${mark}${text.slice(node.start + 1, node.end - 1)}${mark}`)];
			return { at: node, message, fix: { title: isDouble ? say`Use double quotes` : say`Use single quotes`, edits, safe: true } };
		});
	},
});
