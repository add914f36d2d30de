//===- ModelCheckTest.cpp - Does the tree have what the model speaks of? --===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ModelCheck.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

using namespace lockorder;
namespace fs = std::filesystem;

namespace {

class ModelCheck : public testing::Test {
protected:
  void SetUp() override {
    Root = fs::temp_directory_path() / ("lockorder-model." + std::to_string(::getpid()));
    fs::create_directories(Root / "include/linux");
    std::ofstream(Root / "include/linux/foo.h") << R"(
extern void take_foo(struct foo *foo);
#define give_foo(foo, flags) \
        do { } while (0)
)";
    P.SourceRoot = Root.string();
  }
  void TearDown() override { fs::remove_all(Root); }

  std::vector<std::string> check(const std::string &Entries) {
    llvm::Expected<KernelModel> Model =
        KernelModel::parse("version: 1\napis:\n" + Entries, "foo.yaml");
    EXPECT_TRUE(static_cast<bool>(Model)) << llvm::toString(Model.takeError());
    return checkModel(*Model, P);
  }

  fs::path Root;
  Program P;
};

using Lines = std::vector<std::string>;

TEST_F(ModelCheck, AnEntryThatFitsIsOnlyNotNamed) {
  EXPECT_EQ(check("- names: [take_foo]\n  effects: [{acquire: arg0, kind: mutex}]\n"),
            Lines{"foo.yaml:3: no analysed unit names take_foo"});
}

TEST_F(ModelCheck, ANameThatTheTreeLacks) {
  EXPECT_EQ(check("- names: [take_bar]\n  effects: [{acquire: arg0, kind: mutex}]\n"),
            Lines{"foo.yaml:3: the tree has no take_bar"});
}

TEST_F(ModelCheck, ANameOfAnotherKernelSaysSoItself) {
  EXPECT_EQ(check("- names: [take_bar]\n  where: since 6.16\n"
                  "  effects: [{acquire: arg0, kind: mutex}]\n"),
            Lines{});
}

TEST_F(ModelCheck, AnotherShape) {
  EXPECT_EQ(check("- names: [take_foo]\n  effects: [{acquire: arg1, kind: mutex}]\n"),
            Lines{"foo.yaml:3: take_foo has 1 argument in include/linux/foo.h:2, but the entry "
                  "speaks of arg1"});
}

TEST_F(ModelCheck, AMacrosArguments) {
  EXPECT_EQ(check("- names: [give_foo]\n  effects: [{release: arg0, kind: mutex}, {context: irq, "
                  "change: restore, flags: place arg2}]\n"),
            Lines{"foo.yaml:3: give_foo has 2 arguments in include/linux/foo.h:3, but the entry "
                  "speaks of arg2"});
}

} // namespace
