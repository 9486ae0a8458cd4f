import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import { usualPorts } from "./documentation/ports.ts";

/** A port of EXPOSE: its protocol, and what commonly listens there. Undefined for what is none. */
export function describePort(port: string): Message | undefined {
	const [, first, last, protocol = "tcp"] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i.exec(port) ?? [];
	if (first === undefined) return undefined;
	const upper = protocol.toUpperCase();
	if (last !== undefined) return say`The ports ${code(first)} to ${code(last)} of ${upper}.`;
	const written = upper === "TCP" ? first : `${first}/${protocol.toLowerCase()}`;
	const service = usualPorts.find(([port]) => port === written)?.[1];
	return service === undefined ? say`Port ${code(first)} of ${upper}.` : say`Port ${code(first)} of ${upper}, commonly that of ${service}.`;
}
