// SPDX-License-Identifier: Apache-2.0
// Where each kind of document names images, and how a reference is read.
#include "facts/images.h"

#include <algorithm>
#include <tuple>

#include "base/glob.h"
#include "base/text.h"
#include "facts/kind_table.h"

namespace readiness::facts {
namespace {

using document::Node;
using document::Type;

constexpr std::size_t kMostImages = 2'000;  // of a file

void add(const Node* node, std::vector<Image>& out) {
  if (node != nullptr && node->is_scalar() && !node->text.empty() && out.size() < kMostImages)
    out.push_back({node->text, node->mark});
}

// A scalar is the image; an object has it under `key`.
void add_scalar_or(const Node* node, std::string_view key, std::vector<Image>& out) {
  if (node == nullptr) return;
  add(node->is(Type::object) ? node->find(key) : node, out);
}

void of_compose(const Node& root, std::vector<Image>& out) {
  if (const Node* services = root.find("services"))
    for (const document::Member& service : services->members) add(service.value.find("image"), out);
}

// Containers stand at many depths (Pod, CronJob, CRDs), always as lists of objects with `image`.
void of_kubernetes(const Node& node, std::vector<Image>& out) {
  for (const document::Member& member : node.members) {
    const bool is_list =
        member.key == "containers" || member.key == "initContainers" || member.key == "ephemeralContainers";
    if (is_list)
      for (const Node& container : member.value.items) add(container.find("image"), out);
    else
      of_kubernetes(member.value, out);
  }
  for (const Node& item : node.items) of_kubernetes(item, out);
}

void of_workflow(const Node& root, std::vector<Image>& out) {
  const Node* jobs = root.find("jobs");
  if (jobs == nullptr) return;
  for (const document::Member& job : jobs->members) {
    add_scalar_or(job.value.find("container"), "image", out);
    if (const Node* services = job.value.find("services"))
      for (const document::Member& service : services->members) add(service.value.find("image"), out);
    if (const Node* steps = job.value.find("steps"))
      for (const Node& step : steps->items)
        if (const Node* uses = step.find("uses"); uses != nullptr && uses->text.starts_with("docker://"))
          out.push_back({uses->text.substr(9), uses->mark});
  }
}

void of_gitlab_job(const Node& job, std::vector<Image>& out) {
  add_scalar_or(job.find("image"), "name", out);
  if (const Node* services = job.find("services"))
    for (const Node& service : services->items) add_scalar_or(&service, "name", out);
}

void of_gitlab(const Node& root, std::vector<Image>& out) {
  of_gitlab_job(root, out);
  for (const document::Member& job : root.members)
    if (job.value.is(Type::object)) of_gitlab_job(job.value, out);
}

void of_circleci(const Node& node, std::vector<Image>& out) {
  for (const document::Member& member : node.members) {
    if (member.key == "docker")
      for (const Node& executor : member.value.items) add(executor.find("image"), out);
    of_circleci(member.value, out);
  }
  for (const Node& item : node.items) of_circleci(item, out);
}

// "${NAME}", "$NAME", "${NAME:-default}" by the ARGs before the first FROM; what is unknown stays as written.
std::string filled_in(std::string_view text,
                      const std::vector<std::pair<std::string, std::string>>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '$') {
      out += text[i++];
      continue;
    }
    const bool braced = i + 1 < text.size() && text[i + 1] == '{';
    const std::size_t begin = i + (braced ? 2 : 1);
    std::size_t end = begin;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
      ++end;
    const std::string_view name = text.substr(begin, end - begin);
    const std::size_t close = braced ? text.find('}', end) : end;
    if (name.empty() || close == std::string_view::npos) return out + std::string(text.substr(i));
    const std::size_t after = braced ? close + 1 : end;
    const auto argument =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& a) { return a.first == name; });
    if (argument != arguments.end() && !argument->second.empty())
      out += argument->second;
    else if (braced && text.substr(end, 2) == ":-")
      out += text.substr(end + 2, close - end - 2);
    else
      out += text.substr(i, after - i);
    i = after;
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> arguments_of(const Node& root) {
  std::vector<std::pair<std::string, std::string>> out;
  const Node* arguments = root.find("arguments");
  if (arguments == nullptr) return out;
  for (const Node& argument : arguments->items) {
    const Node* written = argument.is(Type::object) ? argument.find("value") : &argument;
    if (written == nullptr) continue;
    const std::size_t equals = written->text.find('=');
    if (equals == std::string::npos) continue;
    std::string_view value = base::trimmed(std::string_view(written->text).substr(equals + 1));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    out.emplace_back(base::trimmed(std::string_view(written->text).substr(0, equals)), filled_in(value, out));
  }
  return out;
}

