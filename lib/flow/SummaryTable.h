//===- SummaryTable.h - What functions tell their callers ------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what does this function tell its callers?
//
// Nearly all summaries of a kernel are what an earlier run has found, and most of these nobody asks
// for: their callers have not changed either. So such a summary stays bytes (StoredResults.h) until
// somebody does. Several threads may ask for one at once.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Summary.h"
#include "link/SiteNumbers.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <optional>

namespace lockorder {

/// A summary that was not read yet.
struct StoredSummary {
  llvm::StringRef Bytes;
  std::shared_ptr<const SiteNumbers> Sites; ///< of which the bytes speak
};

/// Who can read them. False: these bytes are no summary; what is there afterwards can be used, but
/// means nothing.
class SummaryReader {
public:
  virtual ~SummaryReader() = default;
  virtual bool read(const StoredSummary &From, Summary &To) = 0;
  /// How many Summary::Acquired has; none: these bytes are no summary.
  virtual std::optional<uint32_t> countAcquired(const StoredSummary &From) = 0;
  /// One of these.
  virtual bool readOne(const StoredSummary &From, uint32_t Index, Acquisition &To) = 0;
};

class SummaryTable {
public:
  explicit SummaryTable(size_t Functions) : All(Functions), IsLate(Functions) {}
  /// Before the first readLater(); outlives the last question.
  void readBy(SummaryReader &How) {
    Reader = &How;
    Late.resize(All.size());
    Asked = std::vector<std::atomic<Singles *>>(All.size());
  }

  size_t size() const { return All.size(); }
  const Summary &operator[](FunctionId F) const {
    if (IsLate[F.index()].load(std::memory_order_acquire))
      fetch(F);
    return All[F.index()];
  }
  Summary &operator[](FunctionId F) { return const_cast<Summary &>(std::as_const(*this)[F]); }
  void readLater(FunctionId F, StoredSummary From);
  /// These will be asked for, each.
  void readNow(llvm::ArrayRef<FunctionId> Wanted, unsigned Threads) const;
  /// One acquisition, as witnesses want them: for its sake, the others are not read. Null: its
  /// function has fewer.
  const Acquisition *find(AcquisitionRef R) const;

  /// Some could not be read: whatever was concluded is worth nothing.
  bool failed() const { return Failed; }

private:
  /// Of a late function, what was read of it.
  struct Singles {
    explicit Singles(uint32_t Count) : At(Count) {}
    std::vector<std::atomic<const Acquisition *>> At; ///< null: not yet
  };

  void fetch(FunctionId F) const;
  const Acquisition *findRead(AcquisitionRef R) const;
  const Acquisition *read(Singles &Of, AcquisitionRef R) const;

  mutable std::vector<Summary> All;
  mutable std::vector<std::atomic<bool>> IsLate;
  std::vector<StoredSummary> Late; ///< of those that are late
  mutable std::vector<std::atomic<Singles *>> Asked;
  SummaryReader *Reader = nullptr;
  mutable std::atomic<bool> Failed = false;
  /// Each for some functions. Whoever finds what he wants by an atomic pointer needs no lock.
  struct Fetching {
    std::mutex Lock;
    std::deque<Singles> Asked;
    std::deque<Acquisition> Read; ///< where Singles point to
  };
  mutable std::array<Fetching, 64> Places;
  Fetching &placeOf(FunctionId F) const { return Places[F.index() % Places.size()]; }
};

} // namespace lockorder
