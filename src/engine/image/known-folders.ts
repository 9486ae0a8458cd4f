/** Whether images have a folder of that name that files are put into: those of Docker's official images and Grafana's, as of November 2026 (https://github.com/docker-library/docs). */
export const isKnownFolder = (path: string): boolean => known.has(path);

const known: ReadonlySet<string> = new Set([
	"/bin",
	"/docker-entrypoint-initdb.d",
	"/docker-entrypoint.d",
	"/etc",
	"/etc/grafana/provisioning",
	"/etc/grafana/provisioning/dashboards",
	"/etc/grafana/provisioning/datasources",
	"/etc/mysql/conf.d",
	"/etc/nginx",
	"/etc/nginx/conf.d",
	"/etc/nginx/templates",
	"/etc/prometheus",
	"/etc/ssl/certs",
	"/etc/traefik",
	"/usr/local/bin",
	"/usr/local/etc/php/conf.d",
	"/usr/share/nginx/html",
	"/var/lib/mysql",
	"/var/lib/postgresql/data",
	"/var/log",
	"/var/www/html",
]);
