// SPDX-License-Identifier: Apache-2.0
// Objects, packs and trees that lie: each must be refused by name, soon, without a crash.
#include "source/hand_made.h"
#include "source/object_store.h"
#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;
using Paths = std::vector<std::string>;

namespace {

Object read(const Sandbox& box, const ObjectId& id, std::string& bytes, std::uint64_t max_bytes = 1 << 20) {
  const auto repository = find_repository(box.root());
  REQUIRE(repository);
  ObjectStore store(std::make_shared<const ObjectFolder>(*repository));
  Object object = store.read(id, max_bytes);
  bytes = object.bytes;
  object.bytes = {};
  return object;
}

Object read(const Sandbox& box, const ObjectId& id, std::uint64_t max_bytes = 1 << 20) {
  std::string unused;
  return read(box, id, unused, max_bytes);
}

// A .git folder without the help of git.
void bare_bones(const Sandbox& box) {
  box.write(".git/HEAD", "ref: refs/heads/main\n");
  box.folder(".git/objects");
  box.folder(".git/refs");
}

ObjectId write_loose(const Sandbox& box, std::string_view type, std::string_view body) {
  const ObjectId id = name_of(type, body);
  box.write(loose_path(id), deflated(with_header(type, body)));
  return id;
}

void write_pack(const Sandbox& box, const HandMadePack& pack) {
  box.write(".git/objects/pack/pack-1.pack", pack.pack());
  box.write(".git/objects/pack/pack-1.idx", pack.index());
}

ObjectId commit_tree(const Sandbox& box, const ObjectId& tree) {
  const ObjectId commit = write_loose(box, "commit", commit_body(tree));
  box.write(".git/refs/heads/main", commit.hex() + "\n");
  return commit;
}

}  // namespace

