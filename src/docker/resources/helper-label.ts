/** On containers of ours that stand for files or a shell: no row shows them. */
export const helperLabel = "com.hullwright.helper";
