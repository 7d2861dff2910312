#include "core/taylor.hpp"

#include "core/exact.hpp"

namespace izh::taylor {

template double evaluate<order, double>(const double (&c)[order + 1], double x);
template void expand<order, double>(double (&z)[order + 1], double (&q)[order + 1], double A, double a, double first,
                                    double second);
template double crossing<order>(const Piece<order>& piece, double peak, double high);
template double grazing<order>(const Piece<order>& piece, double peak, double length);

}  // namespace izh::taylor
