//===- LedgerTest.cpp - What adds up and what does not --------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Ledger.h"
#include "SampleReport.h"
#include <gmock/gmock.h>

using namespace lockorder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

Ledger balanced() {
  Ledger L;
  L.Entries = 25;
  L.Units = 7, L.HostPrograms = 6, L.Assembly = 5, L.OtherLanguages = 4;
  L.Unselected = 2, L.Malformed = 1;
  L.UnitsClean = 4, L.UnitsWithErrors = 2;
  L.LostUnits = {{"a.o", "a.c", "timed out after 60 s"}};
  L.SitesSeen = 10, L.SitesModelled = 4;
  L.SitesUnresolved = {{"no field", 1}, {"array of locks", 2}};
  L.SitesSkipped = {{"dead code", 3}};
  L.IndirectCalls = 10, L.IndirectResolved = 1, L.IndirectCapped = 2;
  L.IndirectNeverAssigned = 3, L.IndirectUnresolved = 4;
  return L;
}

std::string table(const Ledger &L) {
  return written([&](auto &Out) { writeLedger(L, Out); });
}

TEST(Ledger, that_adds_up_has_nothing_to_say) {
  EXPECT_THAT(Ledger().check(), IsEmpty());
  EXPECT_THAT(balanced().check(), IsEmpty());
}

TEST(Ledger, names_the_sum_that_does_not_hold) {
  Ledger L = balanced();
  L.SitesModelled = 3;
  EXPECT_THAT(L.check(), ElementsAre("lock sites: 10 seen, but 3 modelled + 3 unresolved + 3 "
                                     "skipped = 9"));
  L = balanced();
  L.LostUnits.clear();
  EXPECT_THAT(L.check(), ElementsAre("units: 7 seen, but 4 clean + 2 with errors + 0 lost = 6"));
}

TEST(Ledger, every_term_counts) {
  for (auto Term :
       {&Ledger::Entries, &Ledger::HostPrograms, &Ledger::Assembly, &Ledger::OtherLanguages,
        &Ledger::Unselected, &Ledger::Malformed, &Ledger::UnitsClean, &Ledger::UnitsWithErrors,
        &Ledger::SitesSeen, &Ledger::SitesModelled, &Ledger::IndirectCalls,
        &Ledger::IndirectResolved, &Ledger::IndirectCapped, &Ledger::IndirectNeverAssigned,
        &Ledger::IndirectUnresolved}) {
    Ledger L = balanced();
    ++(L.*Term);
    EXPECT_EQ(L.check().size(), 1u);
  }
  // A unit too many is missing in two sums.
  Ledger L = balanced();
  ++L.Units;
  EXPECT_EQ(L.check().size(), 2u);
  for (auto Term : {&Ledger::SitesUnresolved, &Ledger::SitesSkipped}) {
    L = balanced();
    ++(L.*Term)["other"];
    EXPECT_EQ(L.check().size(), 1u);
  }
}

TEST(Ledger, is_a_table_with_lost_units_by_name) {
  EXPECT_EQ(table(balanced()), R"(entries of the database                             25
  units                                              7
  host programs                                      6
  assembly                                           5
  other languages                                    4
  unselected                                         2
  malformed                                          1
units                                                7
  clean                                              4
  with errors                                        2
  lost                                               1
lock sites                                          10
  modelled                                           4
  unresolved                                         3
    array of locks                                   2
    no field                                         1
  skipped                                            3
    dead code                                        3
indirect calls                                      10
  resolved                                           1
  capped                                             2
  never assigned                                     3
  unresolved                                         4
functions                                            0
lost unit: a.o (a.c): timed out after 60 s
)");
}

TEST(Ledger, table_sums_up_what_would_be_too_long) {
  Ledger L;
  for (int I = 0; I < 20; ++I)
    L.IndirectUnresolvedBy["field" + std::to_string(I)] = I;
  EXPECT_THAT(table(L), HasSubstr("    field19                                         19\n"));
  EXPECT_THAT(table(L), HasSubstr("    and 12 more                                     66\n"));
  EXPECT_THAT(table(L), Not(HasSubstr("field11")));
}

TEST(Ledger, table_says_when_it_does_not_add_up) {
  Ledger L;
  L.Entries = 1;
  EXPECT_THAT(table(L), HasSubstr("the ledger does not add up: entries of the database: 1 seen"));
}

} // namespace
