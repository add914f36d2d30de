//===- SpreadSets.cpp - What places hold that are copied to each other -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/SpreadSets.h"
#include "llvm/ADT/STLExtras.h"
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <numeric>

namespace lockorder {

namespace {

template <typename List> void sortUnique(List &Values) {
  llvm::sort(Values);
  Values.erase(std::unique(Values.begin(), Values.end()), Values.end());
}

/// Where the values of each key begin, in a list that is sorted by keys; and where the last end.
template <typename Key, typename Value>
std::vector<uint32_t> begins(const std::vector<std::pair<Key, Value>> &List, size_t Keys) {
  std::vector<uint32_t> First(Keys + 1);
  for (const auto &Each : List)
    ++First[Each.first + 1];
  std::partial_sum(First.begin(), First.end(), First.begin());
  return First;
}

/// The values, by key, in the order given. A counting sort: there are millions, and keys are small.
template <typename Value>
std::vector<Value> byKey(const std::vector<std::pair<uint32_t, Value>> &List,
                         const std::vector<uint32_t> &First) {
  std::vector<Value> Out(List.size());
  std::vector<uint32_t> Next = First;
  for (const auto &[Key, Each] : List)
    Out[Next[Key]++] = Each;
  return Out;
}

template <typename T>
llvm::ArrayRef<T> part(const std::vector<T> &All, const std::vector<uint32_t> &First,
                       uint32_t Key) {
  return llvm::ArrayRef(All).slice(First[Key], First[Key + 1] - First[Key]);
}

} // namespace

llvm::ArrayRef<SpreadSets::Place> SpreadSets::copiesOf(Place From) const {
  return From + 1 < FirstCopy.size() ? part(CopiedTo, FirstCopy, From) : llvm::ArrayRef<Place>();
}

llvm::ArrayRef<FunctionId> SpreadSets::heldBy(Place Where) const {
  if (Where >= SetOf.size() || !SetOf[Where])
    return {};
  return *SetOf[Where];
}

const SpreadSets::Set *SpreadSets::unite(llvm::SmallVectorImpl<const Set *> &Parts, Set Own) {
  sortUnique(Parts);
  if (Parts.size() == 1 &&
      std::includes(Parts[0]->begin(), Parts[0]->end(), Own.begin(), Own.end()))
    return Parts[0];
  for (const Set *Part : Parts) {
    Set Both;
    Both.reserve(Own.size() + Part->size());
    std::set_union(Own.begin(), Own.end(), Part->begin(), Part->end(), std::back_inserter(Both));
    Own = std::move(Both);
  }
  return &*Sets.insert(std::move(Own)).first;
}

void SpreadSets::spread() {
  sortUnique(Held);
  Place Places = Held.empty() ? 0 : Held.back().first + 1;
  for (auto [From, To] : Copies)
    Places = std::max({Places, From + 1, To + 1});
  std::vector<uint32_t> FirstHeld = begins(Held, Places);
  FirstCopy = begins(Copies, Places);
  CopiedTo = byKey(Copies, FirstCopy);

  // Those that hold anything, in the order in which they are met.
  constexpr uint32_t NotMet = ~0U;
  std::vector<Place> Live;
  std::vector<uint32_t> IndexOf(Places, NotMet);
  auto Meet = [&](Place P) {
    if (IndexOf[P] == NotMet) {
      IndexOf[P] = static_cast<uint32_t>(Live.size());
      Live.push_back(P);
    }
    return IndexOf[P];
  };
  for (const auto &[Where, F] : Held)
    Meet(Where);
  std::vector<std::pair<uint32_t, uint32_t>> Edges;
  for (uint32_t I = 0; I != Live.size(); ++I)
    for (Place To : copiesOf(Live[I]))
      Edges.push_back({I, Meet(To)});

  using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
  Graph G(boost::edges_are_sorted, Edges.begin(), Edges.end(), Live.size());
  std::vector<uint32_t> GroupOf(Live.size());
  uint32_t Groups = boost::strong_components(
      G, boost::make_iterator_property_map(GroupOf.begin(), get(boost::vertex_index, G)));
  std::vector<std::pair<uint32_t, Place>> InGroup;
  for (uint32_t I = 0; I != Live.size(); ++I)
    InGroup.push_back({GroupOf[I], Live[I]});
  std::vector<uint32_t> FirstMember = begins(InGroup, Groups);
  std::vector<Place> Members = byKey(InGroup, FirstMember);
  std::vector<std::pair<uint32_t, uint32_t>> Into; // groups: to, from
  for (auto [From, To] : Edges)
    if (GroupOf[From] != GroupOf[To])
      Into.push_back({GroupOf[To], GroupOf[From]});
  std::vector<uint32_t> FirstSource = begins(Into, Groups), Sources = byKey(Into, FirstSource);

  // A group is numbered when all that it is copied to have their numbers.
  std::vector<const Set *> SetOfGroup(Groups);
  SetOf.assign(Places, nullptr);
  llvm::SmallVector<const Set *> Parts;
  for (uint32_t Group = Groups; Group-- != 0;) {
    Parts.clear();
    for (uint32_t Source : part(Sources, FirstSource, Group))
      Parts.push_back(SetOfGroup[Source]);
    Set Own;
    for (Place Each : part(Members, FirstMember, Group))
      for (auto [Where, F] : part(Held, FirstHeld, Each))
        Own.push_back(F);
    sortUnique(Own);
    SetOfGroup[Group] = unite(Parts, std::move(Own));
    for (Place Each : part(Members, FirstMember, Group))
      SetOf[Each] = SetOfGroup[Group];
  }
}

} // namespace lockorder
