import { arrangeView } from "../arrange-view.ts";

export default arrangeView("images", "Filter, Sort and Group Images…");
