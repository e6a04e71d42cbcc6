// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "roadmap/claims.h"
#include "roadmap/read.h"

using namespace readiness::roadmap;
using namespace readiness::roadmap::testing;

TEST_CASE("boxes, with what is nested in them, are tasks and their details") {
  CHECK(shown(read("# Plan\n\n- [ ] **Ship logs**\n  - Rotate them weekly\n  - Priority: HIGH\n- [x] Sign "
                   "`bin/app.sh`\n"
                   "  * [X] keys\n1. [ ] numbered\n")) ==
        Lines{"3 task open Ship logs", "4 detail open~ Rotate them weekly",
              "6 task done Sign bin/app.sh {mention bin/app.sh}", "7 task done keys",
              "8 task open numbered"});
}

TEST_CASE("what looks like a box and is none by GFM is no task") {
  CHECK(shown(read("- [ ]no blank\n- [] empty\n- [y] letter\n\n[ ] no item\n\n    - [ ] code\n\n```\n- [x] "
                   "fenced\n```\n"))
            .empty());
}

TEST_CASE("icons and words in front or at the end are states") {
  CHECK(
      shown(read(
          "- ✅ Login page - **DONE**\n- ❌ No cache\n- ⚠️ Search (half of it)\n- 🔄 **Import** - IN "
          "PROGRESS "
          "(40%)\n"
          "- Export – NEXT\n- ⏳ Mail\n- Reports: done\n- 🎯 plain words\n- Billing ✅ (by hand for now)\n")) ==
      Lines{"1 statement done Login page", "2 statement open No cache",
            "3 statement partial Search (half of it)", "4 statement partial 40 Import",
            "5 statement open Export", "6 statement open Mail", "7 statement done Reports",
            "9 statement done Billing"});
}

TEST_CASE("an icon in front of a badge speaks of effort, not of state") {
  CHECK(shown(read("## 3. **Move to queues** ⚠️ MEDIUM EFFORT\n\n## ⚠️ HIGH PRIORITY (soon)\n\n- ✅ "
                   "Priority queues\n")) == Lines{"5 statement done Priority queues"});
}

TEST_CASE("a status below a heading belongs to the heading, with the files listed there") {
  CHECK(
      shown(read(
          "### 2. Queues (Day 1)\n**Status**: ❌ Not Started  \n**Effort**: 2 days\n\n**Files to "
          "Create/Update**:\n"
          "- `jobs/queue.py` (new)\n- `jobs/main.py` (verify the start)\n- `deploy/jobs/` (directory)\n")) ==
      Lines{"2 status open Queues (Day 1) {create jobs/queue.py} {update jobs/main.py} {create deploy/jobs/}",
            "6 file open~ jobs/queue.py (new) {create jobs/queue.py}",
            "7 file open~ jobs/main.py (verify the start) {update jobs/main.py}",
            "8 file open~ deploy/jobs/ (directory) {create deploy/jobs/}"});
}

TEST_CASE("statuses in words of their own are found, and are no state") {
  CHECK(shown(read("# Plan\n**Status**: Draft for the board\n**Readiness:** 85/100\n\nCurrent Status: 60% "
                   "there | Owner: Ops\n")) ==
        Lines{"2 status none Plan", "3 measure none 85 Readiness", "5 status none 60 Plan"});
}

TEST_CASE("headings state progress in per cent") {
  CHECK(shown(read("### **4. Coverage** (30% → Target: 70%+)\n### Keys (0% -> 100%)\n### Mail (100%)\n### "
                   "Week 1 (Day 1-2)\n")) ==
        Lines{"1 heading partial 30>70 Coverage", "2 heading open 0>100 Keys", "3 heading done 100 Mail"});
}

TEST_CASE("headings that are a state give it to their lists") {
  CHECK(
      shown(read("## ✅ Already Completed\n- Login\n  - with tokens\n### In Progress ⚠️\n- Search\n### "
                 "Not Started ❌\n- Mail\n## Notes\n- Nothing\n")) ==
      Lines{"2 detail done~ Login", "3 detail done~ with tokens", "5 detail partial~ Search",
            "7 detail open~ Mail"});
}

