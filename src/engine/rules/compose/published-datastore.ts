import { hasOwnNetwork, portsIn } from "../../compose/facts/published-ports.ts";
import { compose, composeRule } from "../../lint/rule.ts";
import { say } from "../../text/message.ts";
import { datastoreIn } from "../compose-datastores.ts";
import { isOnAllAddresses, toLoopback } from "../published-addresses.ts";

export default composeRule({
	id: "published-datastore",
	peers: { kics: ["451d79dc"], cis: ["CIS-5.14"], owasp: ["OWASP-RULE-5a"], dclint: ["no-unbound-port-interfaces"] },
	category: "security",
	severity: "warning",
	title: "A database is open to everybody who reaches the host",
	why: [
		"Without an address Docker opens the port on all interfaces, past the rules of `ufw` and `firewalld`: it writes its own before them.",
		"Databases with a weak password, or with none as Redis, are found by scanners within minutes.",
		"Other services of the project reach the database without `ports`; for programs on the host `127.0.0.1:` is enough.",
	],
	fixes: { onRequest: "`127.0.0.1` is written before the port.", never: "The port is written over several lines." },
	examples: [
		{
			bad: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "5432:5432"
			`,
			good: compose`
				services:
				  db:
				    image: postgres:17
				    ports:
				      - "127.0.0.1:5432:5432"
			`,
		},
	],
	needs: ["ports"],

	*check(file) {
		for (const { service, port, at } of portsIn(file)) {
			const store = datastoreIn(service.value);
			if (!store || !hasOwnNetwork(service.value) || !store.ports.some((own) => own >= port.target.first && own <= port.target.last)) continue;
			if (!isOnAllAddresses(file, port, at)) continue;
			yield { at, message: say`\`${service.name}\` is open to everybody who reaches the host`, fix: () => toLoopback(file, port, at) };
		}
	},
});
