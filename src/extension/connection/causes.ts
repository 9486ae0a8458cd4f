import type { Cause } from "../../docker/connection/cause.ts";
import type { CommandId } from "../commands/ids.ts";

/** A command's button, or one that leads elsewhere. */
type Link = CommandId | { readonly title: string; readonly url: string };

export const openSettings: Link = { title: "Open Settings", url: "command:workbench.action.openSettings?%5B%22hullwright.docker%22%5D" };
const link = (title: string, url: string): Link => ({ title, url });

/** What is said where no engine is connected, and how it is mended: the button that is likeliest to help comes first. */
export type CauseText = { readonly name: Cause; readonly text: readonly string[]; readonly links: readonly Link[] };

/** The values of the context key `hullwright.connection` besides `connected`. */
export const causes: readonly CauseText[] = [
	{
		name: "not-installed",
		text: [
			"No Docker engine was found on this machine: neither Docker nor Podman nor any of their desktop programs is installed.",
			"Install one, or select an engine on another machine; the containers will show here by themselves.",
		],
		links: [link("Install Docker", "https://docs.docker.com/get-started/get-docker/"), "hullwright.selectContext"],
	},
	{
		name: "not-running",
		text: ["The Docker engine does not run: it is installed, but its socket does not exist.", "Start it; the containers will show here by themselves."],
		links: ["hullwright.startEngine", "hullwright.selectContext"],
	},
	{
		name: "wsl",
		text: [
			"No Docker engine was found in this WSL distribution.",
			"With Docker Desktop, switch on its WSL integration for this distribution, under Settings, Resources; or install Docker here.",
		],
		links: [link("How to Use Docker in WSL", "https://docs.docker.com/desktop/features/wsl/"), "hullwright.selectContext"],
	},
	{
		name: "in-container",
		text: [
			"No Docker engine was found: this window is inside a container, which does not see the engine that runs it.",
			"In a dev container add the feature docker-outside-of-docker, which mounts the engine's socket, and rebuild.",
		],
		links: [
			link("How to Use Docker in a Dev Container", "https://github.com/devcontainers/features/tree/main/src/docker-outside-of-docker"),
			"hullwright.selectContext",
		],
	},
	{
		name: "absent",
		text: ["No Docker engine is at the address that is set: its socket does not exist.", "Start the engine, or select another one."],
		links: ["hullwright.startEngine", "hullwright.selectContext"],
	},
	{
		name: "stale-socket",
		text: [
			"The Docker engine does not run: the connection was refused. Its socket is there, left over, and nobody listens on it.",
			"Start the engine; the containers will show here by themselves.",
		],
		links: ["hullwright.startEngine", "hullwright.selectContext"],
	},
	{
		name: "refused",
		text: [
			"The connection was refused: nothing listens on the port of the Docker engine.",
			"Check that the engine runs there, that it listens on TCP, and that the port is right.",
		],
		links: ["hullwright.selectContext"],
	},
	{
		name: "unreachable",
		text: ["The Docker engine cannot be reached: the connection was cut, or the network does not lead there.", "It is tried again by itself."],
		links: ["hullwright.selectContext"],
	},
	{
		name: "unknown-host",
		text: ["The machine of the Docker engine is not known by its name.", "Check how it is spelt, and that this machine is in the network that knows it."],
		links: ["hullwright.selectContext"],
	},
	{
		name: "no-answer",
		text: ["The Docker engine does not answer in time.", "It may hang, be very busy, or be behind a firewall; it is tried again by itself."],
		links: ["hullwright.selectContext"],
	},
	{
		name: "denied",
		text: [
			"Permission denied: you may not use the Docker engine's socket.",
			"Join the group that owns it (usually docker), then log in again, and restart VS Code's server where this window is remote.",
		],
		links: [
			"hullwright.joinDockerGroup",
			link("How to Use Docker Without Root", "https://docs.docker.com/engine/install/linux-postinstall/"),
			"hullwright.selectContext",
		],
	},
	{
		name: "denied-until-login",
		text: [
			"Permission denied: you are in the group that owns the Docker engine's socket, but VS Code was started before.",
			"Log out and in again. Where this window is remote, end VS Code's server there; reloading the window is not enough. In a terminal, newgrp docker has it at once.",
		],
		links: [link("How to Use Docker Without Root", "https://docs.docker.com/engine/install/linux-postinstall/"), "hullwright.selectContext"],
	},
	{
		name: "bad-host",
		text: ["The address that is set for the Docker engine cannot be understood.", "It should look like unix:///path, tcp://host:port or ssh://user@host."],
		links: ["hullwright.selectContext", openSettings],
	},
	{
		name: "no-context",
		text: [
			"The Docker context that is set does not exist: the Docker CLI has none of this name.",
			"Select one that there is, or make it with docker context create.",
		],
		links: ["hullwright.selectContext", openSettings],
	},
	{
		name: "broken-context",
		text: [
			"The file of the Docker context that is set cannot be read, or names no engine.",
			"Select another one, or make it again with docker context create.",
		],
		links: ["hullwright.selectContext", openSettings],
	},
	{
		name: "tls",
		text: ["The secured connection to the Docker engine failed.", "Check the certificates of the host or context."],
		links: ["hullwright.selectContext"],
	},
	{
		name: "tls-files",
		text: [
			"The certificates for the Docker engine are missing, or cannot be used.",
			"DOCKER_CERT_PATH, or the context, has to hold ca.pem, cert.pem and key.pem, which fit each other, have no passphrase, and may be read.",
		],
		links: ["hullwright.selectContext", link("How to Secure an Engine", "https://docs.docker.com/engine/security/protect-access/")],
	},
	{
		name: "tls-authority",
		text: [
			"The Docker engine's certificate was made by an authority that is not the one in ca.pem.",
			"Take the ca.pem that the engine's certificate was made with; if it never was, somebody else may be answering.",
		],
		links: ["hullwright.selectContext", link("How to Secure an Engine", "https://docs.docker.com/engine/security/protect-access/")],
	},
	{
		name: "tls-expired",
		text: ["The Docker engine's certificate has expired, or does not count yet.", "Make a new one, or set the clock of the machine that is wrong."],
		links: ["hullwright.selectContext", link("How to Secure an Engine", "https://docs.docker.com/engine/security/protect-access/")],
	},
	{
		name: "tls-name",
		text: [
			"The Docker engine's certificate is for another host than the one that was asked.",
			"Use a name or address that stands in the certificate, or make one with this name.",
		],
		links: ["hullwright.selectContext", link("How to Secure an Engine", "https://docs.docker.com/engine/security/protect-access/")],
	},
	{
		name: "tls-client",
		text: [
			"The Docker engine does not accept our certificate, or was given none.",
			"DOCKER_CERT_PATH, or the context, has to hold a cert.pem and key.pem that the engine's authority has made.",
		],
		links: ["hullwright.selectContext", link("How to Secure an Engine", "https://docs.docker.com/engine/security/protect-access/")],
	},
	{
		name: "tls-needed",
		text: [
			"The Docker engine wants a secured connection (TLS), and was asked without.",
			"Select a context that has its certificates, or set DOCKER_TLS_VERIFY and DOCKER_CERT_PATH.",
		],
		links: ["hullwright.selectContext", link("How to Secure an Engine", "https://docs.docker.com/engine/security/protect-access/")],
	},
	{
		name: "tls-not-spoken",
		text: [
			"The Docker engine was asked over TLS, and answers without.",
			"Its address is without TLS: take http:// or tcp:// with no certificates, or another port.",
		],
		links: ["hullwright.selectContext"],
	},
	{
		name: "ssh",
		text: ["The ssh connection to the Docker engine failed.", "Check that ssh reaches the host without asking, and that Docker is installed there."],
		links: ["hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "ssh-missing",
		text: ["The program ssh, by which the Docker engine is reached, is not installed here, or not in PATH.", "Install OpenSSH's client."],
		links: [link("How to Install OpenSSH", "https://www.openssh.com/portable.html"), "hullwright.selectContext"],
	},
	{
		name: "ssh-host-key",
		text: [
			"ssh does not know the host of the Docker engine yet, and nobody can be asked here whether it is the right one.",
			"Open ssh in a terminal, compare the fingerprint, and say yes once.",
		],
		links: ["hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "ssh-host-changed",
		text: [
			"The host of the Docker engine has another key than the one that ssh remembers: it was set up anew, or somebody else is answering.",
			"Find out which; ssh-keygen -R removes the old key from your known hosts.",
		],
		links: ["hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "ssh-key",
		text: [
			"The host of the Docker engine does not let you in: it accepts none of the keys that ssh has without asking.",
			"Put your key there with ssh-copy-id, or unlock it with ssh-add where it has a passphrase.",
		],
		links: ["hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "ssh-unknown-host",
		text: ["ssh does not find the host of the Docker engine by its name.", "Check how it is spelt, here and in your ssh configuration, and the network."],
		links: ["hullwright.selectContext", "hullwright.openSshTerminal"],
	},
	{
		name: "ssh-unreachable",
		text: [
			"ssh does not reach the host of the Docker engine: it is off, its port is another, or the network does not lead there.",
			"It is tried again by itself.",
		],
		links: ["hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "ssh-no-docker",
		text: [
			"Docker is not installed on the host that ssh leads to, or not in the PATH of a command that is run by ssh.",
			"Install it there, at least the command docker.",
		],
		links: [link("Install Docker", "https://docs.docker.com/get-started/get-docker/"), "hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "ssh-no-engine",
		text: ["ssh reaches the host, but the Docker engine does not run there.", "Start it there; the containers will show here by themselves."],
		links: ["hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "ssh-denied",
		text: ["ssh reaches the host, but the user may not use the Docker engine's socket there.", "Put the user into the group docker on that host."],
		links: ["hullwright.openSshTerminal", "hullwright.selectContext"],
	},
	{
		name: "incompatible",
		text: ["What answers there is no Docker engine.", "Check the address: another program may listen on that port."],
		links: ["hullwright.selectContext"],
	},
	{
		name: "too-old",
		text: ["The Docker engine is too old: Hullwright needs API 1.24 (Docker 1.12) or newer.", "Update it, or select another one."],
		links: [link("Install Docker", "https://docs.docker.com/get-started/get-docker/"), "hullwright.selectContext"],
	},
	{
		name: "too-new",
		text: ["The Docker engine is too new: it no longer speaks the API that this version of Hullwright knows.", "Update Hullwright, or select another engine."],
		links: [{ title: "Check for Updates", url: "command:workbench.extensions.action.checkForUpdates" }, "hullwright.selectContext"],
	},
	{
		name: "rejected",
		text: ["The Docker engine answers, and will not let its containers be listed.", "The report has its words; a proxy before the engine may not allow it."],
		links: ["hullwright.selectContext"],
	},
];
