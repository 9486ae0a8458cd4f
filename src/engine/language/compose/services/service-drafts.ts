import { say } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import type { ComposeFile } from "../../../compose/syntax.ts";
import type { Draft } from "../../completion.ts";
import { hardenedServices } from "./hardened-services.ts";
import { insertService } from "./insert-service.ts";

/** Whole services that may be wanted where the name of one is written, each with what it needs elsewhere. */
export const serviceDrafts = (file: ComposeFile, name: Range): readonly Draft[] =>
	hardenedServices.flatMap((service): readonly Draft[] => {
		const inserted = insertService(file, name, service);
		if (!inserted) return [];
		const { text, also } = inserted;
		const detail = say`a hardened service: ${service.image}`;
		return [{ label: service.name, kind: "command", text, also, filter: service.name, detail, rank: 1, about: () => `\`\`\`yaml\n${text}\n\`\`\`` }];
	});
