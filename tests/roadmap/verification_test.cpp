// SPDX-License-Identifier: Apache-2.0
#include "roadmap/verification.h"

#include "roadmap/phrases.h"
#include "roadmap/read.h"

using namespace readiness;
using namespace readiness::roadmap;
using namespace readiness::roadmap::testing;
using checks::Outcome;

namespace {

checks::Verdict verdict(std::string id, Outcome outcome, std::vector<std::string> phrases,
                        rulepack::Form form = rulepack::Form::require) {
  checks::Verdict out{.outcome = outcome};
  out.check = {.id = std::move(id),
               .title = "An unlikely title of a check",
               .phrases = std::move(phrases),
               .form = form};
  return out;
}

checks::Verdicts verdicts() {
  checks::Verdicts out;
  out.verdicts = {verdict("api.rate-limit", Outcome::pass, {"rate limiting"}),
                  verdict("backup.automated", Outcome::fail, {"backups", "database backup"}),
                  verdict("backup.retention", Outcome::pass, {"backup retention"}),
                  verdict("code.todo", Outcome::fail, {"TODO comments"}, rulepack::Form::forbid),
                  verdict("monitoring.health", Outcome::partial, {"health checks"}),
                  verdict("webhooks.signature", Outcome::not_applicable, {"webhook signatures"}),
                  verdict("audit.export", Outcome::pass, {"audit log export"}),
                  verdict("deploy.limits", Outcome::partial, {"memory limits"}, rulepack::Form::each)};
  out.verdicts[7].items = 12, out.verdicts[7].items_met = 4;
  out.verdicts[7].check.items = "containers";
  out.verdicts[3].findings_total = 5;
  out.verdicts[3].findings = {{.path = "src/a.ts", .line = 7}};
  out.verdicts[6].check.confidence = rulepack::Confidence::heuristic;
  return out;
}

const TreePaths& tree() {
  static const TreePaths kTree({"docs/guide.md", "scripts/restore.sh", "src/a.ts"});
  return kTree;
}

score::Scorecard card() {
  score::Scorecard out{.overall = {.weight = 100, .earned = 56, .counted = 7}};
  const auto add = [&](std::string pack, std::string title, double points, std::uint32_t counted) {
    out.categories.push_back(
        {std::move(pack), std::move(title), {.weight = 100, .earned = points, .counted = counted}});
  };
  add("monitoring", "Monitoring", 63, 4), add("backup", "Backups and recovery", 100, 2),
      add("test", "Tests", 96, 3);
  add("mobile", "Mobile apps", 0, 0);
  return out;
}

VerifiedRoadmap verified(std::string_view text) {
  const checks::Verdicts all = verdicts();
  const score::Scorecard scores = card();
  return verify(read(text), {all, scores, "2026-07-01"}, tree());
}

/// "standing: reason", one a claim.
Lines judged(std::string_view text) {
  Lines out;
  for (const Judgement& judgement : verified(text).judgements)
    out.push_back(std::string(name_of(judgement.standing)) + ": " + judgement.reason);
  return out;
}

std::string ticked(std::string_view text) {
  const VerifiedRoadmap roadmap = verified(text);
  return with_ticks(text, roadmap.roadmap, tickable(roadmap));
}

}  // namespace

TEST_CASE("words are compared by what they are about") {
  CHECK(stem_of("limiting") == stem_of("limits"));
  CHECK(stem_of("logging") == stem_of("logs"));
  CHECK(stem_of("policies") == stem_of("policy"));
  CHECK(stem_of("traces") == stem_of("tracing"));
  CHECK(stem_of("status") == "status");
  CHECK(stem_of("access") == "access");
  CHECK(stem_of("red") == "red");
}

TEST_CASE("a phrase inside a longer one is not what is spoken of") {
  const checks::Verdicts all = verdicts();
  const PhraseBook book(all);
  CHECK(book.match("Configure backup retention").verdicts == std::vector<std::size_t>{2});
  CHECK(book.match("Set up rate-limiting middleware (Redis)").share == 1);
  CHECK(book.match("Rate limiting of video uploads").share < 0.6);
  CHECK(book.match("Rate limiting, backups").lists);
  CHECK(book.match("Rate limiting backups").best_share < 0.7);
  CHECK(book.match("See `api.rate-limit`").verdicts == std::vector<std::size_t>{0});
  CHECK(book.match("Nothing of it").verdicts.empty());
}

TEST_CASE("done claims are proven, denied by a failing check, or left undecided") {
  CHECK(judged("- [x] Rate limiting\n- ✅ Database backup strategy\n- [x] Health checks\n- [x] Webhook "
               "signatures\n- [x] Billing page\n") ==
        Lines{"proven: shown: api.rate-limit: pass", "contradicted: nothing shows it: backup.automated: fail",
              "unverifiable: not decided: monitoring.health: partial",
              "unverifiable: not decided: webhooks.signature: not-applicable",
              "unverifiable: no check and no file speaks of it"});
}

