import { hasOwnNetwork, portsIn } from "../../compose/facts/published-ports.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { isOnAllAddresses, toLoopback } from "../published-addresses.ts";

export default composeRule({
	id: "port-all-interfaces",
	peers: { kics: ["451d79dc"], cis: ["CIS-5.14"], owasp: ["OWASP-RULE-5a"], dclint: ["no-unbound-port-interfaces"] },
	category: "security",
	severity: "off",
	title: "A port is published on all addresses of the host",
	why: [
		"Without an address Docker opens the port to everybody who reaches the host, past the rules of `ufw` and `firewalld`: it writes its own before them.",
		"`127.0.0.1:` before the port leaves it to programs on the host, such as a proxy.",
	],
	fixes: { onRequest: "`127.0.0.1` is written before the port.", never: "It comes of a variable, or is written over several lines." },
	examples: [
		{
			bad: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "8080:80"
			`,
			good: compose`
				services:
				  web:
				    image: nginx:1.27
				    ports:
				      - "127.0.0.1:8080:80"
			`,
		},
	],
	needs: ["ports"],

	*check(file) {
		for (const { service, port, at } of portsIn(file)) {
			if (!isOnAllAddresses(file, port, at) || !hasOwnNetwork(service.value)) continue;
			yield { at, message: say`the port is open to everybody who reaches the host`, fix: () => toLoopback(file, port, at) };
		}
	},
});
