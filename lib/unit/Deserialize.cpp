//===- Deserialize.cpp - Bytes as a unit --------------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three readers, each trusting only what the one before has checked: `openFrame` (identifier, size,
// version, checksum, compression), `Reader` (every index and count of the flat vectors), `verify`,
// which a unit that is Trusted has been through before it was written.
//
//===----------------------------------------------------------------------===//

#include "base/Error.h"
#include "lockir/Nodes.h"
#include "lockir/Text.h"
#include "unit/Format.h"
#include "unit/Unit.h"
#include "unit/Unit_generated.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {
namespace {

/// Rebuilds a unit from the verified FlatBuffer. Like the parser it keeps the first fault; after it
/// all lists are empty, so everything ends soon.
class Reader {
public:
  explicit Reader(const fb::Unit &Unit) : In(Unit) {}

  /// The fault, or nullptr.
  const char *run(TranslationUnit &Out, UnitPart Part);

private:
  /// A list that is read front to back.
  template <typename T> class Cursor {
  public:
    explicit Cursor(const flatbuffers::Vector<const T *> *V) {
      if (V)
        Rest = {reinterpret_cast<const T *>(V->Data()), V->size()};
    }
    template <typename Scalar>
      requires std::is_same_v<Scalar, T>
    explicit Cursor(const flatbuffers::Vector<Scalar> *V) {
      if (V)
        Rest = {V->data(), V->size()};
    }
    llvm::ArrayRef<T> Rest;
  };

  template <typename T> llvm::ArrayRef<T> take(Cursor<T> &From, uint32_t Count) {
    if (Fault || Count > From.Rest.size()) {
      fail("a list is longer than what it is a part of");
      return {};
    }
    llvm::ArrayRef<T> Taken = From.Rest.take_front(Count);
    From.Rest = From.Rest.drop_front(Count);
    return Taken;
  }
  template <typename T> llvm::ArrayRef<T> all(const flatbuffers::Vector<const T *> *V) {
    return Fault ? llvm::ArrayRef<T>() : Cursor<T>(V).Rest;
  }
  llvm::ArrayRef<uint32_t> all(const flatbuffers::Vector<uint32_t> *V) {
    return Fault ? llvm::ArrayRef<uint32_t>() : Cursor<uint32_t>(V).Rest;
  }

  void fail(const char *What) {
    if (!Fault)
      Fault = What;
  }

  void strings();
  std::string string(uint32_t Index) {
    if (Index < Strings.size())
      return Strings[Index].str();
    fail("a string is missing");
    return "";
  }
  template <typename Tag, typename Value> void enter(Table<Tag, Value> &Table, Value V) {
    size_t Before = Table.size();
    if (Table.intern(std::move(V)).index() != Before)
      fail("a table has an entry twice");
  }
  static Site site(const fb::Site &S) {
    Site Out;
    Out.File = FileId(S.file());
    Out.Line = S.line();
    Out.Column = S.column();
    return Out;
  }
  int64_t integer() {
    llvm::ArrayRef<int64_t> Taken = take(Integers, 1);
    return Taken.empty() ? 0 : flatbuffers::EndianScalar(Taken.front());
  }

  void defined(TranslationUnit &Out);
  void members(TranslationUnit &Out);
  void facts(TranslationUnit &Out);
  static void head(const fb::Function &F, Function &Out);
  void body(const fb::Function &F, Function &Out);
  void node(const fb::Node &N, Node &Out);
  void block(const fb::Block &B, Block &Out);
  Event event(const fb::Event &E);
  std::vector<ApiSite> apiSites(const flatbuffers::Vector<const fb::ApiSite *> *Sites);

