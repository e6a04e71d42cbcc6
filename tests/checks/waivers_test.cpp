// SPDX-License-Identifier: Apache-2.0
#include "checks/waivers.h"

#include "audited.h"

using namespace readiness;
using namespace readiness::checks;
using namespace readiness::checks::testing;

namespace {

const std::string kForbid = one_check({"forbid: {text: 'print_it'}"});
const std::string kRequire = one_check({"require: {text: 'backup_now'}"});

Settings waived(WaiverRule rule, const std::string& as_of = "2026-06-01") {
  Settings out;
  out.waivers = {std::move(rule)};
  out.as_of = as_of;
  return out;
}

Settings attested(Attestation attestation, const std::string& as_of = "2026-06-01") {
  Settings out;
  out.attestations = {std::move(attestation)};
  out.as_of = as_of;
  return out;
}

std::string shown(const Verdict& verdict) {
  return std::string(name_of(verdict.outcome)) + ": " + verdict.reason;
}

}  // namespace

TEST_CASE("an inline waiver exempts the finding on its line or the line below, and no other") {
  const Verdict verdict = audit(kForbid, {{"a.py",
                                           "print_it()  # readiness: allow p.x false-positive on purpose\n"
                                           "# readiness: allow p.x test-data\n"
                                           "print_it()\n"
                                           "print_it()\n"}})
                              .of("p.x");
  CHECK(verdict.findings_total == 1);
  REQUIRE(verdict.findings.size() == 3);
  CHECK(verdict.findings[0].waiver == "false-positive");
  CHECK(verdict.findings[1].waiver == "test-data");
  CHECK(verdict.findings[2].waiver == "");
}

TEST_CASE("an inline waiver of another check exempts nothing, one by glob does") {
  CHECK(audit(kForbid, {{"a.py", "print_it()  # readiness: allow p.y false-positive\n"}})
            .of("p.x")
            .findings_total == 1);
  CHECK(audit(kForbid, {{"a.py", "print_it()  # readiness: allow p.* false-positive\n"}})
            .of("p.x")
            .findings_total == 0);
}

TEST_CASE("an accepted risk is shown and still counts") {
  const Verdict verdict =
      audit(kForbid, {{"a.py", "print_it()  # readiness: allow p.x until=2027-01-31 it is known\n"}})
          .of("p.x");
  CHECK(verdict.findings.front().waiver == "accepted-risk");
  CHECK(verdict.findings_total == 1);
  CHECK(name_of(verdict.outcome) == "fail");
}

TEST_CASE(
    "an expired inline waiver is a finding again and says so, and so does one with a date that is none") {
  Settings settings;
  settings.as_of = "2026-06-01";
  const Files expired_one{{"a.py", "print_it()  # readiness: allow p.x until=2026-05-31 false-positive\n"}};
  const Verdict verdict = audit(kForbid, expired_one, settings).of("p.x");
  CHECK(verdict.findings.front().waiver == "");
  CHECK(shown(verdict) == "fail: 1 finding in 1 file; waiver of p.x at a.py:1 expired on 2026-05-31");
  const Files bad_date{{"a.py", "print_it()  # readiness: allow p.x until=soon false-positive\n"}};
  CHECK(audit(kForbid, bad_date, settings).of("p.x").findings_total == 1);
}

TEST_CASE("a waiver lasts through its last day") {
  CHECK(!expired("2026-06-01", "2026-06-01"));
  CHECK(expired("2026-05-31", "2026-06-01"));
  CHECK(!expired("", "2026-06-01"));
  CHECK(!expired("2026-05-31", ""));
}

TEST_CASE("a configured waiver with a path exempts what lies there") {
  const WaiverRule rule{.check = "p.x", .path = "legacy/**", .waiver = {.reason = "mitigated-elsewhere"}};
  const Verdict verdict =
      audit(kForbid, {{"legacy/a.py", "print_it()\n"}, {"b.py", "print_it()\n"}}, waived(rule)).of("p.x");
  CHECK(verdict.findings_total == 1);
  CHECK(!verdict.waiver);
}

TEST_CASE("a configured waiver by fingerprint exempts one finding, wherever its line has moved to") {
  const Verdict before = audit(kForbid, {{"a.py", "print_it()\nprint_it(1)\n"}}).of("p.x");
  REQUIRE(before.findings.size() == 2);
  const WaiverRule rule{
      .check = "p.x", .fingerprint = before.findings[1].fingerprint, .waiver = {.reason = "false-positive"}};
  const Verdict after =
      audit(kForbid, {{"a.py", "x = 1\nprint_it()\ny = 2\nprint_it(1)\n"}}, waived(rule)).of("p.x");
  CHECK(after.findings[0].waiver == "");
  CHECK(after.findings[1].waiver == "false-positive");
}

TEST_CASE("a waiver of the whole check makes it waived, and an expired one says since when it counts again") {
  const WaiverRule rule{.check = "p.*", .waiver = {.reason = "planned", .until = "2026-06-30"}};
  const Verdict verdict = audit(kRequire, {{"a.py", "x\n"}}, waived(rule)).of("p.x");
  CHECK(name_of(verdict.outcome) == "waived");
  REQUIRE(verdict.waiver);
  CHECK(!verdict.waiver->expired);
  const Verdict late = audit(kRequire, {{"a.py", "x\n"}}, waived(rule, "2026-07-01")).of("p.x");
  CHECK(shown(late) ==
        "fail: waiver expired on 2026-06-30; not detected in 1 file; if it lives elsewhere, attest it");
  CHECK(late.waiver->expired);
}

TEST_CASE("a check that passes needs no waiver") {
  const WaiverRule rule{.check = "p.x", .waiver = {.reason = "planned"}};
  const Verdict verdict = audit(kRequire, {{"a.py", "backup_now\n"}}, waived(rule)).of("p.x");
  CHECK(name_of(verdict.outcome) == "pass");
  CHECK(!verdict.waiver);
}

TEST_CASE("an attestation by path holds while the path shows it, and the place is its evidence") {
  const Attestation attestation{
      .check = "p.x", .path = "ops/cron.txt", .pattern = "nightly dump", .by = "ops"};
  const Verdict verdict =
      audit(kRequire, {{"a.py", "x\n"}, {"ops/cron.txt", "0 3 * * * nightly dump\n"}}, attested(attestation))
          .of("p.x");
  CHECK(shown(verdict) == "attested: attested by ops at ops/cron.txt");
  CHECK(verdict.earned == 1);
  REQUIRE(!verdict.evidence.empty());
  CHECK(verdict.evidence.back().path == "ops/cron.txt");
  CHECK(verdict.evidence.back().line == 1);
}

TEST_CASE("an attestation whose place has gone fails and says so") {
  const Attestation attestation{.check = "p.x", .path = "ops/cron.txt", .pattern = "nightly dump"};
  CHECK(shown(audit(kRequire, {{"ops/cron.txt", "nothing\n"}}, attested(attestation)).of("p.x"))
            .starts_with("fail: attested, but ops/cron.txt no longer shows it; "));
}

TEST_CASE("an attestation by link holds until its date") {
  const Attestation attestation{
      .check = "p.x", .link = "https://wiki.example.com/x", .by = "ops", .until = "2026-06-30"};
  CHECK(shown(audit(kRequire, {{"a.py", "x\n"}}, attested(attestation)).of("p.x")) ==
        "attested: attested by ops: https://wiki.example.com/x, until 2026-06-30");
  CHECK(shown(audit(kRequire, {{"a.py", "x\n"}}, attested(attestation, "2026-07-01")).of("p.x"))
            .starts_with("fail: attestation by ops expired on 2026-06-30; "));
}
