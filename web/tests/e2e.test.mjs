// End to end, in one browser.
import "./e2e_actions.mjs";
import "./e2e_interface.mjs";
import "./e2e_storage.mjs";