  const fb::Unit &In;
  const char *Fault = nullptr;
  std::vector<llvm::StringRef> Strings;
  Cursor<fb::Variable> Variables{In.variables()};
  Cursor<fb::Node> Nodes{In.nodes()};
  Cursor<int64_t> Integers{In.integers()};
  Cursor<fb::Block> Blocks{In.blocks()};
  Cursor<fb::Successor> Successors{In.successors()};
  Cursor<fb::Event> Events{In.events()};
  Cursor<fb::Effect> Effects{In.effects()};
  Cursor<uint32_t> Arguments{In.arguments()};
};

void Reader::strings() {
  llvm::StringRef Rest;
  if (const auto *Text = In.text())
    Rest = {reinterpret_cast<const char *>(Text->data()), Text->size()};
  for (uint32_t Raw : all(In.lengths())) {
    uint32_t Length = flatbuffers::EndianScalar(Raw);
    if (Length > Rest.size())
      return fail("the strings are longer than their text");
    Strings.push_back(Rest.take_front(Length));
    Rest = Rest.drop_front(Length);
  }
  if (!Rest.empty())
    fail("there is text in no string");
}

/// Names, and who defines what.
void Reader::defined(TranslationUnit &Out) {
  Out.Object = string(In.object());
  Out.Source = string(In.source());
  Out.Module = string(In.module_name());
  Out.IsModule = In.is_module();
  for (uint32_t F : all(In.files()))
    enter(Out.Files, string(flatbuffers::EndianScalar(F)));
  for (const fb::Symbol &S : all(In.symbols()))
    enter(Out.Symbols, Symbol{static_cast<SymbolKind>(S.kind()), static_cast<Linkage>(S.linkage()),
                              string(S.name()), FileId(S.file()), string(S.scope())});
  llvm::ArrayRef<fb::Function> Functions = all(In.functions());
  Out.Functions.resize(Functions.size());
  for (size_t I = 0; I != Functions.size(); ++I)
    head(Functions[I], Out.Functions[I]);
  for (uint32_t S : all(In.exports()))
    Out.Exports.push_back(SymbolId(flatbuffers::EndianScalar(S)));
  for (uint32_t S : all(In.objects()))
    Out.Objects.push_back(SymbolId(flatbuffers::EndianScalar(S)));
}

void Reader::members(TranslationUnit &Out) {
  for (uint32_t N : all(In.names()))
    enter(Out.Names, string(flatbuffers::EndianScalar(N)));
  for (const fb::Record &R : all(In.records()))
    enter(Out.Records, Record{string(R.name()), FileId(R.file())});
  for (const fb::Field &F : all(In.fields()))
    enter(Out.Fields, Field{RecordId(F.owner()), string(F.name())});
}

void Reader::head(const fb::Function &F, Function &Out) {
  Out.Name = SymbolId(F.name());
  Out.Flags = F.flags();
  Out.Type = F.type();
  Out.Where = site(F.where());
}

void Reader::body(const fb::Function &F, Function &Out) {
  Out.Parameters = F.parameters();
  llvm::ArrayRef<fb::Variable> OwnVariables = take(Variables, F.variables());
  Out.Variables.reserve(OwnVariables.size());
  for (const fb::Variable &V : OwnVariables)
    Out.Variables.push_back({string(V.name()), RecordId(V.pointee())});
  llvm::ArrayRef<fb::Node> OwnNodes = take(Nodes, F.nodes());
  Out.Nodes.resize(OwnNodes.size());
  for (size_t I = 0; I != OwnNodes.size(); ++I)
    node(OwnNodes[I], Out.Nodes[I]);
  llvm::ArrayRef<fb::Block> OwnBlocks = take(Blocks, F.blocks());
  Out.Blocks.resize(OwnBlocks.size());
  for (size_t I = 0; I != OwnBlocks.size(); ++I)
    block(OwnBlocks[I], Out.Blocks[I]);
}

void Reader::node(const fb::Node &N, Node &Out) {
  if (N.kind() >= OpCount)
    return fail("a node has no known kind");
  Out.Kind = static_cast<Op>(N.kind());
  const NodeShape &Shape = shapeOf(Out.Kind);
  Out.A = NodeId(N.a());
  switch (Shape.Ref) {
  case Reference::None:
    Out.B = NodeId(N.b());
    break;
  case Reference::Variable:
    Out.Variable = VarId(N.b());
    break;
  case Reference::Sym:
    Out.Sym = SymbolId(N.b());
    break;
  case Reference::Fld:
    Out.Fld = FieldId(N.b());
    break;
  }
  if (Shape.HasNumber)
    Out.Value = integer();
  else
    Out.Value = N.code();
}

void Reader::block(const fb::Block &B, Block &Out) {
  Out.Condition = NodeId(B.condition());
  llvm::ArrayRef<fb::Event> OwnEvents = take(Events, B.events());
  Out.Events.reserve(OwnEvents.size());
  for (const fb::Event &E : OwnEvents)
    Out.Events.push_back(event(E));
  llvm::ArrayRef<fb::Successor> OwnSuccessors = take(Successors, B.successors());
  Out.Successors.reserve(OwnSuccessors.size());
  for (const fb::Successor &S : OwnSuccessors) {
    Successor To;
    To.To = BlockId(S.to());
    To.On = static_cast<Guard>(S.guard());
    if (To.On == Guard::Case) {
      To.Low = integer();
      To.High = integer();
    }
    Out.Successors.push_back(To);
  }
}

Event Reader::event(const fb::Event &E) {
  switch (static_cast<EventCode>(E.kind())) {
  case EventCode::Api: {
    ApiEvent Out{NameId(E.head()), {}, VarId(E.result()), site(E.where())};
    llvm::ArrayRef<fb::Effect> OwnEffects = take(Effects, E.count());
    Out.Effects.reserve(OwnEffects.size());
    for (const fb::Effect &Each : OwnEffects)
      Out.Effects.push_back({static_cast<EffectKind>(Each.kind()), static_cast<When>(Each.on()),
                             NodeId(Each.object()), static_cast<LockKind>(Each.lock()),
                             static_cast<LockMode>(Each.mode()), static_cast<LockHow>(Each.how()),
                             Each.subclass(), NodeId(Each.nest()),
                             static_cast<Context>(Each.context()),
                             static_cast<ContextChange>(Each.change()), NodeId(Each.flags())});
    return Out;
  }
  case EventCode::Call: {
    CallEvent Out;
    Out.Callee = NodeId(E.head());
    Out.Result = VarId(E.result());
    Out.Where = site(E.where());
    Out.Gfp = NodeId(E.tail());
    llvm::ArrayRef<uint32_t> OwnArguments = take(Arguments, E.count());
    Out.Arguments.reserve(OwnArguments.size());
    for (uint32_t Argument : OwnArguments)
      Out.Arguments.push_back(NodeId(flatbuffers::EndianScalar(Argument)));
    if (llvm::ArrayRef<uint32_t> Rest = take(Arguments, 2); !Rest.empty()) {
      Out.Type = flatbuffers::EndianScalar(Rest[0]);
      Out.Const = flatbuffers::EndianScalar(Rest[1]);
    }
    return Out;
  }
  case EventCode::Assign:
    return AssignEvent{NodeId(E.head()), NodeId(E.tail()), site(E.where())};
  case EventCode::Return:
    return ReturnEvent{NodeId(E.head()), site(E.where())};
  }
  fail("an event has no known kind");
  return ReturnEvent();
}

std::vector<ApiSite> Reader::apiSites(const flatbuffers::Vector<const fb::ApiSite *> *Sites) {
  std::vector<ApiSite> Out;
  for (const fb::ApiSite &S : all(Sites))
    Out.push_back({NameId(S.api()), site(S.where()), NameId(S.reason())});
  return Out;
}

void Reader::facts(TranslationUnit &Out) {
  for (const fb::Pointer &P : all(In.pointers()))
    Out.Pointers.push_back(
        {FieldId(P.field()), SymbolId(P.function()), SymbolId(P.object()), site(P.where())});
  for (const fb::Init &I : all(In.inits()))
    Out.Inits.push_back({SymbolId(I.object()), FieldId(I.field()), I.count()});
  for (const fb::Root &R : all(In.roots()))
    Out.Roots.push_back({SymbolId(R.function()), NameId(R.via()), static_cast<Context>(R.context()),
                         site(R.where())});
  Out.Seen = apiSites(In.seen());
  Out.Skipped = apiSites(In.skipped());
  for (const fb::Problem &P : all(In.problems()))
    Out.Problems.push_back({string(P.message()), site(P.where())});
  Out.ProblemCount = In.problem_count();
}

const char *Reader::run(TranslationUnit &Out, UnitPart Part) {
  strings();
  defined(Out);
  if (Part == UnitPart::Outline)
    return Fault;
  members(Out);
  llvm::ArrayRef<fb::Function> Functions = all(In.functions());
  for (size_t I = 0; I != Functions.size() && !Fault; ++I) {
    body(Functions[I], Out.Functions[I]);
    Out.Code.push_back({Functions[I].code(), Functions[I].one_file(), Functions[I].rest()});
  }
  facts(Out);
  if (!Variables.Rest.empty() || !Nodes.Rest.empty() || !Integers.Rest.empty() ||
      !Blocks.Rest.empty() || !Successors.Rest.empty() || !Events.Rest.empty() ||
      !Effects.Rest.empty() || !Arguments.Rest.empty())
    fail("there are entries that belong to no function");
  return Fault;
}

llvm::Error damaged(const llvm::Twine &What) {
  return makeError("damaged (" + What + "); extract it again");
}

/// The bytes of the payload: a part of `Bytes`, or `Storage` when they were compressed.
llvm::Expected<llvm::ArrayRef<uint8_t>> openFrame(llvm::ArrayRef<uint8_t> Bytes,
                                                  llvm::SmallVectorImpl<uint8_t> &Storage) {
  // What begins with less than an identifier could be anything; call it cut short only if empty.
  if (Bytes.empty())
    return makeError("truncated (it is empty); extract it again");
  if (Bytes.size() < SmallestUnitFile || !fb::SizePrefixedUnitFileBufferHasIdentifier(Bytes.data()))
    return makeError("not a lockorder unit, or only the beginning of one; give files that "
                     "'lockorder extract' wrote, or extract it again");
  uint64_t Size = SizePrefix + uint64_t(flatbuffers::GetPrefixedSize(Bytes.data())) + ChecksumSize;
  if (Bytes.size() < Size)
    return makeError("truncated (it has " + llvm::Twine(Bytes.size()) + " of " + llvm::Twine(Size) +
                     " bytes); extract it again");
  if (Bytes.size() > Size)
    return damaged("it has " + llvm::Twine(Bytes.size()) + " bytes instead of " +
                   llvm::Twine(Size));
  if (Size >= FLATBUFFERS_MAX_BUFFER_SIZE)
    return damaged("it is too large for a unit");
  llvm::ArrayRef<uint8_t> Buffer = Bytes.drop_back(ChecksumSize);
  flatbuffers::Verifier Check(Buffer.data(), Buffer.size());
  if (!fb::VerifySizePrefixedUnitFileBuffer(Check))
    return damaged("its outline makes no sense");
  const fb::UnitFile *File = fb::GetSizePrefixedUnitFile(Buffer.data());
  if (File->version() != UnitFormatVersion)
    return makeError("made by another version of lockorder (format " +
                     llvm::Twine(File->version()) + ", this one reads " +
                     llvm::Twine(UnitFormatVersion) + "); extract it again");
  if (llvm::support::endian::read64le(Buffer.end()) != llvm::xxh3_64bits(Buffer))
    return damaged("its checksum does not match");
  if (!File->payload() || File->size() > LargestPayload)
    return damaged("its payload is missing or too large");
  llvm::ArrayRef<uint8_t> Payload(File->payload()->data(), File->payload()->size());
  switch (static_cast<Compression>(File->compression())) {
  case Compression::None:
    return Payload;
  case Compression::Zstd:
    if (!llvm::compression::zstd::isAvailable())
      return makeError("compressed with zstd, which this lockorder was built without; extract it "
                       "again with this one");
    if (llvm::Error E = llvm::compression::zstd::decompress(Payload, Storage, File->size()))
      return damaged("zstd: " + llvm::toString(std::move(E)));
    return llvm::ArrayRef<uint8_t>(Storage);
  }
  return damaged("its compression is unknown");
}

llvm::Expected<TranslationUnit> read(llvm::ArrayRef<uint8_t> Bytes, UnitPart Part) {
  llvm::SmallVector<uint8_t, 0> Storage;
  llvm::Expected<llvm::ArrayRef<uint8_t>> Payload = openFrame(Bytes, Storage);
  if (!Payload)
    return Payload.takeError();
  // The root's offset and its vtable's need that much; the verifier asserts it.
  if (Payload->size() < 8 || Payload->size() >= FLATBUFFERS_MAX_BUFFER_SIZE)
    return damaged("its payload has " + llvm::Twine(Payload->size()) + " bytes");
  flatbuffers::Verifier Check(Payload->data(), Payload->size());
  if (!Check.VerifyBuffer<fb::Unit>(nullptr))
    return damaged("its payload makes no sense");
  TranslationUnit Unit;
  if (const char *Fault = Reader(*flatbuffers::GetRoot<fb::Unit>(Payload->data())).run(Unit, Part))
    return damaged(Fault);
  if (Part == UnitPart::Trusted)
    return Unit;
  if (llvm::Error E = verify(Unit))
    return damaged(llvm::toString(std::move(E)));
  return Unit;
}

} // namespace

llvm::Expected<TranslationUnit> deserialize(llvm::StringRef Bytes, llvm::StringRef Name,
                                            UnitPart Part) {
  // FlatBuffers are read in place, where their alignment is that of the buffer.
  std::unique_ptr<llvm::MemoryBuffer> Aligned;
  if (reinterpret_cast<uintptr_t>(Bytes.data()) % alignof(uint64_t)) {
    Aligned = llvm::MemoryBuffer::getMemBufferCopy(Bytes);
    Bytes = Aligned->getBuffer();
  }
  llvm::Expected<TranslationUnit> Unit = read({Bytes.bytes_begin(), Bytes.size()}, Part);
  if (!Unit)
    return addContext(Name, Unit.takeError());
  return Unit;
}

} // namespace lockorder
