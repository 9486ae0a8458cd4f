import { arrangeView } from "../arrange-view.ts";

export default arrangeView("volumes", "Filter, Sort and Group Volumes…");
