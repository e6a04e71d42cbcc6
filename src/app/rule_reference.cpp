// SPDX-License-Identifier: Apache-2.0
// What a check asks, how it decides, how to satisfy it, how to say that it is done elsewhere.
#include "app/rule_reference.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/rule_words.h"
#include "base/text.h"
#include "checks/verdict.h"
#include "plan/plan.h"

namespace readiness::app {
namespace {

using rulepack::Check;
using rulepack::Pack;

constexpr std::string_view kGenerated =
    "<!-- Generated from rules/ by `readiness rules docs`. Change the rules, then run ./dev docs. -->\n\n";
constexpr std::size_t kExampleLines = 14;  // of a test's files: more is no example any more

std::string title_of(const Pack& pack) {
  return base::printable(pack.title.empty() ? pack.name : pack.title);
}

std::string effort_of(const Check& check) {
  const rulepack::Effort& effort = check.effort;
  if (!effort.by_count) return plan::words({effort.min_hours, effort.max_hours});
  return plan::words({effort.each_min_hours, effort.each_max_hours}) + " a finding";
}

std::string count_words(const Check& check) {
  std::string out;
  if (check.allow) out += fmt::format(" {} may stay.", *check.allow);
  if (check.worst) out += fmt::format(" {} or more earn nothing.", *check.worst);
  if (check.worst_per_kloc)
    out += fmt::format(" {:g} in a thousand lines or more earn nothing.", *check.worst_per_kloc);
  return out;
}

std::string decision(RuleWords& words, const Check& check) {
  std::string out;
  const auto part = [&](std::string_view says, const auto& expression) {
    if (expression) out += fmt::format("{}\n\n{}\n", says, words.bullets(*expression));
  };
  part("It passes when this is found:", check.require);
  part("It fails when this is found:", check.forbid);
  const std::string items = check.items.empty() ? "items" : check.items;
  part(fmt::format("It looks at each of these ({}):", items), check.each);
  if (check.among) out += fmt::format("Of them, those that have this:\n\n{}\n", words.bullets(*check.among));
  if (check.must)
    out += fmt::format("Each must have its counterpart, {:g} % of them for a pass:\n\n{}\n",
                       100 * check.pass_at, words.bullets(*check.must));
  part("Where there are none, this is enough:", check.without_items);
  part("In spite of findings it passes when:", check.excused_by);
  part("It is partial when only this is found:", check.partial);
  if (const std::string counts = count_words(check); !counts.empty())
    out += std::string(base::trimmed(counts)) + "\n\n";
  if (check.per_unit)
    out += fmt::format(
        "Where several units are deployed, each is asked; {:g} % of them are enough for a pass.\n\n",
        100 * check.pass_at);
  return out;
}

void add_list(std::string_view title, const std::vector<std::string>& lines, std::string& out) {
  if (lines.empty()) return;
  out += fmt::format("**{}**\n\n", title);
  for (const std::string& line : lines) out += "- " + line + "\n";
  out += "\n";
}

std::vector<std::string> coded(const std::vector<std::string>& list) {
  std::vector<std::string> out;
  for (const std::string& text : list) out.push_back(RuleWords::code(text));
  return out;
}

// The files of one test, when they are short enough to be read.
std::string example_of(const rulepack::PackTest& test) {
  std::string body;
  for (const auto& [path, text] : test.files) {
    if (text.find("```") != std::string::npos) return {};
    body += fmt::format("# {}\n{}{}", base::printable(path), base::valid_utf8(text),
                        text.ends_with('\n') ? "" : "\n");
  }
  if (static_cast<std::size_t>(std::count(body.begin(), body.end(), '\n')) > kExampleLines) return {};
  return fmt::format("{}, for example:\n\n```text\n{}```\n\n",
                     test.expect == "pass" ? "This passes" : "This fails", body);
}

std::string examples(const Check& check) {
  std::string out;
  for (const std::string_view expected : {"pass", "fail"})
    for (const rulepack::PackTest& test : check.tests) {
      if (test.expect != expected) continue;
      const std::string example = example_of(test);
      out += example;
      if (!example.empty()) break;
    }
  return out;
}

std::string section_of(RuleWords& words, const Pack& pack, const Check& check) {
  words.start();
  std::string out = fmt::format("## {}\n\n", check.id);
  out += fmt::format("**{}.** {}\n\n", base::printable(check.title), base::printable(check.why));
  out += fmt::format(
      "Priority {}, effort {}, {} evidence{}{}.\n\n", checks::name_of(check.priority), effort_of(check),
      checks::name_of(check.confidence), check.preview ? ", on trial (weighs nothing)" : "",
      check.owner.empty() && pack.owner.empty()
          ? ""
          : ", usually done by " + base::printable(check.owner.empty() ? pack.owner : check.owner));
  if (check.when) out += "**When it is asked**\n\n" + words.bullets(*check.when) + "\n";
  out += "**How it decides**\n\n" + decision(words, check);
  add_list("How to satisfy it", check.tasks, out);
  add_list("Files to create", coded(check.create), out);
  add_list("Files to update", coded(check.update), out);
  out += examples(check);
  add_list("First", coded(check.after), out);
  add_list("References", check.references, out);
  out += fmt::format("Done elsewhere, or not wanted? [Attest or waive](#done-elsewhere) `{}`.\n\n", check.id);
  return out;
}

std::string elsewhere(const std::string& id) {
  return fmt::format(
      "## Done elsewhere\n\n"
      "A check sees the repository and nothing else. When you do it in another place, say so in "
      "`.readiness.toml`; a path is "
      "looked at again in every audit, a link is believed until its date:\n\n"
      "```toml\n[[attest]]\ncheck = \"{0}\"\nlink = \"https://wiki.example.com/how-we-do-it\"\nby = "
      "\"team\"\nuntil = "
      "\"2027-01-31\"\n```\n\n"
      "When you decide against it, waive it; the report lists every waiver:\n\n"
      "```toml\n[[waive]]\ncheck = \"{0}\"\nreason = \"accepted-risk\"  # or planned, mitigated-elsewhere, "
      "false-positive, test-data\n"
      "by = \"team\"\nuntil = \"2027-01-31\"\n```\n\n"
      "A single place is exempt by a comment on its line or the line above: `readiness: allow {0} "
      "until=2027-01-31 why`.\n",
      id);
}

ReferencePage page_of(RuleWords& words, const Pack& pack) {
  std::string out = std::string(kGenerated) + fmt::format("# {}\n\n", title_of(pack));
  if (!pack.about.empty()) out += base::printable(pack.about) + "\n\n";
  for (const Check& check : pack.checks)
    if (!check.disabled)
      out += fmt::format(
          "- [{}](#{}), {}: {}\n", check.id,
          [&] {
            std::string anchor = check.id;  // GitHub drops dots from anchors
            std::erase(anchor, '.');
            return anchor;
          }(),
          checks::name_of(check.priority), base::printable(check.title));
  out += "\n";
  for (const Check& check : pack.checks)
    if (!check.disabled) out += section_of(words, pack, check);
  return {pack.name + ".md", out + elsewhere(pack.checks.front().id)};
}

ReferencePage traits_page(RuleWords& words, const rulepack::RuleBook& book) {
  std::string out = std::string(kGenerated) +
                    "# Traits\n\nWhat kind of project this is decides which checks are asked. `readiness "
                    "rules show traits` says "
                    "which hold in a repository and why; `[traits]` in `.readiness.toml` overrules them.\n\n";
  for (const Pack& pack : book.packs)
    for (const rulepack::Trait& trait : pack.traits) {
      words.start();
      out += fmt::format("## {}\n\n**{}.** {}\n\nIt holds when this is found:\n\n{}\n", trait.name,
                         base::printable(trait.title), base::printable(trait.about),
                         words.bullets(trait.expression));
    }
  return {"traits.md", std::move(out)};
}

ReferencePage index_page(const rulepack::RuleBook& book) {
  std::string out = std::string(kGenerated) +
                    "# All checks\n\nA page a pack; [traits](traits.md) decide what is asked.\n\n";
  for (const Pack& pack : book.packs) {
    if (pack.checks.empty()) continue;
    out += fmt::format("## [{}]({}.md)\n\n{}\n\n", title_of(pack), pack.name, base::printable(pack.about));
    for (const Check& check : pack.checks)
      if (!check.disabled)
        out += fmt::format("- `{}`, {}: {}\n", check.id, checks::name_of(check.priority),
                           base::printable(check.title));
    out += "\n";
  }
  return {"README.md", std::move(out)};
}

}  // namespace

std::vector<ReferencePage> reference_pages(const rulepack::RuleBook& book) {
  RuleWords words(book);
  std::vector<ReferencePage> out{index_page(book), traits_page(words, book)};
  for (const Pack& pack : book.packs)
    if (!pack.checks.empty()) out.push_back(page_of(words, pack));
  return out;
}

}  // namespace readiness::app
