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

struct Refusal {
  int error = 0;
  PCRE2_SIZE offset = 0;
};

Code compile_code(std::string_view regex, Start start, Refusal& why) {
  const CompileContext context(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  pcre2_set_bsr(context.get(), PCRE2_BSR_UNICODE);
  // Without NO_DOTSTAR_ANCHOR `.*x` is only tried at the beginnings of lines, which is wrong behind a broken
  // character. PCRE2 10.42's JIT skips right beginnings of a few regexes when it may optimise the start;
  // windows make up for it.
  const std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C |
                                PCRE2_NO_DOTSTAR_ANCHOR | PCRE2_NO_START_OPTIMIZE |
                                (start == Start::exact ? PCRE2_ANCHORED : PCRE2_USE_OFFSET_LIMIT);
  return Code(pcre2_compile(units(regex), regex.size(), options, &why.error, &why.offset, context.get()));
}

}  // namespace

struct Pcre::Impl {
  Impl(PcreSource source_, Start start_) : source(std::move(source_)), start(start_) {}

  PcreSource source;
  Start start;  // exact: PCRE2 refuses an offset limit
  Code code{};  // none until it is needed
  std::once_flag once{};
  bool has_jit = false;

  // Safe to call from all threads: code and machine code are made under the flag, later calls only read.
  void make_ready() {
    std::call_once(once, [this] {
      Refusal why;
      if (!code) code = compile_code(source.rewritten, start, why);
      has_jit = code && pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE) == 0;
    });
  }
};

Pcre::Pcre(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pcre::~Pcre() = default;
Pcre::Pcre(Pcre&&) noexcept = default;
Pcre& Pcre::operator=(Pcre&&) noexcept = default;
const PcreSource& Pcre::source() const { return impl_->source; }

base::Result<Pcre> Pcre::compile(const ParsedRegex& parsed, std::string_view as_written, Start start) {
  Refusal why;
  auto impl = std::make_unique<Impl>(PcreSource{.rewritten = parsed.rewritten}, start);
  impl->code = compile_code(parsed.rewritten, start, why);
  if (!impl->code) {
    return base::Diagnostic{.file = {},
                            .mark = {1, original_column(parsed, why.offset)},
                            .message = message_of(why.error),
                            .hint = {},
                            .source_line = std::string(as_written)};
  }
  pcre2_pattern_info(impl->code.get(), PCRE2_INFO_CAPTURECOUNT, &impl->source.captures);
  impl->source.groups = groups_of(impl->code.get());
  return Pcre(std::move(impl));
}

Pcre Pcre::later(PcreSource source, Start start) {
  return Pcre(std::make_unique<Impl>(std::move(source), start));
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
  compiled.make_ready();
  if (!compiled.code) return MatchState::limit;
  const std::uint32_t pairs = compiled.source.captures + 1;
  if (pairs > impl_->pairs) {
    impl_->data.reset(pcre2_match_data_create(pairs, nullptr));
    impl_->pairs = pairs;
  }
  pcre2_set_offset_limit(impl_->context.get(), compiled.start == Start::exact ? PCRE2_UNSET : last_start);
  const std::uint32_t options = cut ? PCRE2_NOTEOL : 0;
  int result = PCRE2_ERROR_JIT_STACKLIMIT;
  if (compiled.has_jit) {
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
