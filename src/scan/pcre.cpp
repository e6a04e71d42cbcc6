// SPDX-License-Identifier: Apache-2.0
// The only file that includes pcre2.h.
#include "scan/pcre.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#define PCRE2_CODE_UNIT_WIDTH 8  // what pcre2.h asks for
#include <pcre2.h>

#include "scan/regex_parse.h"

namespace readiness::scan {
namespace {

// Measured against 747 public ReDoS attacks: worst 0.7 s for the longest window that is matched
// (docs/engine.md).
constexpr std::uint32_t kMatchLimit = 1'000'000;
constexpr std::uint32_t kMatchLimitWithoutJit = 1'000;  // the interpreter counts finer and is slower
constexpr std::uint32_t kHeapLimitKib = 32 * 1024;
constexpr std::uint32_t kDepthLimit = 10'000;
constexpr std::size_t kJitStackBytes = 32 * 1024;
constexpr std::size_t kMaxJitStackBytes = 1024 * 1024;

template <auto Free>
struct Release {
  template <typename T>
  void operator()(T* handle) const {
    Free(handle);
  }
};
using Code = std::unique_ptr<pcre2_code, Release<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Release<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Release<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Release<pcre2_match_data_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Release<pcre2_jit_stack_free>>;

PCRE2_SPTR units(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

std::string message_of(int error) {
  std::array<PCRE2_UCHAR, 256> buffer{};
  pcre2_get_error_message(error, buffer.data(), buffer.size());
  return reinterpret_cast<const char*>(buffer.data());
}

std::vector<NamedGroup> groups_of(const pcre2_code* code) {
  std::uint32_t count = 0;
  std::uint32_t entry_size = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
  pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
  std::vector<NamedGroup> groups;
  for (std::uint32_t i = 0; i < count; ++i, table += entry_size) {
    const std::uint32_t number = static_cast<std::uint32_t>(table[0]) << 8 | table[1];
    groups.push_back({reinterpret_cast<const char*>(table + 2), number});
  }
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return groups;
}

}  // namespace

struct Pcre::Impl {
  Code code;
  std::uint32_t pairs = 1;  // of the offset vector
  std::vector<NamedGroup> groups;
  std::once_flag jit_once;
  bool has_jit = false;
  bool exact = false;  // then PCRE2 refuses an offset limit

  // Safe to call from all threads: PCRE2 adds the machine code under the flag, later calls only read.
  bool ready_jit() {
    std::call_once(jit_once, [this] { has_jit = pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE) == 0; });
    return has_jit;
  }
};

Pcre::Pcre(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pcre::~Pcre() = default;
Pcre::Pcre(Pcre&&) noexcept = default;
Pcre& Pcre::operator=(Pcre&&) noexcept = default;
const std::vector<NamedGroup>& Pcre::groups() const { return impl_->groups; }

base::Result<Pcre> Pcre::compile(const ParsedRegex& parsed, std::string_view as_written, Start start) {
  const CompileContext context(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  pcre2_set_bsr(context.get(), PCRE2_BSR_UNICODE);
  // Without NO_DOTSTAR_ANCHOR `.*x` is only tried at the beginnings of lines, which is wrong behind a broken
  // character. PCRE2 10.42's JIT skips right beginnings of a few regexes when it may optimise the start;
  // windows make up for it.
  const std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C |
                                PCRE2_NO_DOTSTAR_ANCHOR | PCRE2_NO_START_OPTIMIZE |
                                (start == Start::exact ? PCRE2_ANCHORED : PCRE2_USE_OFFSET_LIMIT);
  int error = 0;
  PCRE2_SIZE offset = 0;
  auto impl = std::make_unique<Impl>();
  impl->code.reset(pcre2_compile(units(parsed.rewritten), parsed.rewritten.size(), options, &error, &offset,
                                 context.get()));
  if (!impl->code) {
    return base::Diagnostic{.file = {},
                            .mark = {1, original_column(parsed, offset)},
                            .message = message_of(error),
                            .hint = {},
                            .source_line = std::string(as_written)};
  }
  std::uint32_t captures = 0;
  pcre2_pattern_info(impl->code.get(), PCRE2_INFO_CAPTURECOUNT, &captures);
  impl->pairs = captures + 1;
  impl->exact = start == Start::exact;
  impl->groups = groups_of(impl->code.get());
  return Pcre(std::move(impl));
}

struct PcreMatcher::Impl {
  MatchContext context{pcre2_match_context_create(nullptr)};
  JitStack stack{pcre2_jit_stack_create(kJitStackBytes, kMaxJitStackBytes, nullptr)};
  MatchData data{pcre2_match_data_create(kFirstPairs, nullptr)};
  std::uint32_t pairs = kFirstPairs;
  static constexpr std::uint32_t kFirstPairs = 16;

  int interpret(const pcre2_code* code, std::string_view subject, std::size_t from, std::uint32_t options) {
    pcre2_set_match_limit(context.get(), kMatchLimitWithoutJit);
    const int result = pcre2_match(code, units(subject), subject.size(), from, options | PCRE2_NO_JIT,
                                   data.get(), context.get());
    pcre2_set_match_limit(context.get(), kMatchLimit);
    return result;
  }
};

PcreMatcher::PcreMatcher() : impl_(std::make_unique<Impl>()) {
  pcre2_set_match_limit(impl_->context.get(), kMatchLimit);
  pcre2_set_heap_limit(impl_->context.get(), kHeapLimitKib);
  pcre2_set_depth_limit(impl_->context.get(), kDepthLimit);
  pcre2_jit_stack_assign(impl_->context.get(), nullptr, impl_->stack.get());
}
PcreMatcher::~PcreMatcher() = default;
PcreMatcher::PcreMatcher(PcreMatcher&&) noexcept = default;

MatchState PcreMatcher::find(const Pcre& regex, std::string_view subject, std::size_t from,
                             std::size_t last_start, bool cut) {
  Pcre::Impl& compiled = *regex.impl_;
  if (compiled.pairs > impl_->pairs) {
    impl_->data.reset(pcre2_match_data_create(compiled.pairs, nullptr));
    impl_->pairs = compiled.pairs;
  }
  pcre2_set_offset_limit(impl_->context.get(), compiled.exact ? PCRE2_UNSET : last_start);
  const std::uint32_t options = cut ? PCRE2_NOTEOL : 0;
  int result = PCRE2_ERROR_JIT_STACKLIMIT;
  if (compiled.ready_jit()) {
    result = pcre2_jit_match(compiled.code.get(), units(subject), subject.size(), from, options,
                             impl_->data.get(), impl_->context.get());
  }
  if (result == PCRE2_ERROR_JIT_STACKLIMIT)
    result = impl_->interpret(compiled.code.get(), subject, from, options);
  if (result > 0) return MatchState::found;
  return result == PCRE2_ERROR_NOMATCH ? MatchState::none : MatchState::limit;
}

Span PcreMatcher::span(std::uint32_t group) const {
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(impl_->data.get());
  const PCRE2_SIZE begin = offsets[2 * group];
  if (begin == PCRE2_UNSET) return {};
  return {begin, offsets[2 * group + 1], true};
}

}  // namespace readiness::scan
