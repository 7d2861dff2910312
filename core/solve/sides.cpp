#include "core/solve/sides.hpp"

namespace izh {

template taylor::Lanes<2> taylor::evaluate<taylor::order, taylor::Lanes<2>>(
    const taylor::Lanes<2> (&c)[taylor::order + 1], taylor::Lanes<2> x);

}  // namespace izh
