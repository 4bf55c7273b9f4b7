import tab from "./tab.ts";

/** What is shown while it is its turn; the walkthrough around it decides when that is. */
export default tab;
