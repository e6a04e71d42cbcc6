// SPDX-License-Identifier: Apache-2.0
// Container images that Dockerfiles, Compose files, Kubernetes objects and CI pipelines name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "facts/findings.h"
#include "facts/kind.h"

namespace readiness::facts {

/// Kinds of documents that name images.
KindSet kinds_with_images();
/// The images of one file in source order.
std::vector<Image> images_of(KindSet kinds, const std::vector<document::Node>& documents);

/// A reference taken apart: "registry.io:5000/team/app:1.2@sha256:…".
struct ImageName {
  std::string name;      ///< without registry, "library/", tag and digest: "team/app", "postgres"
  std::string registry;  ///< "registry.io:5000", or empty for Docker Hub
  std::string tag;
  std::string digest;
};
ImageName image_name(std::string_view reference);
/// Whether a name glob of an image query means this image: a glob with a registry or a tag is held against
/// these too.
bool image_matches(std::string_view glob, const ImageName& image);

}  // namespace readiness::facts
