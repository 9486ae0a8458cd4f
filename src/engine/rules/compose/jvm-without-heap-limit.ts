import { type LintedCompose, valueAt } from "../../compose/linted.ts";
import { entryInsertion, serviceInsertion } from "../../compose/rewrite/insert.ts";
import { findEntry } from "../../compose/rewrite/parts.ts";
import { entryOf, type Mapping, textOf, type Value } from "../../compose/value.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import type { Edit } from "../../text/text.ts";
import { hubName, namedImage } from "../compose-images.ts";
import { variablesIn } from "../compose-variables.ts";

export default composeRule({
	id: "jvm-without-heap-limit",
	category: "practice",
	severity: "off",
	title: "Java uses a quarter of the memory that a service is given",
	why: [
		"Without being told, a Java virtual machine takes at most a quarter of the container's limit for its heap: three quarters of what is paid for lie idle, and it may run out of memory all the same.",
		"`-XX:MaxRAMPercentage` in `JAVA_TOOL_OPTIONS` gives it more, whatever the limit is.",
	],
	fixes: { onRequest: "`JAVA_TOOL_OPTIONS` is set to three quarters.", never: "The variables are written as a list, or elsewhere." },
	examples: [
		{
			bad: compose`
				services:
				  app:
				    image: eclipse-temurin:21-jre
				    command: java -jar /app.jar
				    mem_limit: 1g
			`,
			good: compose`
				services:
				  app:
				    image: eclipse-temurin:21-jre
				    command: java -jar /app.jar
				    mem_limit: 1g
				    environment:
				      JAVA_TOOL_OPTIONS: -XX:MaxRAMPercentage=75.0
			`,
		},
	],
	needs: [
		["image", "mem_limit"],
		["image", "memory"],
	],

	*check(file) {
		for (const { name, at, value: service } of file.services) {
			const image = namedImage(service);
			const limit = entryOf(service, "mem_limit") ?? valueAt(service, "deploy", "resources", "limits", "memory");
			if (!image || !limit || !isJava.test(hubName(image.reference) ?? "") || saysHeap(file, service)) continue;
			const edit = insertion(file, name, service);
			yield {
				at,
				message: say`Java takes a quarter of the limit of \`${name}\` for its heap`,
				...(edit && { fix: { title: say`Let it take three quarters`, edits: [edit], safe: false } }),
			};
		}
	},
});

/** Images that start Java with what they are given, and settle nothing by themselves. */
const isJava = /^(?:amazoncorretto|eclipse-temurin|openjdk|sapmachine|ibm-semeru-runtimes|jetty|tomcat|tomee|bellsoft\/liberica.*|azul\/zulu.*)$/;

const said = /-Xmx|RAMPercentage|MaxHeapSize|MaxRAM/;

function saysHeap(file: LintedCompose, service: Mapping): boolean {
	if (entryOf(service, "env_file")) return true;
	for (const { value, isFixed } of variablesIn(file, service, "environment")) if (!isFixed || said.test(value ?? "")) return true;
	return ["command", "entrypoint"].some((key) => said.test(wordsOf(entryOf(service, key))));
}

const wordsOf = (value: Value | undefined): string =>
	value?.kind === "sequence" ? value.items.map((item) => textOf(item) ?? "").join(" ") : (textOf(value) ?? "");

function insertion(file: LintedCompose, name: string, service: Mapping): Edit | undefined {
	const options = "-XX:MaxRAMPercentage=75.0";
	if (!entryOf(service, "environment")) return serviceInsertion(file, name, "environment", [`JAVA_TOOL_OPTIONS: ${options}`]);
	const environment = findEntry(file, "services", name, "environment")?.value;
	return environment?.kind === "mapping" && !entryOf(entryOf(service, "environment"), "JAVA_TOOL_OPTIONS")
		? entryInsertion(file, environment, "JAVA_TOOL_OPTIONS", options)
		: undefined;
}
