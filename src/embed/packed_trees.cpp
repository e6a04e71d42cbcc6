// SPDX-License-Identifier: Apache-2.0
// Layout: magic, the strings (count, then length and bytes each), the files (count, then name, documents). A
// node is its type, its mark and what its type needs, children inline.
#include "embed/packed_trees.h"

#include <bit>
#include <cstdint>
#include <unordered_map>

namespace readiness::embed {
namespace {

using document::Member;
using document::Node;
using document::Type;

constexpr std::string_view kMagic = "readiness-trees-1\n";
// Far deeper than the parsers let through; keeps the recursion below from being anybody's weapon.
constexpr unsigned kMaxDepth = 256;

class Writer {
 public:
  std::string write(const std::vector<TreeFile>& files) {
    number(files.size());
    for (const TreeFile& file : files) {
      string(file.name);
      number(file.documents.size());
      for (const Node& document : file.documents) node(document);
    }
    std::string body = std::move(out_);
    out_ = kMagic;
    number(strings_.size());
    for (const std::string_view text : strings_) {
      number(text.size());
      out_ += text;
    }
    return out_ + body;
  }

 private:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void string(std::string_view text) {
    const auto [it, fresh] = ids_.try_emplace(text, strings_.size());
    if (fresh) strings_.push_back(text);
    number(it->second);
  }
  void mark(base::Mark mark) {
    number(mark.line);
    number(mark.column);
  }
  void node(const Node& node) {
    number(static_cast<std::uint64_t>(node.type));
    mark(node.mark);
    switch (node.type) {
      case Type::array:
        number(node.items.size());
        for (const Node& item : node.items) this->node(item);
        return;
      case Type::object:
        number(node.members.size());
        for (const Member& member : node.members) {
          string(member.key);
          mark(member.key_mark);
          this->node(member.value);
        }
        return;
      case Type::boolean:
        number(node.boolean ? 1 : 0);
        break;
      case Type::integer:
        number(static_cast<std::uint64_t>(node.integer));
        break;
      case Type::real:
        number(std::bit_cast<std::uint64_t>(node.real));
        break;
      case Type::null:
      case Type::string:
        break;
    }
    string(node.text);
  }

  std::string out_;
  std::vector<std::string_view> strings_;  // borrowed from the trees
  std::unordered_map<std::string_view, std::size_t> ids_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  bool read(std::vector<TreeFile>& files) {
    if (!rest_.starts_with(kMagic)) return false;
    rest_.remove_prefix(kMagic.size());
    strings_.resize(count());
    for (std::string_view& text : strings_) {
      const std::size_t length = count();
      text = rest_.substr(0, length);
      rest_.remove_prefix(length);
    }
    files.resize(count());
    for (TreeFile& file : files) {
      file.name = string();
      file.documents.resize(count());
      for (Node& document : file.documents) node(document, 0);
    }
    return good_ && rest_.empty();
  }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    good_ = false;
    return 0;
  }
  // Everything that is counted takes at least a byte, so a count beyond the rest is a lie.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value <= rest_.size()) return static_cast<std::size_t>(value);
    good_ = false;
    return 0;
  }
  std::string_view string() {
    const std::uint64_t id = number();
    if (id < strings_.size()) return strings_[static_cast<std::size_t>(id)];
    good_ = false;
    return {};
  }
  base::Mark mark() {
    const auto line = static_cast<std::uint32_t>(number());
    return {line, static_cast<std::uint32_t>(number())};
  }
  void node(Node& out, unsigned depth) {
    const std::uint64_t type = number();
    good_ = good_ && type <= static_cast<std::uint64_t>(Type::object) && depth < kMaxDepth;
    if (!good_) return;
    out.type = static_cast<Type>(type);
    out.mark = mark();
    switch (out.type) {
      case Type::array:
        out.items.resize(count());
        for (Node& item : out.items) node(item, depth + 1);
        return;
      case Type::object:
        out.members.resize(count());
        for (Member& member : out.members) {
          member.key = string();
          member.key_mark = mark();
          node(member.value, depth + 1);
        }
        return;
      case Type::boolean:
        out.boolean = number() != 0;
        break;
      case Type::integer:
        out.integer = static_cast<std::int64_t>(number());
        break;
      case Type::real:
        out.real = std::bit_cast<double>(number());
        break;
      case Type::null:
      case Type::string:
        break;
    }
    out.text = string();
  }

  std::string_view rest_;
  std::vector<std::string_view> strings_;
  bool good_ = true;
};

}  // namespace

std::string pack(const std::vector<TreeFile>& files) { return Writer().write(files); }

base::Result<std::vector<TreeFile>> unpack(std::string_view bytes) {
  std::vector<TreeFile> files;
  if (!Reader(bytes).read(files)) return base::Diagnostic{.file = {}, .message = "packed rules are damaged"};
  return files;
}

}  // namespace readiness::embed
