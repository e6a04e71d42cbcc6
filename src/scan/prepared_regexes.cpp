// SPDX-License-Identifier: Apache-2.0
// Layout: magic, four parts with their sizes, the sizes of the two tables, the tables. Slots are a power of
// two, each the hash of a regex and the place of its record (0: empty); a record is text, source, head, runs.
#include "scan/prepared_regexes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <utility>

#include "base/packed_bytes.h"
#include "scan/checked_regex.h"
#include "scan/gram_filter.h"

namespace readiness::scan {
namespace {

using base::ByteReader;
using base::ByteWriter;

constexpr std::string_view kMagic = "readiness-regexes-2\n";
constexpr std::size_t kSetBytes = 32;
constexpr std::uint64_t kAtLine = 1;
constexpr std::uint64_t kAtWord = 2;
constexpr std::uint64_t kHasRuns = 4;
constexpr std::uint64_t kIsExact = 8;
constexpr std::size_t kAlignment = 64;  // of the tables, from the beginning of the bytes

struct Slot {
  std::uint32_t hash = 0;
  std::uint32_t record = 0;  ///< its place, and one more
};

// FNV-1a, eight bytes at a time; only that equal texts give equal hashes matters.
std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325 ^ text.size();
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 29;
  };
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    mix(word);
  }
  word = 0;
  if (!text.empty()) std::memcpy(&word, text.data(), text.size());
  mix(word);
  return static_cast<std::uint32_t>(hash >> 32);
}

std::string bytes_of(const ByteSet& set) {
  std::string bytes(kSetBytes, '\0');
  for (std::size_t byte = 0; byte < set.size(); ++byte)
    if (set.test(byte)) bytes[byte / 8] = static_cast<char>(bytes[byte / 8] | 1 << byte % 8);
  return bytes;
}

ByteSet byte_set_of(std::string_view bytes) {
  ByteSet set;
  static_assert(sizeof set == kSetBytes && std::endian::native == std::endian::little);
  if (bytes.size() == kSetBytes) std::memcpy(&set, bytes.data(), kSetBytes);
  return set;
}

void write(ByteWriter& out, const PcreSource& source, std::string_view regex) {
  out.text(source.rewritten == regex ? std::string_view{} : source.rewritten);
  out.number(source.captures);
  out.number(source.groups.size());
  for (const NamedGroup& group : source.groups) {
    out.number(group.number);
    out.text(group.name);
  }
}

PcreSource read_source(ByteReader& in, std::string_view regex) {
  PcreSource source;
  source.rewritten = in.text();
  if (source.rewritten.empty()) source.rewritten = regex;
  source.captures = static_cast<std::uint32_t>(in.number());
  source.groups.resize(in.count());
  for (NamedGroup& group : source.groups) {
    group.number = static_cast<std::uint32_t>(in.number());
    group.name = in.text();
  }
  return source;
}

// A value above all others is written as 0.
void write_bound(ByteWriter& out, std::uint32_t bound) {
  out.number(bound == kUnbounded ? 0 : bound + std::uint64_t{1});
}

std::uint32_t read_bound(ByteReader& in) {
  const std::uint64_t bound = in.number();
  return bound == 0 ? kUnbounded : static_cast<std::uint32_t>(bound - 1);
}

void write(ByteWriter& out, const PlanHead& head) {
  out.number((head.beginning->at_line ? kAtLine : 0U) | (head.beginning->at_word ? kAtWord : 0U) |
             (head.has_runs ? kHasRuns : 0U) | (head.is_exact ? kIsExact : 0U));
  out.raw(bytes_of(head.beginning->first));
  if (!head.has_runs) return out.text(head.why_slow);
  out.raw(bytes_of(head.prefix));
  write_bound(out, head.hi);
}

PlanHead read_head(ByteReader& in) {
  PlanHead head;
  const std::uint64_t flags = in.number();
  head.has_runs = (flags & kHasRuns) != 0;
  head.is_exact = (flags & kIsExact) != 0;
  head.beginning = {.first = byte_set_of(in.raw(kSetBytes)),
                    .at_line = (flags & kAtLine) != 0,
                    .at_word = (flags & kAtWord) != 0};
  if (!head.has_runs) {
    head.why_slow = in.text();
    return head;
  }
  head.prefix = byte_set_of(in.raw(kSetBytes));
  head.hi = read_bound(in);
  return head;
}

