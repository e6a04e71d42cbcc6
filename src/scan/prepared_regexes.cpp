// SPDX-License-Identifier: Apache-2.0
// Layout: magic, the three parts with their sizes. Slots are a power of two, each the hash of a regex and the
// place of its record (0: empty); a record is text, source, plan.
#include "scan/prepared_regexes.h"

#include <algorithm>
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

constexpr std::string_view kMagic = "readiness-regexes-1\n";
constexpr std::size_t kSetBytes = 32;
constexpr std::uint64_t kAtLine = 1;
constexpr std::uint64_t kAtWord = 2;
constexpr std::size_t kAlignment = 64;  // of the grams, from the beginning of the bytes

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

ByteSet set_of(std::string_view bytes) {
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

// Bounds and windows have a value below zero, or one above all others, which is written as 0.
void write(ByteWriter& out, const RunPlan& plan) {
  out.text(plan.why_slow);
  out.raw(bytes_of(plan.beginning->first));
  out.number((plan.beginning->at_line ? kAtLine : 0U) | (plan.beginning->at_word ? kAtWord : 0U));
  out.number(plan.runs.size());
  if (!plan.runs.empty()) out.raw(bytes_of(plan.prefix));
  for (const LiteralRun& run : plan.runs) {
    out.number(run.classes.size());
    for (const ClassId id : run.classes) out.number(id);
    out.number(run.lo);
    out.number(run.hi == kUnbounded ? 0 : run.hi + std::uint64_t{1});
    for (const std::int32_t window : run.windows) out.number(static_cast<std::uint64_t>(window + 1));
  }
}

RunPlan read_plan(ByteReader& in) {
  RunPlan plan;
  plan.why_slow = in.text();
  plan.beginning.emplace().first = set_of(in.raw(kSetBytes));
  const std::uint64_t edges = in.number();
  plan.beginning->at_line = (edges & kAtLine) != 0;
  plan.beginning->at_word = (edges & kAtWord) != 0;
  plan.runs.resize(in.count());
  if (!plan.runs.empty()) plan.prefix = set_of(in.raw(kSetBytes));
  for (LiteralRun& run : plan.runs) {
    run.classes.resize(in.count());
    for (ClassId& id : run.classes) id = static_cast<ClassId>(in.number());
    run.lo = static_cast<std::uint32_t>(in.number());
    const std::uint64_t hi = in.number();
    run.hi = hi == 0 ? kUnbounded : static_cast<std::uint32_t>(hi - 1);
    for (std::int32_t& window : run.windows) window = static_cast<std::int32_t>(in.number()) - 1;
  }
  return plan;
}

struct Place {
  std::size_t begin = 0;   ///< of the record
  std::size_t behind = 0;  ///< its text
};

// The place of each record by its regex, as an open table at most half full.
std::string table_of(const std::map<std::string, Place>& places) {
  const std::size_t size = std::bit_ceil(2 * places.size() + 1);
  std::vector<Slot> slots(size);
  for (const auto& [regex, place] : places) {
    const std::uint32_t hash = hash_of(regex);
    std::size_t at = hash & (size - 1);
    while (slots[at].record != 0) at = (at + 1) & (size - 1);
    slots[at] = {hash, static_cast<std::uint32_t>(place.begin + 1)};
  }
  std::string bytes(size * sizeof(Slot), '\0');
  std::memcpy(bytes.data(), slots.data(), bytes.size());
  return bytes;
}

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
    Place& place = places_[regex];
    place.begin = records_.size();
    records_.text(regex);
    place.behind = records_.size();
    write(records_, code->source(), regex);
    write(records_, plans_[regex] = plan_runs(parsed->root, classes_));
  }

  std::string pack(const std::vector<std::string>& patterns) {
    std::string sets;
    for (std::size_t id = 256; id < classes_.size(); ++id)
      sets += bytes_of(classes_.at(static_cast<ClassId>(id)));
    std::string order;
    GramFilter filter;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const auto place = static_cast<std::uint32_t>(places_.at(patterns[i]).behind);
      order.append(reinterpret_cast<const char*>(&place), sizeof place);
      filter.add(static_cast<PatternId>(i), plans_.at(patterns[i]).runs);
    }
    filter.seal(std::move(classes_));
    ByteWriter out;
    out.raw(kMagic);
    for (const std::string& part : {sets, table_of(places_), records_.take(), order}) out.text(part);
    out.raw(std::string(kAlignment - out.size() % kAlignment, '\0'));  // at least one, never more than that
    out.raw(filter.whole_table().pack());
    return out.take();
  }

  std::vector<base::Diagnostic> problems{};

 private:
  ByteClasses classes_{};
  ByteWriter records_{};
  std::map<std::string, Place> places_{};
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
  const auto end = static_cast<std::size_t>(order.data() + order.size() - bytes.data());
  grams_ = bytes.substr(std::min(bytes.size(), end + kAlignment - end % kAlignment));
}

// Begins behind the text; empty when the regex is not known.
std::string_view PreparedRegexes::record_of(std::string_view regex) const {
  const std::size_t size = slots_.size() / sizeof(Slot);
  const std::uint32_t hash = hash_of(regex);
  for (std::size_t i = 0; i < size; ++i) {
    Slot slot;
    std::memcpy(&slot, slots_.data() + ((hash + i) & (size - 1)) * sizeof slot, sizeof slot);
    if (slot.record == 0) return {};
    if (slot.hash != hash || slot.record > records_.size()) continue;
    const std::string_view record = records_.substr(slot.record - 1);
    ByteReader in(record);
    const std::string_view text = in.text();
    if (text == regex)
      return record.substr(static_cast<std::size_t>(text.data() + text.size() - record.data()));
  }
  return {};
}

std::optional<PreparedRegex> PreparedRegexes::find(std::string_view regex) const {
  const std::string_view record = record_of(regex);
  if (record.empty()) return std::nullopt;
  ByteReader in(record);
  PcreSource source = read_source(in, regex);
  return PreparedRegex{std::move(source), read_plan(in)};
}

std::optional<PcreSource> PreparedRegexes::find_source(std::string_view regex) const {
  const std::string_view record = record_of(regex);
  if (record.empty()) return std::nullopt;
  ByteReader in(record);
  return read_source(in, regex);
}

std::optional<GramTable> PreparedRegexes::grams_of(const std::vector<PatternSpec>& patterns) const {
  if (patterns.empty() || order_.size() != patterns.size() * sizeof(std::uint32_t)) return std::nullopt;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    std::uint32_t place = 0;
    std::memcpy(&place, order_.data() + i * sizeof place, sizeof place);
    const std::string_view record = record_of(patterns[i].regex);
    if (record.empty() || static_cast<std::size_t>(record.data() - records_.data()) != place)
      return std::nullopt;
  }
  return GramTable::borrow(grams_);
}

ByteClasses PreparedRegexes::classes() const {
  ByteClasses classes;
  for (std::size_t at = 0; at < classes_.size(); at += kSetBytes)
    classes.id_of(set_of(classes_.substr(at, kSetBytes)));
  return classes;
}

}  // namespace readiness::scan
