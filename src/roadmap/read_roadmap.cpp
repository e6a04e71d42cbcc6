// SPDX-License-Identifier: Apache-2.0
// From blocks to claims: each block is read in the light of the headings, labels and items around it.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "roadmap/claims.h"
#include "roadmap/figures.h"
#include "roadmap/labels.h"
#include "roadmap/named_files.h"
#include "roadmap/table_row.h"
#include "roadmap/wording.h"

namespace readiness::roadmap {
namespace {

constexpr std::size_t kMostClaims = 20'000;
constexpr std::size_t kMostTextBytes = 600;
// Each is held against every path of the tree.
constexpr std::size_t kMostGlobs = 200;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

FileAction action_of(Label label) {
  if (label == Label::files_create) return FileAction::create;
  return label == Label::files_update ? FileAction::update : FileAction::mention;
}

bool is_files(Label label) {
  return label == Label::files || label == Label::files_create || label == Label::files_update;
}

/// What a heading says about everything below it.
struct Section {
  std::size_t level = 0;
  std::string title{};
  Label label = Label::unknown;
  State group = State::none;  ///< of lists without a state of their own
  bool ahead = false;         ///< its numbers are to be reached
  std::optional<std::size_t> claim{};
};

/// The item that is open at one depth.
struct OpenItem {
  std::optional<std::size_t> claim{};
  Label label = Label::unknown;  ///< of the list inside it
  bool silent = false;           ///< a remark: what stands in it claims nothing
};

class ClaimReader {
 public:
  std::vector<Claim> read(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (claims_.size() >= kMostClaims) break;
      visit(block);
    }
    return std::move(claims_);
  }
  bool too_many() const { return claims_.size() >= kMostClaims; }

 private:
  void visit(const Block& block) {
    line_ = block.line;
    if (block.kind != BlockKind::row) columns_.clear();
    switch (block.kind) {
      case BlockKind::heading:
        return heading(block);
      case BlockKind::rule:
        return rule();
      case BlockKind::paragraph:
        return paragraph(block);
      case BlockKind::item:
        return item(block);
      case BlockKind::row:
        return row(block);
    }
  }

  std::size_t put(Claim claim) {
    claim.line = line_;
    claim.text = base::shortened(claim.text, kMostTextBytes);
    claim.aims = !claim.current && claim.text.find('%') != std::string::npos;
    if (!claim.count && !claim.current) claim.count = count_in(claim.text);
    if (claim.current || claim.count) claim.aims = claim.aims || is_ahead();
    if (!sections_.empty() && claim.section.empty()) claim.section = sections_.back().title;
    claims_.push_back(std::move(claim));
    return claims_.size() - 1;
  }

  void name_files(Claim& claim, const Wording& wording, bool bare, FileAction otherwise) {
    for (std::string& path : paths_in(wording, bare)) {
      const bool is_glob = path.find_first_of("*{[") != std::string::npos;
      if (is_glob && globs_++ >= kMostGlobs) continue;
      claim.files.push_back({std::move(path), action_in(wording.text, otherwise)});
    }
  }

  bool is_ahead() const {
    return label_ahead_ ||
           std::any_of(sections_.begin(), sections_.end(), [](const Section& s) { return s.ahead; });
  }

  // What stands below the headings around, innermost first.
  Label section_label() const {
    for (auto section = sections_.rbegin(); section != sections_.rend(); ++section)
      if (section->label != Label::unknown) return section->label;
    return Label::unknown;
  }
  State section_group() const {
    for (auto section = sections_.rbegin(); section != sections_.rend(); ++section)
      if (section->group != State::none) return section->group;
    return State::none;
  }
  std::optional<std::size_t> section_claim() const {
    return sections_.empty() ? std::nullopt : sections_.back().claim;
  }
  State section_state() const {
    const auto claim = section_claim();
    if (claim && claims_[*claim].state != State::none) return claims_[*claim].state;
    return section_group();
  }

  void heading(const Block& block) {
    while (!sections_.empty() && sections_.back().level >= block.level) sections_.pop_back();
    forget_label();
    items_.clear();
    const std::string text = wording_of(block.text).text;
    const Stated stated = read_statement(text);
    const State group = group_state(text);
    sections_.push_back(
        {.level = block.level,
         .title = base::shortened(stated.subject.empty() ? text : stated.subject, kMostTextBytes),
         .label = label_of(text),
         .group = group,
         .ahead = looks_ahead(stated.subject)});
    if (group != State::none || (stated.state == State::none && !stated.current)) return;
    sections_.back().claim = put({.kind = ClaimKind::heading,
                                  .state = stated.state,
                                  .text = stated.subject,
                                  .section = sections_.back().title,
                                  .current = stated.current,
                                  .target = stated.target});
  }

  void forget_label() { label_ = Label::unknown, label_group_ = State::none, label_ahead_ = false; }

