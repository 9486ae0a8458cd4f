/**
 * What `docker stack deploy` makes of a service's keys, as docker/cli 28.5 has it: https://github.com/docker/cli/blob/v28.5.2/cli/compose/schema/data/config_schema_v3.13.json
 * and https://github.com/docker/cli/blob/v28.5.2/cli/compose/types/types.go.
 */
const known = new Set(
	(
		"build cap_add cap_drop cgroupns_mode cgroup_parent command configs container_name credential_spec depends_on deploy devices dns dns_search domainname " +
		"entrypoint env_file environment expose external_links extra_hosts healthcheck hostname image init ipc isolation labels links logging mac_address " +
		"network_mode networks oom_score_adj pid ports privileged read_only restart secrets security_opt shm_size stdin_open stop_grace_period stop_signal " +
		"sysctls tmpfs tty ulimits user userns_mode volumes working_dir"
	).split(" "),
);

export const isKeyOfSwarm = (key: string): boolean => known.has(key) || key.startsWith("x-") || key === "<<";

/** It takes a file in which they stand, and does nothing with them. */
export const ignoredBySwarm: ReadonlySet<string> = new Set(
	(
		"build cgroup_parent container_name devices domainname expose external_links ipc links mac_address network_mode pid privileged restart security_opt shm_size " +
		"userns_mode"
	).split(" "),
);

/** Sections and other names at the top that it refuses. */
export const sectionsRefusedBySwarm: ReadonlySet<string> = new Set(["name", "include", "models"]);