TEST_CASE("labels say what the list below them is") {
  CHECK(
      shown(read(
          "## 1. Limits\n\n**What to do:**\n1. Count calls\n2. Refuse calls\n\n**Why:**\n- Costs\n  - and "
          "more\n\n"
          "What's Done:\n- Headers\n\nFiles to modify:\n- `app.ts` - count\n\nAnything else:\n- Words\n")) ==
      Lines{"4 detail open~ Count calls", "5 detail open~ Refuse calls", "12 detail done~ Headers",
            "15 file open~ app.ts - count {update app.ts}"});
}

TEST_CASE("tables with a column of state or progress are claims") {
  CHECK(
      shown(read("| # | Item | Current | Target | Status |\n|---|---|---|---|---|\n| 1 | `api` \\| web | 55% "
                 "| 80% | ⏳ Pending |\n"
                 "| 2 | Mail | 100 % | 100 % | ✅ Complete |\n\n| Who | Phone |\n|---|---|\n| Ann | 1 |\n")) ==
      Lines{"3 row open 55>80 api | web", "4 row done 100>100 Mail"});
}

TEST_CASE("counts are numbers of things, not of days") {
  CHECK(shown(read(
            "- ❌ 37 open markers\n- ❌ 1,200 warnings left\n- ❌ 3 days of work\n- [ ] 80%+ of the tests\n")) ==
        Lines{"1 statement open #37 37 open markers", "2 statement open #1200 1,200 warnings left",
              "3 statement open 3 days of work", "4 task open 80%+ of the tests"});
  CHECK(read("- [ ] Reach 80%+ coverage\n").claims.at(0).aims);
}

TEST_CASE("facts about a task are not claims, and name its files") {
  CHECK(shown(read("- [ ] **Tracing**\n  - Effort: Ongoing\n  - Files: `core/tracing.py`\n  - Tools: Jaeger\n"
                   "- [ ] **Retries**\n  Files: Update `core/net.py`\n")) ==
        Lines{"1 task open Tracing {mention core/tracing.py}", "5 task open Retries {update core/net.py}"});
}

TEST_CASE("line ends, a byte order mark and the place of boxes") {
  const std::string text = "\xEF\xBB\xBF# A\r\n- [ ] one  \r\n\r\n- ✅ two\r\n";
  const Roadmap roadmap = read(text);
  CHECK(shown(roadmap) == Lines{"2 task open one", "4 statement done two"});
  REQUIRE(roadmap.claims[0].box);
  CHECK(text.substr(roadmap.claims[0].box->offset - 1, 3) == "[ ]");
  CHECK(shown(read("# A\r- [x] one\r")) == Lines{"2 task done one"});
}

TEST_CASE("what is no Markdown text is refused with a reason") {
  const auto utf16 = read_roadmap("\xFF\xFE#\0", "R.md");
  REQUIRE_FALSE(utf16.ok());
  CHECK(utf16.errors()[0].message == "is UTF-16");
  const auto large = read_roadmap(std::string((1U << 20) + 1, 'a'), "R.md");
  REQUIRE_FALSE(large.ok());
  CHECK(large.errors()[0].message == "is larger than 1 MiB, which no roadmap is");
}

TEST_CASE("hostile documents are read in bounded time") {
  const auto repeated = [](std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() + piece.size() < bytes) out += piece;
    return out;
  };
  for (const std::string_view piece :
       {">", "- ", "1. ", "[", "|", "`", "*a_ ", "- [ ] x\n", "|-\n", "a\n=\n", "<!--", "> a\nb\n"}) {
    INFO(piece);
    CHECK_NOTHROW(read_roadmap(repeated(piece, 60'000), "R.md"));
  }
  CHECK(shown(read(std::string("- [ ] a\0b\xFF\n", 11))) ==
        Lines{std::string("1 task open a\0b\xEF\xBF\xBD", 18)});
}