  // Below a rule without a heading people write about the document as a whole.
  void rule() {
    while (!sections_.empty() && sections_.back().level > 1) sections_.pop_back();
    forget_label();
    items_.clear();
  }

  void paragraph(const Block& block) {
    const bool top = block.level == 0;
    if (top) items_.clear();
    for (const std::string_view line : lines_of(block.text)) {
      const Wording whole = wording_of(line);
      std::string_view rest = whole.text;
      // "Status: Done | Owner: Backend"
      for (std::size_t cut = 0; !rest.empty(); rest.remove_prefix(cut)) {
        cut = std::min(rest.find(" | "), rest.size());
        paragraph_part(base::trimmed(rest.substr(0, cut)), whole, top);
        cut = std::min(cut + 3, rest.size());
      }
      ++line_;
    }
  }

  void paragraph_part(std::string_view text, const Wording& whole, bool top) {
    if (share_of_all(text) || field(text, whole)) return;
    const bool titled = text.ends_with(':') || (whole.bold_start && text == whole.text && text.size() < 80);
    const Stated stated = read_statement(text);
    const std::string_view title = text.ends_with(':') ? text.substr(0, text.size() - 1) : text;
    if (top && titled && (stated.state == State::none || group_state(title) != State::none)) {
      label_ = label_of(title);
      label_group_ = group_state(title);
      label_ahead_ = looks_ahead(title);
    } else if (stated.state != State::none && stated.subject.size() < text.size() && text.size() < 200) {
      Claim claim{.kind = ClaimKind::statement,
                  .state = stated.state,
                  .text = stated.subject,
                  .current = stated.current,
                  .target = stated.target};
      name_files(claim, whole, false, FileAction::mention);
      put(std::move(claim));
    }
  }

  /// "Status: …", "Files: …", "Readiness: 60 %", "Owner: …". True when `text` was one of them.
  bool field(std::string_view text, const Wording& wording) {
    const Field field = field_of(text);
    if (field.key.empty() || field.value.empty()) return false;
    const Label label = label_of(field.key);
    if (label == Label::status) return status(field.value), true;
    if (is_files(label)) {
      if (const auto owner = enclosing_claim())
        name_files(claims_[*owner], wording, true, action_in(field.value, action_of(label)));
      return true;
    }
    if (label == Label::remark) return true;
    const std::optional<int> percent = read_percent(field.value);
    if (!percent || *percent > 100) return false;
    std::size_t at = field.value.find_first_of("0123456789");
    if (at == std::string_view::npos || at > 4) return false;
    put({.kind = ClaimKind::measure,
         .text = std::string(field.key),
         .current = percent,
         .count = bare_number(field.value)});
    return true;
  }

  /// "60% production ready (up from 45%)", as a line or behind "Status:".
  bool share_of_all(std::string_view text) {
    const std::size_t sign = text.find('%');
    if (sign == std::string_view::npos || sign > 4) return false;
    const std::string_view rest = base::trimmed(text.substr(sign + 1));
    const std::optional<int> percent = read_percent(text);
    if (!percent || *percent > 100 || !is_the_whole(rest)) return false;
    put({.kind = ClaimKind::measure,
         .text = std::string(base::trimmed(rest.substr(0, rest.find('(')))),
         .current = percent});
    return true;
  }

  void status(std::string_view value) {
    if (share_of_all(value)) return;
    const auto owner = items_.empty() ? section_claim() : enclosing_claim();
    const Stated stated = read_value(value);
    Claim claim{
        .kind = ClaimKind::status, .state = stated.state, .current = stated.current, .target = stated.target};
    if (owner)
      claim.text = claims_[*owner].text;
    else
      claim.text = sections_.empty() ? std::string(value) : sections_.back().title;
    claim.parent = owner;
    const std::size_t index = put(std::move(claim));
    if (!owner && !sections_.empty()) sections_.back().claim = index;
  }

  std::optional<std::size_t> enclosing_claim() const {
    for (auto open = items_.rbegin(); open != items_.rend(); ++open)
      if (open->claim) return open->claim;
    return section_claim();
  }

  void item(const Block& block) {
    items_.resize(std::min(items_.size(), block.level));
    while (items_.size() < block.level) items_.emplace_back();
    const bool silent = !items_.empty() && items_.back().silent;
    OpenItem open{.silent = silent};
    std::vector<std::string_view> lines = lines_of(block.text);
    const std::size_t own = own_lines(lines);
    std::string first;
    for (std::size_t i = 0; i < own; ++i) first += (i > 0 ? " " : "") + std::string(lines[i]);
    const Wording wording = wording_of(first);
    if (!silent || block.box) open = item_claim(block, wording);
    items_.push_back(open);
    for (std::size_t i = own; i < lines.size(); ++i) {
      const Wording more = wording_of(lines[i]);
      ++line_;
      field(more.text, more);
    }
  }

