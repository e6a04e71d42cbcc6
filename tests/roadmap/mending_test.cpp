// SPDX-License-Identifier: Apache-2.0
#include "roadmap/mending.h"

#include "roadmap/read.h"

using namespace readiness::roadmap;
using namespace readiness::roadmap::testing;

namespace {

std::string mended(std::string_view text) { return Mender::for_document(text).mend(text); }

}  // namespace

TEST_CASE("UTF-8 read as Windows-1252 is turned back") {
  CHECK(Mender::for_document("âœ… done").garbling() == Garbling::windows_1252);
  CHECK(mended("âœ… done â€“ Ã©tÃ©") == "✅ done – été");
  CHECK(mended("ðŸŽ¯ goal â†’ here") == "🎯 goal → here");
}

TEST_CASE("bytes that Windows-1252 has no character for are known by what is left of them") {
  CHECK(mended("â\u009dŒ a âœ…") == "❌ a ✅");
  CHECK(mended("âŒ a âœ…") == "❌ a ✅");
  CHECK(mended("â?Œ a âœ…") == "❌ a ✅");
  CHECK(mended("â\uFFFDŒ a âœ…") == "❌ a ✅");
  CHECK(mended("âš ï¸\u008f b") == "⚠\uFE0F b");
}

TEST_CASE("UTF-8 read as Mac Roman is turned back") {
  CHECK(Mender::for_document("‚úÖ done").garbling() == Garbling::mac_roman);
  CHECK(mended("‚úÖ done ‚Üí ‚ùå \uF8FFüî¥") == "✅ done → ❌ 🔴");
}

TEST_CASE("what was garbled twice is turned back twice") { CHECK(mended("Ã¢Å“â€¦ done") == "✅ done"); }

TEST_CASE("text that is as it was meant stays, in every language") {
  for (const std::string_view text : {"✅ done – été", "Größe, naïve, Ærø, «école», ‚unten’", "日本語 ✅",
                                      "Цель → 100 %", "Â§ 5 und £ 3", "plain"}) {
    INFO(text);
    CHECK(Mender::for_document(text).garbling() == Garbling::none);
    CHECK(mended(text) == text);
  }
}

TEST_CASE("in a document that is partly garbled only the symbols are turned") {
  CHECK(mended("âœ… done, mais Ã©tÃ© et été") == "✅ done, mais Ã©tÃ© et été");
}

TEST_CASE("a garbled roadmap has the claims of the roadmap, and its boxes stand where they stood") {
  const std::string garbled = "## âœ… Done\n- Login\n\n- [ ] âš ï¸ Mail â€“ soon\n";
  const Roadmap roadmap = read(garbled);
  CHECK(roadmap.mended_from == "Windows-1252");
  CHECK(shown(roadmap) == Lines{"2 detail done~ Login", "4 task partial Mail – soon"});
  CHECK(garbled[roadmap.claims[1].box->offset] == ' ');
}