void of_dockerfile(const Node& root, std::vector<Image>& out) {
  const auto arguments = arguments_of(root);
  const Node* stages = root.find("stages");
  if (stages == nullptr) return;
  std::vector<std::string> names;
  for (const Node& stage : stages->items) {
    const Node* image = stage.find("image");
    if (image == nullptr) continue;
    std::string reference = filled_in(image->text, arguments);
    const bool is_stage = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return base::same_word(name, reference);
    });
    if (const Node* name = stage.find("name"); name != nullptr && !name->text.empty())
      names.push_back(name->text);
    if (is_stage || reference.empty() || base::same_word(reference, "scratch") || out.size() >= kMostImages)
      continue;
    out.push_back({std::move(reference), image->mark.line != 0 ? image->mark : stage.mark});
  }
}

struct Row {
  Kind kind;
  void (*images)(const Node& root, std::vector<Image>& out);
};
constexpr Row kRows[] = {{Kind::dockerfile, &of_dockerfile}, {Kind::compose, &of_compose},
                         {Kind::kubernetes, &of_kubernetes}, {Kind::github_workflow, &of_workflow},
                         {Kind::gitlab_ci, &of_gitlab},      {Kind::circleci, &of_circleci}};

bool is_registry(std::string_view part) {
  return part == "localhost" || part.find_first_of(".:") != std::string_view::npos;
}

}  // namespace

KindSet kinds_with_images() {
  KindSet kinds = 0;
  for (const Row& row : kRows) kinds |= bit(row.kind);
  return kinds;
}

std::vector<Image> images_of(KindSet kinds, const std::vector<Node>& documents) {
  std::vector<Image> out;
  for (const Row& row : kRows)
    if ((kinds & bit(row.kind)) != 0)
      for (const Node& document : documents) row.images(document, out);
  std::stable_sort(out.begin(), out.end(), [](const Image& a, const Image& b) {
    return std::tie(a.mark.line, a.mark.column) < std::tie(b.mark.line, b.mark.column);
  });
  return out;
}

ImageName image_name(std::string_view reference) {
  ImageName out;
  reference = base::trimmed(reference);
  if (const std::size_t at = reference.find('@'); at != std::string_view::npos) {
    out.digest = reference.substr(at + 1);
    reference = reference.substr(0, at);
  }
  const std::size_t slash = reference.find('/');
  if (slash != std::string_view::npos && is_registry(reference.substr(0, slash))) {
    const std::string_view registry = reference.substr(0, slash);
    if (registry != "docker.io" && registry != "index.docker.io") out.registry = registry;
    reference.remove_prefix(slash + 1);
  }
  if (const std::size_t colon = reference.rfind(':');
      colon != std::string_view::npos && reference.find('/', colon) == std::string_view::npos) {
    out.tag = reference.substr(colon + 1);
    reference = reference.substr(0, colon);
  }
  if (out.registry.empty() && reference.starts_with("library/")) reference.remove_prefix(8);
  out.name = reference;
  return out;
}

bool image_matches(std::string_view glob, const ImageName& image) {
  const std::size_t slash = glob.find('/');
  const bool has_registry = slash != std::string_view::npos && is_registry(glob.substr(0, slash));
  const std::size_t colon = glob.rfind(':');
  const bool has_tag = colon != std::string_view::npos && glob.find('/', colon) == std::string_view::npos;
  std::string name = has_registry && !image.registry.empty() ? image.registry + "/" + image.name : image.name;
  if (has_registry && glob.starts_with("docker.io/")) glob.remove_prefix(10);
  if (has_tag) name += ":" + image.tag;
  return base::name_matches(glob, name);
}

}  // namespace readiness::facts
