// No plugins: the rules that find mistakes, spelled out.
const browser = ["document", "window", "location", "localStorage", "indexedDB", "IDBKeyRange", "navigator", "matchMedia",
  "getComputedStyle", "setTimeout", "clearTimeout", "Blob", "URL", "BroadcastChannel", "ResizeObserver", "Element",
  "HTMLInputElement", "HTMLSelectElement", "Event", "EventTarget", "CustomEvent"];

const tests = ["KeyboardEvent", "Image", "WebSocket", "IDBFactory", "Storage", "fetch", "NodeFilter"];  // what tests try

export default [{
  files: ["**/*.js", "**/*.mjs"],
  languageOptions: {
    ecmaVersion: 2022,
    sourceType: "module",
    globals: Object.fromEntries([...browser, "process", "Buffer"].map((name) => [name, "readonly"])),
  },
  linterOptions: { reportUnusedDisableDirectives: "error" },
  rules: Object.fromEntries([
    "array-callback-return", "constructor-super", "default-case-last", "eqeqeq", "for-direction", "getter-return",
    "no-class-assign", "no-compare-neg-zero", "no-cond-assign", "no-const-assign", "no-constant-condition",
    "no-control-regex", "no-debugger", "no-dupe-args", "no-dupe-class-members", "no-dupe-else-if", "no-dupe-keys",
    "no-duplicate-case", "no-duplicate-imports", "no-empty", "no-empty-pattern", "no-eval", "no-ex-assign", "no-fallthrough",
    "no-func-assign", "no-global-assign", "no-implied-eval", "no-import-assign", "no-inner-declarations",
    "no-invalid-regexp", "no-irregular-whitespace", "no-loss-of-precision", "no-misleading-character-class",
    "no-new-func", "no-new-native-nonconstructor", "no-obj-calls", "no-prototype-builtins", "no-redeclare",
    "no-return-assign", "no-script-url", "no-self-assign", "no-self-compare", "no-setter-return", "no-shadow",
    "no-shadow-restricted-names", "no-sparse-arrays", "no-this-before-super", "no-throw-literal", "no-undef",
    "no-unexpected-multiline", "no-unreachable", "no-unreachable-loop", "no-unsafe-finally", "no-unsafe-negation",
    "no-unused-private-class-members", "no-unused-vars", "no-useless-backreference", "no-useless-escape", "no-var",
    "prefer-const", "require-yield", "use-isnan", "valid-typeof",
  ].map((rule) => [rule, "error"])),
}, {
  // Nothing in the page may read markup or reach out of it.
  files: ["*.js", "web/*.js"],
  rules: {
    "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln"].map((property) => ({ property }))],
    "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket", "EventSource", "eval", "Function"],
  },
}, {
  files: ["**/tests/*.mjs"],
  languageOptions: { globals: Object.fromEntries(tests.map((name) => [name, "readonly"])) },
}];
