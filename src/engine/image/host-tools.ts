import type { ImageReference } from "./reference.ts";

/** Whether the image is made to watch its host, so that it has to see the host's processes. By their own instructions, looked at in November 2026. */
export const watchesHost = ({ repository }: ImageReference): boolean =>
	/(?:^|[/-])(?:node[-_]exporter|process[-_]exporter|cadvisor|netdata|glances|datadog|agent|falco|telegraf|(?:audit|file|heart|metric|packet)beat|dashdot|metric-exporter|promtail|fluent-bit|otel-collector|opentelemetry-collector(?:-contrib)?|beszel-agent|scrutiny|osquery|sysdig|beyla|pyroscope|parca-agent|alloy)(?:$|[/-])/.test(
		repository,
	);

/** Whether it is made to change the host's network or to listen to it: firewalls, tunnels, what looks for devices. */
export const managesNetwork = ({ repository }: ImageReference): boolean =>
	/(?:^|[/-])(?:fail2ban|crowdsec|firewall|keepalived|wireguard|wg-easy|zerotier|tailscale|netbird|headscale|openvpn|softether|dhcpd?|dnsmonster|suricata|zeek|arpwatch|ntopng|home-?assistant|homebridge)(?:$|[/-])/.test(
		repository,
	);
