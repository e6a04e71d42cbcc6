// SPDX-License-Identifier: Apache-2.0
#include "facts/gatherer.h"

#include <random>

#include "asking.h"
#include "source/changes.h"

namespace readiness::facts {
namespace {

/// A source whose entries are named as git would, and that remembers what was loaded of it.
class NamedSource final : public source::Source {
 public:
  explicit NamedSource(Files files) : inner_(files) {
    entries_ = inner_.entries();
    for (source::Entry& entry : entries_)
      for (const auto& file : files)
        if (file.path == entry.path && entry.kind == source::EntryKind::file)
          entry.blob = source::blob_name(file.bytes);
  }
  const std::vector<source::Entry>& entries() const override { return entries_; }
  std::unique_ptr<source::Reader> make_reader() const override {
    return std::make_unique<Counting>(*this, inner_.make_reader());
  }
  const std::vector<source::Note>& notes() const override { return inner_.notes(); }
  const source::Identity& identity() const override { return inner_.identity(); }
  /// Sorted.
  std::string loaded() const {
    std::vector<std::string> paths = loaded_;
    std::sort(paths.begin(), paths.end());
    std::string out;
    for (const std::string& path : paths) out += (out.empty() ? "" : " ") + path;
    return out;
  }

 private:
  class Counting final : public source::Reader {
   public:
    Counting(const NamedSource& owner, std::unique_ptr<source::Reader> inner)
        : owner_(owner), inner_(std::move(inner)) {}
    source::Load load(std::size_t index, std::uint64_t max_bytes) override {
      const std::lock_guard lock(owner_.mutex_);
      owner_.loaded_.push_back(owner_.entries_[index].path);
      return inner_->load(index, max_bytes);
    }
    std::optional<std::string> link_text(std::size_t index) override { return inner_->link_text(index); }

   private:
    const NamedSource& owner_;
    std::unique_ptr<source::Reader> inner_;
  };
  source::MemorySource inner_;
  std::vector<source::Entry> entries_;
  mutable std::mutex mutex_;
  mutable std::vector<std::string> loaded_;
};

std::string all_of(const Facts& facts) {
  std::string out;
  for (const File& file : facts.files)
    out += file.path + " " + std::string(name_of(file.disposition)) + " " + std::to_string(file.size) + "\n";
  for (std::size_t i = 0; i < facts.answers.size(); ++i)
    out += lines_of(facts, i) + std::to_string(facts.answers[i].total) + " in " +
           std::to_string(facts.answers[i].files_searched) + " unread " + unread_of(facts, i) + "\n";
  for (const Dependency& one : facts.dependencies)
    out += one.name + " " + one.version + " " + facts.files[one.file].path + "\n";
  for (const auto& [path, why] : facts.ledger.unparsed) out += path + ": " + why + "\n";
  return out + std::to_string(facts.ledger.bytes_scanned) + " " +
         std::to_string(facts.ledger.documents_parsed);
}

std::vector<Query> questions() {
  return {text("print"),
          path({"**/*.py"}),
          dependency({"flask", "left-*"}),
          image({"postgres"}),
          document_query({"compose"}, "$.services.*.image"),
          text("x", {.roles = roles({classify::Role::source})}),
          document_query({"kubernetes"}, "$.spec")};
}

Gatherer gatherer(const std::vector<Query>& queries, unsigned jobs = 2) {
  base::Result<Gatherer> out = Gatherer::prepare(queries, {.jobs = jobs});
  REQUIRE(out.ok());
  return std::move(*out);
}

}  // namespace

TEST_CASE("a file with the same bytes at the same path is not read again") {
  const std::vector<Query> queries = questions();
  Gatherer one = gatherer(queries);
  const NamedSource first({{"a.py", "print(x)\n"}, {"b.py", "x\n"}, {"requirements.txt", "flask==1\n"}});
  const NamedSource second({{"a.py", "print(x)\n"},
                            {"b.py", "print(2)\n"},
                            {"new.py", "x\n"},
                            {"requirements.txt", "flask==1\n"}});
  one.gather(first, {});
  CHECK(first.loaded() == "a.py b.py requirements.txt");
  const Facts facts = one.gather(second, {});
  CHECK(second.loaded() == "b.py new.py");
  CHECK(one.recalled() == 2);
  CHECK(all_of(facts) == all_of(*gather(second, queries, {})));
}

TEST_CASE("what stands beside a file is asked again") {
  const std::vector<Query> queries = questions();
  Gatherer one = gatherer(queries);
  const std::string chart = "spec: {replicas: {{ .Values.n }}}\nkind: Deployment\napiVersion: apps/v1\n";
  const NamedSource first({{"c/Chart.yaml", "name: c\nversion: 1.0.0\n"}, {"c/templates/d.yaml", chart}});
  const NamedSource second({{"c/templates/d.yaml", chart}});
  one.gather(first, {});
  const Facts facts = one.gather(second, {});
  CHECK(second.loaded() == "c/templates/d.yaml");
  CHECK(all_of(facts) == all_of(*gather(second, queries, {})));
}

TEST_CASE("attributes that change make everything be read again") {
  const std::vector<Query> queries = questions();
  Gatherer one = gatherer(queries);
  const NamedSource first({{".gitattributes", "a.py linguist-generated\n"}, {"a.py", "print(x)\n"}});
  const NamedSource second({{".gitattributes", "# nothing\n"}, {"a.py", "print(x)\n"}});
  one.gather(first, {});
  const Facts facts = one.gather(second, {});
  CHECK(facts.answers[0].total == 1);
  CHECK(all_of(facts) == all_of(*gather(second, queries, {})));
}

TEST_CASE("random histories give what reading each source alone gives, for any number of threads") {
  const std::vector<Query> queries = questions();
  const std::vector<std::pair<std::string, std::vector<std::string>>> pool{
      {".gitattributes", {"", "docs/** linguist-vendored\n"}},
      {"a.py", {"print(x)\n", "print(1)\nprint(2)\n", "# nothing\n"}},
      {"docs/b.py", {"x = 'print'\n"}},
      {"compose.yaml", {"services:\n  db: {image: postgres:16}\n", "services: [\n"}},
      {"package-lock.json", {R"({"packages":{"node_modules/left-pad":{"version":"1.0.0"}}})"}},
      {"package.json", {R"({"dependencies":{"left-pad":"^1"}})", "{"}},
      {"requirements.txt", {"flask==1\n", "flask==2\n"}}};
  for (const unsigned jobs : {1U, 8U}) {
    std::mt19937 random(5);
    Gatherer one = gatherer(queries, jobs);
    for (int round = 0; round < 30; ++round) {
      Files files;
      for (const auto& [path, versions] : pool)
        if (random() % 4 != 0) files.push_back({path, versions[random() % versions.size()]});
      const NamedSource source(files);
      CHECK(all_of(one.gather(source, {})) == all_of(*gather(source, queries, {})));
    }
    CHECK(one.recalled() > 15);
  }
}

}  // namespace readiness::facts
