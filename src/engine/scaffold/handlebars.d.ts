/** Compiled by scripts/handlebars.mjs; for `handlebars.template`. */
declare module "*.hbs" {
	const specification: object;
	export default specification;
}
