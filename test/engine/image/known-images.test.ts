import { expect, test } from "vitest";
import { baseImage } from "../../../src/engine/image/base-images.ts";
import { parseImageReference } from "../../../src/engine/image/reference.ts";
import { systemOfImage } from "../../../src/engine/image/systems.ts";
import { usersOf } from "../../../src/engine/image/users.ts";

test.each([
	["postgres:17", "postgres 999"],
	["postgres:17-alpine3.23", "postgres 70"],
	["rabbitmq:4", "rabbitmq 999"],
	["rabbitmq:4-management-alpine", "rabbitmq 100"],
	["redis:8-alpine", "redis 999"],
	["denoland/deno:alpine-2.9.1", "deno 1000"],
	["denoland/deno:2.9.1", "deno 1993"],
	["gradle:jdk21-ubi9", "gradle 101"],
	["gradle:8-jdk21", "gradle 1000"],
	["node:24-alpine", "node 1000"],
	["php:8.4-fpm-alpine", "www-data 82"],
	["php:8.4-apache", "www-data 33"],
	["mcr.microsoft.com/dotnet/aspnet:10.0", "app"],
	["gcr.io/distroless/static", "nonroot 65532"],
	["scratch", ""],
	["team/web", ""],
])("who is in %s", (image, users) =>
	expect(
		usersOf(image)
			.map(({ name, number }) => (number === undefined ? name : `${name} ${number}`))
			.join(", "),
	).toBe(users),
);

test.each([
	["mariadb:11.8", "drops"],
	["mariadb:11.8-ubi9", "other"],
	["influxdb:2.9", "drops"],
	["influxdb:3-core", "other"],
	["wordpress:php8.4", "drops"],
	["wordpress:cli-php8.4", "other"],
	["php:8.4-cli", "root"],
	["php:8.4-fpm", "drops"],
])("who runs %s", (image, user) => expect(baseImage(image).user).toBe(user));

test.each([
	["nginx", "SIGQUIT"],
	["postgres:17", "SIGINT"],
	["haproxy:3.4", "SIGUSR1"],
	["httpd", "SIGWINCH"],
	["php:apache", "SIGWINCH"],
	["php:8-fpm-alpine", "SIGQUIT"],
	["debian", "SIGTERM"],
	["mongo", undefined],
])("what stops %s", (image, signal) => expect(baseImage(image).stopSignal).toBe(signal));

test.each([
	["maven:3.9", "debian"],
	["maven:3.9-amazoncorretto-21", "rpm"],
	["maven:3.9-amazoncorretto-21-debian", "debian"],
	["maven:3.9-amazoncorretto-21-alpine", "alpine"],
	["gradle:jdk25-corretto", "rpm"],
	["openjdk:8-jdk", "debian"],
	["openjdk:11", "debian"],
	["openjdk:17", "rpm"],
	["openjdk:17-slim", "debian"],
	["openjdk", "rpm"],
	["mysql:5.6", "debian"],
	["mysql:8.4", "rpm"],
	["wordpress:cli-2.12", "alpine"],
	["oven/bun:1-distroless", undefined],
	["denoland/deno", "debian"],
	["eclipse-temurin:21-jre-ubi10-minimal", "rpm"],
	["team/web", undefined],
])("which system %s has", (image, system) => expect(systemOfImage(parseImageReference(image))).toBe(system));
