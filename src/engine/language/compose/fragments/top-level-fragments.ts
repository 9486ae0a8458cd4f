import { say } from "../../../text/message.ts";
import type { Fragment } from "./fragment.ts";

const logging = ["  driver: json-file", "  options:", '    max-size: "${1:10m}"', '    max-file: "${2:3}"'];

/** What may stand beside `services`. */
export const topLevelFragments: readonly Fragment[] = [
	{
		label: "x-common: &common",
		detail: say`what services share by \`<<: *common\``,
		lines: ["x-common: &common", "  restart: unless-stopped", "  init: true", "  logging:", ...logging.map((line) => `  ${line}`)],
	},
	{ label: "x-logging: &logging", detail: say`what services share by \`logging: *logging\``, lines: ["x-logging: &logging", ...logging] },
	{
		label: "x-environment: &environment",
		detail: say`what services share by \`environment: *environment\``,
		lines: ["x-environment: &environment", "  ${1:TZ}: ${2:Europe/Berlin}"],
	},
	{ label: "networks: internal", detail: say`a network from which nobody reaches the internet`, lines: ["networks:", "  ${1:backend}:", "    internal: true"] },
	{ label: "networks: external", detail: say`a network that is there before the project`, lines: ["networks:", "  ${1:proxy}:", "    external: true"] },
	{
		label: "secrets: file",
		detail: say`a password that stands in no variable`,
		lines: ["secrets:", "  ${1:password}:", "    file: ./secrets/${1:password}.txt"],
	},
	{
		label: "secrets: environment",
		detail: say`a password from a variable of the shell`,
		lines: ["secrets:", "  ${1:password}:", "    environment: ${2:PASSWORD}"],
	},
];
