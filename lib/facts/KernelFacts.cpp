//===- KernelFacts.cpp - What an analysed kernel tells others ----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/KernelFacts.h"
#include "base/Error.h"
#include "cache/Seal.h"
#include "facts/Stream.h"
#include "llvm/Support/MemoryBuffer.h"

namespace lockorder {
namespace {

constexpr llvm::StringLiteral Magic = "lockorder facts ";

class TableWriter : public ValueWriter<TableWriter> {
public:
  template <typename Tag> void id(Id<Tag> I) { raw(I); }
};

/// Ids may name what is read later, and are verified at the end.
class TableReader : public ValueReader<TableReader> {
public:
  using ValueReader::ValueReader;
  template <typename Tag> void id(Id<Tag> &I) { raw(I); }
};

template <typename S> void transfer(S &Stream, Site &X) { Stream(X.File, X.Line, X.Column); }
template <typename S> void transfer(S &Stream, Record &X) { Stream(X.Name, X.File); }
template <typename S> void transfer(S &Stream, Field &X) { Stream(X.Owner, X.Name); }
template <typename S> void transfer(S &Stream, Symbol &X) {
  Stream(X.Kind, X.Link, X.Name, X.File, X.Scope);
}
template <typename S> void transfer(S &Stream, KnownSymbol &X) {
  Stream(X.Name, X.Image, X.Defined);
}
template <typename S> void transfer(S &Stream, KnownFunction &X) {
  Stream(X.Name, X.Parameters, X.Flags, X.Type, X.Where, X.InitOnly, X.At);
}
template <typename S> void transfer(S &Stream, KnownPointer &X) {
  Stream(X.Fld, X.Object, X.Function);
}
template <typename S> void transfer(S &Stream, InitFact &X) { Stream(X.Object, X.Fld, X.Count); }

template <typename Tag, typename Value>
void transfer(TableWriter &Stream, Table<Tag, Value> &Values) {
  std::vector<Value> List = Values.values();
  Stream(List);
}
template <typename Tag, typename Value>
void transfer(TableReader &Stream, Table<Tag, Value> &Values) {
  std::vector<Value> List;
  Stream(List);
  for (Value &Each : List)
    Values.intern(std::move(Each));
}

template <typename S> void transfer(S &Stream, KernelFacts &K) {
  Stream(K.Rules, K.Images, K.Files, K.Names, K.Records, K.Fields, K.Symbols, K.Functions,
         K.Pointers, K.Crowded, K.OwnClass, K.Inits, K.InitClass, K.Terms, K.Summaries, K.Orders,
         K.Contexts, K.Uses);
}

/// A sound checksum only says that the bytes are those that somebody wrote.
bool isConsistent(const KernelFacts &K) {
  bool Fine = true;
  auto In = [&](auto I, size_t Count) { Fine &= !I || I.index() < Count; };
  auto Needed = [&](auto I, size_t Count) { Fine &= I && I.index() < Count; };
  for (const Record &R : K.Records.values())
    In(R.File, K.Files.size());
  for (const Field &F : K.Fields.values())
    Needed(F.Owner, K.Records.size());
  for (const KnownSymbol &S : K.Symbols) {
    In(S.Name.File, K.Files.size());
    Fine &= S.Image < K.Images.size();
  }
  for (const KnownFunction &F : K.Functions) {
    Needed(F.Name, K.Symbols.size());
    In(F.Where.File, K.Files.size());
    Fine &= F.At < K.Summaries.size();
  }
  for (const KnownPointer &P : K.Pointers) {
    Fine &= P.Fld || P.Object;
    In(P.Fld, K.Fields.size());
    Needed(P.Function, K.Functions.size());
    In(P.Object, K.Symbols.size());
  }
  for (FieldId F : K.Crowded)
    Needed(F, K.Fields.size());
  for (FieldId F : K.OwnClass)
    Needed(F, K.Fields.size());
  for (const InitFact &I : K.Inits) {
    Needed(I.Object, K.Symbols.size());
    In(I.Fld, K.Fields.size());
  }
  for (auto [Lock, Class] : K.InitClass) {
    Needed(Lock, K.Symbols.size());
    Needed(Class, K.Symbols.size());
  }
  return Fine;
}

} // namespace

std::string serialize(KernelFacts Facts) {
  TableWriter Out;
  Out.Bytes = Magic.str();
  Out.number(FactsFormatVersion);
  Out(Facts);
  return seal(Out.Bytes);
}

llvm::Expected<KernelFacts> readKernelFacts(const std::string &Path) {
  auto File = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false,
                                          /*IsVolatile=*/true);
  constexpr const char *Remedy = "; make it with `lockorder link --units=DIR --export=FILE`";
  if (!File)
    return makeError(Path + ": cannot read: " + File.getError().message() + Remedy);
  std::unique_ptr<llvm::MemoryBuffer> Content = unseal((*File)->getBuffer());
  llvm::StringRef Bytes = Content ? Content->getBuffer() : llvm::StringRef();
  if (!Content || !Bytes.consume_front(Magic))
    return makeError(Path + ": no file of kernel facts, or damaged" + Remedy);
  TableReader In(Bytes);
  if (uint64_t Version = In.number(); Version != FactsFormatVersion)
    return makeError(Path + ": facts of format " + std::to_string(Version) +
                     ", this lockorder has " + std::to_string(FactsFormatVersion) + Remedy);
  KernelFacts Out;
  In(Out);
  if (In.failed() || !In.atEnd() || !isConsistent(Out))
    return makeError(Path + ": kernel facts that contradict themselves (a bug of lockorder)" +
                     Remedy);
  return Out;
}

} // namespace lockorder
