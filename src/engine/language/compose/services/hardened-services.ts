import { byWget, type Probe, toTest } from "../../../image/probes.ts";

/** A service as somebody careful would write it. */
export type HardenedService = {
	/** What it is called, and what it is found by. */
	readonly name: string;
	readonly image: string;
	/** Undefined where the image switches by itself to one, or can run as root alone. */
	readonly user?: string;
	readonly command?: readonly string[];
	readonly hostname?: true;
	/** Whether nothing but the volumes and these places is written to. */
	readonly writes: readonly string[] | "anywhere";
	/** Of all capabilities only these. */
	readonly capabilities?: readonly string[];
	/** `{secret:NAME}` is the path of a secret in the container. */
	readonly environment?: Readonly<Record<string, string>>;
	/** By their names behind the service's: `password` of `postgres` is `postgres-password`. A path is where it is mounted, if not at `/run/secrets`. */
	readonly secrets?: Readonly<Record<string, string | null>>;
	/** Volumes by their names behind the service's, and where the image keeps what has to last. */
	readonly volumes?: Readonly<Record<string, string>>;
	readonly ulimits?: Readonly<Record<string, number>>;
	/** Undefined where it is asked as every container of the image. */
	readonly health?: Probe;
	readonly memory: string;
	readonly stop?: string;
};

const shell = (command: string): string => toTest("CMD-SHELL", command);

