// SPDX-License-Identifier: Apache-2.0
// Layout: magic, the strings (count, then length and bytes each), the files (count, then name, documents). A
// node is its type, its mark and what its type needs, children inline.
#include "embed/packed_trees.h"

#include <cstdint>
#include <unordered_map>

#include "base/packed_bytes.h"

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
    base::ByteWriter all;
    all.raw(kMagic);
    all.number(strings_.size());
    for (const std::string_view text : strings_) all.text(text);
    all.raw(out_.take());
    return all.take();
  }

 private:
  void number(std::uint64_t value) { out_.number(value); }
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
        out_.real(node.real);
        break;
      case Type::null:
      case Type::string:
        break;
    }
    string(node.text);
  }

  base::ByteWriter out_;
  std::vector<std::string_view> strings_;  // borrowed from the trees
  std::unordered_map<std::string_view, std::size_t> ids_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}

  bool read(std::vector<TreeFile>& files) {
    if (in_.raw(kMagic.size()) != kMagic) return false;
    strings_.resize(in_.count());
    for (std::string_view& text : strings_) text = in_.text();
    files.resize(in_.count());
    for (TreeFile& file : files) {
      file.name = string();
      file.documents.resize(in_.count());
      for (Node& document : file.documents) node(document, 0);
    }
    return in_.good() && in_.at_end();
  }

 private:
  std::string_view string() {
    const std::uint64_t id = in_.number();
    if (id < strings_.size()) return strings_[static_cast<std::size_t>(id)];
    in_.fail();
    return {};
  }
  base::Mark mark() {
    const auto line = static_cast<std::uint32_t>(in_.number());
    return {line, static_cast<std::uint32_t>(in_.number())};
  }
  void node(Node& out, unsigned depth) {
    const std::uint64_t type = in_.number();
    if (type > static_cast<std::uint64_t>(Type::object) || depth >= kMaxDepth) in_.fail();
    if (!in_.good()) return;
    out.type = static_cast<Type>(type);
    out.mark = mark();
    switch (out.type) {
      case Type::array:
        out.items.resize(in_.count());
        for (Node& item : out.items) node(item, depth + 1);
        return;
      case Type::object:
        out.members.resize(in_.count());
        for (Member& member : out.members) {
          member.key = string();
          member.key_mark = mark();
          node(member.value, depth + 1);
        }
        return;
      case Type::boolean:
        out.boolean = in_.number() != 0;
        break;
      case Type::integer:
        out.integer = static_cast<std::int64_t>(in_.number());
        break;
      case Type::real:
        out.real = in_.real();
        break;
      case Type::null:
      case Type::string:
        break;
    }
    out.text = string();
  }

  base::ByteReader in_;
  std::vector<std::string_view> strings_;
};

}  // namespace

std::string pack(const std::vector<TreeFile>& files) { return Writer().write(files); }

base::Result<std::vector<TreeFile>> unpack(std::string_view bytes) {
  std::vector<TreeFile> files;
  if (!Reader(bytes).read(files)) return base::Diagnostic{.file = {}, .message = "packed rules are damaged"};
  return files;
}

}  // namespace readiness::embed
