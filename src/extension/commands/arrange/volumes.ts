import { arrangeView } from "../arrange-view.ts";

export default arrangeView("volumes", "Filter and Sort Volumes…");