/** Images as of 2026-11-26, by their own pages: https://hub.docker.com/u/library. */
export const hardenedServices: readonly HardenedService[] = [
	{
		name: "postgres",
		image: "postgres:18",
		user: "postgres",
		writes: ["/tmp", "/var/run/postgresql"],
		environment: { POSTGRES_DB: "app", POSTGRES_USER: "app", POSTGRES_PASSWORD_FILE: "{secret:password}" },
		secrets: { password: null },
		volumes: { data: "/var/lib/postgresql" },
		// The server that sets the database up listens on its socket alone.
		health: { test: shell("pg_isready -h 127.0.0.1 -U $$POSTGRES_USER -d $$POSTGRES_DB"), startPeriod: "30s" },
		memory: "512m",
		stop: "1m",
	},
	{
		name: "mysql",
		image: "mysql:9.7",
		user: "mysql",
		writes: ["/tmp", "/var/run/mysqld"],
		environment: {
			MYSQL_DATABASE: "app",
			MYSQL_USER: "app",
			MYSQL_PASSWORD_FILE: "{secret:password}",
			MYSQL_ROOT_PASSWORD_FILE: "{secret:root-password}",
		},
		secrets: { password: null, "root-password": null },
		volumes: { data: "/var/lib/mysql" },
		memory: "1g",
		stop: "1m",
	},
	{
		name: "mariadb",
		image: "mariadb:12.3",
		user: "mysql",
		writes: ["/tmp", "/run/mysqld"],
		environment: {
			MARIADB_DATABASE: "app",
			MARIADB_USER: "app",
			MARIADB_PASSWORD_FILE: "{secret:password}",
			MARIADB_ROOT_PASSWORD_FILE: "{secret:root-password}",
		},
		secrets: { password: null, "root-password": null },
		volumes: { data: "/var/lib/mysql" },
		memory: "1g",
		stop: "1m",
	},
	{
		name: "redis",
		image: "redis:8",
		user: "redis",
		command: ["redis-server", "--appendonly", "yes"],
		writes: ["/tmp"],
		volumes: { data: "/data" },
		// It answers those without a password, or not yet, as well.
		health: { test: shell("redis-cli ping | grep -q PONG"), startPeriod: "10s" },
		memory: "256m",
	},
	{
		name: "valkey",
		image: "valkey/valkey:9",
		user: "valkey",
		command: ["valkey-server", "--appendonly", "yes"],
		writes: ["/tmp"],
		volumes: { data: "/data" },
		health: { test: shell("valkey-cli ping | grep -q PONG"), startPeriod: "10s" },
		memory: "256m",
	},
	{
		name: "memcached",
		image: "memcached:1.6-alpine",
		user: "memcache",
		command: ["memcached", "-m", "64"],
		writes: [],
		health: { test: shell("echo version | nc -w 1 127.0.0.1 11211 | grep -q VERSION"), startPeriod: "5s" },
		memory: "128m",
	},
	{
		name: "mongo",
		image: "mongo:8.0",
		user: "mongodb",
		writes: ["/tmp"],
		environment: { MONGO_INITDB_ROOT_USERNAME: "root", MONGO_INITDB_ROOT_PASSWORD_FILE: "{secret:password}", HOME: "/tmp" },
		secrets: { password: null },
		volumes: { data: "/data/db", config: "/data/configdb" },
		memory: "1g",
		stop: "1m",
	},
	{
		name: "rabbitmq",
		image: "rabbitmq:4.3-management",
		user: "rabbitmq",
		hostname: true,
		writes: "anywhere",
		// `default_user = …` and `default_pass = …`, for the image takes neither from a file by a variable.
		secrets: { login: "/etc/rabbitmq/conf.d/20-login.conf" },
		volumes: { data: "/var/lib/rabbitmq" },
		memory: "512m",
		stop: "1m",
	},
	{
		name: "kafka",
		image: "apache/kafka:4.1.1",
		user: "appuser",
		hostname: true,
		writes: "anywhere",
		volumes: { data: "/var/lib/kafka/data" },
		health: { test: toTest("CMD", "/opt/kafka/bin/kafka-broker-api-versions.sh", "--bootstrap-server", "localhost:9092"), startPeriod: "1m" },
		memory: "1g",
		stop: "1m",
	},
	{
		name: "nats",
		image: "nats:2.12-alpine",
		user: "65534:65534",
		command: ["-m", "8222"],
		writes: [],
		health: { test: byWget("8222/healthz"), startPeriod: "5s" },
		memory: "128m",
	},
	{
		name: "elasticsearch",
		image: "elasticsearch:9.2.1",
		user: "1000:0",
		writes: "anywhere",
		environment: {
			"discovery.type": "single-node",
			"xpack.security.http.ssl.enabled": "false",
			ES_JAVA_OPTS: "-Xms512m -Xmx512m",
			ELASTIC_PASSWORD_FILE: "{secret:password}",
		},
		secrets: { password: null },
		volumes: { data: "/usr/share/elasticsearch/data" },
		ulimits: { memlock: -1, nofile: 65_536 },
		// Whoever asks without a password is told so by a server that is up.
		health: { test: shell("curl -s http://127.0.0.1:9200 | grep -q 'missing authentication credentials'"), startPeriod: "2m" },
		memory: "1g",
		stop: "1m",
	},
	{
		name: "minio",
		image: "minio/minio:RELEASE.2025-09-07T16-13-09Z",
		command: ["server", "/data", "--console-address", ":9001"],
		writes: ["/tmp"],
		environment: { MINIO_ROOT_USER_FILE: "{secret:user}", MINIO_ROOT_PASSWORD_FILE: "{secret:password}", MC_CONFIG_DIR: "/tmp/.mc" },
		secrets: { user: null, password: null },
		volumes: { data: "/data" },
		health: { test: toTest("CMD", "mc", "ready", "local"), startPeriod: "10s" },
		memory: "512m",
	},
	{
		name: "nginx",
		// The one of nginx's that needs no root: it listens on 8080.
		image: "nginxinc/nginx-unprivileged:1.30-alpine",
		user: "101:101",
		writes: ["/tmp"],
		health: { test: byWget("8080/"), startPeriod: "5s" },
		memory: "128m",
	},
	{
		name: "caddy",
		image: "caddy:2-alpine",
		writes: ["/tmp"],
		capabilities: ["NET_BIND_SERVICE"],
		volumes: { data: "/data", config: "/config" },
		health: { test: byWget("2019/config/"), startPeriod: "10s" },
		memory: "128m",
	},
	{
		name: "traefik",
		image: "traefik:v3.6",
		user: "65532:65532",
		command: ["--ping=true", "--entrypoints.web.address=:8000", "--log.level=INFO"],
		writes: ["/tmp"],
		health: { test: toTest("CMD", "traefik", "healthcheck", "--ping"), startPeriod: "5s" },
		memory: "256m",
	},
	{
		name: "prometheus",
		image: "prom/prometheus:v3.7.3",
		user: "nobody",
		writes: ["/tmp"],
		volumes: { data: "/prometheus" },
		health: { test: byWget("9090/-/healthy"), startPeriod: "15s" },
		memory: "512m",
	},
	{
		name: "grafana",
		image: "grafana/grafana:12.3.0",
		user: "472:0",
		writes: ["/tmp"],
		environment: { GF_SECURITY_ADMIN_PASSWORD__FILE: "{secret:password}" },
		secrets: { password: null },
		volumes: { data: "/var/lib/grafana" },
		health: { test: byWget("3000/api/health"), startPeriod: "30s" },
		memory: "512m",
	},
	{
		name: "mailpit",
		image: "axllent/mailpit:v1.28",
		user: "65534:65534",
		writes: ["/tmp"],
		health: { test: toTest("CMD", "/mailpit", "readyz"), startPeriod: "5s" },
		memory: "128m",
	},
	{
		name: "registry",
		image: "registry:3",
		writes: ["/tmp"],
		volumes: { data: "/var/lib/registry" },
		health: { test: byWget("5000/v2/"), startPeriod: "5s" },
		memory: "256m",
	},
	{
		name: "adminer",
		image: "adminer:5",
		user: "adminer",
		writes: ["/tmp"],
		health: { test: toTest("CMD", "php", "-r", "exit(@fsockopen('127.0.0.1', 8080) ? 0 : 1);"), startPeriod: "5s" },
		memory: "128m",
	},
	{
		name: "influxdb",
		image: "influxdb:2.7-alpine",
		user: "influxdb",
		writes: ["/tmp"],
		environment: {
			DOCKER_INFLUXDB_INIT_MODE: "setup",
			DOCKER_INFLUXDB_INIT_ORG: "app",
			DOCKER_INFLUXDB_INIT_BUCKET: "app",
			DOCKER_INFLUXDB_INIT_USERNAME_FILE: "{secret:user}",
			DOCKER_INFLUXDB_INIT_PASSWORD_FILE: "{secret:password}",
			DOCKER_INFLUXDB_INIT_ADMIN_TOKEN_FILE: "{secret:token}",
		},
		secrets: { user: null, password: null, token: null },
		volumes: { data: "/var/lib/influxdb2", config: "/etc/influxdb2" },
		health: { test: toTest("CMD", "influx", "ping"), startPeriod: "30s" },
		memory: "512m",
	},
	{
		name: "cassandra",
		image: "cassandra:5.0",
		user: "cassandra",
		writes: "anywhere",
		environment: { MAX_HEAP_SIZE: "512M", HEAP_NEWSIZE: "128M" },
		volumes: { data: "/var/lib/cassandra" },
		health: { test: toTest("CMD", "cqlsh", "-e", "describe cluster"), startPeriod: "2m" },
		memory: "2g",
		stop: "2m",
	},
	{
		name: "clickhouse",
		image: "clickhouse/clickhouse-server:25.8",
		user: "101:101",
		writes: "anywhere",
		environment: { CLICKHOUSE_DB: "app", CLICKHOUSE_USER: "app", CLICKHOUSE_PASSWORD_FILE: "{secret:password}" },
		secrets: { password: null },
		volumes: { data: "/var/lib/clickhouse" },
		ulimits: { nofile: 262_144 },
		memory: "2g",
		stop: "1m",
	},
	{
		name: "etcd",
		image: "quay.io/coreos/etcd:v3.6.6",
		command: ["/usr/local/bin/etcd", "--data-dir=/etcd-data", "--listen-client-urls=http://0.0.0.0:2379", "--advertise-client-urls=http://127.0.0.1:2379"],
		writes: ["/tmp"],
		volumes: { data: "/etcd-data" },
		health: { test: toTest("CMD", "/usr/local/bin/etcdctl", "endpoint", "health"), startPeriod: "10s" },
		memory: "256m",
	},
	{
		name: "qdrant",
		image: "qdrant/qdrant:v1.16-unprivileged",
		user: "1000:1000",
		writes: "anywhere",
		volumes: { data: "/qdrant/storage" },
		memory: "1g",
	},
	{
		name: "ollama",
		image: "ollama/ollama:0.13.0",
		writes: ["/tmp"],
		volumes: { data: "/root/.ollama" },
		memory: "8g",
	},
];
