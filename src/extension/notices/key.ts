/** Under which a workspace remembers what one is told of: looked at when Hullwright starts, so that nothing else of it is loaded for nothing. */
export const noticesKey = "hullwright.notices";
