import type { Status } from "../../docker/connection/connection.ts";
import type { Port } from "../../docker/resources/container.ts";

/** `8080→80`; without a host port only what is exposed. */
export const portText = ({ container, host, protocol }: Port): string => `${host ? `${host}→` : ""}${container}${protocol === "tcp" ? "" : `/${protocol}`}`;

/** Where a browser finds a published port; undefined where it leads nowhere from here. */
export function urlOf({ container, host, ip = "", protocol }: Port, status: Status): string | undefined {
	if (!host || protocol !== "tcp" || status.kind !== "connected") return undefined;
	const { address } = status.endpoint;
	const isEverywhere = ["", "0.0.0.0", "::"].includes(ip);
	const isLoopback = /^127\.|^::1$/.test(ip);
	// What is published at the loopback of another machine is not at ours.
	if (address.kind !== "socket" && isLoopback && !/^(?:localhost|127\.|::1$)/.test(address.host)) return undefined;
	const name = isEverywhere || isLoopback ? (address.kind === "socket" ? "localhost" : address.host) : ip;
	const isSecure = [443, 8443].includes(container);
	return `${isSecure ? "https" : "http"}://${name.includes(":") ? `[${name}]` : name}:${host}/`;
}
