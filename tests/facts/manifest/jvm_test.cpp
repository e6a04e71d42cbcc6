// SPDX-License-Identifier: Apache-2.0
#include "declared.h"

namespace readiness::facts::manifest {
namespace {

TEST_CASE("pom.xml: parent, properties, managed versions, plugins and profiles") {
  CHECK(declared("pom.xml", R"(<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.2.4</version>
  </parent>
  <groupId>com.example</groupId>
  <properties><jjwt.version>0.12.5</jjwt.version></properties>
  <dependencyManagement><dependencies><dependency>
    <groupId>io.micrometer</groupId><artifactId>micrometer-bom</artifactId><version>1.12.4</version>
  </dependency></dependencies></dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>io.jsonwebtoken</groupId>
      <artifactId>jjwt-api</artifactId>
      <version>${jjwt.version}</version>
    </dependency>
    <dependency>
      <groupId>${project.groupId}</groupId>
      <artifactId>common</artifactId>
      <version>${project.version}</version>
    </dependency>
    <dependency>
      <groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope>
    </dependency>
  </dependencies>
  <build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId></plugin></plugins></build>
  <profiles><profile><dependencies><dependency>
    <groupId>org.postgresql</groupId><artifactId>postgresql</artifactId>
  </dependency></dependencies></profile></profiles>
</project>
)") == R"(3 org.springframework.boot:spring-boot-starter-parent 3.2.4
14 io.jsonwebtoken:jjwt-api 0.12.5
19 com.example:common 3.2.4
24 junit:junit [dev]
28 org.apache.maven.plugins:maven-surefire-plugin [dev]
29 org.postgresql:postgresql
io.micrometer:micrometer-bom = io.micrometer:micrometer-bom 1.12.4
)");
}

TEST_CASE("a pom whose properties refer to each other in a circle ends") {
  CHECK(declared("pom.xml",
                 R"(<project><properties><a>${b}</a><b>${a}</b></properties><dependencies><dependency>
<groupId>g</groupId><artifactId>x</artifactId><version>${a}</version></dependency></dependencies></project>)") ==
        "1 g:x ${a}\n");
  CHECK(declared("pom.xml", "<settings/>") == "failed: no <project> element\n");
}

TEST_CASE("Gradle in Groovy: configurations, maps, platforms, plugins, the build script's own") {
  CHECK(declared("build.gradle", R"(buildscript {
    dependencies { classpath 'com.android.tools.build:gradle:8.2.0' }
}
plugins {
    id 'java'
    id 'org.springframework.boot' version '3.2.4' apply false
}
apply plugin: 'jacoco'
// implementation 'not:this:1'
dependencies {
    implementation 'org.springframework.boot:spring-boot-starter-web'
    implementation("com.google.guava:guava:33.0.0-jre") {
        exclude group: 'a', module: 'b'
    }
    implementation platform('software.amazon.awssdk:bom:2.25.0')
    implementation group: 'redis.clients', name: 'jedis', version: '5.1.0'
    implementation project(':core')
    implementation files('libs/a.jar')
    implementation 'a:b:1',
                   'c:d:2@aar'
    runtimeOnly "org.postgresql:postgresql:$pgVersion"
    testImplementation 'org.junit.jupiter:junit-jupiter:5.10.2'
    constraints {
        implementation 'x:y:1'
    }
}
)") == R"(2 com.android.tools.build:gradle 8.2.0 [dev]
5 java [dev]
6 org.springframework.boot 3.2.4 [dev]
8 jacoco [dev]
11 org.springframework.boot:spring-boot-starter-web
12 com.google.guava:guava 33.0.0-jre
15 software.amazon.awssdk:bom 2.25.0
16 redis.clients:jedis 5.1.0
19 a:b 1
20 c:d 2
21 org.postgresql:postgresql $pgVersion
22 org.junit.jupiter:junit-jupiter 5.10.2 [dev]
)");
}

TEST_CASE("sbt: modules by their operators, names for texts, plugins, tests") {
  CHECK(declared("build.sbt", R"(val akkaVersion = "2.6.20"
// "not" % "this" % "1"
libraryDependencies ++= Seq(
  "com.typesafe.akka" %% "akka-stream" % akkaVersion,
  "org.postgresql" % "postgresql" % "42.7.3",
  "org.typelevel" %%% "cats-core" % V.cats,
  "org.scalatest" %% "scalatest" % "3.2.18" % Test,
)
excludeDependencies += "org.slf4j" % "slf4j-log4j12"
)") == R"(4 com.typesafe.akka:akka-stream 2.6.20
5 org.postgresql:postgresql 42.7.3
6 org.typelevel:cats-core
7 org.scalatest:scalatest 3.2.18 [dev]
)");
  CHECK(declared("project/plugins.sbt", "addSbtPlugin(\"org.scalameta\" % \"sbt-scalafmt\" % \"2.5.2\")\n") ==
        "1 org.scalameta:sbt-scalafmt 2.5.2 [dev]\n");
  CHECK(declared("project/Dependencies.scala", "val jwt = \"com.auth0\" % \"java-jwt\" % \"4.4.0\"\n") ==
        "1 com.auth0:java-jwt 4.4.0\n");
}

TEST_CASE("Gradle in Kotlin: catalogue aliases, kotlin(), plugins in back quotes") {
  CHECK(declared("app/build.gradle.kts", R"(plugins {
    `java-library`
    kotlin("jvm") version "1.9.23"
    alias(libs.plugins.ktor)
    id("io.gitlab.arturbosch.detekt").version("1.23.6")
}
dependencies {
    implementation(libs.ktor.server.core)
    api(platform(libs.aws.bom))
    implementation(libs.bundles.logging)
    implementation(kotlin("stdlib"))
    implementation(group = "g", name = "a", version = "1")
    "customConfiguration"("h:i:2")
    testImplementation(libs.kotest)
    implementation(project(":core"))
}
)") == R"(2 java-library [dev]
3 org.jetbrains.kotlin.jvm 1.9.23 [dev]
4 plugins.ktor [dev] [alias]
5 io.gitlab.arturbosch.detekt 1.23.6 [dev]
8 ktor.server.core [alias]
9 aws.bom [alias]
10 bundles.logging [alias]
11 org.jetbrains.kotlin:kotlin-stdlib
12 g:a 1
13 h:i 2
14 kotest [dev] [alias]
)");
}

TEST_CASE("a Gradle script that never closes its blocks ends") {
  CHECK(declared("build.gradle", "dependencies {\n implementation 'a:b:1'\n") == "2 a:b 1\n");
  CHECK(declared("build.gradle", "dependencies { implementation('").empty());
  CHECK(declared("build.gradle", "plugins {").empty());
  CHECK(declared("build.gradle", "dependencies {\nimplementation(((((((((").empty());
}

TEST_CASE("Gradle's version catalogue gives aliases") {
  CHECK(declared("gradle/libs.versions.toml", R"([versions]
ktor = "2.3.9"
[libraries]
ktor-server_core = { module = "io.ktor:ktor-server-core", version.ref = "ktor" }
logback = "ch.qos.logback:logback-classic:1.5.3"
slf4j = { group = "org.slf4j", name = "slf4j-api", version = "2.0.12" }
[bundles]
logging = ["logback", "slf4j", "missing"]
[plugins]
ktor = { id = "io.ktor.plugin", version.ref = "ktor" }
detekt = "io.gitlab.arturbosch.detekt:1.23.6"
)") == R"(ktor.server.core = io.ktor:ktor-server-core 2.3.9
logback = ch.qos.logback:logback-classic 1.5.3
slf4j = org.slf4j:slf4j-api 2.0.12
bundles.logging = ch.qos.logback:logback-classic 1.5.3
bundles.logging = org.slf4j:slf4j-api 2.0.12
plugins.ktor = io.ktor.plugin 2.3.9
plugins.detekt = io.gitlab.arturbosch.detekt 1.23.6
)");
}

}  // namespace
}  // namespace readiness::facts::manifest
