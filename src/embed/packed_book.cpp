// SPDX-License-Identifier: Apache-2.0
#include "embed/packed_book.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/packed_bytes.h"
#include "embed/book_fields.h"

namespace readiness::embed {
namespace {

constexpr std::string_view kMagic = "readiness-book-2\n";
// Far deeper than the loader lets through; keeps the recursion below from being anybody's weapon.
constexpr int kMaxDepth = 256;

template <typename T>
concept Number = std::is_integral_v<T> || std::is_enum_v<T>;

class Writer {
 public:
  template <typename... Fields>
  void operator()(const Fields&... fields) {
    (write(fields), ...);
  }
  std::string take() { return out_.take(); }

 private:
  void write(Number auto number) { out_.number(static_cast<std::uint64_t>(number)); }
  void write(double number) { out_.real(number); }
  void write(const std::string& text) { out_.text(text); }
  template <typename T>
  void write(const std::vector<T>& items) {
    out_.number(items.size());
    for (const T& item : items) write(item);
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    out_.number(value ? 1 : 0);
    if (value) write(*value);
  }
  template <typename T>
  void write(const rulepack::Shared<T>& value) {
    out_.number(value ? 1 : 0);
    if (value) write(*value);
  }
  template <typename A, typename B>
  void write(const std::pair<A, B>& pair) {
    write(pair.first);
    write(pair.second);
  }
  template <typename T>
  requires(std::is_class_v<T>) void write(const T& value) { fields_of(*this, value); }

  base::ByteWriter out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}
  template <typename... Fields>
  void operator()(Fields&... fields) {
    (read(fields), ...);
  }
  bool ended_well() const { return in_.good() && in_.at_end(); }

 private:
  template <Number T>
  void read(T& number) {
    number = static_cast<T>(in_.number());
  }
  void read(double& number) { number = in_.real(); }
  void read(std::string& text) { text = std::string(in_.text()); }
  template <typename T>
  void read(std::vector<T>& items) {
    items.resize(in_.count());
    for (T& item : items) read(item);
  }
  template <typename T>
  void read(std::optional<T>& value) {
    if (in_.number() != 0) read(value.emplace());
  }
  template <typename T>
  void read(rulepack::Shared<T>& value) {
    if (in_.number() == 0) return;
    T inner;
    read(inner);
    value = std::move(inner);
  }
  template <typename A, typename B>
  void read(std::pair<A, B>& pair) {
    read(pair.first);
    read(pair.second);
  }
  template <typename T>
  requires(std::is_class_v<T>) void read(T& value) {
    if (++depth_ > kMaxDepth) in_.fail();
    if (in_.good()) fields_of(*this, value);
    --depth_;
  }

  base::ByteReader in_;
  int depth_ = 0;
};

}  // namespace

std::string pack_book(const rulepack::RuleBook& book) {
  Writer writer;
  writer(book);
  return std::string(kMagic) + writer.take();
}

base::Result<rulepack::RuleBook> unpack_book(std::string_view bytes) {
  rulepack::RuleBook book;
  const bool is_ours = bytes.starts_with(kMagic);
  Reader reader(is_ours ? bytes.substr(kMagic.size()) : std::string_view{});
  if (is_ours) reader(book);
  if (!is_ours || !reader.ended_well())
    return base::Diagnostic{.file = {}, .message = "packed rules are damaged"};
  book.sources.texts.resize(book.sources.names.size());
  return book;
}

}  // namespace readiness::embed