  /// Lines behind the first that are fields ("Effort: 2 d") belong to the item, not to its words.
  static std::size_t own_lines(const std::vector<std::string_view>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i)
      if (label_of(field_of(wording_of(lines[i]).text).key) != Label::unknown) return i;
    return lines.size();
  }

  Label list_label(const Block& block) const {
    for (auto open = items_.rbegin(); open != items_.rend(); ++open)
      if (open->label != Label::unknown) return open->label;
    if (label_ != Label::unknown) return label_;
    return block.level == 0 && label_group_ == State::none ? section_label() : Label::unknown;
  }

  OpenItem item_claim(const Block& block, const Wording& wording) {
    // "Effort: Ongoing" is no state of a task.
    if (!block.box && label_of(field_of(wording.text).key) != Label::unknown &&
        is_ascii(wording.text.front()) && field(wording.text, wording))
      return {.silent = true};
    const Stated stated = read_statement(wording.text);
    if (block.box || stated.state != State::none) return stated_item(block, wording, stated);
    std::string_view text = wording.text;
    if (text.ends_with(':'))
      if (const Label label = label_of(text); label != Label::unknown)
        return {.label = label, .silent = label == Label::remark};
    if (field(text, wording)) return {.silent = true};
    return implied_item(block, wording, stated);
  }

  OpenItem stated_item(const Block& block, const Wording& wording, const Stated& stated) {
    Claim claim{.kind = block.box ? ClaimKind::task : ClaimKind::statement,
                .state = stated.state,
                .text = stated.subject.empty() ? wording.text : stated.subject,
                .current = stated.current,
                .target = stated.target,
                .box = block.box};
    if (block.box)
      claim.state = block.box->ticked                ? State::done
                    : stated.state == State::partial ? State::partial
                                                     : State::open;
    if (!items_.empty()) claim.parent = items_.back().claim;
    name_files(claim, wording, false, FileAction::mention);
    return {.claim = put(std::move(claim))};
  }

  OpenItem implied_item(const Block& block, const Wording& wording, const Stated& stated) {
    const Label label = list_label(block);
    const std::optional<std::size_t> parent = items_.empty() ? std::nullopt : items_.back().claim;
    const State around = parent                        ? claims_[*parent].state
                         : label_group_ != State::none ? label_group_
                                                       : section_state();
    if (label == Label::remark) return {.silent = true};
    const bool listed = label == Label::tasks || label_group_ != State::none ||
                        (block.level == 0 && section_group() != State::none);
    Claim claim{.kind = ClaimKind::detail,
                .state = around == State::none ? State::open : around,
                .stated = false,
                .text = stated.subject.empty() ? wording.text : stated.subject,
                .parent = parent};
    if (is_files(label)) {
      claim.kind = ClaimKind::file;
      claim.state = section_state() == State::none ? State::open : section_state();
      name_files(claim, wording, true, action_of(label));
      if (claim.files.empty()) claim.kind = ClaimKind::detail;
      if (const auto owner = enclosing_claim())
        claims_[*owner].files.insert(claims_[*owner].files.end(), claim.files.begin(), claim.files.end());
    } else if (!parent && !listed) {
      return {};
    } else {
      name_files(claim, wording, false, FileAction::mention);
    }
    return {.claim = put(std::move(claim))};
  }

  void row(const Block& block) {
    if (block.header)
      columns_ = columns_of(block.cells);
    else if (std::optional<Claim> claim = row_claim(columns_, block.cells))
      put(std::move(*claim));
  }

  std::vector<Claim> claims_{};
  std::vector<Section> sections_{};
  std::vector<OpenItem> items_{};
  std::vector<Column> columns_{};
  Label label_ = Label::unknown;  ///< of the list that follows, from the paragraph in front of it
  State label_group_ = State::none;
  bool label_ahead_ = false;  ///< "After completing Phase 1:"
  std::uint32_t line_ = 0;
  std::size_t globs_ = 0;
};

}  // namespace

std::string_view name_of(ClaimKind kind) {
  constexpr std::array<std::string_view, 8> kNames{"task", "statement", "heading", "status",
                                                   "row",  "measure",   "file",    "detail"};
  return kNames[static_cast<std::size_t>(kind)];
}

base::Result<Roadmap> read_roadmap(std::string_view bytes, std::string_view name) {
  base::Result<Document> document = read_blocks(bytes, name);
  if (!document) return document.errors();
  ClaimReader reader;
  Roadmap out{.name = std::string(name), .mended_from = document->mended_from};
  out.claims = reader.read(document->blocks);
  if (out.claims.size() >= kMostClaims)
    return base::Diagnostic{
        .file = std::string(name), .message = "has more than 20000 claims", .hint = "no roadmap has"};
  return out;
}

}  // namespace readiness::roadmap