// Windows may be -1.
void write(ByteWriter& out, const std::vector<LiteralRun>& runs) {
  out.number(runs.size());
  for (const LiteralRun& run : runs) {
    out.number(run.classes.size());
    for (const ClassId id : run.classes) out.number(id);
    out.number(run.lo);
    write_bound(out, run.hi);
    for (const std::int32_t window : run.windows) out.number(static_cast<std::uint64_t>(window + 1));
  }
}

std::vector<LiteralRun> read_runs(ByteReader& in) {
  std::vector<LiteralRun> runs(in.count());
  for (LiteralRun& run : runs) {
    run.classes.resize(in.count());
    for (ClassId& id : run.classes) id = static_cast<ClassId>(in.number());
    run.lo = static_cast<std::uint32_t>(in.number());
    run.hi = read_bound(in);
    for (std::int32_t& window : run.windows) window = static_cast<std::int32_t>(in.number()) - 1;
  }
  return runs;
}

// The place of each record by its regex, as an open table at most half full.
std::string table_of(const std::map<std::string, std::size_t>& places) {
  const std::size_t size = std::bit_ceil(2 * places.size() + 1);
  std::vector<Slot> slots(size);
  for (const auto& [regex, place] : places) {
    const std::uint32_t hash = hash_of(regex);
    std::size_t at = hash & (size - 1);
    while (slots[at].record != 0) at = (at + 1) & (size - 1);
    slots[at] = {hash, static_cast<std::uint32_t>(place + 1)};
  }
  std::string bytes(size * sizeof(Slot), '\0');
  std::memcpy(bytes.data(), slots.data(), bytes.size());
  return bytes;
}

std::size_t padding_at(std::size_t size) { return (kAlignment - size % kAlignment) % kAlignment; }

// What is known of some regexes while they are packed.
class Packer {
 public:
  void add(const std::string& regex, std::size_t index) {
    if (plans_.contains(regex)) return;
    const base::Result<ParsedRegex> parsed = parse_checked(regex, classes_);
    const base::Result<Pcre> code = parsed ? Pcre::compile(*parsed, regex, Start::floating) : parsed.errors();
    if (!code) {
      for (base::Diagnostic d : code.errors())
        problems.push_back((d.file = "pattern " + std::to_string(index), d));
      return;
    }
    const RunPlan& plan = plans_[regex] = plan_runs(parsed->root, classes_);
    places_[regex] = records_.size();
    records_.text(regex);
    write(records_, code->source(), regex);
    write(records_, plan.head);
    write(records_, plan.runs);
  }

  std::string pack(const std::vector<std::string>& patterns) {
    std::string sets;
    for (std::size_t id = 256; id < classes_.size(); ++id)
      sets += bytes_of(classes_.at(static_cast<ClassId>(id)));
    std::string order;
    GramFilter filter;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const auto place = static_cast<std::uint32_t>(places_.at(patterns[i]));
      order.append(reinterpret_cast<const char*>(&place), sizeof place);
      filter.add(static_cast<PatternId>(i), plans_.at(patterns[i]).runs);
    }
    filter.seal(std::move(classes_));
    ByteWriter out;
    out.raw(kMagic);
    for (const std::string& part : {sets, table_of(places_), records_.take(), order}) out.text(part);
    const std::array<std::string, 2> tables{filter.runs().pack(), filter.whole_table().pack()};
    for (const std::string& table : tables) out.number(table.size());
    for (const std::string& table : tables) {
      out.raw(std::string(padding_at(out.size()), '\0'));
      out.raw(table);
    }
    return out.take();
  }

  std::vector<base::Diagnostic> problems{};

 private:
  ByteClasses classes_{};
  ByteWriter records_{};
  std::map<std::string, std::size_t> places_{};  // of records
  std::map<std::string, RunPlan> plans_{};
};

}  // namespace

