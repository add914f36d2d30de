//===- Serialize.cpp - A unit as bytes --------------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lockir/CodeHash.h"
#include "lockir/Nodes.h"
#include "unit/Format.h"
#include "unit/Unit.h"
#include "unit/Unit_generated.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {
namespace {

/// Collects the flat vectors of Unit.fbs in the order in which the reader uses them up.
class Writer {
public:
  explicit Writer(const TranslationUnit &Unit) : U(Unit) {}
  flatbuffers::DetachedBuffer run();

private:
  uint32_t string(const std::string &S) {
    auto [It, New] = StringIds.try_emplace(S, static_cast<uint32_t>(Lengths.size()));
    if (New) {
      Text.insert(Text.end(), S.begin(), S.end());
      Lengths.push_back(static_cast<uint32_t>(S.size()));
    }
    return It->second;
  }
  static fb::Site site(const Site &S) { return fb::Site(S.File.raw(), S.Line, S.Column); }
  template <typename Enum> static uint8_t code(Enum E) { return static_cast<uint8_t>(E); }
  static uint32_t count(size_t Size) { return static_cast<uint32_t>(Size); }

  void function(const Function &F);
  void node(const Node &N);
  void block(const Block &B);
  void event(const ApiEvent &E);
  void event(const CallEvent &E);
  void event(const AssignEvent &E);
  void event(const ReturnEvent &E);
  static std::vector<fb::ApiSite> apiSites(const std::vector<ApiSite> &Sites);

