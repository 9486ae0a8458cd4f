import type * as vscode from "vscode";
import type { Status } from "../docker/connection/connection.ts";
import type { Container, Port } from "../docker/resources/container.ts";
import { urlOf } from "./explorer/ports.ts";

/** Where a browser finds a port. */
export type PortUrl = { readonly url: string; readonly port: Port; readonly isSecure: boolean };

/** All ports of the container that a browser can reach, each by the usual scheme and then by the other. */
export function portUrls({ ports }: Container, status: Status): readonly PortUrl[] {
	return ports.flatMap((port) => {
		const url = urlOf(port, status);
		if (!url) return [];
		const isSecure = url.startsWith("https:");
		return [
			{ url, port, isSecure },
			{ url: url.replace(/^https?/, isSecure ? "http" : "https"), port, isSecure: !isSecure },
		];
	});
}

/** Of each port the usual one. */
export const usualUrls = (urls: readonly PortUrl[]): readonly PortUrl[] => urls.filter((_, index) => index % 2 === 0);

/** By the port of the container: that of the machine may be another each time. */
type Remembered = { readonly port: number; readonly isSecure: boolean };

/** Of a service all containers, also those to come. */
const keyOf = ({ name, project, service }: Container): string => (project && service ? `port:${project}/${service}` : `port:${name}`);

/** What the user has chosen for this container, where it is published still. */
export function rememberedUrl(remembered: vscode.Memento, container: Container, urls: readonly PortUrl[]): PortUrl | undefined {
	const choice = remembered.get<Remembered>(keyOf(container));
	return choice && urls.find(({ port, isSecure }) => port.container === choice.port && isSecure === choice.isSecure);
}

export const rememberUrl = (remembered: vscode.Memento, container: Container, { port, isSecure }: PortUrl): Thenable<void> =>
	remembered.update(keyOf(container), { port: port.container, isSecure } satisfies Remembered);
