#include "io/web_bundle.h"

#include <gtest/gtest.h>

#include <map>

#include "text/embedded_files.h"
#include "text/error.h"

namespace taraz {
namespace {

std::string bundle(const std::map<std::string, std::string>& files) {
  return bundle_modules("main.js", [&](std::string_view path) -> std::string_view {
    const auto file = files.find(std::string(path));
    if (file == files.end()) throw Error("no such file");
    return file->second;
  });
}

TEST(WebBundle, ModulesStandBeforeThoseThatImportThemAndOnce) {
  const std::string script =
      bundle({{"main.js", "import { a } from \"./a.js\";\nimport * as b from \"./b.js\";\na(b);\n"},
              {"b.js", "import { a as other } from \"./a.js\";\nexport const c = other;\n"},
              {"a.js", "// A.\nexport function a() {}\nlet hidden;\n"}});
  EXPECT_EQ(script,
            "\"use strict\";\n(() => {\n"
            "const $a = (() => {\nfunction a() {}\nlet hidden;\nreturn { a };\n})();\n"
            "const $b = (() => {\nconst { a: other } = $a;\nconst c = other;\nreturn { c };\n})();\n"
            "const $main = (() => {\nconst { a } = $a;\nconst b = $b;\na(b);\nreturn {  };\n})();\n"
            "})();\n");
}

TEST(WebBundle, LeavesOutLinesThatAreOnlyAComment) {
  const std::string script =
      bundle({{"main.js",
               "// one\n  /** two */\n/**\n * three\n */\n/** @type {x} */ (four).five = 6;\n"
               "seven();  // eight\n"}});
  EXPECT_EQ(script.find("one"), std::string::npos);
  EXPECT_EQ(script.find("two"), std::string::npos);
  EXPECT_EQ(script.find("three"), std::string::npos);
  EXPECT_NE(script.find("(four).five = 6;"), std::string::npos);
  EXPECT_NE(script.find("seven();"), std::string::npos);
}

TEST(WebBundle, RefusesWhatItDoesNotKnow) {
  for (const char* line : {"export default 1;", "export { a };", "import x from './a.js';",
                           "import { a } from \"elsewhere\";", "export * from \"./a.js\";"})
    EXPECT_THROW(bundle({{"main.js", std::string(line) + "\n"}, {"a.js", "\n"}}), Error) << line;
  EXPECT_THROW(bundle({{"main.js", "import { a } from \"./a.js\";\n"},
                       {"a.js", "import { b } from \"./main.js\";\n"}}),
               Error);
}

TEST(WebBundle, ThePagesThemselves) {
  std::string all;
  for (const char* page : {"main.js", "match_page.js"}) {
    const std::string script = bundle_modules(page);
    EXPECT_EQ(script.find("</script"), std::string::npos);
    EXPECT_EQ(script.find("<script"), std::string::npos);
    EXPECT_EQ(script.find("<!--"), std::string::npos);
    EXPECT_EQ(script.find("\nimport "), std::string::npos);
    EXPECT_EQ(script.find("\nexport "), std::string::npos);
    all += script;
  }
  for (const EmbeddedFile& f : embedded_web_files()) {
    const std::string_view path = f.path;
    if (!path.ends_with(".js")) continue;
    EXPECT_NE(all.find("const $" + std::string(path.substr(0, path.size() - 3)) + " ="), std::string::npos)
        << path << " is embedded but never imported";
  }
}

}  // namespace
}  // namespace taraz