  const TranslationUnit &U;
  llvm::StringMap<uint32_t> StringIds;
  std::vector<uint8_t> Text;
  std::vector<uint32_t> Lengths;
  std::vector<fb::Function> Functions;
  std::vector<fb::Variable> Variables;
  std::vector<fb::Node> Nodes;
  std::vector<int64_t> Integers;
  std::vector<fb::Block> Blocks;
  std::vector<fb::Successor> Successors;
  std::vector<fb::Event> Events;
  std::vector<fb::Effect> Effects;
  std::vector<uint32_t> Arguments;
};

void Writer::function(const Function &F) {
  CodeHash Code = codeHash(U, F);
  Functions.emplace_back(F.Name.raw(), F.Parameters, F.Flags, F.Type, count(F.Variables.size()),
                         count(F.Nodes.size()), count(F.Blocks.size()), site(F.Where), Code.Says,
                         Code.Rest, Code.OneFile);
  for (const Variable &V : F.Variables)
    Variables.emplace_back(string(V.Name), V.Pointee.raw());
  for (const Node &N : F.Nodes)
    node(N);
  for (const Block &B : F.Blocks)
    block(B);
}

void Writer::node(const Node &N) {
  const NodeShape &Shape = shapeOf(N.Kind);
  uint32_t B = N.B.raw();
  switch (Shape.Ref) {
  case Reference::None:
    break;
  case Reference::Variable:
    B = N.Variable.raw();
    break;
  case Reference::Sym:
    B = N.Sym.raw();
    break;
  case Reference::Fld:
    B = N.Fld.raw();
    break;
  }
  Nodes.emplace_back(N.A.raw(), B, code(N.Kind),
                     Shape.HasOperator ? static_cast<uint8_t>(N.Value) : uint8_t(0));
  if (Shape.HasNumber)
    Integers.push_back(N.Value);
}

void Writer::block(const Block &B) {
  Blocks.emplace_back(count(B.Events.size()), B.Condition.raw(), count(B.Successors.size()));
  for (const Event &E : B.Events)
    std::visit([&](const auto &Each) { event(Each); }, E);
  for (const Successor &S : B.Successors) {
    Successors.emplace_back(S.To.raw(), code(S.On));
    if (S.On == Guard::Case)
      Integers.insert(Integers.end(), {S.Low, S.High});
  }
}

void Writer::event(const ApiEvent &E) {
  Events.emplace_back(E.Api.raw(), 0, count(E.Effects.size()), E.Result.raw(), site(E.Where),
                      code(EventCode::Api));
  for (const Effect &Each : E.Effects)
    Effects.emplace_back(Each.Object.raw(), Each.Nest.raw(), Each.Flags.raw(), Each.Subclass,
                         code(Each.Kind), code(Each.On), code(Each.Lock), code(Each.Mode),
                         code(Each.How), code(Each.Ctx), code(Each.Change));
}

void Writer::event(const CallEvent &E) {
  Events.emplace_back(E.Callee.raw(), E.Gfp.raw(), count(E.Arguments.size()), E.Result.raw(),
                      site(E.Where), code(EventCode::Call));
  for (NodeId Argument : E.Arguments)
    Arguments.push_back(Argument.raw());
  Arguments.insert(Arguments.end(), {E.Type, E.Const});
}

void Writer::event(const AssignEvent &E) {
  Events.emplace_back(E.Target.raw(), E.Value.raw(), 0, VarId().raw(), site(E.Where),
                      code(EventCode::Assign));
}

void Writer::event(const ReturnEvent &E) {
  Events.emplace_back(E.Value.raw(), 0, 0, VarId().raw(), site(E.Where), code(EventCode::Return));
}

std::vector<fb::ApiSite> Writer::apiSites(const std::vector<ApiSite> &Sites) {
  std::vector<fb::ApiSite> Out;
  for (const ApiSite &S : Sites)
    Out.emplace_back(S.Api.raw(), S.Reason.raw(), site(S.Where));
  return Out;
}

flatbuffers::DetachedBuffer Writer::run() {
  uint32_t Object = string(U.Object), Source = string(U.Source), Module = string(U.Module);
  std::vector<uint32_t> Files, Names, Exports, Objects;
  for (const std::string &F : U.Files.values())
    Files.push_back(string(F));
  for (const std::string &N : U.Names.values())
    Names.push_back(string(N));
  std::vector<fb::Record> Records;
  for (const Record &R : U.Records.values())
    Records.emplace_back(string(R.Name), R.File.raw());
  std::vector<fb::Field> Fields;
  for (const Field &F : U.Fields.values())
    Fields.emplace_back(F.Owner.raw(), string(F.Name));
  std::vector<fb::Symbol> Symbols;
  for (const Symbol &S : U.Symbols.values())
    Symbols.emplace_back(string(S.Name), S.File.raw(), string(S.Scope), code(S.Kind), code(S.Link));
  for (const Function &F : U.Functions)
    function(F);
  std::vector<fb::Pointer> Pointers;
  for (const PointerFact &P : U.Pointers)
    Pointers.emplace_back(P.Fld.raw(), P.Function.raw(), P.Object.raw(), site(P.Where));
  std::vector<fb::Init> Inits;
  for (const InitFact &I : U.Inits)
    Inits.emplace_back(I.Object.raw(), I.Fld.raw(), I.Count);
  std::vector<fb::Root> Roots;
  for (const RootFact &R : U.Roots)
    Roots.emplace_back(R.Function.raw(), R.Via.raw(), site(R.Where), code(R.Ctx));
  for (SymbolId S : U.Exports)
    Exports.push_back(S.raw());
  for (SymbolId S : U.Objects)
    Objects.push_back(S.raw());
  std::vector<fb::Problem> Problems;
  for (const Problem &P : U.Problems)
    Problems.emplace_back(string(P.Message), site(P.Where));

  flatbuffers::FlatBufferBuilder B(1 << 16);
  std::vector<fb::ApiSite> Seen = apiSites(U.Seen), Skipped = apiSites(U.Skipped);
  B.Finish(fb::CreateUnitDirect(B, &Text, &Lengths, Object, Source, Module, U.IsModule,
                                U.ProblemCount, &Files, &Names, &Records, &Fields, &Symbols,
                                &Functions, &Variables, &Nodes, &Integers, &Blocks, &Successors,
                                &Events, &Effects, &Arguments, &Pointers, &Inits, &Roots, &Exports,
                                &Objects, &Seen, &Skipped, &Problems));
  return B.Release();
}

} // namespace

std::string serialize(const TranslationUnit &Unit) {
  flatbuffers::DetachedBuffer Plain = Writer(Unit).run();
  llvm::ArrayRef<uint8_t> Payload(Plain.data(), Plain.size());
  llvm::SmallVector<uint8_t, 0> Compressed;
  Compression How = Compression::None;
  if (llvm::compression::zstd::isAvailable()) {
    llvm::compression::zstd::compress(Payload, Compressed,
                                      llvm::compression::zstd::BestSpeedCompression);
    Payload = Compressed;
    How = Compression::Zstd;
  }
  flatbuffers::FlatBufferBuilder B(Payload.size() + 64);
  // Aligned, so that an uncompressed payload can be read where it lies.
  B.ForceVectorAlignment(Payload.size(), 1, 8);
  auto Bytes = B.CreateVector(Payload.data(), Payload.size());
  fb::FinishSizePrefixedUnitFileBuffer(
      B, fb::CreateUnitFile(B, UnitFormatVersion, static_cast<uint8_t>(How),
                            static_cast<uint32_t>(Plain.size()), Bytes));
  std::string Out(reinterpret_cast<const char *>(B.GetBufferPointer()), B.GetSize());
  char Checksum[ChecksumSize];
  llvm::support::endian::write64le(Checksum, llvm::xxh3_64bits(llvm::StringRef(Out)));
  return Out.append(Checksum, ChecksumSize);
}

} // namespace lockorder
