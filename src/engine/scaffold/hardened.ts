import { type Message, say } from "../text/message.ts";
import { templateIds, templateOf } from "./answers.ts";
import { render } from "./render.ts";

/** A whole Dockerfile for each template, for a project of which nothing is known: the defaults to every question. */
export function hardenedDockerfiles(): readonly { readonly title: Message; readonly text: string }[] {
	return templateIds.flatMap((id) => {
		const rendered = render(id, { paths: [], texts: new Map(), isUnknown: true }, {});
		const text = "files" in rendered ? rendered.files["Dockerfile"] : undefined;
		return text === undefined ? [] : [{ title: say`Insert Hardened ${templateOf(id).title} Dockerfile`, text }];
	});
}
