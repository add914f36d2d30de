//===- TempTree.h - A folder for one test -----------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace lockorder {

/// Makes a folder, and removes it and all in it at the end.
class TempTree {
public:
  TempTree() {
    std::string Name = (std::filesystem::temp_directory_path() / "compdb-XXXXXX").string();
    EXPECT_NE(mkdtemp(Name.data()), nullptr);
    Root = std::filesystem::canonical(Name).string();
  }
  ~TempTree() { std::filesystem::remove_all(Root); }
  TempTree(const TempTree &) = delete;
  TempTree &operator=(const TempTree &) = delete;

  std::string path(const std::string &Name) const { return Root + "/" + Name; }

  /// Writes a file, with the folders above it.
  std::string write(const std::string &Name, const std::string &Text = "") const {
    std::filesystem::path File = path(Name);
    std::filesystem::create_directories(File.parent_path());
    std::ofstream(File, std::ios::binary) << Text;
    return File.string();
  }

  std::string Root;
};

/// The current directory, for the length of a test.
class WorkIn {
public:
  explicit WorkIn(const std::string &Folder) : Before(std::filesystem::current_path()) {
    std::filesystem::current_path(Folder);
  }
  ~WorkIn() { std::filesystem::current_path(Before); }
  WorkIn(const WorkIn &) = delete;
  WorkIn &operator=(const WorkIn &) = delete;

private:
  std::filesystem::path Before;
};

} // namespace lockorder
