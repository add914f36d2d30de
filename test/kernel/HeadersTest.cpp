//===- HeadersTest.cpp - The model's names exist in the kernel ------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A misspelt name is silence: nothing would ever tell. So every name of linux.yaml must be a word
// of the newest installed kernel headers, unless its entry says `where` else it is to be found; and
// then it must not be there, or the remark is stale.
//
//===----------------------------------------------------------------------===//

#include "kernel/KernelModel.h"
#include "kernel/LinuxYaml.h"
#include "kernel/YamlTree.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"
#include <filesystem>
#include <gtest/gtest.h>

using namespace lockorder;
namespace fs = std::filesystem;

namespace {

std::vector<int> numbersIn(llvm::StringRef Text) {
  std::vector<int> Numbers;
  while (!Text.empty()) {
    Text = Text.drop_until(llvm::isDigit);
    int Number = 0;
    if (Text.consumeInteger(10, Number))
      break;
    Numbers.push_back(Number);
  }
  return Numbers;
}

/// /usr/src/linux-headers-*-common with the highest version, or "".
std::string newestHeaders() {
  std::string Best;
  std::error_code Ignored;
  for (const auto &Entry : fs::directory_iterator("/usr/src", Ignored)) {
    std::string Name = Entry.path().filename();
    if (llvm::StringRef(Name).starts_with("linux-headers-") &&
        llvm::StringRef(Name).ends_with("-common") &&
        (Best.empty() || numbersIn(Best) < numbersIn(Name)))
      Best = Name;
  }
  return Best.empty() ? "" : "/usr/src/" + Best;
}

void addWords(llvm::StringRef Text, llvm::StringSet<> &Words) {
  auto IsWord = [](char C) { return llvm::isAlnum(C) || C == '_'; };
  while (!(Text = Text.drop_until(IsWord)).empty()) {
    llvm::StringRef Word = Text.take_while(IsWord);
    Words.insert(Word);
    Text = Text.drop_front(Word.size());
  }
}

/// All words of include/ and of the headers of one architecture.
const llvm::StringSet<> &headerWords() {
  static const llvm::StringSet<> Words = [] {
    llvm::StringSet<> All;
    std::string Root = newestHeaders();
    for (const char *Folder : {"/include", "/arch/x86/include", "/arch/arm64/include"})
      for (fs::recursive_directory_iterator
               It(Root + Folder, fs::directory_options::skip_permission_denied),
           End;
           !Root.empty() && It != End; ++It)
        if (It->path().extension() == ".h")
          if (auto Buffer = llvm::MemoryBuffer::getFile(It->path().string()))
            addWords((*Buffer)->getBuffer(), All);
    return All;
  }();
  return Words;
}

struct Named {
  std::string Name, Where;
};

/// The names of a section with the entry's `where`, straight from the file.
std::vector<Named> namesOf(llvm::StringRef Section) {
  std::vector<Named> Found;
  YamlNode Root =
      llvm::cantFail(parseYaml(llvm::StringRef(LinuxYaml, LinuxYamlSize), "linux.yaml"));
  for (size_t I = 0; I < Root.Items.size(); I += 2) {
    if (Root.Items[I].Text != Section)
      continue;
    for (const YamlNode &Entry : Root.Items[I + 1].Items) {
      std::string Where;
      for (size_t K = 0; K < Entry.Items.size(); K += 2)
        if (Entry.Items[K].Text == "where")
          Where = Entry.Items[K + 1].Text;
      for (size_t K = 0; K < Entry.Items.size(); K += 2)
        if (Entry.Items[K].Text == "names")
          for (const YamlNode &Name : Entry.Items[K + 1].Items)
            Found.push_back({Name.Text, Where});
    }
  }
  return Found;
}

TEST(Headers, AreInstalled) {
  ASSERT_FALSE(newestHeaders().empty())
      << "install linux-headers-amd64 (or another linux-headers package)";
  ASSERT_GT(headerWords().size(), 100000u);
}

TEST(Headers, HaveEveryApiThatDoesNotSayWhereElseItIs) {
  std::vector<Named> Apis = namesOf("apis");
  ASSERT_GT(Apis.size(), 800u);
  for (const Named &N : Apis)
    EXPECT_EQ(headerWords().contains(N.Name), N.Where.empty())
        << N.Name
        << (N.Where.empty() ? ": misspelt, or add `where`"
                            : ": is there; remove `where: " + N.Where + "`");
}

TEST(Headers, HaveEveryRootMacro) {
  for (const Named &N : namesOf("root_macros"))
    EXPECT_TRUE(headerWords().contains(N.Name)) << N.Name;
}

TEST(Headers, HaveEveryRecordAndField) {
  YamlNode Root =
      llvm::cantFail(parseYaml(llvm::StringRef(LinuxYaml, LinuxYamlSize), "linux.yaml"));
  unsigned Checked = 0;
  for (size_t I = 0; I < Root.Items.size(); I += 2) {
    llvm::StringRef Section = Root.Items[I].Text;
    if (Section == "sleepers") {
      for (const YamlNode &Item : Root.Items[I + 1].Items)
        EXPECT_TRUE(headerWords().contains(Item.Text)) << Item.Text;
    }
    if (Section != "generic_records" && Section != "wrapping_fields" && Section != "count_fields")
      continue;
    for (const YamlNode &Item : Root.Items[I + 1].Items) {
      auto [Record, Field] = llvm::StringRef(Item.Text).split('.');
      // seqcount_LOCKNAME is pasted together by a macro.
      EXPECT_TRUE(headerWords().contains(Record) || headerWords().contains(Record.str() + "_t") ||
                  Record.starts_with("seqcount_"))
          << Item.Text;
      EXPECT_TRUE(Field.empty() || headerWords().contains(Field)) << Item.Text;
      ++Checked;
    }
  }
  EXPECT_GT(Checked, 50u);
}

TEST(Headers, HaveEveryCallback) {
  KernelModel Model = llvm::cantFail(KernelModel::load({}));
  for (const Callback &C : Model.callbacks()) {
    EXPECT_TRUE(headerWords().contains(C.Record)) << C.Record << "." << C.Field;
    EXPECT_TRUE(headerWords().contains(C.Field)) << C.Record << "." << C.Field;
  }
  EXPECT_GT(Model.callbacks().size(), 80u);
}

TEST(Headers, HaveTheRecordsAndFieldsOfEveryPath) {
  KernelModel Model = llvm::cantFail(KernelModel::load({}));
  unsigned Checked = 0;
  for (const Api *A : Model.apis())
    for (const ApiEffect &E : A->Effects)
      for (const auto &[Record, Field] : E.Object.Path) {
        if (Record == "*")
          continue; // the argument's own type, and a made-up member
        // struct rq is the scheduler's own.
        EXPECT_TRUE(Record == "rq" || headerWords().contains(Record)) << A->Name << ": " << Record;
        EXPECT_TRUE(Record == "rq" || headerWords().contains(Field)) << A->Name << ": " << Field;
        ++Checked;
      }
  EXPECT_GT(Checked, 100u);
}

} // namespace
