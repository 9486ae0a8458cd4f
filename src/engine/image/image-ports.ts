import { parseImageReference } from "./reference.ts";

/** All ports at which a container of an image may listen if it is not told otherwise; undefined of images of which nobody looked. */
export function imagePorts(image: string): readonly number[] | undefined {
	const { registry, repository } = parseImageReference(image);
	return registry === undefined || registry === "public.ecr.aws" ? ports.get(repository.replace(/^docker\/library\//, "")) : undefined;
}

/** What `EXPOSE` says in the images' own Dockerfiles, as of November 2026, with ports that they listen at besides: https://github.com/docker-library/official-images. */
const ports: ReadonlyMap<string, readonly number[]> = new Map([
	["nginx", [80]],
	["httpd", [80]],
	["caddy", [80, 443, 2019]],
	["traefik", [80]],
	["tomcat", [8080]],
	["wordpress", [80, 9000]],
	["nextcloud", [80, 9000]],
	["adminer", [8080]],
	["phpmyadmin", [80]],
	["ghost", [2368]],
	["postgres", [5432]],
	["postgis/postgis", [5432]],
	["pgvector/pgvector", [5432]],
	["mysql", [3306, 33_060]],
	["mariadb", [3306]],
	["mongo", [27_017]],
	["mongo-express", [8081]],
	["redis", [6379]],
	["valkey/valkey", [6379]],
	["memcached", [11_211]],
	["rabbitmq", [4369, 5671, 5672, 15_671, 15_672, 15_691, 15_692, 25_672]],
	["elasticsearch", [9200, 9300]],
	["kibana", [5601]],
	["neo4j", [7473, 7474, 7687]],
	["cassandra", [7000, 7001, 7199, 9042, 9160]],
	["couchdb", [4369, 5984, 9100]],
	["influxdb", [8086, 8088, 8089, 8181]],
	["clickhouse/clickhouse-server", [8123, 9000, 9004, 9005, 9009]],
	["qdrant/qdrant", [6333, 6334]],
	["prom/prometheus", [9090]],
	["grafana/grafana", [3000]],
	["mailhog/mailhog", [1025, 8025]],
	["axllent/mailpit", [1025, 1110, 8025]],
]);
