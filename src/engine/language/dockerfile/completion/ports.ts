import { instructionsOf } from "../../../dockerfile/instructions.ts";
import type { Dockerfile } from "../../../dockerfile/syntax.ts";
import type { Cursor } from "../cursor.ts";
import type { Draft } from "./completion.ts";

const usual: readonly (readonly [port: string, what: string])[] = [
	["80", "HTTP"],
	["443", "HTTPS"],
	["8080", "HTTP, Tomcat"],
	["3000", "Node.js, Rails"],
	["8000", "Django, Uvicorn"],
	["5000", "Flask, registry"],
	["8443", "HTTPS"],
	["9000", "PHP-FPM, MinIO"],
	["22", "SSH"],
	["53/udp", "DNS"],
	["443/udp", "HTTP/3"],
	["1883", "MQTT"],
	["3306", "MySQL, MariaDB"],
	["5432", "PostgreSQL"],
	["5672", "RabbitMQ"],
	["6379", "Redis, Valkey"],
	["9090", "Prometheus"],
	["9092", "Kafka"],
	["9200", "Elasticsearch"],
	["11211", "memcached"],
	["27017", "MongoDB"],
];

/** Usual ports; of a number that is written, its protocols. */
export function portCompletions(
	file: Dockerfile,
	{ typed, words }: Pick<Extract<Cursor, { readonly kind: "word" | "string" }>, "typed" | "words">,
): readonly Draft[] {
	const number = /^\d+(?:-\d+)?/.exec(typed)?.[0];
	const protocols = number === undefined ? [] : ["tcp", "udp"].map((protocol): Draft => ({ label: `${number}/${protocol}`, kind: "value" }));
	const taken = new Set([...words, ...instructionsOf(file, "EXPOSE").flatMap(({ args }) => args.map(({ text }) => text))]);
	const ports = usual.filter(([port]) => port === typed || !taken.has(port));
	return [...protocols, ...ports.map(([label, detail]): Draft => ({ label, kind: "value", detail, rank: 1 }))];
}