TEST_CASE("open claims are open indeed, or done already") {
  CHECK(judged("- [ ] Rate limiting\n- ❌ No backups\n- [ ] Rate limiting of file uploads\n") ==
        Lines{"contradicted: done in the repository: api.rate-limit: pass",
              "proven: open indeed: backup.automated: fail",
              "unverifiable: not decided: api.rate-limit: pass"});
}

TEST_CASE("partly done is proven by a part, outdated by the whole, and never denied") {
  CHECK(judged("- 🔄 Health checks\n- 🔄 Rate limiting\n- 🔄 Backups\n") ==
        Lines{"proven: partly there: monitoring.health: partial",
              "contradicted: done in the repository: api.rate-limit: pass",
              "unverifiable: nothing shows that it was begun: backup.automated: fail"});
}

TEST_CASE("that a thing is there does not prove work on it") {
  CHECK(judged("- [ ] Update rate limiting\n- [ ] Rate limiting updates\n- [ ] Test rate limiting\n- 🔄 Rate "
               "limiting (30%)\n") == Lines{"unverifiable: not decided: api.rate-limit: pass",
                                            "unverifiable: not decided: api.rate-limit: pass",
                                            "unverifiable: not decided: api.rate-limit: pass",
                                            "unverifiable: a share that no check measures"});
}

TEST_CASE("a claim that joins several things is proven by all of their checks") {
  CHECK(judged("- [x] Rate limiting + backup retention\n- [x] Rate limiting & backups\n- [x] Rate limiting, "
               "webhook signatures\n") ==
        Lines{"proven: shown: api.rate-limit: pass, backup.retention: pass",
              "unverifiable: not decided: api.rate-limit: pass, backup.automated: fail",
              "unverifiable: not decided: api.rate-limit: pass, webhooks.signature: not-applicable"});
}

TEST_CASE("what no check sees is not proven: all of a kind, a number to reach, a heuristic's word") {
  CHECK(judged("- [ ] Rate limiting on all routes\n- [ ] Rate limiting of 80% of calls\n- [ ] Audit log "
               "export\n") == Lines{"unverifiable: not decided: api.rate-limit: pass",
                                    "unverifiable: names a number to reach, which files do not show",
                                    "unverifiable: not decided: audit.export: pass"});
}

TEST_CASE("counts are held against findings") {
  CHECK(judged("- ❌ 5 TODO comments\n- ❌ 37 TODO comments\n- [ ] Resolve all 37 TODO comments\n\nTODO "
               "comments: 37\n") == Lines{"proven: says 5, code.todo counts 5 as of 2026-07-01",
                                          "contradicted: says 37, code.todo counts 5 as of 2026-07-01",
                                          "contradicted: says 37, code.todo counts 5 as of 2026-07-01",
                                          "contradicted: says 37, code.todo counts 5 as of 2026-07-01"});
  CHECK(verified("- ❌ 5 TODO comments\n").judgements[0].bases[0].path == "src/a.ts");
  const VerifiedRoadmap roadmap = verified("- ❌ 37 TODO comments\n");
  REQUIRE(roadmap.judgements[0].number);
  CHECK(roadmap.judgements[0].number->said == 37);
  CHECK(roadmap.judgements[0].number->measured == 5);
  CHECK(count_of(roadmap).differing == 1);
  CHECK(count_of(roadmap).outdated == 0);
}

TEST_CASE("what was counted before, is to be reached, or counts a part of the tree is no count of today") {
  CHECK(judged("- [x] 37 TODO comments\n- [ ] 0 TODO comments\n- [ ] At most 10 TODO comments\n- ❌ 3 TODO "
               "comments in "
               "`src/a.ts`\n- ❌ 37 backups\n") ==
        Lines{"contradicted: nothing shows it: code.todo: fail", "proven: open indeed: code.todo: fail",
              "proven: open indeed: code.todo: fail",
              "unverifiable: not decided: code.todo: fail, src/a.ts is there",
              "proven: open indeed: backup.automated: fail"});
}

TEST_CASE("the readiness as a whole is held against the score, within ten points") {
  CHECK(judged("**Current Status**: 60% Production Ready (up from 45%)\n\n**Production Readiness**: "
               "85/100\n\n**56 % "
               "production ready** (target: 90 %)\n") ==
        Lines{"proven: says 60 %, the whole is measured at 56 % as of 2026-07-01",
              "contradicted: says 85 %, the whole is measured at 56 % as of 2026-07-01",
              "proven: says 56 %, the whole is measured at 56 % as of 2026-07-01"});
}

