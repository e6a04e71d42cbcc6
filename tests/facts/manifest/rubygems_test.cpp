// SPDX-License-Identifier: Apache-2.0
#include "declared.h"

namespace readiness::facts::manifest {
namespace {

TEST_CASE("a Gemfile's groups tell runtime from development") {
  CHECK(declared("Gemfile", R"(source "https://rubygems.org"
ruby "3.3.0"
gem "rails", "~> 7.1"
gem "pg", ">= 1.1" # database
gem 'sidekiq', require: false
gem "debug", group: :development
gem "both", groups: [:production, :test]
gem "listed", groups: [:development, :test], require: false
if ENV["X"]
  gem "conditional"
end
group :development, :test do
  gem "rspec-rails"
  platforms :mri do
    gem "byebug"
  end
  gem "after-platforms"
end
group :production do
  gem "lograge"
end
gem "puma",
    "~> 6.0",
    require: false
gemspec
gem "git-one", git: "https://example.com/x.git", branch: "main"
gem "modifier" if RUBY_VERSION > "3"
gem "last"
)") == R"(3 rails ~> 7.1
4 pg >= 1.1
5 sidekiq
6 debug [dev]
7 both
8 listed [dev]
10 conditional
13 rspec-rails [dev]
15 byebug [dev]
17 after-platforms [dev]
20 lograge
22 puma ~> 6.0
26 git-one
27 modifier
28 last
)");
}

TEST_CASE("gemspecs and Gemfile.lock are read") {
  CHECK(declared("x.gemspec", R"(Gem::Specification.new do |s|
  s.name = "x"
  s.add_dependency "rack", ">= 2"
  s.add_runtime_dependency("json")
  s.add_development_dependency 'rake', '~> 13'
end
)") == "3 rack >= 2\n4 json\n5 rake ~> 13 [dev]\n");
  CHECK(declared("Gemfile.lock", R"(GEM
  remote: https://rubygems.org/
  specs:
    rails (7.1.3)
      activesupport (= 7.1.3)
    pg (1.5.6)

DEPENDENCIES
  rails (~> 7.1)
)") == "4 rails 7.1.3 [indirect]\n6 pg 1.5.6 [indirect]\n");
}

TEST_CASE("an unfinished Gemfile ends") {
  CHECK(declared("Gemfile", "group :test do\ngem \"a\"") == "2 a [dev]\n");
  CHECK(declared("Gemfile", "gem \"a").size() == 4);
  CHECK(declared("Gemfile", "end\nend\ngem").empty());
}

}  // namespace
}  // namespace readiness::facts::manifest
