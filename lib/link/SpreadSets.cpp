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

template <typename T> static void sortUnique(std::vector<T> &List) {
  llvm::sort(List);
  List.erase(std::unique(List.begin(), List.end()), List.end());
}

llvm::ArrayRef<SpreadSets::Place> SpreadSets::copiesOf(Place From) const {
  if (From + 1 >= FirstCopy.size())
    return {};
  return llvm::ArrayRef(CopiedTo).slice(FirstCopy[From], FirstCopy[From + 1] - FirstCopy[From]);
}

/// A counting sort by where they come from: there are millions, and places are numbers.
void SpreadSets::listCopies() {
  FirstCopy.clear();
  for (auto [From, To] : Copies) {
    if (From + 2 > FirstCopy.size())
      FirstCopy.resize(From + 2);
    ++FirstCopy[From + 1];
  }
  std::partial_sum(FirstCopy.begin(), FirstCopy.end(), FirstCopy.begin());
  CopiedTo.resize(Copies.size());
  std::vector<uint32_t> Next = FirstCopy;
  for (auto [From, To] : Copies)
    CopiedTo[Next[From]++] = To;
}

llvm::ArrayRef<FunctionId> SpreadSets::heldBy(Place Where) const {
  auto It = SetOf.find(Where);
  if (It == SetOf.end())
    return {};
  return *It->second;
}

const SpreadSets::Set *SpreadSets::unite(std::vector<const Set *> Parts, Set Own) {
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
  listCopies();
  SetOf.clear();

  // Those that hold anything, in the order in which they are met.
  std::vector<Place> Live;
  llvm::DenseMap<Place, uint32_t> IndexOf;
  auto Meet = [&](Place P) {
    auto [It, New] = IndexOf.try_emplace(P, static_cast<uint32_t>(Live.size()));
    if (New)
      Live.push_back(P);
    return It->second;
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
  std::vector<std::vector<uint32_t>> Members(Groups);
  for (uint32_t I = 0; I != Live.size(); ++I)
    Members[GroupOf[I]].push_back(I);
  std::vector<std::vector<uint32_t>> Sources(Groups);
  for (auto [From, To] : Edges)
    if (GroupOf[From] != GroupOf[To])
      Sources[GroupOf[To]].push_back(GroupOf[From]);

  // A group is numbered when all that it is copied to have their numbers.
  std::vector<const Set *> SetOfGroup(Groups);
  for (uint32_t Group = Groups; Group-- != 0;) {
    std::vector<const Set *> Parts;
    for (uint32_t Source : Sources[Group])
      Parts.push_back(SetOfGroup[Source]);
    Set Own;
    for (uint32_t I : Members[Group])
      for (auto It = llvm::lower_bound(Held, std::pair(Live[I], FunctionId(0)));
           It != Held.end() && It->first == Live[I]; ++It)
        Own.push_back(It->second);
    sortUnique(Own);
    SetOfGroup[Group] = unite(std::move(Parts), std::move(Own));
    for (uint32_t I : Members[Group])
      SetOf[Live[I]] = SetOfGroup[Group];
  }
}

} // namespace lockorder
