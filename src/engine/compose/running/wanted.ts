import type { Project } from "../project.ts";
import { fieldsIn, textIn, type Wanted } from "./difference.ts";

/** What a service of the project is to be; undefined where Compose refuses the project, and for what no profile takes in. */
export function wantedOf({ plain }: Pick<Project, "plain">, name: string): Wanted | undefined {
	const fields = fieldsIn(plain);
	const services = fieldsIn(fields["services"]);
	if (!Object.hasOwn(services, name)) return undefined;
	const namesIn = (section: string): ReadonlyMap<string, string> =>
		new Map(Object.entries(fieldsIn(fields[section])).map(([key, value]) => [key, textIn(fieldsIn(value)["name"]) ?? key]));
	const pathsIn = (section: string): ReadonlyMap<string, string> =>
		new Map(
			Object.entries(fieldsIn(fields[section])).flatMap(([key, value]) => {
				const path = textIn(fieldsIn(value)["file"]);
				return path ? [[key, path]] : [];
			}),
		);
	return {
		service: fieldsIn(services[name]),
		networks: namesIn("networks"),
		volumes: namesIn("volumes"),
		secrets: pathsIn("secrets"),
		configs: pathsIn("configs"),
	};
}