base::Result<std::string> PreparedRegexes::pack(const std::vector<std::string>& patterns,
                                                const std::vector<std::string>& others) {
  Packer packer;
  for (std::size_t i = 0; i < patterns.size(); ++i) packer.add(patterns[i], i);
  for (std::size_t i = 0; i < others.size(); ++i) packer.add(others[i], patterns.size() + i);
  if (!packer.problems.empty()) return packer.problems;
  return packer.pack(patterns);
}

PreparedRegexes::PreparedRegexes(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.raw(kMagic.size()) != kMagic) return;
  const std::string_view sets = in.text();
  const std::string_view slots = in.text();
  const std::string_view records = in.text();
  const std::string_view order = in.text();
  if (!in.good() || sets.size() % kSetBytes != 0 || slots.size() % sizeof(Slot) != 0 ||
      !std::has_single_bit(slots.size() / sizeof(Slot)))
    return;
  classes_ = sets;
  slots_ = slots;
  records_ = records;
  order_ = order;
  const std::array<std::uint64_t, 2> sizes{in.number(), in.number()};
  auto at = static_cast<std::size_t>(in.rest().data() - bytes.data());
  const auto table = [&](std::uint64_t size) {
    at = std::min(bytes.size(), at + padding_at(at));
    const std::string_view found = bytes.substr(at, size);
    at += found.size();
    return found;
  };
  runs_ = table(sizes[0]);
  grams_ = table(sizes[1]);
}

// What follows the text in the record at `place`; empty when the text is not `regex`.
std::string_view PreparedRegexes::record_at(std::size_t place, std::string_view regex) const {
  if (place >= records_.size()) return {};
  ByteReader in(records_.substr(place));
  return in.text() == regex ? in.rest() : std::string_view{};
}

std::string_view PreparedRegexes::record_of(std::string_view regex) const {
  const std::size_t size = slots_.size() / sizeof(Slot);
  const std::uint32_t hash = hash_of(regex);
  for (std::size_t i = 0; i < size; ++i) {
    Slot slot;
    std::memcpy(&slot, slots_.data() + ((hash + i) & (size - 1)) * sizeof slot, sizeof slot);
    if (slot.record == 0) return {};
    if (slot.hash != hash) continue;
    if (const std::string_view record = record_at(slot.record - 1, regex); !record.empty()) return record;
  }
  return {};
}

std::optional<PreparedRegex> PreparedRegexes::find(std::string_view regex) const {
  const std::string_view record = record_of(regex);
  if (record.empty()) return std::nullopt;
  ByteReader in(record);
  PreparedRegex found{.source = read_source(in, regex)};
  found.plan.head = read_head(in);
  found.plan.runs = read_runs(in);
  return found;
}

std::optional<PcreSource> PreparedRegexes::find_source(std::string_view regex) const {
  const std::string_view record = record_of(regex);
  if (record.empty()) return std::nullopt;
  ByteReader in(record);
  return read_source(in, regex);
}

std::size_t PreparedRegexes::place_of(std::size_t index) const {
  std::uint32_t place = 0;
  std::memcpy(&place, order_.data() + index * sizeof place, sizeof place);
  return place;
}

std::optional<PreparedSet> PreparedRegexes::set_of(const std::vector<PatternSpec>& patterns) const {
  if (patterns.empty() || order_.size() != patterns.size() * sizeof(std::uint32_t)) return std::nullopt;
  for (std::size_t i = 0; i < patterns.size(); ++i)
    if (record_at(place_of(i), patterns[i].regex).empty()) return std::nullopt;
  std::optional<RunTable> runs = RunTable::borrow(runs_);
  std::optional<GramTable> grams = GramTable::borrow(grams_);
  if (!runs || !grams) return std::nullopt;
  return PreparedSet{std::move(*runs), std::move(*grams)};
}

PreparedRegex PreparedRegexes::member(std::size_t index, std::string_view regex) const {
  ByteReader in(record_at(place_of(index), regex));
  PreparedRegex found{.source = read_source(in, regex)};
  found.plan.head = read_head(in);
  return found;
}

ByteClasses PreparedRegexes::classes() const {
  ByteClasses classes;
  for (std::size_t at = 0; at < classes_.size(); at += kSetBytes)
    classes.id_of(byte_set_of(classes_.substr(at, kSetBytes)));
  return classes;
}

}  // namespace readiness::scan