TEST_CASE("numbers to reach are not held against today") {
  constexpr std::string_view kAhead = "unverifiable: names a number to reach, which files do not show";
  CHECK(
      judged("## Success metrics\n\nProduction Readiness: 90/100\n\n## Plan\n\nAfter completing Phase 1:\n- "
             "**Production Readiness:** 85/100\n") == Lines{std::string(kAhead), std::string(kAhead)});
}

TEST_CASE("a category's share is held against its score, when it is the category that the claim is about") {
  CHECK(
      judged("| Category | Current | Target | Status |\n|---|---|---|---|\n| Monitoring | 60% | 60% | 🔄 In "
             "Progress |\n"
             "| Backups | 30% | 90% | 🔄 In Progress |\n| Testing | 100% | 100% | ✅ Complete |\n"
             "| Testing coverage | 30% | 70% | 🔄 In Progress |\n| Mobile apps | 10% | 90% | 🔄 In Progress |\n"
             "| Memory limits | 35% | 100% | 🔄 In Progress |\n| TODO comments | 12 | 0 | ❌ |\n") ==
      Lines{"proven: says 60 %, Monitoring is measured at 63 % as of 2026-07-01; its target is met",
            "contradicted: says 30 %, Backups and recovery is measured at 100 % as of 2026-07-01; its target is met",
            "unverifiable: says 100 %, Tests is measured at 96 % as of 2026-07-01",
            "unverifiable: a share that no check measures", "unverifiable: a share that no check measures",
            "proven: says 35 %, deploy.limits finds 4 of 12 containers, 33 % as of 2026-07-01",
            "contradicted: says 12, code.todo counts 5 as of 2026-07-01"});
}

TEST_CASE("a place in a list of our own is no claim about what the file is called after") {
  CHECK(judged("- ❌ `src/backups.py:3`\n") == Lines{"unverifiable: a place, which says nothing by itself"});
}

TEST_CASE("a measured share ticks no box") {
  CHECK(ticked("- [ ] Backups (30%)\n") == "- [ ] Backups (30%)\n");
}

TEST_CASE("files that a claim names are looked for") {
  CHECK(
      judged(
          "- [x] Restore script `scripts/restore.sh` written\n- [x] Runbook in `docs/runbook.md`\n- [ ] "
          "Create `docs/guide.md`\n"
          "- [ ] Create `docs/guide.md` with screens, tables and examples\n- [ ] Update `docs/guide.md`\n") ==
      Lines{"unverifiable: not decided: scripts/restore.sh is there",
            "contradicted: nothing shows it: docs/runbook.md is not there",
            "contradicted: done in the repository: docs/guide.md is there",
            "unverifiable: not decided: docs/guide.md is there",
            "unverifiable: not decided: docs/guide.md is there"});
  CHECK(judged(
            "### Docs\n**Status**: ✅ Complete\n\n**Files to create:**\n- `docs/guide.md`\n- `docs/more.md`\n")
            [2] == "contradicted: nothing shows it: docs/more.md is not there");
}

TEST_CASE("only stated claims are counted, and only a false tick is unproven") {
  const VerifiedRoadmap roadmap =
      verified("- [x] Backups\n  - Database backup\n- [ ] Rate limiting\n- [x] Rate limiting\n- [ ] Sales\n");
  const Count count = count_of(roadmap);
  CHECK(count.claims == 5);
  CHECK(count.stated == 4);
  CHECK(count.unproven == 1);
  CHECK(count.outdated == 1);
  CHECK(count.proven == 1);
  CHECK(count.unverifiable == 1);
}

TEST_CASE("only boxes that are proven are ticked, and no other byte changes") {
  const std::string text =
      "\xEF\xBB\xBF# A  \r\n- [ ] Rate limiting  \r\n\t- plain\r\n- [ ] Backups\r\n* [ ] Create "
      "`docs/guide.md`\r\r\nâœ… \xFF\0 end";
  std::string expected = text;
  expected[text.find("[ ] Rate") + 1] = 'x';
  expected[text.find("[ ] Create") + 1] = 'x';
  CHECK(ticked(text) == expected);
}

TEST_CASE("an open or missing part keeps the whole open") {
  CHECK(ticked("- [ ] Rate limiting\n  - [ ] Sales page\n") == "- [ ] Rate limiting\n  - [ ] Sales page\n");
  CHECK(ticked("- [ ] Rate limiting\n  - [ ] Create `docs/guide.md`\n") ==
        "- [x] Rate limiting\n  - [x] Create `docs/guide.md`\n");
  CHECK(ticked("- [ ] Rate limiting\n  - Files: `src/none.ts`\n") ==
        "- [ ] Rate limiting\n  - Files: `src/none.ts`\n");
  CHECK(ticked("- [ ] Rate limiting\n  - [x] Backups\n") == "- [ ] Rate limiting\n  - [x] Backups\n");
}

TEST_CASE("ticking twice changes nothing more") {
  const std::string once = ticked("- [ ] Rate limiting\n- [ ] Sales\n");
  CHECK(ticked(once) == once);
}
