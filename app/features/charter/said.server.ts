/** What other features need of what is said of an article. */
export { anchorOf } from "./article/anchor";
export { grouped } from "./article/phrase";
export { readText } from "./article/rebase.server";
