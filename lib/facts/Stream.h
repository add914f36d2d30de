//===- Stream.h - Values as bytes, written and read by one description -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   template <typename S> void transfer(S &Stream, HeldLock &H) { Stream(H.Place, H.Kind, ...); }
//
// says once which members a file has of a value, and in which order; a writer and a reader follow
// it. Numbers are LEB128, so a file is small and the same on every machine. Ids are left to the
// stream, for they mean another table in a file than in memory.
//
// A reader never leaves its bytes: what is missing at the end is zero, and failed() says so.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/Id.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/LEB128.h"
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace lockorder {

/// `Stream` has id(), once for each sort of id that it meets.
template <typename Stream> class ValueWriter {
public:
  template <typename... Values> void operator()(Values &...Each) { (one(Each), ...); }
  std::string Bytes;

  void number(uint64_t N) {
    uint8_t Buffer[10];
    unsigned Size = llvm::encodeULEB128(N, Buffer);
    Bytes.append(reinterpret_cast<const char *>(Buffer), Size);
  }
  void one(llvm::StringRef Part) {
    number(Part.size());
    Bytes += Part;
  }
  void one(std::string &S) { one(llvm::StringRef(S)); }
  template <std::signed_integral T> void one(T N) {
    number(static_cast<uint64_t>(N) << 1 ^ static_cast<uint64_t>(int64_t(N) >> 63));
  }
  template <std::unsigned_integral T> void one(T N) { number(N); }
  template <typename T>
    requires std::is_enum_v<T>
  void one(T E) {
    number(static_cast<uint64_t>(E));
  }
  template <typename Tag> void one(Id<Tag> I) { self().id(I); }
  template <typename Tag> void one(OrderedId<Tag> I) { self().id(I); }
  template <typename T> void one(std::vector<T> &List) {
    number(List.size());
    for (T &Each : List)
      one(Each);
  }
  template <typename A, typename B> void one(std::pair<A, B> &Pair) {
    one(Pair.first);
    one(Pair.second);
  }
  template <typename K, typename V> void one(std::map<K, V> &Values) {
    std::vector<std::pair<K, V>> List(Values.begin(), Values.end());
    one(List);
  }
  template <typename T>
    requires std::is_class_v<T>
  void one(T &Value) {
    transfer(self(), Value);
  }
  /// An id as it is: where the file's table is the memory's.
  template <typename Tag> void raw(Id<Tag> I) { number(I ? uint64_t(I.raw()) + 1 : 0); }

private:
  Stream &self() { return static_cast<Stream &>(*this); }
};

template <typename Stream> class ValueReader {
public:
  explicit ValueReader(llvm::StringRef Bytes, uint64_t From = 0)
      : Next(Bytes.bytes_begin() + std::min<uint64_t>(From, Bytes.size())), End(Bytes.bytes_end()) {
  }
  template <typename... Values> void operator()(Values &...Each) { (one(Each), ...); }
  bool failed() const { return Failed; }
  bool atEnd() const { return Next == End; }
  llvm::StringRef rest() const {
    return {reinterpret_cast<const char *>(Next), static_cast<size_t>(End - Next)};
  }
  /// The next bytes, as they are; fewer if it failed.
  llvm::StringRef take(uint64_t Size) {
    Failed |= Size > rest().size();
    llvm::StringRef Part = rest().take_front(Size);
    Next += Part.size();
    return Part;
  }

  uint64_t number() {
    if (Next != End && *Next < 0x80) // most are small
      return *Next++;
    unsigned Size = 0;
    const char *Error = nullptr;
    uint64_t N = Next == End ? 0 : llvm::decodeULEB128(Next, &Size, End, &Error);
    Failed |= Next == End || Error;
    if (Error)
      return Next = End, 0;
    Next += Size;
    return N;
  }
  void one(std::string &S) {
    llvm::StringRef Part;
    one(Part);
    S = Part.str();
  }
  /// A part of the bytes that are read.
  void one(llvm::StringRef &Part) { Part = take(number()); }
  template <std::signed_integral T> void one(T &N) {
    uint64_t Coded = number();
    N = static_cast<T>(Coded >> 1 ^ (0 - (Coded & 1)));
  }
  template <std::unsigned_integral T> void one(T &N) { N = static_cast<T>(number()); }
  template <typename T>
    requires std::is_enum_v<T>
  void one(T &E) {
    E = static_cast<T>(number());
  }
  template <typename Tag> void one(Id<Tag> &I) { self().id(I); }
  template <typename Tag> void one(OrderedId<Tag> &I) { self().id(I); }
  template <typename T> void one(std::vector<T> &List) {
    uint64_t Size = number();
    constexpr uint64_t Believed = 4096; // damaged bytes may claim any number
    List.clear();
    List.reserve(std::min(Size, Believed));
    while (List.size() != Size && !Failed)
      one(List.emplace_back());
  }
  template <typename A, typename B> void one(std::pair<A, B> &Pair) {
    one(Pair.first);
    one(Pair.second);
  }
  template <typename K, typename V> void one(std::map<K, V> &Values) {
    std::vector<std::pair<K, V>> List;
    one(List);
    Values = std::map<K, V>(List.begin(), List.end());
  }
  template <typename T>
    requires std::is_class_v<T>
  void one(T &Value) {
    transfer(self(), Value);
  }
  template <typename Tag> void raw(Id<Tag> &I) {
    uint64_t N = number();
    I = N ? Id<Tag>(static_cast<uint32_t>(N - 1)) : Id<Tag>();
  }
  /// An id that has to name one of so many.
  template <typename Tag> void raw(Id<Tag> &I, size_t Count) {
    raw(I);
    if (I && I.index() >= Count) {
      I = Id<Tag>();
      Failed = true;
    }
  }

protected:
  /// These bytes name what they cannot mean.
  void fail() { Failed = true; }

private:
  Stream &self() { return static_cast<Stream &>(*this); }
  const uint8_t *Next, *End;
  bool Failed = false;
};

} // namespace lockorder
