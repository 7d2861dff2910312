#include "core/solve/taylor.hpp"

namespace izh::taylor {

template double evaluate<order, double>(const double (&c)[order + 1], double x);
template void expand<order, double>(double (&z)[order + 1], double (&q)[order + 1], double A, double a, double first,
                                    double second);

}  // namespace izh::taylor
