/** Whether a file of that name is hadolint's configuration. It need not begin with a dot, for one may be named by hand. */
export const isHadolintName = (name: string): boolean => /hadolint.*\.ya?ml$/i.test(name);