TEST_CASE("hand-made objects are understood, so that the lies are the only reason to refuse") {
  const Sandbox box;
  bare_bones(box);
  const ObjectId loose = write_loose(box, "blob", std::string(100'000, 'l'));
  HandMadePack pack;
  pack.add(3, "blob", "packed");
  const std::uint64_t base_at = pack.next_offset();
  pack.add(3, "blob", "hello world");
  const ObjectId delta = name_of("blob", "hello there");
  // From 11 bytes to 11: copy 6 from 0, insert "there".
  const std::string told("\x0B\x0B\x90\x06\x05there", 10);
  const std::uint64_t back = pack.next_offset() - base_at;
  pack.add(delta, pack_entry_header(6, told.size()) + static_cast<char>(back) + deflated(told));
  write_pack(box, pack);
  std::string bytes;
  CHECK(read(box, loose, bytes).ok());
  CHECK(bytes == std::string(100'000, 'l'));
  CHECK(read(box, name_of("blob", "packed"), bytes).ok());
  CHECK(bytes == "packed");
  CHECK(read(box, delta, bytes).ok());
  CHECK(bytes == "hello there");
  CHECK(read(box, delta, 10).status == LoadStatus::too_large);
  CHECK(read(box, delta, 10).size == 11);
  CHECK(read(box, name_of("blob", "nowhere")).status == LoadStatus::missing);
}

TEST_CASE("a truncated loose object is damaged, at any length") {
  const Sandbox box;
  box.init();
  box.write("f", "a file whose object is cut at every byte, one after the other\n");
  box.commit();
  const ObjectId id = *ObjectId::from_hex(box.git_line("rev-parse HEAD:f"));
  const std::string whole = box.read(loose_path(id));
  REQUIRE(whole.size() > 40);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    box.write(loose_path(id), whole.substr(0, length));
    CHECK(read(box, id).status == LoadStatus::corrupt);
  }
  box.write(loose_path(id), whole + "x");
  CHECK(read(box, id).detail == "object " + id.hex() + ": truncated or damaged");
  box.write(loose_path(id), whole);
  CHECK(read(box, id).ok());
}

TEST_CASE("a loose object that lies about its size, type or name is damaged") {
  const Sandbox box;
  bare_bones(box);
  const ObjectId id = name_of("blob", "x");
  const auto detail = [&](const std::string& content) {
    box.write(loose_path(id), deflated(content));
    const Object object = read(box, id);
    CHECK(object.status != LoadStatus::ok);
    return object.detail.substr(std::min<std::size_t>(object.detail.find(": ") + 2, object.detail.size()));
  };
  const std::string nul(1, '\0');
  CHECK(detail("blob 3" + nul + std::string(100'000, 'x')) == "longer than its header says");
  CHECK(detail("blob 0" + nul + "x") == "longer than its header says");
  CHECK(detail("blob 9" + nul + "x") == "truncated or damaged");
  CHECK(detail("blob 1" + nul + "y") == "its content is not what its name says");
  CHECK(detail("tree 1" + nul + "x") == "its content is not what its name says");
  CHECK(detail("blub 1" + nul + "x") == "no header of a git object");
  CHECK(detail("blob -1" + nul + "x") == "no header of a git object");
  CHECK(detail("blob 99999999999999999999999" + nul) == "no header of a git object");
  CHECK(detail("blob") == "no header of a git object");
  box.write(loose_path(id), deflated("blob 99999999999" + nul + "x"));
  CHECK(read(box, id).status == LoadStatus::too_large);
  box.fifo(loose_path(id));
  CHECK(read(box, id).status == LoadStatus::corrupt);
}

TEST_CASE("offsets beyond the end of a pack, and into its middle, are damage") {
  for (const std::uint64_t offset :
       {0ULL, 11ULL, 13ULL, 40ULL, 1'000'000ULL, 0x7FFFFFFFULL, 0x80000000ULL, 0xFFFFFFFFULL}) {
    const Sandbox box;
    bare_bones(box);
    HandMadePack pack;
    pack.add(3, "blob", "packed");
    pack.set_offset(0, offset);
    write_pack(box, pack);
    INFO(offset);
    CHECK_FALSE(read(box, name_of("blob", "packed")).ok());
  }
}

TEST_CASE("chains of deltas that turn in circles or lead nowhere end") {
  const Sandbox box;
  bare_bones(box);
  const ObjectId a = name_of("blob", "a");
  const ObjectId b = name_of("blob", "b");
  const ObjectId c = name_of("blob", "c");
  const std::string told("\x01\x01\x01x", 4);
  HandMadePack pack;
  const auto by_name = [&](const ObjectId& base) {
    return pack_entry_header(7, told.size()) + std::string(base.raw()) + deflated(told);
  };
  pack.add(a, by_name(b));
  pack.add(b, by_name(a));
  pack.add(c, by_name(name_of("blob", "nowhere")));
  write_pack(box, pack);
  CHECK(read(box, a).detail == "object " + a.hex() + ": its chain of deltas does not end");
  CHECK(read(box, c).detail == "object " + c.hex() + ": what it is a delta of is missing");
}

TEST_CASE("deltas that reach outside of their base or promise too much are damage") {
  const std::string base = "0123456789";
  const std::vector<std::string> lies = {
      std::string("\x0A\x05\x91\x06\x05", 5),                       // copies 5 bytes from 6
      std::string("\x0A\x05\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 10),  // copies 16 MiB from 4 GiB
      std::string("\x0B\x05\x90\x05", 4),                           // is a delta of 11 bytes
      std::string("\x0A\x04\x90\x05", 4),                           // gives more than it says
      std::string("\x0A\x06\x90\x05", 4),                           // gives less
      std::string("\x0A\x05\x00", 3),                               // the reserved command
      std::string("\x0A\x05\x05xx", 5),                             // inserts what is not there
      std::string("\x0A\x05\x91", 3),                               // ends within a command
      std::string("\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 12),
      std::string("\x0A\xFF\xFF\xFF\xFF\xFF\x01\x90\x05", 9),  // 68 GB
      "",
      std::string(1, '\x80')};
  const Sandbox box;
  bare_bones(box);
  for (const std::string& lie : lies) {
    HandMadePack pack;
    const std::uint64_t base_at = pack.next_offset();
    pack.add(3, "blob", base);
    const ObjectId id = name_of("blob", "lie");
    const std::uint64_t back = pack.next_offset() - base_at;
    pack.add(id, pack_entry_header(6, lie.size()) + static_cast<char>(back) + deflated(lie));
    write_pack(box, pack);
    CHECK_FALSE(read(box, id).ok());
  }
}

TEST_CASE("a pack that is cut, empty or without index is survived") {
  const Sandbox box;
  box.init();
  for (int i = 0; i < 30; ++i)
    box.write("f" + std::to_string(i), "file number " + std::to_string(i) + std::string(300, 'x'));
  box.commit();
  box.git("gc -q --prune=now");
  const std::string pack = box.shell("cd .git/objects/pack && ls *.pack").substr(0, 50);
  const std::string path = ".git/objects/pack/" + pack;
  const std::string whole = box.read(path);
  const ObjectId head = *ObjectId::from_hex(box.git_line("rev-parse HEAD"));
  REQUIRE(read(box, head).ok());
  std::size_t refused = 0;
  for (std::size_t length = 0; length < whole.size(); length += 37) {
    box.write(path, whole.substr(0, length));
    if (!read(box, head).ok()) ++refused;
  }
  CHECK(refused >= 1);
  box.write(path, whole.substr(0, 10));
  const auto source = opened({.path = box.root()});
  CHECK(source->entries().size() == 30);
  CHECK(source->identity().commit == head.hex());
  CHECK(source->identity().commit_time == 0);
}

TEST_CASE("an index of a pack with a wrong shape is named") {
  const Sandbox box;
  bare_bones(box);
  HandMadePack pack;
  pack.add(3, "blob", "packed");
  const std::string good = pack.index();
  const auto problem = [&](const std::string& index) {
    write_pack(box, pack);
    box.write(".git/objects/pack/pack-1.idx", index);
    const auto repository = find_repository(box.root());
    const ObjectFolder folder(*repository);
    return folder.packs().problems.empty() ? "" : folder.packs().problems.front();
  };
  CHECK(problem(good).empty());
  CHECK(problem(good.substr(0, 500)) == "pack-1.idx: too short");
  CHECK(problem(good.substr(0, good.size() - 30)) ==
        "pack-1.idx: its size does not fit its number of objects");
  CHECK(problem(good.substr(0, 7) + "\x09" + good.substr(8)) == "pack-1.idx: unknown version");
  CHECK(problem(good.substr(0, 8) + "\xFF" + good.substr(9)) == "pack-1.idx: damaged table of names");
  std::string many = good;
  for (std::size_t i = 8; i < 8 + 1024; i += 4) many.replace(i, 4, "\x7F\xFF\xFF\xFF");
  CHECK(problem(many) == "pack-1.idx: its size does not fit its number of objects");
}

TEST_CASE("ten levels of ten equal folders are not ten thousand million paths") {
  const Sandbox box;
  bare_bones(box);
  ObjectId at = write_loose(box, "blob", "boom");
  std::string mode = "100644";
  for (int level = 0; level < 10; ++level) {
    std::string tree;
    for (char name = '0'; name <= '9'; ++name) tree += tree_item(mode, std::string(1, name), at);
    at = write_loose(box, "tree", tree);
    mode = "40000";
  }
  commit_tree(box, at);
  const auto source = opened({.path = box.root(), .revision = "main"});
  REQUIRE(note(*source, "tree-bomb") != nullptr);
  CHECK(note(*source, "tree-bomb")->fault);
  CHECK(source->entries().size() <= 100'000);
  const auto globs = readiness::base::GlobSet::compile({"/0/0/0/0/0/0/0/0/0/0"});
  const auto history = read_history(box.root(), "main", *globs);
  REQUIRE(history);
  CHECK_FALSE(history->complete);
  CHECK(history->why_incomplete == "the same folder at more than 10000 places");
}

TEST_CASE("a tree of five thousand levels is listed as far as the bound") {
  const Sandbox box;
  bare_bones(box);
  const ObjectId blob = write_loose(box, "blob", "deep");
  HandMadePack pack;
  std::string body = tree_item("100644", "f", blob);
  for (int level = 0; level < 5000; ++level) {
    pack.add(2, "tree", body);
    body = tree_item("100644", "f", blob) + tree_item("40000", "g", name_of("tree", body));
  }
  pack.add(2, "tree", body);
  write_pack(box, pack);
  commit_tree(box, name_of("tree", body));
  const auto source = opened({.path = box.root(), .revision = "main"});
  REQUIRE(note(*source, "too-deep") != nullptr);
  CHECK(note(*source, "too-deep")->fault);
  CHECK(source->entries().size() == 4097);
}

TEST_CASE("names in trees are data, whatever they say") {
  const Sandbox box;
  bare_bones(box);
  const ObjectId blob = write_loose(box, "blob", "content");
  std::string tree;
  for (const char* name : {"..", ".", ".git", "/etc/passwd", "a/../../b", "\x1B[2J", "\xFF", "dup", "dup"})
    tree += tree_item("100644", name, blob);
  tree += tree_item("177777", "odd", blob) + tree_item("120000", "link", blob) +
          tree_item("100664", "group", blob);
  commit_tree(box, write_loose(box, "tree", tree));
  const auto source = opened({.path = box.root(), .revision = "main"});
  CHECK(paths(*source) == Paths{"\x1B[2J", ".", "..", ".git", "/etc/passwd", "a/../../b", "dup", "group",
                                "link", "odd", "\xFF"});
  CHECK(bytes(*source, "..") == "content");
  CHECK(entry(*source, "odd").kind == EntryKind::special);
  REQUIRE(note(*source, "tree") != nullptr);
  CHECK(note(*source, "tree")->text == "1 paths stand in the tree twice");
}

TEST_CASE("a tree that cannot be parsed or is missing is a fault, the rest is listed") {
  const Sandbox box;
  bare_bones(box);
  const ObjectId blob = write_loose(box, "blob", "content");
  const ObjectId cut = write_loose(box, "tree", tree_item("100644", "seen", blob) + "100644 cut");
  const ObjectId root =
      write_loose(box, "tree",
                  tree_item("40000", "a", cut) + tree_item("40000", "b", name_of("tree", "gone")) +
                      tree_item("40000", "c\x1B", blob) + tree_item("100644", "d", blob));
  commit_tree(box, root);
  const auto source = opened({.path = box.root(), .revision = "main"});
  CHECK(paths(*source) == Paths{"a/seen", "d"});
  REQUIRE(source->notes().size() == 3);
  CHECK(source->notes()[0].text == "a/: object " + cut.hex() + " is no proper tree");
  CHECK(source->notes()[1].text == "b/: object " + name_of("tree", "gone").hex() + " is missing");
  CHECK(source->notes()[2].text == "c\\x1b/: object " + blob.hex() + " is no proper tree");
  for (const Note& each : source->notes()) CHECK(each.fault);
}
