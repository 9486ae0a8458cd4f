/** By which VS Code knows the pages of a kind, and gives them back after it was restarted. */
export const composeGraphView = "hullwright.composeGraph";
export const logView = "hullwright.logs";
export const statsView = "hullwright.stats";
export const tableView = "hullwright.table";
