import { arrangeView } from "../arrange-view.ts";

export default arrangeView("images", "Filter and Sort Images…");
