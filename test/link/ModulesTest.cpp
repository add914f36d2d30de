//===- ModulesTest.cpp - Whether two files are two drivers ----------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Modules.h"
#include "flow/Programs.h"

using namespace lockorder;

namespace {

std::string unit(const std::string &Name, const std::string &Body, bool Module,
                 const std::string &Folder = "/k/drivers/sort/") {
  std::string File = "\"" + Folder + Name + ".c\"";
  std::string Text = "unit object \"/k/" + Name + ".o\" source " + File + "\n";
  Text += "function " + Name + "() at " + File + ":1:1 { " + Body + " return }\n";
  if (Module)
    Text += "root $" + Name + " via module_init in process at " + File + ":9:1\n";
  return Text;
}

bool areTwo(const std::vector<std::string> &Texts) {
  TextProgram T(Texts);
  return Modules(T.P).areTwo(T.find("one"), T.find("other"));
}

TEST(Modules, EachHasAnInitcallAndNeitherCallsTheOther) {
  EXPECT_TRUE(areTwo({unit("one", "", true), unit("other", "", true)}));
}

TEST(Modules, ACoreIsNoDriverOfTheSameSort) {
  EXPECT_FALSE(areTwo({unit("one", "", true), unit("other", "", true, "/k/drivers/base/")}));
}

TEST(Modules, AFileWithoutInitcallIsPartOfSomething) {
  EXPECT_FALSE(areTwo({unit("one", "", true), unit("other", "", false)}));
}

TEST(Modules, WhoCallsTheOtherHasItsObjects) {
  EXPECT_FALSE(areTwo({unit("one", "", true), unit("other", "call $one()", true)}));
  EXPECT_FALSE(areTwo({unit("one", "call $other()", true), unit("other", "", true)}));
}

bool isForOthers(const std::string &OfDriver) {
  TextProgram T({R"(unit object "/k/lib.o" source "/k/drivers/scsi/lib.c"
    function queue() at "/k/drivers/scsi/lib.c":1:1 { return })",
                 R"(unit object "/k/tcp.o" source "/k/drivers/scsi/tcp.c"
    function begin() at "/k/drivers/scsi/tcp.c":1:1 { return }
    root $begin via module_init in process at "/k/drivers/scsi/tcp.c":9:1
    pointer {template.queue} = $queue in @tcp@"/k/drivers/scsi/tcp.c" at "/k/drivers/scsi/tcp.c":5:1)",
                 R"(unit object "/k/own.o" source "/k/drivers/scsi/own/own.c"
    function handler() at "/k/drivers/scsi/own/own.c":1:1 { )" +
                     OfDriver + " return }"});
  return Modules(T.P).isForOthers(T.find("queue"), T.P.ownerOf(T.find("handler")));
}

TEST(Modules, ADriverUsesOfALibraryWhatItNames) {
  EXPECT_TRUE(isForOthers(""));
  EXPECT_FALSE(isForOthers("call $queue()"));
  EXPECT_FALSE(isForOthers("call $begin($queue)"));
}

TEST(Modules, WhatBothCallIsALibrary) {
  EXPECT_TRUE(areTwo({unit("library", "", true), unit("one", "call $library()", true),
                      unit("other", "call $library()", true)}));
}

} // namespace
